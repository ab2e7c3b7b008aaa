// Where the values of a drawing can come from, before anything runs: the labels of 4-run/labels.ts,
// worked out over every way at once.
// OG1 whatever a run can show, this says too: labels are unions over all ways, and only an approval
//     ever takes one away.
// OG2 total, and nothing is worked out for a drawing into which nothing from outside can come.

import { isRef, isText, pathsIn } from '../base/binding.ts';
import { leavesOf } from '../base/condition.ts';
import {
  isObject,
  joinLabels,
  labelsInto,
  labelsUnder,
  type Json,
  type JsonObject,
  type Labels,
} from '../base/value.ts';
import { steeredBy, steeredInside, toldBy, type Judge } from '../policy/control.ts';
import { isUntrusted, sourceLabels, UNTRUSTED } from '../policy/source.ts';
import { isEach, plotsIn } from './looking-back.ts';
import { allSteps, type Drawing, type Room, type Step } from './step.ts';

/** What can be said about origins in one drawing. */
export type Origins = {
  /** Labels of what goes into a step, by dotted path of its settings. */
  into: (step: Step) => Labels;
  /** Labels of what it answers. */
  outOf: (step: Step) => Labels;
  /** Names of the decisions by which text from outside says whether the step happens. */
  steering: (step: Step) => Step[];
};

export const everything = (labels: Labels): string[] => [...new Set(Object.values(labels).flat())];

/** Can anything that somebody outside wrote come into a run of this drawing? (OG2) */
export const hasOutside = (drawing: Drawing): boolean =>
  drawing.folder.workflow.input.some(({ kind }) => kind === 'file') ||
  allSteps(drawing).some(({ card }) => card !== undefined && isUntrusted(sourceLabels(card)));

const looksBack = (drawing: Drawing): boolean =>
  allSteps(drawing).some(({ references }) =>
    references.some(({ path }) => path.startsWith('previous.')),
  );

/** Rounds after which nothing new can come by way of loops that look at their round before. */
const ROUNDS = 4;

/** The origins of a drawing (OG1). */
export function originsOf(drawing: Drawing): Origins {
  const found: Found = {
    drawing,
    answers: new Map(),
    tainted: new Set(),
    settings: new Map(),
    items: new Map(),
  };
  const rounds = looksBack(drawing) ? ROUNDS : 1;
  for (let round = 0; round < rounds; round++)
    for (const room of drawing.rooms) if (!room.of) visit(found, room);
  const judge = judgeIn(found);
  return {
    into: (step) => found.settings.get(step.node.id) ?? {},
    outOf: (step) => found.answers.get(step.node.id) ?? {},
    steering: (step) => {
      const plot = plotsIn(drawing).get(step.room);
      const by = plot ? steeredBy(plot, step.node.id, judge).by : [];
      return by.flatMap((id) => drawing.steps.get(id) ?? []);
    },
  };
}

type Found = {
  drawing: Drawing;
  answers: Map<string, Labels>;
  /** Steps whose answers somebody outside has a hand in. */
  tainted: Set<string>;
  settings: Map<string, Labels>;
  /** Labels of one item, by its for-each. */
  items: Map<string, string[]>;
};

function visit(found: Found, room: Room): void {
  for (const step of room.order ?? room.steps) {
    const { settings } = step.node;
    const read = labelsIn(found, step, settings);
    const own = joinLabels(read, told(found, step));
    found.settings.set(step.node.id, own);
    if (isEach(step)) found.items.set(step.node.id, under(own, 'items'));
    if (step.inner) visit(found, step.inner);
    const answer = answerOf(found, step, own);
    found.answers.set(step.node.id, answer);
    if (isUntrusted(everything(answer))) found.tainted.add(step.node.id);
  }
}

const whole = (labels: string[]): Labels => (labels.length ? { '': [...new Set(labels)] } : {});
const under = (labels: Labels, path: string): string[] => everything(labelsUnder(labels, path));

/** Labels of everything inside a setting, by its dotted path. */
function labelsIn(found: Found, step: Step, setting: Json): Labels {
  if (isRef(setting)) {
    const other = setting.else === undefined ? {} : labelsIn(found, step, setting.else);
    return joinLabels(look(found, step, setting['@ref']), other);
  }
  if (isText(setting)) {
    const used = pathsIn(setting['@text']).map((path) => everything(look(found, step, path)));
    const others = Object.values(setting.else ?? {}).map((x) =>
      everything(labelsIn(found, step, x)),
    );
    return whole([...used.flat(), ...others.flat()]);
  }
  // What the drawing itself says comes from nowhere else.
  if (!isObject(setting) && !Array.isArray(setting)) return NOWHERE;
  const labels: Labels = {};
  for (const [key, x] of Object.entries(setting)) {
    const inside = labelsIn(found, step, x);
    if (inside !== NOWHERE) Object.assign(labels, labelsInto(inside, key));
  }
  return labels;
}

const NOWHERE: Labels = {};

