// What a step may look at: the form, earlier steps, the item or round it is in, the run itself.
// H1 what is offered is what the validator would accept; both ask the same function.
// H2 a value that may be missing is offered too, and says so, so that a fallback can be asked for.

import { stepsOf } from '../../engine/1-document/scopes.ts';
import { drawingOf } from '../../engine/2-validate/drawing.ts';
import type { Drawing, Step } from '../../engine/2-validate/step.ts';
import { find } from '../../engine/2-validate/visible.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import type { NodeFamily, Registry } from '../../engine/node.ts';
import { t } from '../words.ts';
import { spokenFields } from './spoken-fields.ts';

/** One value that can be taken: its path, its name, and whether it is surely there (H2). */
export type Offer = { path: string; label: string; field: Field | undefined; sure: boolean };
/** Where values come from, as it is shown: the form, a step, the run. */
export type Source = {
  id: string;
  name: string;
  family: NodeFamily | undefined;
  icon: string;
  offers: Offer[];
};

export type Sight = {
  drawing: Drawing;
  sources: Source[];
  byPath: Map<string, Offer & { source: Source }>;
};

const DEPTH = 2;

/** A field and the parts of a record inside it, with dotted paths. */
function* partsOf(
  fields: Field[],
  path: string,
  label = '',
  depth = 0,
): Generator<[string, string, Field]> {
  for (const field of fields) {
    const name = label ? `${label} ${field.label}` : field.label;
    yield [`${path}.${field.id}`, name, field];
    const parts = field.kind === 'file' ? fileText() : (field.fields ?? []);
    if ((field.kind === 'record' || field.kind === 'file') && depth < DEPTH)
      yield* partsOf(parts, `${path}.${field.id}`, name, depth + 1);
  }
}

const fileText = (): Field[] => [
  { id: 'text', label: t('app.reach.file.text'), kind: 'long_text' },
];

/** The fields a step's value has; undefined where nothing is declared. */
function fieldsOf({ output, card, definition }: Step): Field[] | undefined {
  if (card?.result.length) return card.result;
  if (!output || !('fields' in output)) return undefined;
  return spokenFields(definition?.type ?? '', output.fields);
}

/** The drawing as the rules see it; shared by everything that asks about reach. */
export const drawingFor = (folder: Folder, setting: Setting, registry: Registry): Drawing =>
  drawingOf(folder, setting, registry);

/** Everything the step can look at (H1); `afterRound` = as a loop's end looks at its last round. */
export function sightOf(drawing: Drawing, id: string, afterRound = false): Sight {
  const step = drawing.steps.get(id);
  const sources: Source[] = [];
  const add = (
    source: Omit<Source, 'offers'>,
    wanted: [string, string, Field | undefined][],
  ): void => {
    const offers = wanted.flatMap(([path, label, field]): Offer[] => {
      if (!step) return [];
      const found = find(drawing, { step, afterRound }, path);
      return found.ok ? [{ path, label, field: field ?? found.field, sure: found.sure }] : [];
    });
    if (offers.length > 0) sources.push({ ...source, offers });
  };
  const { input } = drawing.folder.workflow;
  add({ id: 'input', name: t('app.reach.form'), family: undefined, icon: 'clipboard-list' }, [
    ...partsOf(input, 'input'),
  ]);
  for (const { node } of stepsOf(drawing.folder.workflow.scope)) {
    const other = drawing.steps.get(node.id);
    if (!other?.definition || other.definition.type === 'start') continue;
    const fields = fieldsOf(other);
    const base = `steps.${node.id}`;
    const whole: [string, string, undefined] = [`${base}.value`, t('app.reach.whole'), undefined];
    const way: [string, string, undefined] = [`${base}.port`, t('app.reach.way'), undefined];
    const parts = fields ? [...partsOf(fields, `${base}.value`)] : [];
    const hasWays = (other.ports?.length ?? 0) > 1;
    const { family, icon } = other.definition;
    add({ id: node.id, name: node.name, family, icon }, [
      ...parts,
      ...(parts.length === 0 && other.output ? [whole] : []),
      ...(hasWays ? [way] : []),
    ]);
  }
  add({ id: 'item', name: t('app.reach.item'), family: undefined, icon: 'layers' }, [
    ['item', t('app.reach.item.whole'), undefined],
    ['index', t('app.reach.index'), undefined],
    ['round', t('app.reach.round'), undefined],
  ]);
  add({ id: 'run', name: t('app.reach.run'), family: undefined, icon: 'workflow' }, [
    ['run.by_name', t('app.reach.by'), undefined],
    ['run.by', t('app.reach.by_id'), undefined],
    ['run.id', t('app.reach.id'), undefined],
    ['today', t('app.reach.today'), undefined],
  ]);
  const byPath = new Map(
    sources.flatMap((source) => source.offers.map((offer) => [offer.path, { ...offer, source }])),
  );
  return { drawing, sources, byPath };
}

/** How a path reads: its source and its name; also for paths that can no longer be reached. */
export function nameOfPath(
  sight: Sight,
  path: string,
): { source: Source | undefined; label: string; lost: boolean } {
  const known = sight.byPath.get(path);
  if (known) return { source: known.source, label: known.label, lost: false };
  const [root, id = '', ...rest] = path.split('.');
  const step = root === 'steps' || root === 'previous' ? sight.drawing.steps.get(id) : undefined;
  const last = (rest.length > 0 ? rest : [id || root || path]).at(-1) as string;
  if (!step?.definition) return { source: undefined, label: last, lost: true };
  const { family, icon } = step.definition;
  const source = { id, name: step.node.name, family, icon, offers: [] };
  const field = fieldsOf(step)?.find((one) => one.id === last);
  // A part of something undeclared is fine as long as the step itself is in sight.
  const parent = sight.byPath.get(`steps.${id}.value`);
  return { source, label: field?.label ?? last, lost: root === 'steps' && !parent && !field };
}
