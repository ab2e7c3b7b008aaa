// What each answer leads to, read off the drawing: "Pay, then Paid", "The run ends as Not paid".
// WN1 pure; only what is drawn is promised, up to the next place where something is decided.

import type { WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { stepName, type Known } from '../runs/known.ts';
import { t } from '../words.ts';
import { isDoorCard, isOwnerAsked } from './card-words.ts';
import { figure } from './figures.ts';

export type Next = { choice: string; words: string };

const PORTS: Record<string, string> = {
  approve: 'approved',
  refuse: 'refused',
  'send-back': 'sent_back',
  answer: 'answered',
  'go-on': 'handled',
};
const AHEAD = 3;

function scopeOf(known: Known, step: string): WorkflowScope {
  for (const node of known.nodes.values())
    if (node.scope?.nodes.some((one) => one.id === step)) return node.scope;
  return known.workflow.scope;
}

const isEnd = (node: WorkflowNode): boolean => node.type.startsWith('end@');

/** The steps a way out leads to, one after the other, until one has more than one way to go. */
export function stepsAfter(known: Known, step: string, port: string): WorkflowNode[] {
  const { edges } = scopeOf(known, step);
  const out: WorkflowNode[] = [];
  let next = edges.find((edge) => edge.from === step && edge.port === port);
  while (next && out.length < AHEAD) {
    const node = known.nodes.get(next.to);
    if (!node || out.includes(node)) break;
    out.push(node);
    const ways = stepFacts(known.registry, node).ways.filter((way) => !way.problem);
    const only = ways.length === 1 ? ways[0] : undefined;
    next = only && edges.find((edge) => edge.from === node.id && edge.port === only.id);
  }
  return out;
}

/** Where a way out leads, as a sentence. */
function leadsTo(known: Known, step: string, port: string): string {
  const steps = stepsAfter(known, step, port);
  const [first] = steps;
  if (!first) return t(port === 'refused' ? 'card.next.refused' : 'card.next.nowhere');
  if (isEnd(first)) return t('card.next.ends', { end: first.name });
  const names = steps.map(({ name }) => t('card.next.step', { name })).join(t('card.next.then'));
  return t('card.next.goes', { steps: names });
}

/** What one answer leads to. */
export function wordsFor(card: CardView, choice: string, known: Known): string {
  const port = PORTS[choice];
  if (isDoorCard(card)) return t(`card.next.door.${choice}`, { step: stepName(known, card.step) });
  if (card.kind === 'limit')
    return t(`card.next.limit.${choice}`, {
      amount: figure(card.body.limit?.counter, card.body.limit?.extendBy),
    });
  if (card.kind === 'unknown' || card.kind === 'tool_changed')
    return t(`card.next.${card.kind}.${choice}`);
  if (card.kind === 'trouble' && (choice !== 'go-on' || isOwnerAsked(card)))
    return t(`card.next.trouble.${choice}`);
  return port === undefined ? '' : leadsTo(known, card.step, port);
}

/** What each answer leads to, in the order of the buttons; what happens without an answer last. */
export function nextOf(card: CardView, known: Known): Next[] {
  const choices = card.choices.filter((choice) => choice !== 'hand-over');
  const answers = choices.map((choice) => ({ choice, words: wordsFor(card, choice, known) }));
  const none =
    card.deadline === undefined ? t('card.next.waits') : leadsTo(known, card.step, 'timeout');
  return [...answers.filter(({ words }) => words !== ''), { choice: 'none', words: none }];
}
