// Which model of a role an attempt asks: the first, unless it failed a moment ago or is left alone.
// FO1 each attempt that failed moves on to the next of the role, round and round; attempts in all
//     are those the step declares, however many models there are.
// FO2 a model whose address rests is passed over while another one answers.
// FO3 where the answer leads to something irreversible with nobody asked in between, or the step
//     says so, no other model takes the place of the first: its way out asks a person instead.
// FO4 one that took more than it was given is asked only when all others are.

import type { ModelEntry } from '../1-document/schema.ts';
import type { ModelCall } from '../node.ts';
import { laneOfModel, namedOf } from './lanes.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { modelsFor, type Plan } from './plan.ts';
import { gateOf } from './traffic.ts';
import type { Turn } from './turn.ts';

/** The effect with the model its next attempt asks; a tool's call stays as it is. */
export function withModel(turn: Turn, effect: LiveEffect): LiveEffect {
  const { call } = effect;
  if (call?.kind !== 'model') return effect;
  const { entry: _entry, standsIn: _standsIn, ...bare } = effect;
  const all = mayAsk(turn.live, effect, call);
  const [first] = all;
  if (all.length === 1) return { ...bare, entry: first };
  const entry = choose(turn, all, effect.tried ?? 0);
  if (entry === first) return { ...bare, entry };
  const params = { model: entry.model, first: first.model };
  return { ...bare, entry, standsIn: { code: 'why.model_stands_in', params } };
}

/** Is there a model this effect has not asked yet? Then nothing is gained by waiting. */
export function hasAnother({ live }: Turn, effect: LiveEffect): boolean {
  const { call, tried = 0 } = effect;
  return call?.kind === 'model' && tried + 1 < mayAsk(live, effect, call).length;
}

/** The models that may answer this call (FO3). */
function mayAsk(
  { plan }: LiveRun,
  { row }: LiveEffect,
  call: ModelCall,
): [ModelEntry, ...ModelEntry[]] {
  const all = modelsFor(plan, call);
  const isHigh =
    call.standIn === 'never' || (call.standIn !== 'always' && plan.stakes.has(row.step));
  return isHigh ? [all[0]] : all;
}

function choose(turn: Turn, all: [ModelEntry, ...ModelEntry[]], tried: number): ModelEntry {
  const at = tried % all.length;
  const inTurn = [...all.slice(at), ...all.slice(0, at)]; // FO1
  const asked = inTurn.map((entry) => ({ entry, until: restsUntil(turn, entry) }));
  const { unruly } = turn.deps.traffic;
  const isUnruly = ({ entry }: { entry: ModelEntry }): boolean => unruly.has(markOf(entry));
  const willing = [...asked.filter((one) => !isUnruly(one)), ...asked.filter(isUnruly)]; // FO4
  const [soonest] = willing.toSorted((a, b) => a.until - b.until); // FO2
  return (willing.find(({ until }) => until === 0) ?? soonest)?.entry ?? all[0];
}

/** Until when the address of a model is left alone; 0 where it is not. */
function restsUntil(turn: Turn, entry: ModelEntry): number {
  const found = laneOfModel(turn, entry);
  const rest = found && gateOf(found.lane, found.limits, turn.at, 0);
  return rest?.at ?? 0;
}

/** The model that stood in when the program ended, by its mark. */
export function askedAgain(plan: Plan, call: ModelCall, mark: string): { entry?: ModelEntry } {
  const entry = modelsFor(plan, call).find((one) => markOf(one) === mark);
  return entry ? { entry } : {};
}

/** A model as it is marked when it takes more than it was given. */
export function markOf(entry: ModelEntry): string {
  const { name, at } = namedOf(entry);
  return `${name} ${at}`;
}
