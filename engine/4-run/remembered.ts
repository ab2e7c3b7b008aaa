// Answers that are already known: recorded answers of the run's start, and reads asked twice.
// R1 the door looks here first; nothing is called and nothing is paid for what is remembered.
// R2 outside of a test an irreversible step is never answered from memory: a run that says it paid
//    has paid. In a test it may be, because there it is said to be tried out only.
// R3 what a person said in another run was not said in this one: it counts as filled in by a
//    person, agrees to nothing, and opens nothing.

import type { Json } from '../base/value.ts';
import { currentPrompt } from '../prompts/version.ts';
import { shaOf } from './sha.ts';
import type { RecordedAnswer } from './events.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { callKey, classOf } from './effect-facts.ts';
import { isStale } from './result-check.ts';
import type { Settlement, Turn } from './turn.ts';

/** The settlement of an effect that needs no call, if there is one. */
export function remembered(turn: Turn, effect: LiveEffect): Settlement | undefined {
  if (effect.planFailure) return { result: { failure: effect.planFailure } };
  const recorded = recordedAnswer(turn.live, effect);
  if (recorded) return recorded;
  const known = isSharedRead(effect) ? turn.live.answers.get(callKey(effect)) : undefined;
  if (!known || (effect.card && isStale(effect.card, known.asOf, turn.at))) return undefined;
  return {
    result: { port: known.port, value: known.value, ...(known.asOf ? { asOf: known.asOf } : {}) },
    reused: known.effect,
  };
}

/** Settles a person's or a child's step from the answers the run began with, if it has one. */
export function isRemembered(turn: Turn, effect: LiveEffect): boolean {
  if (effect.src.startsWith('scope:')) return false; // of a for-each the steps inside are kept
  const outcome = recordedAnswer(turn.live, effect);
  if (outcome) turn.ready.push({ effect: effect.row.id, outcome });
  return outcome !== undefined;
}

function recordedAnswer(live: LiveRun, effect: LiveEffect): Settlement | undefined {
  if (live.recorded.length === 0 || !mayRemember(live, effect)) return undefined;
  const found = live.recorded.find((a) => fits(a, live, effect));
  if (!found) return undefined;
  const labels = effect.row.kind === 'card' ? { labels: { '': ['user'] } } : {}; // R3
  return { result: { ...found.result, ...labels }, recorded: true };
}

/** Reads keep their first answer within a run, unless the card says *always fresh*. */
const isSharedRead = (effect: LiveEffect): boolean =>
  effect.call?.kind === 'tool' && effect.card?.effect === 'read' && !effect.card.alwaysFresh;

/** Keeps the first answer of a read; a newer one takes the place of one that became too old. */
export function keepAnswer(live: LiveRun, effect: LiveEffect, answer: Omit<Known, 'effect'>): void {
  if (!isSharedRead(effect)) return;
  const key = callKey(effect);
  const had = live.answers.get(key);
  const isNewer = had?.asOf !== undefined && answer.asOf !== undefined && answer.asOf > had.asOf;
  if (!had || (isNewer && effect.card?.freshWithinMs !== undefined))
    live.answers.set(key, { effect: effect.row.id, ...answer });
}
type Known = { effect: string; port: string; value: Json; asOf?: string };

/** R2 */
const mayRemember = ({ isTest }: LiveRun, effect: LiveEffect): boolean =>
  isTest || !['irreversible', 'spend'].includes(classOf(effect));

function fits(a: RecordedAnswer, live: LiveRun, effect: LiveEffect): boolean {
  if (a.step !== effect.row.step) return false;
  if (a.visit !== undefined && a.visit !== effect.row.visit) return false;
  if (a.type !== undefined && a.type !== effect.row.typeName) return false;
  if (a.settingsHash !== undefined && a.settingsHash !== shaOf(effect.raw)) return false;
  if (a.prompt !== undefined && a.prompt !== promptOf(live, effect)) return false;
  return a.inputHash === undefined || a.inputHash === shaOf(effect.input.settings.v);
}

/** Version and text of the prompt a step uses, as pins name them; empty where it uses none. */
function promptOf({ plan }: LiveRun, { call }: LiveEffect): string {
  const id = call?.kind === 'model' ? call.prompt : undefined;
  const prompt = id === undefined ? undefined : currentPrompt(plan.folder.prompts, id);
  return prompt ? `${prompt.version} ${shaOf(prompt.body)}` : '';
}
