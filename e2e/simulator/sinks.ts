// What the world sees of a call before anything else: does it stand in the record, was it called
// too often, and does something that was read from outside press a button nobody agreed to?
// SK1 a call arrives only for an effect that is started, by this very attempt, in a run that goes
//    on.
// SK2 a tool or an address is never called more often, or more often at once, than its card says.
//     A call that is sent once more under its key, because an engine ended, is the same call. Two
//     models at one address may say different things; each is held to its own.
// SK3 a number read from outside reaches what cannot be taken back only by a grant, by a rule that
//     names the argument, or after a person saw that very number on a card and agreed.

import type { Folder } from '../../engine/1-document/schema.ts';
import type { AuthorityCard } from '../../engine/node.ts';
import { holds } from './holds.ts';
import { readingOf, type Sent } from './world.ts';
import type { Witness } from './witness.ts';

type Limits = {
  rate?: { calls: number; perMs: number } | undefined;
  concurrency?: number | undefined;
};
/** The attempt of an effect that is on its way, and how many there may be at once. */
type Flying = { n: number; most: number };
/** Calls of one tool or address: when they were sent, and which are on their way. */
type Line = { sent: number[]; flying: Map<string, Flying>; known: Set<string> };
export type Lines = Map<string, Line>;

/** A call arrives at the world. */
export function called(w: Witness, lines: Lines, call: Sent, now: number): void {
  const { key, attempt } = call;
  const effect = w.effects.get(key);
  holds(effect, () => `${key} was called and never opened`);
  const { status, attempt: n } = effect.row;
  holds(status === 'started' && n === attempt, () => `${key} is ${status} and was called`);
  holds(!effect.run.isOver, () => `${key} was called after the end`);
  if (call.tool) {
    const { card, args } = call.tool;
    inLine(w, lines, [`tool ${card.name}`, card], call, now);
    if (isSink(card))
      for (const [id, value] of Object.entries(args)) untouched(w, effect, key, id, value);
  }
  const { model } = call;
  if (model?.address !== undefined) inLine(w, lines, [model.address, model], call, now);
}

/** SK2 */
function inLine(
  w: Witness,
  lines: Lines,
  [name, limits]: [string, Limits],
  { key, attempt }: Sent,
  now: number,
): void {
  const line = lines.get(name) ?? { sent: [], flying: new Map<string, Flying>(), known: new Set() };
  lines.set(name, line);
  for (const [id, { n }] of line.flying) {
    const row = w.effects.get(id)?.row;
    // An effect that is started anew may be on its way to somebody else.
    if (row?.status !== 'started' || row.attempt !== n) line.flying.delete(id);
  }
  const own = `${key} ${attempt}`;
  if (!line.known.has(own)) line.sent.push(now);
  line.known.add(own);
  const { rate, concurrency = Infinity } = limits;
  line.flying.set(key, { n: attempt, most: concurrency });
  const atOnce = [...line.flying.values()].filter(({ most }) => most <= concurrency).length;
  holds(atOnce <= concurrency, () => `${name}: ${atOnce} at once, by ${key}`);
  if (!rate) return;
  line.sent = line.sent.filter((at) => at > now - rate.perMs);
  holds(line.sent.length <= rate.calls, () => `${name}: ${line.sent.length} calls, by ${key}`);
}

const isSink = ({ effect, class: kind }: AuthorityCard): boolean =>
  effect === 'irreversible' ||
  effect === 'spend' ||
  (effect === 'write' && kind === 'communication');

type Effect = Witness['effects'] extends Map<string, infer E> ? E : never;

/** SK3 */
function untouched(w: Witness, effect: Effect, key: string, id: string, value: unknown): void {
  const reading = readingOf(value);
  if (reading === undefined || effect.admission?.grant !== undefined) return;
  if (w.confirmed.has(reading)) return;
  const rule = ruleOf(effect.run.folder, effect.admission?.rule);
  const isNamed = JSON.stringify(rule?.when ?? '').includes(`"args.${id}"`);
  holds(isNamed, () => `${key}: what was read outside is ${id}, and nobody agreed`);
}

const ruleOf = (folder: Folder | undefined, id: string | undefined) =>
  folder?.rules.find((one) => one.id === id);
