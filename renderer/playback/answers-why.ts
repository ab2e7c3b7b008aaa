// Which rule allowed a step, who decided, what it cost, and where its data came from.

import type { CardView, EffectView, RunView, StepView } from '../../engine/4-run/view.ts';
import type { Labels } from '../../engine/base/value.ts';
import type { Usage } from '../../engine/node.ts';
import { short, valueWords } from '../cards/value-words.ts';
import { originWords } from '../cards/origin-words.ts';
import { clock, cost, duration, number } from '../format.ts';
import { personName } from '../runs/known.ts';
import { t } from '../words.ts';
import { quiet, text, type Asked, type Part } from './answer-parts.ts';

/** The card that opened the way for an effect: its own, or the one its grant came from. */
function cardBehind(asked: Asked, effect: EffectView | undefined): CardView | undefined {
  if (!effect) return undefined;
  const own = Object.values(asked.at.cards).findLast((card) => card.effect === effect.id);
  const grant = effect.admission?.grant?.split('#')[0];
  return own ?? (grant === undefined ? undefined : asked.at.cards[grant]);
}

/** Which rule allowed it, by name, and why it counted. */
export function ruleParts(asked: Asked): Part[] {
  const { effect, known } = asked;
  const admission = effect?.admission;
  if (!admission) return [quiet('app.answer.rule.none')];
  const { code, params } = admission.why;
  const by = params?.['by'];
  const why = t(code, {
    ...params,
    ...(by === undefined ? {} : { by: personName(known, String(by)) }),
  });
  const { ruleName } = admission;
  return [
    // What allowed it mostly names the rule itself; else its name stands before.
    { how: 'text', text: ruleName && !why.includes(ruleName) ? named(ruleName, why) : why },
  ];
}

const named = (rule: string, why: string): string => t('app.answer.rule.named', { rule, why });

/** Who decided, when, and what they changed. */
export function decidedParts(asked: Asked): Part[] {
  const { effect, known } = asked;
  const card = cardBehind(asked, effect);
  if (!card) return [quiet('app.answer.who.nobody')];
  if (card.state === 'open')
    return [text('app.answer.who.waits', { who: personName(known, card.to) })];
  if (card.state !== 'answered' || card.by === undefined)
    return [quiet(`app.answer.who.${card.state}`)];
  const who = personName(known, card.by);
  const at = clock(card.answeredAt ?? 0);
  const isChanged = card.choice === 'approve' && (card.changes?.length ?? 0) > 0;
  const words = t(`card.did.${isChanged ? 'changed' : card.choice}`);
  const decided = text('app.answer.who.decided', { who, at, words });
  const changes = (card.changes ?? []).map(({ field, from, to }): Part => {
    const declared = card.body.fields.find((one) => one.field.id === field)?.field;
    const words = (value: unknown): string => valueWords(value as never, declared);
    return {
      how: 'change',
      label: declared?.label ?? field,
      from: words(from) || t('card.nothing'),
      to: words(to),
    };
  });
  const note: Part[] = card.note ? [text('app.answer.who.note', { note: card.note })] : [];
  return [decided, ...changes, ...note];
}

const countParts = ({ modelCalls, toolCalls, tokens }: Usage): string[] => [
  ...(modelCalls > 0 ? [t('app.cost.model', { n: modelCalls })] : []),
  ...(toolCalls > 0 ? [t('app.cost.tool', { n: toolCalls })] : []),
  ...(tokens > 0 ? [t('app.cost.tokens', { tokens: number(tokens) })] : []),
];

/** What a step used: that of its effect, or of all its inner calls together. */
function usageOf(effect: EffectView, step: StepView, at: RunView): Usage {
  if (!step.inner) return effect.usage;
  const all = step.inner.flatMap((move) => at.effects[move.effect]?.usage ?? []);
  const sum = (of: keyof Usage): number => all.reduce((n, usage) => n + usage[of], 0);
  return {
    costNano: sum('costNano'),
    modelCalls: sum('modelCalls'),
    toolCalls: sum('toolCalls'),
    tokens: sum('tokens'),
    attempts: sum('attempts'),
    workMs: sum('workMs'),
  };
}

/** What it cost in calls, tries, money and time. */
export function costParts({ effect, at, step }: Asked): Part[] {
  if (!effect && step?.endedAt !== undefined) return [quiet('app.answer.cost.nothing')];
  if (!effect || !step) return [quiet('app.answer.cost.nothing_yet')];
  const usage = usageOf(effect, step, at);
  const counts = countParts(usage);
  const ms = step.inner ? undefined : effect.ms;
  const took = duration(ms ?? (step.endedAt ?? at.startedAt) - step.startedAt);
  if (counts.length === 0) {
    if (effect.endedAt === undefined) return [quiet('app.answer.cost.nothing_yet')];
    const isWait = effect.kind === 'card' || effect.kind === 'timer';
    const waited = duration(effect.endedAt - effect.openedAt);
    return [
      quiet(isWait ? 'app.answer.cost.waited' : 'app.answer.cost.free', {
        time: isWait ? waited : took,
      }),
    ];
  }
  const tries = effect.attempts.length + 1;
  const money = t(`app.cost.money.${at.mode}`, { cost: cost(usage.costNano) });
  const parts = [...counts, t('app.cost.tries', { n: tries }), money];
  return [text('app.answer.cost', { parts: parts.join(' · '), time: took })];
}

/** Labels of what a step looked at; a start took the form, an end hands the result back. */
function labelsOf({ effect, at, node, key }: Asked): Labels | undefined {
  if (node?.type.startsWith('start@')) return at.input.labels;
  return at.end === key ? at.output?.labels : effect?.input?.labels;
}

/** Where its data came from, by the labels the values carry. */
export function originParts(asked: Asked): Part[] {
  const { at, known } = asked;
  const labels = labelsOf(asked);
  const all = [...new Set(Object.values(labels ?? {}).flat())];
  const said = originWords(all, at, known.names);
  if (said.length === 0) return [quiet('app.answer.origin.none')];
  return said.map(({ words, isOutside }) => ({
    how: 'text',
    text: short(words, 240),
    ...(isOutside ? { tone: 'outside' } : {}),
  }));
}
