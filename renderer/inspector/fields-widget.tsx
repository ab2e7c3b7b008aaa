// Declaring fields: what a form asks for, what a model is to find, what an answer must have; and
// what that will look like.
// FD1 a field's machine name is made of its label once, and kept: later steps refer to it.
// FD2 what is drawn as a preview is the very input the form, the card or the answer will have.

import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, ChevronDown, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { freshId } from '../../engine/base/ids.ts';
import { KINDS, type Field, type Kind } from '../../engine/base/kinds.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { t } from '../words.ts';
import { Choices, FieldDetails } from './field-details.tsx';
import { Folded } from './folded.tsx';
import { moved } from './records-widget.tsx';
import type { WidgetProps } from './widget-props.ts';

const chevron = <ChevronDown size={14} aria-hidden />;
const NEW_ID = /^field(_\d+)?$/;

/** A field of another kind, without what only the old kind had. */
function ofKind({ id, label, help, required }: Field, kind: Kind): Field {
  return {
    id,
    label,
    kind,
    ...(help === undefined ? {} : { help }),
    ...(required === undefined ? {} : { required }),
    ...(kind === 'money' ? { currency: 'USD' } : {}),
    ...(kind === 'list'
      ? { of: { id: 'item', label: label || t('app.fields.of'), kind: 'text' } }
      : {}),
    ...(kind === 'choice' ? { choices: [] } : {}),
  };
}

/** The fields inside a field: of a group, or of each entry of a list of groups. */
function innerOf(field: Field): { fields: Field[]; set: (fields: Field[]) => Field } | undefined {
  if (field.kind === 'record')
    return { fields: field.fields ?? [], set: (fields) => ({ ...field, fields }) };
  const { of } = field;
  if (field.kind !== 'list' || of?.kind !== 'record') return undefined;
  return {
    fields: of.fields ?? [],
    set: (fields) => ({ ...field, of: { ...of, fields } }),
  };
}

type EditorProps = {
  field: Field;
  taken: Set<string>;
  path: string;
  onChange: (field: Field) => void;
  onRemove?: (() => void) | undefined;
  onMove?: ((by: number) => void) | undefined;
  showRequired?: boolean;
};

function FieldEditor(props: EditorProps): ReactNode {
  const { field, taken, path, onChange, onRemove, onMove, showRequired = true } = props;
  const rename = (label: string): void => {
    const isNew = NEW_ID.test(field.id) || field.id === 'value';
    onChange({ ...field, id: isNew ? freshId(label, taken, 'field') : field.id, label }); // FD1
  };
  const inner = innerOf(field);
  return (
    <div className="field-editor" data-field={path}>
      <div className="rule-row">
        <TextInput
          className="grow"
          aria-label={t('app.fields.label')}
          placeholder={t('app.fields.label')}
          value={field.label}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <Select
          className="kind"
          aria-label={t('app.fields.kind')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`app.kind.${kind}`) }))}
          value={field.kind}
          rightSection={chevron}
          onChange={(kind) => kind && onChange(ofKind(field, kind as Kind))}
        />
        {onRemove && (
          <ActionIcon
            size={24}
            aria-label={t('app.fields.remove', { label: field.label })}
            onClick={onRemove}
          >
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {field.kind === 'choice' && <Choices field={field} onChange={onChange} />}
      {showRequired && (
        <div className="rule-row">
          <Checkbox
            className="grow"
            label={t('app.fields.required')}
            checked={field.required === true}
            onChange={(event) => onChange({ ...field, required: event.currentTarget.checked })}
          />
          {onMove && <Movers label={field.label} onMove={onMove} />}
        </div>
      )}
      {inner && (
        <div className="inner-fields">
          <FieldList
            fields={inner.fields}
            path={`${path}.fields`}
            onChange={(fields) => onChange(inner.set(fields))}
          />
        </div>
      )}
      <Folded title={t('app.fields.more')} isUsed={false} path={path} className="meta">
        <FieldDetails field={field} onChange={onChange} />
      </Folded>
    </div>
  );
}

function Movers({ label, onMove }: { label: string; onMove: (by: number) => void }): ReactNode {
  return (
    <>
      <ActionIcon size={24} aria-label={t('app.fields.up', { label })} onClick={() => onMove(-1)}>
        <ArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon size={24} aria-label={t('app.fields.down', { label })} onClick={() => onMove(1)}>
        <ArrowDown size={14} aria-hidden />
      </ActionIcon>
    </>
  );
}

const isField = (x: Json): boolean => isObject(x) && typeof x['label'] === 'string';

type ListProps = {
  fields: Field[];
  onChange: (fields: Field[]) => void;
  path?: string;
  /** What the fields are put together for: a form to fill in, or an answer. */
  shownAs?: 'form' | 'answer';
};

/** A list of declared fields; also used for the workflow's own form. */
export function FieldList({ fields, onChange, path = 'input', shownAs }: ListProps): ReactNode {
  const ids = fields.map((field) => field.id);
  const move = (i: number, by: number): void => {
    if (fields[i + by]) onChange(moved(fields, i, by));
  };
  return (
    <>
      <ul className="rules">
        {fields.map((field, i) => (
          <li key={i} className="rule">
            <FieldEditor
              field={field}
              taken={new Set(ids.filter((_id, j) => j !== i))}
              path={`${path}.${i}`}
              onChange={(next) => onChange(fields.with(i, next))}
              onRemove={() => onChange(fields.filter((_other, j) => j !== i))}
              onMove={fields.length > 1 ? (by) => move(i, by) : undefined}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        className="add"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() =>
          onChange([
            ...fields,
            { id: freshId('field', new Set(ids), 'field'), label: '', kind: 'text' },
          ])
        }
      >
        {t('app.add.fields')}
      </Button>
      {shownAs && fields.length > 0 && <Look fields={fields} shownAs={shownAs} />}
    </>
  );
}

/** What the fields will look like, filled in with their examples (FD2). */
function Look({ fields, shownAs }: { fields: Field[]; shownAs: 'form' | 'answer' }): ReactNode {
  return (
    <Folded title={t(`app.fields.look.${shownAs}`)} isUsed={false} path={[]}>
      <div className="look" inert>
        {fields.map((field, i) => (
          <FieldInput
            key={i}
            field={{ ...field, label: field.label || t('app.fields.label') }}
            value={field.example as Json | undefined}
            onChange={() => undefined}
          />
        ))}
      </div>
    </Folded>
  );
}

export function FieldsWidget({ path, value, onChange }: WidgetProps): ReactNode {
  const fields = (Array.isArray(value) ? value.filter(isField) : []) as unknown as Field[];
  return (
    <FieldList
      fields={fields}
      path={path}
      shownAs="answer"
      onChange={(next) => onChange(next as unknown as Json)}
    />
  );
}

export function FieldWidget({ spec, path, value, onChange }: WidgetProps): ReactNode {
  const field = isObject(value) ? (value as unknown as Field) : undefined;
  if (!field)
    return (
      <Button
        variant="subtle"
        className="add"
        onClick={() => onChange({ id: 'value', label: '', kind: 'text' })}
      >
        {t('app.fields.say')}
      </Button>
    );
  return (
    <FieldEditor
      field={field}
      taken={new Set()}
      path={path}
      showRequired={spec.required}
      onChange={(next) => onChange(next as unknown as Json)}
      onRemove={spec.required ? undefined : () => onChange(undefined)}
    />
  );
}
