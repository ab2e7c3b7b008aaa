// The shape in which a model hands over a drawing: closed lists of plain parts, far less than a
// document can hold. Whatever a model writes, nothing but these parts is ever looked at.

import type { Field, Kind } from '../base/kinds.ts';
import { OPERATORS } from '../base/condition.ts';

/** Kinds of steps a sketch may use, by the word the model is given. */
export const SKETCH_STEPS = [
  'classify',
  'extract',
  'draft',
  'decide',
  'call_tool',
  'condition',
  'approval',
  'question',
  'escalate',
  'wait',
  'end',
] as const;
export type SketchStep = (typeof SKETCH_STEPS)[number];

/** Kinds of fields a form of a sketch may have. */
export const SKETCH_KINDS = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'yes_no',
  'mail',
  'link',
  'file',
] as const satisfies Kind[];

const text = (id: string, kind: Kind = 'text'): Field => ({ id, label: id, kind });
const among = (id: string, ids: readonly string[]): Field => ({
  id,
  label: id,
  kind: 'choice',
  choices: ids.map((one) => ({ id: one, label: one })),
});
const many = (id: string, fields: Field[]): Field => ({
  id,
  label: id,
  kind: 'list',
  of: { id: 'one', label: id, kind: 'record', fields },
});

const FIELD = [text('id'), text('label'), among('kind', SKETCH_KINDS)];

export const SKETCH_FIELDS: Field[] = [
  text('name'),
  text('purpose', 'long_text'),
  many('input', [...FIELD, { id: 'required', label: 'required', kind: 'yes_no' }]),
  many('steps', [
    text('id'),
    text('name'),
    among('does', SKETCH_STEPS),
    text('instructions', 'long_text'),
    { id: 'reads', label: 'reads', kind: 'list', of: text('one') },
    many('options', [text('id'), text('name'), text('description', 'long_text')]),
    many('fields', FIELD),
    many('cases', [
      text('way'),
      text('label'),
      text('field'),
      among('op', OPERATORS),
      text('value'),
    ]),
    text('ask'),
    text('wish', 'long_text'),
    among('outcome', ['done', 'refused', 'does_not_know']),
    text('message', 'long_text'),
    { id: 'days', label: 'days', kind: 'number' },
  ]),
  many('arrows', [text('from'), text('way'), text('to')]),
];
