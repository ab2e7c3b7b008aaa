// A record: its declared fields in a box.

import type { ReactNode } from 'react';
import { isObject } from '../../engine/base/value.ts';
import type { NestingProps } from './field-props.ts';

export function RecordInput({
  field,
  value,
  onChange,
  disabled,
  onFile,
  Input,
}: NestingProps): ReactNode {
  const record = isObject(value) ? value : {};
  return (
    <fieldset className="record-input">
      <legend>{field.label}</legend>
      {(field.fields ?? []).map((part) => (
        <Input
          key={part.id}
          field={part}
          value={record[part.id]}
          disabled={disabled ?? false}
          onFile={onFile}
          onChange={(next) => {
            const { [part.id]: _old, ...rest } = record;
            onChange(next === undefined ? rest : { ...rest, [part.id]: next });
          }}
        />
      ))}
    </fieldset>
  );
}
