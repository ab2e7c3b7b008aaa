// Writing a step's result by hand, or changing a kept one: a form of the shape the step declares.
// KD1 a value whose shape nobody declared is edited part by part, as it is.

import { Button, Modal, Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import type { WorkflowNode } from '../../engine/1-document/schema.ts';
import { checkFields } from '../../engine/base/fields.ts';
import type { Field } from '../../engine/base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { outdated, useTell } from '../ask.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { sentenceCase } from '../cards/value-words.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { fieldsOf, type Known } from '../runs/known.ts';
import { t } from '../words.ts';

export type Writing = { port: string; value: Json };
type Props = {
  slug: string;
  node: WorkflowNode;
  known: Known;
  /** What stands there now; undefined = closed. */
  start: Writing | undefined;
  onClose: () => void;
};

const kindOf = (value: Json | undefined): Field['kind'] =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'yes_no' : 'long_text';

/** The declared fields, and those that only the value has (KD1). */
function shapeOf(declared: Field[], value: JsonObject): Field[] {
  const own = Object.keys(value)
    .filter((id) => !declared.some((field) => field.id === id))
    .filter((id) => !isObject(value[id]) && !Array.isArray(value[id]))
    .map((id): Field => ({ id, label: sentenceCase(id), kind: kindOf(value[id]) }));
  return [...declared.map((field) => ({ ...field, required: false })), ...own];
}

function Form({ slug, node, known, start, onClose }: Props & { start: Writing }): ReactNode {
  const { ways } = stepFacts(known.registry, node);
  const [port, setPort] = useState(start.port);
  const [value, setValue] = useState<JsonObject>(isObject(start.value) ? start.value : {});
  const [fields] = useState(() => shapeOf(fieldsOf(known, node), value));
  const { mutate, isPending, error } = useTell('editKept');
  const faults = checkFields(fields, value);
  const save = (): void => {
    if (faults.length > 0) return;
    mutate(
      { slug, step: node.id, port, value },
      {
        onSuccess: () => {
          outdated('kept', 'givenTo');
          onClose();
        },
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="dialog-b run-form">
        <div className="form-fields">
          {ways.length > 1 && (
            <Select
              label={t('try.edit.way')}
              value={port}
              data={ways.map((way) => ({ value: way.id, label: way.words }))}
              rightSection={<ChevronDown size={14} aria-hidden />}
              onChange={(next) => next && setPort(next)}
            />
          )}
          {fields.map((field) => (
            <FieldInput
              key={field.id}
              field={field}
              value={value[field.id]}
              onChange={(next) =>
                setValue(({ [field.id]: _old, ...rest }) =>
                  next === undefined ? rest : { ...rest, [field.id]: next },
                )
              }
              error={
                faults.some((fault) => fault.field === field.id) ? t('try.edit.wrong') : undefined
              }
            />
          ))}
          {fields.length === 0 && <p className="hint">{t('try.edit.nothing')}</p>}
        </div>
        <Refused why={error?.message} />
      </div>
      <div className="dialog-f">
        <span className="meta grow">{t('try.edit.line')}</span>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="submit" variant="filled" loading={isPending}>
          {t('try.edit.keep')}
        </Button>
      </div>
    </form>
  );
}

export function KeptDialog(props: Props): ReactNode {
  const { start, onClose, node } = props;
  return (
    <Modal
      opened={start !== undefined}
      onClose={onClose}
      title={t('try.edit.title', { step: node.name })}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {start && <Form {...props} start={start} />}
    </Modal>
  );
}
