// The one sentence of a run: what is happening, who can end it, and what happens if nobody does.
// NW1 pure; `**…**` marks what is emphasised. NW2 a wait says who, for what, until when, what then.

import { isRef } from '../../engine/base/binding.ts';
import type { Field } from '../../engine/base/kinds.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import type { CardView, EffectView, RunView } from '../../engine/4-run/view.ts';
import type { LightState } from '../canvas/states.tsx';
import { matterOf } from '../cards/tool-words.ts';
import { askedWords, nextAsked } from '../cards/together.ts';
import { moment, sentenceCase, valueWords } from '../cards/value-words.ts';
import { clock, duration } from '../format.ts';
import { t, tMaybe } from '../words.ts';
import { fieldAtPath, personName, stepName, type Known } from './known.ts';
import { ownReason } from './paused-why.tsx';
import { inTurn, isAllInTurn, openCalls } from './waits-turn.ts';

/** `behind`: the run it stands in line behind. */
export type NowWords = { state: LightState; text: string; behind?: string };

/** What the run hands back in words, if its end says something. */
export function messageOf(view: RunView): string {
  const { v } = view.output ?? { v: null };
  return isObject(v) && typeof v['message'] === 'string' ? v['message'] : '';
}

/** The sentence of a failure and what to do about it. */
export function failureWords(failure: { code: string; params?: Record<string, string | number> }): {
  what: string;
  help: string;
} {
  const what = t(failure.code, failure.params);
  return { what, help: tMaybe(`${failure.code}.help`, failure.params) ?? '' };
}

function cardWords(card: CardView, known: Known, now: number): string {
  const who = askedWords(card, (id) => personName(known, id));
  const step = stepName(known, card.step);
  const until =
    card.deadline === undefined
      ? t('app.live.until_answered')
      : t('app.live.until', { at: moment(card.deadline) });
  const next = nextAsked(card, known.names.people.values(), now);
  const then = next ? `${t('app.live.escalates', next)} ` : '';
  const isNew = card.kind === 'tool_changed' && matterOf(card) !== 'changed';
  const what = t(`app.live.waiting.${isNew ? 'tool_new' : card.kind}`, { who, step });
  return `${what} ${then}${until}`;
}

function waitingWords(view: RunView, known: Known, now: number): string {
  const open = Object.values(view.cards).filter((card) => card.state === 'open');
  const [first] = open.toSorted((a, b) => a.openedAt - b.openedAt);
  if (first && open.length === 1) return cardWords(first, known, now);
  if (first) {
    const people = [...new Set(open.map((card) => personName(known, card.to)))];
    return t('app.live.waiting.many', { n: open.length, who: people.join('\n') });
  }
  const timer = view.open
    .map((id) => view.effects[id])
    .find((effect) => effect?.kind === 'timer' && effect.dueAt !== undefined);
  if (timer)
    return t('app.live.waiting.timer', {
      step: stepName(known, timer.step),
      at: moment(timer.dueAt ?? 0),
    });
  return t('app.live.waiting.other');
}

/** A call that waits its turn: why, and when it is tried. */
function turnLine(effect: EffectView, known: Known, now: number): string {
  const { admission, dueAt } = effect;
  const why = admission ? t(admission.why.code, admission.why.params) : '';
  const step = stepName(known, effect.step);
  if (dueAt === undefined) return t('app.live.turn.open', { step, why });
  const time = duration(Math.max(0, dueAt - now));
  return t('app.live.turn', { step, why, at: clock(dueAt), time });
}

function workingWords(view: RunView, known: Known, now: number): string {
  const busy = openCalls(view);
  const [turn] = inTurn(view);
  if (turn && isAllInTurn(view)) return turnLine(turn, known, now);
  const again = busy.find((effect) => effect.status === 'queued' && effect.dueAt !== undefined);
  if (again && busy.length === 1)
    return t('app.live.again', {
      step: stepName(known, again.step),
      time: duration(Math.max(0, (again.dueAt ?? now) - now)),
      n: again.attempts.length + 1,
    });
  const names = [...new Set(busy.map((effect) => stepName(known, effect.step)))];
  if (names.length === 0) return t('app.live.working');
  return t('app.live.working_on', { step: names.slice(0, 3).join('\n') });
}

function endedWords(view: RunView, known: Known): NowWords {
  if (view.status === 'stopped') return { state: 'stopped', text: t('app.live.stopped') };
  if (view.status === 'failed' && view.failure) {
    const { what, help } = failureWords(view.failure);
    const step = stepName(known, view.failure.step);
    return { state: 'failed', text: t('app.live.failed', { step, what, help }) };
  }
  const outcome = view.outcome ?? 'done';
  const message = messageOf(view);
  const end = view.end === undefined ? '' : stepName(known, view.end);
  const name = end || t(`app.outcome.${outcome}`);
  const isSaid = message.toLowerCase().startsWith(name.toLowerCase());
  const text = isSaid
    ? t('app.live.ended_said', { message })
    : t(message ? 'app.live.ended' : 'app.live.ended_plain', { end: name, message });
  return { state: outcome === 'done' ? 'done' : 'refused', text };
}

/** The sentence of a run as it stands now (NW1, NW2). */
export function nowWords(view: RunView, known: Known, now: number): NowWords {
  if (view.endedAt !== undefined) return endedWords(view, known);
  if (view.queued)
    return { state: 'idle', text: t('app.live.in_line'), behind: view.queued.behind };
  if (view.status === 'paused') {
    const why = ownReason(view);
    if (why) return { state: 'paused', text: t('app.live.paused_why', { why }) };
    const busy = view.open
      .map((id) => view.effects[id])
      .filter((effect) => effect?.status === 'started' && effect.child === undefined);
    const names = [...new Set(busy.map((effect) => stepName(known, effect?.step ?? '')))];
    const text =
      names.length > 0
        ? t('app.live.paused_finishing', { step: names.join('\n') })
        : t('app.live.paused');
    return { state: 'paused', text };
  }
  if (view.status === 'waiting') return { state: 'waiting', text: waitingWords(view, known, now) };
  return { state: isAllInTurn(view) ? 'idle' : 'running', text: workingWords(view, known, now) };
}

/** The values a run hands back beside its message, with their fields where they can be told. */
export function outputFacts(view: RunView, known: Known): { label: string; words: string }[] {
  const { v } = view.output ?? { v: null };
  if (!isObject(v) || view.end === undefined) return [];
  const node = known.nodes.get(view.end);
  const settings = node?.settings['output'];
  return Object.entries(v).flatMap(([id, value]) => {
    if (id === 'message') return [];
    const field = outputField(known, isObject(settings) ? settings[id] : undefined);
    const words = valueWords(value, field);
    return words ? [{ label: field?.label ?? sentenceCase(id), words }] : [];
  });
}

const outputField = (known: Known, setting: Json | undefined): Field | undefined =>
  isRef(setting) ? fieldAtPath(known, setting['@ref']) : undefined;
