// A list of values of one kind: plain ones as a line each, records as boxes.

import { ActionIcon, Button, Input as MantineInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import { t } from '../words.ts';
import type { NestingProps } from './field-props.ts';

const PLAIN: Field = { id: 'item', label: '', kind: 'text' };

export function ListInput(props: NestingProps): ReactNode {
  const { field, value, onChange, error, onFile, Input } = props;
  const list = Array.isArray(value) ? value : [];
  const of = field.of ?? PLAIN;
  const set = (next: Json[]): void => onChange(next.length > 0 ? next : undefined);
  return (
    <MantineInput.Wrapper
      label={field.label}
      description={field.help}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <ul className="list-input">
        {list.map((item, i) => (
          <li key={i}>
            <span className="grow">
              <Input
                field={{ ...of, label: t('app.list.item', { label: field.label, n: i + 1 }) }}
                value={item}
                showLabel={of.kind === 'record'}
                onFile={onFile}
                onChange={(next) => set(list.with(i, next ?? ''))}
              />
            </span>
            <ActionIcon
              size={28}
              aria-label={t('app.list.remove', { n: i + 1 })}
              onClick={() => set(list.filter((_other, j) => j !== i))}
            >
              <Trash2 size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        className="add"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => set([...list, of.kind === 'record' ? {} : ''])}
      >
        {t('app.list.add')}
      </Button>
    </MantineInput.Wrapper>
  );
}
