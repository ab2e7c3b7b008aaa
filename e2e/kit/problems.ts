// Problems of small drawings, for the tests of 2-validate: a start, the steps given, the usual
// inputs, a tool that acts outside and one that reads.

import path from 'node:path';
import { edit } from '../../engine/1-document/edit.ts';
import type { Edit } from '../../engine/1-document/change.ts';
import { loadWorkspace } from '../../engine/1-document/load.ts';
import type { Folder, Problem, Setting } from '../../engine/1-document/schema.ts';
import { validate } from '../../engine/2-validate/validate.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { registry } from '../../nodes/index.ts';
import { drawing, scopeOf, type StepSpec } from './drawing.ts';

export const SAMPLES = path.resolve(import.meta.dirname, '../../samples');
export const SETTING = loadWorkspace(path.join(SAMPLES, '_workspace')).setting as Setting;

export type More = Parameters<typeof drawing>[1];
export const INPUT: NonNullable<More>['input'] = [
  { id: 'amount', label: 'Amount', kind: 'money', currency: 'USD', required: true },
  { id: 'note', label: 'Note', kind: 'text' },
  { id: 'mail', label: 'Mail', kind: 'mail', required: true },
  { id: 'receipt', label: 'Receipt', kind: 'file', required: true },
];
const MAIL: JsonObject = {
  name: 'mail',
  title: 'Send mail',
  class: 'communication',
  effect: 'irreversible',
  args: [
    { id: 'to', label: 'To', kind: 'mail', required: true },
    { id: 'text', label: 'Text', kind: 'text' },
    { id: 'sum', label: 'Sum', kind: 'money' },
  ],
  result: [
    { id: 'id', label: 'Id', kind: 'text', required: true },
    { id: 'copy', label: 'Copy', kind: 'text' },
  ],
};
export const LOOK: JsonObject = {
  name: 'look',
  title: 'Look up',
  class: 'customer_data',
  effect: 'read',
  result: MAIL['result'] as JsonObject[],
};
export const END: StepSpec = ['done', 'end', { outcome: 'done' }];
export const ASK: JsonObject = { ask: 'manager', title: 'May it?' };

export const folderOf = (steps: StepSpec[], arrows: string[], more: More = {}): Folder =>
  drawing(scopeOf([['start', 'start'], ...steps], arrows), {
    input: INPUT,
    cards: [MAIL, LOOK],
    ...more,
  });
export const problemsOf = (folder: Folder, setting = SETTING): Problem[] =>
  validate(folder, setting, registry);
export const found = (
  steps: StepSpec[],
  arrows: string[],
  more: More = {},
): [string, string?, string?][] =>
  problemsOf(folderOf(steps, arrows, more)).map((p) => [p.code, p.step, p.field]);
/** Findings about one step between start and end. */
export const about = (type: string, settings: JsonObject, port = 'ok', more: JsonObject = {}) =>
  found([['it', type, settings, more], END], ['start:ok>it', `it:${port}>done`]);

/** The problems left after every offered fix was taken. */
export function mended(folder: Folder): string[] {
  const workflow = problemsOf(folder).reduce((at, { fix }) => {
    const edited = fix ? edit(at, fix.edit as unknown as Edit) : undefined;
    return edited?.ok ? edited.workflow : at;
  }, folder.workflow);
  return problemsOf({ ...folder, workflow }).map((p) => p.code);
}
