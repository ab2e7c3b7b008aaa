// The settings of each kind of step a sketch may use.
// SS1 a step looks only at what is there: inputs of the form, values of other steps; everything it
//     looks at has something to stand in for it, so that nothing waits for a value that never
//     comes.

import type { Operator } from '../base/condition.ts';
import type { Field } from '../base/kinds.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { SketchStep } from './sketch-shape.ts';

/** One step of a sketch, cleaned; `said` is what the sketch called an option or a way. */
export type Drawn = {
  id: string;
  does: SketchStep;
  name: string;
  instructions: string;
  reads: string[];
  options: { id: string; said: string; name: string; description: string }[];
  fields: Field[];
  cases: {
    port: string;
    said: string;
    label: string;
    field: string;
    op: Operator;
    value: string;
  }[];
  ask: string;
  wish: string;
  outcome: 'done' | 'refused' | 'does_not_know';
  message: string;
  days: number;
};

/** What steps can look at. */
export type Known = {
  input: Field[];
  inputIds: Map<string, string>;
  ids: Map<string, string>;
  drawn: Drawn[];
  currency: string;
};

/** The part of a step's value that says most, where a sketch names only the step. */
const MAIN: Partial<Record<SketchStep, string>> = {
  classify: 'value.name',
  decide: 'value.choice',
  draft: 'value.text',
  approval: 'value.note',
  question: 'value.note',
};

/** Something to look at: its path, and what it is called. */
type Sight = { path: string; label: string; field?: Field };

/** What a place of a sketch means; nothing where there is no such thing (SS1). */
function sightOf(said: string, known: Known): Sight | undefined {
  const [root = '', ...rest] = said.replace(/[{}\s]/g, '').split('.');
  const name = root === 'input' ? (rest[0] ?? '') : root;
  const field = known.input.find(({ id }) => id === (known.inputIds.get(name) ?? name));
  if (root === 'input' || (field && !known.ids.has(root)))
    return field && { path: inputPath(field), label: field.label, field };
  const [id = '', ...parts] = root === 'steps' ? rest : [root, ...rest];
  const step = known.drawn.find((one) => one.id === (known.ids.get(id) ?? id));
  if (!step) return undefined;
  const named = parts.filter((part) => part !== 'value').join('.');
  const own = step.fields.find((one) => one.id === named);
  const part = named === 'port' ? 'port' : named ? `value.${named}` : (MAIN[step.does] ?? 'value');
  return { path: `steps.${step.id}.${part}`, label: step.name, ...(own ? { field: own } : {}) };
}

const inputPath = ({ id, kind }: Field): string => `input.${id}${kind === 'file' ? '.text' : ''}`;

const ref = (path: string): JsonObject => ({ '@ref': path, else: '' });

/** What a step looks at; without a word about it, everything the form asks for. */
function sights(step: Drawn, known: Known): Sight[] {
  const found = step.reads.flatMap((said) => sightOf(said, known) ?? []);
  const all = found.length
    ? found
    : known.input.map((field) => ({ path: inputPath(field), label: field.label, field }));
  return [...new Map(all.map((one) => [one.path, one])).values()];
}

/** What is looked at as one text, a line for each. */
function textOf(seen: Sight[]): JsonObject {
  const text = seen
    .map(({ path, label }) => `${label.replace(/[{}]/g, '')}: {{${path}}}`)
    .join('\n');
  return { '@text': text, else: Object.fromEntries(seen.map(({ path }) => [path, ''])) };
}

/** What is looked at by name. */
const recordOf = (seen: Sight[]): JsonObject =>
  Object.fromEntries(
    seen.map(({ path }) => [path.split('.').slice(1).join('_').slice(0, 48), ref(path)]),
  );

const facts = (seen: Sight[]): Json[] =>
  seen.map(({ path, label, field }) => ({
    label: label.slice(0, 120),
    value: ref(path),
    ...(field?.kind === 'money' || field?.kind === 'date'
      ? { field: { ...field } as JsonObject }
      : {}),
  }));

/** A value written as text, in the kind of what it is compared with. */
function typed(value: string, field: Field | undefined): Json {
  const isFigure = field?.kind === 'money' || field?.kind === 'number';
  if (/^(true|yes)$/i.test(value) && field?.kind === 'yes_no') return true;
  if (/^(false|no)$/i.test(value) && field?.kind === 'yes_no') return false;
  const figure = Number(value.replace(/[^\d.-]/g, ''));
  return isFigure && value !== '' && Number.isFinite(figure) ? figure : value;
}

const options = ({ options: all }: Drawn): Json[] =>
  all.map(({ id, name, description }) => ({ id, name, description }));

/** The settings of a step (SS1). */
export function stepSettings(step: Drawn, known: Known): JsonObject {
  const { does, instructions, name, ask, fields } = step;
  const seen = sights(step, known);
  const title = (step.message || name).slice(0, 200);
  switch (does) {
    case 'classify':
      return {
        text: textOf(seen),
        instructions,
        categories: options(step),
        ways: true,
        maxOutputTokens: 200,
      };
    case 'extract':
      return {
        text: textOf(seen),
        instructions,
        fields: fields as unknown as Json,
        maxOutputTokens: 400,
      };
    case 'draft':
      return { instructions, data: recordOf(seen), maxOutputTokens: 600 };
    case 'decide':
      return {
        question: (step.message || name).slice(0, 1000),
        rule: instructions,
        data: recordOf(seen),
        options: options(step),
        maxOutputTokens: 200,
      };
    case 'call_tool':
      return { tool: '', args: {} };
    case 'condition':
      return { cases: casesOf(step, known), currency: known.currency };
    case 'approval':
      return { ask, title, show: facts(seen) };
    case 'question':
      return {
        ask,
        title,
        show: facts(seen),
        fields: fields.map((field) => ({ field })) as unknown as Json,
      };
    case 'escalate':
      return { ask: ask || 'incidents', title, show: facts(seen) };
    case 'wait':
      return { ms: Math.round(step.days * 86_400_000) };
    case 'end':
      return {
        outcome: step.outcome,
        ...(step.message ? { output: { message: step.message } } : {}),
      };
  }
}

function casesOf({ cases }: Drawn, known: Known): Json[] {
  return cases.flatMap(({ port, label, field, op, value }): Json[] => {
    const seen = sightOf(field, known);
    if (!seen) return [];
    const isBare = op === 'is_empty' || op === 'is_not_empty';
    const when = { field: seen.path, op, ...(isBare ? {} : { value: typed(value, seen.field) }) };
    return [{ port, ...(label ? { label } : {}), when }];
  });
}