function look({ drawing, answers, items }: Found, step: Step, path: string): Labels {
  const [root = '', id = '', what, ...deep] = path.split('.');
  if (root === 'input') return inputLabels(drawing, id);
  if (root === 'item') return whole(around(step).flatMap((each) => items.get(each) ?? []));
  if (root !== 'steps' && root !== 'previous') return NOWHERE;
  const labels = answers.get(id) ?? {};
  return what === 'port' ? whole(everything(labels)) : labelsUnder(labels, deep.join('.'));
}

const inputLabels = ({ folder }: Drawing, id: string): Labels =>
  whole([
    'input',
    ...folder.workflow.input
      .filter((field) => field.kind === 'file' && (id === '' || field.id === id))
      .map(() => UNTRUSTED),
  ]);

/** The for-each around a step, innermost first. */
function around(step: Step): string[] {
  for (let of = step.room.of; of; of = of.room.of) if (isEach(of)) return [of.node.id];
  return [];
}

function answerOf(found: Found, step: Step, own: Labels): Labels {
  const { definition, card, node, inner } = step;
  const all = everything(own);
  const does = definition?.does.kind;
  if (inner) return isEach(step) ? whole(everything(ofRoom(found, inner))) : ofRoom(found, inner);
  if (definition?.type === 'approval') return { '': [`approved:${node.id}`] };
  if (definition?.type === 'question') return joinLabels({ '': ['user'] }, ...prefilled(step, own));
  if (does === 'card') return { '': ['user'] };
  if (definition?.type === 'shape_data') return shaped(node.settings, own);
  const looked = step.conditions.flatMap(({ condition }) =>
    leavesOf(condition).flatMap(({ field }) => everything(look(found, step, field))),
  );
  return whole([
    ...all,
    ...looked,
    ...(definition?.family === 'agent' ? ['model', ...ofPrompt(found, step)] : []),
    ...(card ? sourceLabels(card) : []),
  ]);
}

/** What a room hands on: what any of its last steps answered, and which of them was the last. */
function ofRoom(found: Found, room: Room): Labels {
  const plot = plotsIn(found.drawing).get(room);
  const judge = judgeIn(found);
  const told = plot ? steeredInside(plot, judge).flatMap((id) => judge.labels(id)) : [];
  return joinLabels(whole(told), ...room.steps.map(({ node }) => found.answers.get(node.id) ?? {}));
}

const prefilled = ({ node }: Step, own: Labels): Labels[] =>
  (Array.isArray(node.settings['fields']) ? node.settings['fields'] : []).map((one, i): Labels => {
    const field = isObject(one) && isObject(one['field']) ? one['field']['id'] : undefined;
    const labels = under(own, `fields.${i}.value`);
    return typeof field === 'string' && labels.length ? { [field]: labels } : {};
  });

function shaped(settings: JsonObject, own: Labels): Labels {
  const fields = Array.isArray(settings['fields']) ? settings['fields'] : [];
  return joinLabels(
    ...fields.map((one, i): Labels => {
      const id = isObject(one) ? one['id'] : undefined;
      return typeof id === 'string' ? { [id]: under(own, `fields.${i}.do`) } : {};
    }),
  );
}

/** What the prompt of an agent inserts by itself. */
function ofPrompt(found: Found, step: Step): string[] {
  const named = found.drawing.folder.prompts.filter(
    ({ id }) => id === step.node.settings['prompt'],
  );
  return named.flatMap(({ body }) => everything(labelsIn(found, step, { '@text': body })));
}

/** Whether a step happened tells what decided it: see 4-run/steering.ts. */
function told(found: Found, step: Step): Labels {
  const plots = plotsIn(found.drawing);
  const judge = judgeIn(found);
  return joinLabels(
    ...step.references.map(({ path, at, how }): Labels => {
      const [root, id = ''] = path.split('.');
      const target = found.drawing.steps.get(id);
      const plot = target && plots.get(target.room);
      if (how === 'condition' || !target || !plot) return {};
      const by =
        root === 'previous'
          ? steeredBy(plot, id, judge, plot).by
          : toldBy(plot, id, inRoom(target.room, step), judge);
      const labels = by.flatMap((one) => judge.labels(one));
      return labels.length ? { [at]: labels } : {};
    }),
  );
}

/** The step of a room that a step is, or lies in. */
function inRoom(room: Room, step: Step): string {
  let at = step;
  while (at.room !== room && at.room.of) at = at.room.of;
  return at.node.id;
}

type Judging = Judge & { labels: (id: string, as?: 'way' | 'around') => string[] };

/** Every approval is answered, as far as a drawing can know. */
function judgeIn(found: Found): Judging {
  const labels: Judging['labels'] = (id, as) => {
    const step = found.drawing.steps.get(id);
    const own = as === 'around' ? [] : everything(found.answers.get(id) ?? {});
    const rounds = step?.inner && !isEach(step) ? step.conditions : [];
    const until = rounds.flatMap(({ condition }) =>
      leavesOf(condition).flatMap(({ field }) => everything(look(found, step as Step, field))),
    );
    return [...own, ...until, ...(found.items.get(id) ?? [])];
  };
  const steers: Judge['steers'] = (id, as) =>
    (as !== 'around' && found.tainted.has(id)) ||
    (found.drawing.steps.get(id)?.inner !== undefined && isUntrusted(labels(id, as)));
  return { labels, steers, answered: () => true };
}
