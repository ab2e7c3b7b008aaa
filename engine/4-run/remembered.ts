// Answers that are already known: recorded answers of the run's start, and reads asked twice.
// R1 the door looks here first; nothing is called and nothing is paid for what is remembered.
// R2 an irreversible step is never answered from memory without asking a person.

import type { Json } from '../base/value.ts';
import { shaOf } from './sha.ts';
import type { RecordedAnswer } from './events.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { callKey, classOf } from './effect-facts.ts';
import { isStale } from './result-check.ts';
import type { Settlement, Turn } from './turn.ts';

/** The settlement of an effect that needs no call, if there is one. */
export function remembered(turn: Turn, effect: LiveEffect): Settlement | undefined {
  if (effect.planFailure) return { result: { failure: effect.planFailure } };
  const recorded = turn.live.recorded.find((a) => fits(a, effect));
  if (recorded && mayRemember(effect)) return { result: recorded.result, recorded: true };
  const known = isSharedRead(effect) ? turn.live.answers.get(callKey(effect)) : undefined;
  if (!known || (effect.card && isStale(effect.card, known.asOf, turn.at))) return undefined;
  return {
    result: { port: known.port, value: known.value, ...(known.asOf ? { asOf: known.asOf } : {}) },
    reused: known.effect,
  };
}

/** Reads keep their first answer within a run, unless the card says *always fresh*. */
const isSharedRead = (effect: LiveEffect): boolean =>
  effect.call?.kind === 'tool' && effect.card?.effect === 'read' && !effect.card.alwaysFresh;

/** Keeps the first answer of a read; a newer one takes the place of one that became too old. */
export function keepAnswer(live: LiveRun, effect: LiveEffect, answer: Omit<Known, 'effect'>): void {
  const key = callKey(effect);
  if (!isSharedRead(effect)) return;
  const had = live.answers.get(key);
  const isNewer = had?.asOf !== undefined && answer.asOf !== undefined && answer.asOf > had.asOf;
  if (!had || (isNewer && effect.card?.freshWithinMs !== undefined))
    live.answers.set(key, { effect: effect.row.id, ...answer });
}
type Known = { effect: string; port: string; value: Json; asOf?: string };

const mayRemember = (effect: LiveEffect): boolean =>
  !['irreversible', 'spend'].includes(classOf(effect));

function fits(a: RecordedAnswer, effect: LiveEffect): boolean {
  if (a.step !== effect.row.step) return false;
  if (a.visit !== undefined && a.visit !== effect.row.visit) return false;
  if (a.type !== undefined && a.type !== effect.row.typeName) return false;
  if (a.settingsHash !== undefined && a.settingsHash !== shaOf(effect.raw)) return false;
  return a.inputHash === undefined || a.inputHash === shaOf(effect.input.settings.v);
}
