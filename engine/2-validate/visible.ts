// What a step may look at, and whether it is surely there: the answer to one reference.
// VI1 a step sees earlier steps of its own room and of the rooms around it, never into a room.
// VI2 a value is sure when its step has surely ended by a way that carries one, and its field is
//     declared as always there. Everything else needs something to fall back on.

import { fieldAt, type Field } from '../base/kinds.ts';
import { partAt } from '../base/value.ts';
import { isRef } from '../base/binding.ts';
import { includes, insideOf, isProblemWay, waysTo, type Drawing, type Step } from './step.ts';

/** What became of a reference. `field` is the declaration it leads to, where there is one. */
export type Found =
  | { ok: true; sure: boolean; field?: Field | undefined }
  | { ok: false; code: string; params: Record<string, string> };

const lost = (code: string, params: Record<string, string> = {}): Found => ({
  ok: false,
  code,
  params,
});

/** Where a setting is read: before the step starts, or, for a loop's end, after its last round. */
export type Reader = { step: Step; afterRound: boolean };

/** The answer to a path such as `steps.read.value.total` as seen by a step. */
export function find(drawing: Drawing, reader: Reader, path: string): Found {
  const [root = '', ...rest] = path.split('.');
  switch (root) {
    case 'input':
      return declared(drawing.folder.workflow.input, rest, 'input_unknown');
    case 'steps':
      return stepValue(drawing, reader, rest);
    case 'previous':
      return previousValue(drawing, reader, rest);
    case 'item':
    case 'index':
      return around(reader.step, 'for_each') ? item(reader.step, root, rest) : lost('only_in_each');
    case 'round':
      return around(reader.step, 'loop') || reader.afterRound
        ? { ok: true, sure: true }
        : lost('only_in_loop');
    case 'run':
    case 'workflow':
    case 'today':
      return { ok: true, sure: rest.length < 2 };
    default:
      return lost('root_unknown', { root });
  }
}

/** A part of declared fields; sure where every part on the way is required. */
function declared(fields: Field[], path: string[], code: string): Found {
  if (path.length === 0) return { ok: true, sure: true };
  const names = path.map((_key, i) => fieldAt(fields, path.slice(0, i + 1).join('.')));
  const open = names.findIndex((field) => field?.kind === 'record' && !field.fields);
  if (open >= 0 && open < path.length - 1) return { ok: true, sure: false };
  const field = names.at(-1);
  if (!field) return lost(code, { name: path.join('.') });
  // An entry of a list may not be there even where the list is.
  const sure = names.every((part, i) => part?.required === true && !/^\d+$/.test(path[i] ?? ''));
  return { ok: true, sure, field };
}

const structureOf = (step: Step): string | undefined =>
  step.definition?.does.kind === 'structure' ? step.definition.does.as : undefined;

/** The containers around a step, innermost first. */
function* roomsAround(step: Step): Generator<Step> {
  for (let of = step.room.of; of; of = of.room.of) yield of;
}

const around = (step: Step, kind: string): Step | undefined =>
  [...roomsAround(step)].find((room) => structureOf(room) === kind);

function stepValue(drawing: Drawing, reader: Reader, path: string[]): Found {
  const [id = '', what, ...deep] = path;
  const target = drawing.steps.get(id);
  if (!target) return lost('step_unknown', { id });
  const name = target.node.name;
  if (target === reader.step && !reader.afterRound) return lost('looks_at_itself', { other: name });
  const seenFrom = [reader.step, ...roomsAround(reader.step)].find((s) => s.room === target.room);
  const isInside = reader.afterRound && insideOf(reader.step).has(id);
  if (!seenFrom && !isInside) return lost('step_out_of_sight', { other: name });
  if (seenFrom && !includes(seenFrom.before, target))
    return lost('step_not_before', { other: name });
  const ended = seenFrom !== undefined && includes(seenFrom.sure, target);
  if (what === 'port') return { ok: true, sure: ended };
  if (what !== undefined && what !== 'value') return lost('step_part_unknown', { other: name });
  const carried =
    ended &&
    seenFrom !== undefined &&
    [...waysTo(target, seenFrom)].every((w) => carries(target, w));
  const found = valueOf(target, deep);
  return found.ok ? { ...found, sure: found.sure && carried } : found;
}

/** Does the step's value stand when it left by this way? People and gates always say something. */
function carries(step: Step, port: string): boolean {
  if (!isProblemWay(step, port)) return true;
  const family = step.definition?.family;
  return (family === 'person' || family === 'gate') && port !== 'timeout' && port !== 'error';
}

/** A part of what a step gives; what it does not declare itself, the card of its tool does. */
function valueOf(step: Step, path: string[]): Found {
  const { output, card } = step;
  const own = output && 'fields' in output ? output.fields : undefined;
  const fields = own ?? (card?.result.length ? card.result : undefined);
  const params = { other: step.node.name };
  if (!fields) return { ok: true, sure: true };
  const found = declared(fields, path, 'value_unknown');
  return found.ok ? found : { ...found, params: { ...found.params, ...params } };
}

/** The round before: never there in the first one. */
function previousValue(drawing: Drawing, reader: Reader, path: string[]): Found {
  const [id = '', what, ...deep] = path;
  const target = drawing.steps.get(id);
  if (!target) return lost('step_unknown', { id });
  const loop = [...roomsAround(reader.step)].find(
    (room) => structureOf(room) === 'loop' && insideOf(room).has(id),
  );
  if (!loop) return lost('only_in_loop');
  if (what === 'port' || what === undefined) return { ok: true, sure: false };
  const found = valueOf(target, deep);
  return found.ok ? { ...found, sure: false } : found;
}

/** One item: its parts are known where the list is declared with them. */
function item(step: Step, root: string, path: string[]): Found {
  if (root === 'index' || path.length === 0) return { ok: true, sure: true };
  const each = around(step, 'for_each');
  const items = each && partAt(each.node.settings, 'items');
  const listed = isRef(items) && each ? declaredList(each, items['@ref']) : undefined;
  return listed?.fields
    ? declared(listed.fields, path, 'item_part_unknown')
    : { ok: true, sure: true };
}

function declaredList(each: Step, path: string): Field | undefined {
  const [root, id = '', , ...deep] = path.split('.');
  if (root !== 'steps') return undefined;
  const source = each.room.byId.get(id);
  const found = source && valueOf(source, deep);
  return found?.ok ? found.field?.of : undefined;
}
