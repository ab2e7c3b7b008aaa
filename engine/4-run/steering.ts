// Text from outside as it decides, rather than as it is handed on: which decisions led to a step,
// and what a step learns when it looks whether another one has happened.
// ST1 a decision is as trustworthy as what it rested on: the labels of its step's value, of the
//     condition a loop ends by, of the list a for-each goes through.
// ST2 a child hangs on everything that its step in the run above hangs on.
// ST3 that a step happened, or did not, tells what decided about it: whoever looks at it carries
//     the labels of that decision. What surely happens tells nothing.

import { conditionsIn, referencesIn } from '../1-document/references.ts';
import type { Plots } from '../3-compile/plots.ts';
import { look, type Scope } from '../base/binding.ts';
import { leavesOf } from '../base/condition.ts';
import { joinLabels, type Json, type Labels, type Value } from '../base/value.ts';
import { fullScope } from '../kernel.ts';
import { steeredBy, steeredInside, toldBy, type Judge, type Plot } from '../policy/control.ts';
import { isUntrusted } from '../policy/source.ts';
import type { LiveRun } from './live.ts';
import type { Look, Plan } from './plan.ts';
import type { Turn } from './turn.ts';

/** A run of the family, as `Turn.run` looks it up. */
type Runs = Turn['run'];

/** Is this call made because untrusted text decided so? */
export const isSteered = (runs: Runs, live: LiveRun, step: string): boolean =>
  steeringOf(runs, live, step).length > 0;

/** The untrusted decisions a step hangs on, as labels; none where nobody outside has a say. */
function steeringOf(runs: Runs, live: LiveRun, step: string): string[] {
  const plot = live.plan.plots.of.get(step);
  if (!plot) return [];
  const sight = sightOf(runs, live);
  const { by, isOpen } = steeredBy(plot, step, judgeIn(sight));
  return [...by.flatMap((id) => sight.labels(id)), ...(isOpen ? above(runs, live) : [])];
}

/** ST2: what the workflow's own step in the run above hangs on. */
function above(runs: Runs, live: LiveRun): string[] {
  let at: LiveRun | undefined = live;
  while (at && eachOf(at) !== undefined) at = runs(at.row.parent ?? '');
  const parent = at?.row.parent ? runs(at.row.parent) : undefined;
  const effect = parent?.open.get(at?.row.parentEffect ?? '');
  return parent && effect ? steeringOf(runs, parent, effect.row.step) : [];
}

/** The for-each whose item a run is. */
const eachOf = ({ row }: LiveRun): string | undefined => /#scope:([^#]+)$/.exec(row.machine)?.[1];

/** What can be seen of decisions from a run: their labels, by step (ST1). */
type Sight = { scope: Scope; labels: (id: string, as?: 'way' | 'around') => string[] };

function sightOf(runs: Runs, live: LiveRun): Sight {
  const scope = fullScope(live.snapshot);
  const ended = (id: string): string[] =>
    [scope.steps[id], scope.previous?.[id]].flatMap((past) => (past ? allOf(past.value) : []));
  const labels: Sight['labels'] = (id, as) => {
    const { type = '', settings } = live.plan.nodes.get(id) ?? {};
    const own = as === 'around' ? [] : ended(id);
    if (type.startsWith('loop@')) return [...own, ...asked(settings?.['until'] ?? null, scope)];
    return type.startsWith('for_each@') ? [...own, ...itemsOf(runs, live, id)] : own;
  };
  return { scope, labels };
}

const judgeIn = ({ scope, labels }: Sight): Judge => ({
  steers: (id, as) => isUntrusted(labels(id, as)),
  answered: (gate) => (scope.steps[gate] ?? scope.previous?.[gate])?.port !== 'timeout',
});

/** Where an item of a for-each came from, as the run that works on it has it. */
function itemsOf(runs: Runs, live: LiveRun, each: string): string[] {
  let at: LiveRun | undefined = live;
  while (at && eachOf(at) !== each) at = at.row.parent ? runs(at.row.parent) : undefined;
  const item = at && fullScope(at.snapshot).item;
  return item ? allOf(item) : [];
}

