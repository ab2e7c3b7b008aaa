// The ways out of a condition, tried from top to bottom; the last one takes every other case.

import { Button, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { freshId } from '../../engine/base/ids.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import { ConditionEditor, conditionOf } from './condition-editor.tsx';
import { useInspected } from './context.ts';
import { EntryBox, moved } from './records-widget.tsx';
import type { WidgetProps } from './widget-props.ts';

export function CasesWidget({ path, code, label, value, onChange }: WidgetProps): ReactNode {
  const { sight, facts } = useInspected();
  const list = Array.isArray(value) ? value.filter(isObject) : [];
  const ports = new Set(list.map((entry) => textOf(entry['port'])));
  const words = (port: Json | undefined): string =>
    facts.ways.find((way) => way.id === port)?.words ?? textOf(port);
  const set = (i: number, change: JsonObject): void =>
    onChange(list.with(i, { ...list[i], ...change }));
  return (
    <>
      <ol className="rules">
        {list.map((entry, i) => (
          <EntryBox
            key={textOf(entry['port'])}
            n={i + 1}
            count={list.length}
            label={label}
            onMove={(by) => onChange(moved(list, i, by))}
            onRemove={() => onChange(list.filter((_other, j) => j !== i))}
          >
            <div className="rule-way" id={`field-${path}.${i}`}>
              <TextInput
                className="grow"
                aria-label={t(`${code}.label`)}
                placeholder={words(entry['port'])}
                value={typeof entry['label'] === 'string' ? entry['label'] : ''}
                onChange={(event) => set(i, { label: event.currentTarget.value })}
              />
              <span className="meta">{t('app.cases.when')}</span>
            </div>
            <ConditionEditor
              condition={conditionOf(entry['when'])}
              sight={sight}
              onChange={(when) => set(i, { when: when as unknown as Json })}
            />
          </EntryBox>
        ))}
        <li className="rule">
          <div className="rule-way">
            <span className="way num">{words('otherwise')}</span>
            <span className="meta">{t('app.cases.otherwise')}</span>
          </div>
        </li>
      </ol>
      <Button
        variant="subtle"
        className="add"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() =>
          onChange([
            ...list,
            { port: freshId('way', ports, 'way'), when: { all: [{ field: '', op: 'is' }] } },
          ])
        }
      >
        {t('app.add.cases')}
      </Button>
    </>
  );
}
