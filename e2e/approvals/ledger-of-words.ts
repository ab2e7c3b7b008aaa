// What was agreed to and what was done, counted from the record and from the world alone. It shares
// no code with cards, grants or the door.
// LW1 one end per card: answered, expired or withdrawn.
// LW2 a grant is used by one effect, of the step and execution it names, with the arguments whose
//     hash it carries; the world is called with exactly these.
// LW3 nobody who started a run has a word in it, and nobody has two on one card.

import { createHash } from 'node:crypto';
import type { Admission, Grant, Recorded } from '../../engine/4-run/events.ts';
import type { Json } from '../../engine/base/value.ts';

type Effect = { run: string; node: string; visit: number; index?: number; call?: Json };
export type Words = {
  runs: Map<string, string>;
  effects: Map<string, Effect>;
  ends: Map<string, string>;
  grants: Map<string, Grant & { usedBy?: string }>;
  votes: Map<string, string[]>;
  paid: Map<string, Json>;
  wrong: string[];
};

export const createWords = (): Words => ({
  runs: new Map(),
  effects: new Map(),
  ends: new Map(),
  grants: new Map(),
  votes: new Map(),
  paid: new Map(),
  wrong: [],
});

const sorted = (x: Json): Json => {
  if (Array.isArray(x)) return x.map(sorted);
  if (typeof x !== 'object' || x === null) return x;
  return Object.fromEntries(
    Object.keys(x)
      .sort()
      .map((key) => [key, sorted(x[key] as Json)]),
  );
};
const hashOf = (tool: string, args: Json): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted({ tool, args })))
    .digest('hex');

/** The hops from the root to a run; a child's id is that of the effect it stands for. */
function pathOf(w: Words, run: string): string {
  const effect = w.effects.get(run);
  if (!effect) return '';
  const index = effect.index === undefined ? '' : `:${effect.index}`;
  return `${pathOf(w, effect.run)}${effect.node}:${effect.visit}${index}/`;
}

/** Takes note of what was committed. */
export function note(w: Words, events: Recorded[]): void {
  for (const e of events) {
    if (e.type === 'run.started') w.runs.set(e.run, e.head.by);
    else if (e.type === 'effect.opened') {
      const { effect, node, visit, admission } = e.head;
      const call = e.payload?.call;
      w.effects.set(effect, { run: e.run, node, visit, ...(call ? { call } : {}) });
      if (admission) admitted(w, effect, admission);
    } else if (e.type === 'effect.admitted') admitted(w, e.head.effect, e.head.admission);
    else if (e.type === 'child.started') {
      const effect = w.effects.get(e.head.effect);
      if (effect && e.head.index !== undefined) effect.index = e.head.index;
    } else if (e.type === 'card.answered') answered(w, e);
    else if (e.type === 'card.expired' || e.type === 'card.withdrawn') end(w, e.head.card, e.type);
    else if (e.type === 'card.voted') voted(w, e);
  }
}

function end(w: Words, card: string, how: string): void {
  const before = w.ends.get(card);
  if (before !== undefined) w.wrong.push(`${card} ended by ${how} after ${before}`);
  w.ends.set(card, how);
}

function answered(w: Words, e: Recorded & { type: 'card.answered' }): void {
  end(w, e.head.card, e.head.choice);
  if (e.head.by === w.runs.get(e.run)) w.wrong.push(`${e.head.card} was answered by its requester`);
  for (const grant of e.head.grants) {
    if (w.grants.has(grant.id)) w.wrong.push(`${grant.id} was given twice`);
    w.grants.set(grant.id, grant);
  }
}

function voted(w: Words, e: Recorded & { type: 'card.voted' }): void {
  const { card, by, hash } = e.head;
  if (w.ends.has(card)) w.wrong.push(`${card} was spoken on after its end`);
  if (by === w.runs.get(e.run)) w.wrong.push(`${card} has a word of its requester`);
  const words = w.votes.get(card) ?? [];
  if (words.includes(`${by} ${hash}`)) w.wrong.push(`${by} spoke twice on ${card}`);
  w.votes.set(card, [...words, `${by} ${hash}`]);
}

function admitted(w: Words, id: string, a: Admission): void {
  const effect = w.effects.get(id);
  if (a.decision !== 'start' || !effect?.call) return;
  const { tool, args } = effect.call as { tool: string; args: Json };
  const grant = a.grant === undefined ? undefined : w.grants.get(a.grant);
  if (!grant) return void w.wrong.push(`${id} pays and nobody agreed`);
  const fits =
    grant.step === effect.node &&
    grant.visit === effect.visit &&
    (grant.within ?? '') === pathOf(w, effect.run) &&
    grant.argsHash === hashOf(tool, args);
  if (!fits) w.wrong.push(`${id} pays by ${grant.id}, which is for something else`);
  if (grant.usedBy !== undefined && grant.usedBy !== id) w.wrong.push(`${grant.id} is used twice`);
  grant.usedBy = id;
}

/** The world was called: with what was admitted, and once for each key. */
export function called(w: Words, key: string, tool: string, args: Json): void {
  const effect = w.effects.get(key);
  const used = [...w.grants.values()].find((grant) => grant.usedBy === key);
  if (!effect || !used) w.wrong.push(`${key} was called and not admitted`);
  else if (used.argsHash !== hashOf(tool, args)) w.wrong.push(`${key} was called with other words`);
  const before = w.paid.get(key);
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(args))
    w.wrong.push(`${key} was called twice with different words`);
  w.paid.set(key, args);
}
