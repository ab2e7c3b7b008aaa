// What came of a step, in a few words: the second line of the record.
// RW1 pure; a step that has not ended says what it is doing, or whom it waits for.

import { isObject, type Json } from '../../engine/base/value.ts';
import type { CardView, EffectView, RunView, StepView } from '../../engine/4-run/view.ts';
import type { WorkflowNode } from '../../engine/1-document/schema.ts';
import type { LightState } from '../canvas/states.tsx';
import { stepFacts } from '../canvas/step-facts.ts';
import { askedWords } from '../cards/together.ts';
import { short, valueWords } from '../cards/value-words.ts';
import { t } from '../words.ts';
import { newestOf } from './effects-of.ts';
import { fieldsOf, personName, type Known } from './known.ts';
import { standsInLine, turnWords, waitsItsTurn } from './waits-turn.ts';

/**
 * The effect behind a step's latest execution. Where items of a room run side by side through the
 * same step, the view may name none; then it is the step's newest one.
 */
export function effectOf(view: RunView, step: StepView): EffectView | undefined {
  if (step.effect !== undefined) return view.effects[step.effect];
  return newestOf(view, step.step);
}

/** The card of a step's present execution, if it has one. */
export const cardOf = (view: RunView, step: StepView): CardView | undefined =>
  Object.values(view.cards).findLast((card) => card.effect === step.effect);

/** The state a step shows on screen; a held step waits, and in a paused run it is paused. */
export function shownState(step: StepView, view: RunView): LightState {
  if (standsInLine(view, step)) return 'idle';
  const isOpen = step.state === 'held' || step.state === 'running';
  if (isOpen && waitsItsTurn(effectOf(view, step))) return 'idle';
  if (step.state !== 'held') return step.state;
  return view.paused ? 'paused' : 'waiting';
}

/** The form in words: the amount and the first text. */
function formWords(view: RunView, known: Known): string {
  const values = isObject(view.input.v) ? view.input.v : {};
  const words = (of: (kind: string) => boolean): string[] =>
    known.workflow.input
      .filter((field) => of(field.kind) && values[field.id] !== undefined)
      .map((field) => valueWords(values[field.id], field));
  const money = words((kind) => kind === 'money');
  const texts = words((kind) => kind === 'text' || kind === 'choice' || kind === 'mail');
  return short([...money.slice(0, 1), ...texts.slice(0, 1)].join(', '));
}

/** The first values of an answer that say something: its name, else its declared fields. */
function answerWords(value: Json | undefined, node: WorkflowNode, known: Known): string {
  if (!isObject(value)) return short(valueWords(value));
  const isNamed = 'category' in value || 'choice' in value;
  if (isNamed && typeof value['name'] === 'string') return value['name'];
  for (const field of fieldsOf(known, node)) {
    const part = value[field.id];
    const words = valueWords(part, field);
    if (part === true) return field.label;
    if (words && part !== false) return short(`${field.label} ${words}`);
  }
  return '';
}

function decisionWords(card: CardView, known: Known): string {
  const who = personName(known, card.by ?? '');
  const changed = (card.changes?.length ?? 0) > 0;
  const code = card.choice === 'approve' && changed ? 'changed' : card.choice;
  return t(`card.decided.${code}`, { who });
}

function roomWords(step: StepView, node: WorkflowNode, view: RunView): string {
  const of = node.settings['maxRounds'];
  if (step.round !== undefined && typeof of === 'number')
    return t('app.room.round', { round: step.round, of });
  if (view.earlier?.children) return ''; // not all of them are known here any more
  const items = view.children.filter((child) => child.step === node.id);
  const done = items.filter((child) => child.status !== 'active').length;
  return items.length > 0 ? t('app.happened.items', { done, n: items.length }) : '';
}

function doneWords(
  step: StepView,
  node: WorkflowNode,
  effect: EffectView | undefined,
  known: Known,
): string {
  const { ways, family } = stepFacts(known.registry, node);
  const way = ways.find((one) => one.id === step.port);
  if (family === 'gate' || way?.problem) return way?.words ?? '';
  return answerWords(effect?.output?.v, node, known) || (way?.words ?? '');
}

/** What came of a step (RW1). */
export function resultWords(view: RunView, step: StepView, known: Known): string {
  const node = known.nodes.get(step.step);
  const card = cardOf(view, step);
  const effect = effectOf(view, step);
  if (card?.state === 'open')
    return t('app.light.waiting', { who: askedWords(card, (id) => personName(known, id)) });
  if (card?.state === 'answered' && effect?.kind === 'card') return decisionWords(card, known);
  if (standsInLine(view, step)) return t('app.light.in_line');
  if (waitsItsTurn(effect)) return turnWords('happened', effect);
  if (step.state === 'stopped' && effect) return t('app.state.stopped');
  if (effect?.failure) return t(effect.failure.code, effect.failure.params);
  if (!node) return '';
  const shape = stepFacts(known.registry, node).shape;
  if (shape === 'room') return roomWords(step, node, view);
  if (node.type.startsWith('start@')) return formWords(view, known);
  if (node.type.startsWith('end@')) return t(`app.outcome.${view.outcome ?? 'done'}`);
  if (step.endedAt === undefined) return t(`app.state.${shownState(step, view)}`);
  return doneWords(step, node, effect, known);
}