const allOf = ({ labels }: Value): string[] => Object.values(labels).flat();

/** The labels of what the conditions in a setting look at, in this round and the one before. */
export function asked(setting: Json, scope: Scope): string[] {
  const fields = conditionsIn(setting).flatMap(({ condition }) => leavesOf(condition));
  return fields.flatMap(({ field }) =>
    [field, field.replace(/^steps\./, 'previous.')].flatMap((path) => {
      const found = look(scope, path);
      return found ? allOf(found) : [];
    }),
  );
}

// ---- what a look at another step tells ----------------------------------------------------------

/** The labels that looking at other steps adds to a step's settings, by dotted path (ST3). */
export function toldTo(runs: Runs, live: LiveRun, reader: string, settings: Json): Labels {
  const looks = tellingIn(live.plan, reader, settings);
  if (!looks.length) return {};
  const sight = sightOf(runs, live);
  const judge = judgeIn(sight);
  return joinLabels(
    ...looks.map((one): Labels => {
      const labels = told(live.plan, one, reader, judge).flatMap((id) => sight.labels(id));
      return labels.length ? { [one.at]: [...new Set(labels)].sort() } : {};
    }),
  );
}

/** What a child's own way adds to what it hands back: the decisions that led to its end. */
export function toldByEnd(runs: Runs, live: LiveRun, end: string | undefined): string[] {
  const { plots, nodes } = live.plan;
  const room = plots.rooms.get(eachOf(live) ?? '');
  if (!room) return [];
  const plot = end === undefined ? undefined : plots.of.get(end);
  const led = (judge: Judge): string[] =>
    plot && end !== undefined ? steeredBy(plot, end, judge, room).by : steeredInside(room, judge);
  const settings = nodes.get(end ?? '')?.settings ?? null;
  const looks = end === undefined ? {} : toldTo(runs, live, end, settings);
  if (!mayLead(room, end, led)) return Object.values(looks).flat();
  const sight = sightOf(runs, live);
  const own = led(judgeIn(sight)).flatMap((id) => sight.labels(id));
  return [...own, ...Object.values(looks).flat()];
}

const leading = new WeakMap<Plot, Map<string, boolean>>();

/** Can anything decide about this end at all? Most items have nothing to decide. */
function mayLead(room: Plot, end = '', led: (judge: Judge) => string[]): boolean {
  const known = leading.get(room) ?? new Map<string, boolean>();
  leading.set(room, known);
  const may = known.get(end) ?? led(ANYBODY).length > 0;
  known.set(end, may);
  return may;
}

const ANYBODY: Judge = { steers: () => true, answered: () => false };

/** The places in a step's settings that can tell something; worked out once per plan. */
function tellingIn(plan: Plan, reader: string, settings: Json): Look[] {
  const kept = plan.looks.get(reader);
  if (kept) return kept;
  const found = referencesIn(settings).flatMap(({ path, at }): Look[] => {
    const [root = '', step = ''] = path.split('.');
    const look: Look = { at, step, isPast: root === 'previous' };
    const isStep = root === 'steps' || root === 'previous';
    return isStep && told(plan, look, reader, ANYBODY).length ? [look] : [];
  });
  plan.looks.set(reader, found);
  return found;
}

/** The decisions that one look tells of: whether its step happened, and which end its room took. */
function told({ plots }: Plan, { step, isPast }: Look, reader: string, judge: Judge): string[] {
  const plot = plots.of.get(step);
  const at = plot && inRoom(plots, plot, reader);
  if (!plot || at === undefined) return [];
  const inner = plot.spots.get(step)?.inner;
  const inside = inner && at !== step ? steeredInside(inner, judge) : [];
  if (isPast) return [...steeredBy(plot, step, judge, plot).by, ...inside];
  return at === step ? [] : [...toldBy(plot, step, at, judge), ...inside];
}

/** The step of a room that a step is, or lies in. */
function inRoom(plots: Plots, room: Plot, step: string): string | undefined {
  let id: string | undefined = step;
  let plot = plots.of.get(step);
  while (plot && plot !== room) {
    id = plot.around?.id;
    plot = plot.around?.plot;
  }
  return plot && id;
}
