// Declaring fields: what a form asks for, what a model is to find, what an answer must have.
// FD1 a field's machine name is made of its label once, and kept: later steps refer to it.

import { ActionIcon, Button, Checkbox, Select, TagsInput, TextInput } from '@mantine/core';
import { ChevronDown, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { freshId } from '../../engine/base/ids.ts';
import { KINDS, type Field, type Kind } from '../../engine/base/kinds.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import { t } from '../words.ts';
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
    ...(kind === 'list' ? { of: { id: 'item', label, kind: 'text' } } : {}),
    ...(kind === 'choice' ? { choices: [] } : {}),
  };
}

function Choices({
  field,
  onChange,
}: {
  field: Field;
  onChange: (field: Field) => void;
}): ReactNode {
  const labels = (field.choices ?? []).map((choice) => choice.label);
  const set = (next: string[]): void => {
    const taken = new Set<string>();
    const choices = next.map((label) => {
      const id =
        field.choices?.find((choice) => choice.label === label)?.id ??
        freshId(label, taken, 'choice');
      taken.add(id);
      return { id, label };
    });
    onChange({ ...field, choices });
  };
  return (
    <TagsInput
      aria-label={t('app.fields.choices')}
      placeholder={t('app.fields.choices')}
      value={labels}
      onChange={set}
    />
  );
}

type EditorProps = {
  field: Field;
  taken: Set<string>;
  onChange: (field: Field) => void;
  onRemove?: (() => void) | undefined;
  showRequired?: boolean;
};

function FieldEditor({
  field,
  taken,
  onChange,
  onRemove,
  showRequired = true,
}: EditorProps): ReactNode {
  const rename = (label: string): void => {
    const id =
      // FD1
      NEW_ID.test(field.id) || field.id === 'value' ? freshId(label, taken, 'field') : field.id;
    onChange({ ...field, id, label });
  };
  return (
    <div className="field-editor">
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
        <Checkbox
          label={t('app.fields.required')}
          checked={field.required === true}
          onChange={(event) => onChange({ ...field, required: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}

const isField = (x: Json): boolean => isObject(x) && typeof x['label'] === 'string';

/** A list of declared fields; also used for the workflow's own form. */
export function FieldList(props: {
  fields: Field[];
  onChange: (fields: Field[]) => void;
}): ReactNode {
  const { fields, onChange } = props;
  const ids = fields.map((field) => field.id);
  return (
    <>
      <ul className="rules">
        {fields.map((field, i) => (
          <li key={i} className="rule">
            <FieldEditor
              field={field}
              taken={new Set(ids.filter((_id, j) => j !== i))}
              onChange={(next) => onChange(fields.with(i, next))}
              onRemove={() => onChange(fields.filter((_other, j) => j !== i))}
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
    </>
  );
}

export function FieldsWidget({ value, onChange }: WidgetProps): ReactNode {
  const fields = (Array.isArray(value) ? value.filter(isField) : []) as unknown as Field[];
  return <FieldList fields={fields} onChange={(next) => onChange(next as unknown as Json)} />;
}

export function FieldWidget({ spec, value, onChange }: WidgetProps): ReactNode {
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
      showRequired={spec.required}
      onChange={(next) => onChange(next as unknown as Json)}
      onRemove={spec.required ? undefined : () => onChange(undefined)}
    />
  );
}
