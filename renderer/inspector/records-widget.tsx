// A list of records, each in a box with its parts: categories, facts, recommendations, operations.
// RE1 a part that is only a machine's name (`id` beside a name) is made of that name, never asked
//     for.

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { freshId } from '../../engine/base/ids.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { textOf } from '../json-text.ts';
import { t, tMaybe } from '../words.ts';
import type { Spec } from './form-spec.ts';
import { SettingField } from './setting-field.tsx';
import type { WidgetProps } from './widget-props.ts';

const NAMES = ['name', 'label'];

/** The part a machine's name is made of, if there is such a pair (RE1). */
function namedBy(parts: Spec[]): string | undefined {
  const hasId = parts.some((part) => part.key === 'id');
  return hasId ? NAMES.find((name) => parts.some((part) => part.key === name)) : undefined;
}

/** Starting values for the parts that have to be there. */
function fresh(parts: Spec[], taken: Set<string>): JsonObject {
  const own = parts.filter((part) => part.required && !part.bindable && part.key !== 'id');
  const entries = own.map((part): [string, Json] => [part.key, part.choices?.[0] ?? emptyOf(part)]);
  const hasId = parts.some((part) => part.key === 'id');
  if (hasId) entries.unshift(['id', freshId('', taken, 'option')]);
  return Object.fromEntries(entries);
}

function emptyOf(part: Spec): Json {
  if (part.widget === 'condition') return { all: [] };
  if (part.widget === 'field') return { id: 'value', label: '', kind: 'text' };
  if (part.variants) return { op: Object.keys(part.variants)[0] ?? '' };
  return '';
}

type BoxProps = {
  n: number;
  count: number;
  label: string;
  /** What stands in the first line instead of the number: the entry's name. */
  head?: ReactNode;
  children: ReactNode;
  /** The last run's values take this one. */
  isLive?: boolean;
  onMove: (by: number) => void;
  onRemove: () => void;
};

/** One entry of a list: its place, moving it, removing it. */
export function EntryBox({
  n,
  count,
  label,
  head,
  children,
  isLive = false,
  onMove,
  onRemove,
}: BoxProps): ReactNode {
  return (
    <li className={isLive ? 'rule is-live' : 'rule'}>
      <div className="rule-way">
        {head ?? (
          <>
            <span className="meta num">{t('app.entry.n', { n })}</span>
            <span className="grow" />
          </>
        )}
        {count > 1 && (
          <>
            <ActionIcon
              size={24}
              disabled={n === 1}
              aria-label={t('app.entry.up', { label, n })}
              onClick={() => onMove(-1)}
            >
              <ArrowUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={24}
              disabled={n === count}
              aria-label={t('app.entry.down', { label, n })}
              onClick={() => onMove(1)}
            >
              <ArrowDown size={14} aria-hidden />
            </ActionIcon>
          </>
        )}
        <ActionIcon size={24} aria-label={t('app.entry.remove', { label, n })} onClick={onRemove}>
          <Trash2 size={14} aria-hidden />
        </ActionIcon>
      </div>
      {children}
    </li>
  );
}

/** A list with the entry at `i` moved by one place. */
export function moved<T>(list: T[], i: number, by: number): T[] {
  const next = list.slice();
  const [entry] = next.splice(i, 1);
  next.splice(i + by, 0, entry as T);
  return next;
}

export function RecordsWidget({
  spec,
  path,
  code,
  label,
  value,
  onChange,
}: WidgetProps): ReactNode {
  const list = Array.isArray(value) ? value.filter(isObject) : [];
  const parts = spec.parts ?? [];
  const source = namedBy(parts);
  const title = parts.find((part) => NAMES.includes(part.key) && !part.bindable)?.key;
  const labelOf = (key: string): string => tMaybe(`${code}.${key}`) ?? t(`app.part.${key}`);
  const ids = new Set(list.map((entry) => textOf(entry['id'])));
  const change = (i: number, key: string, next: Json | undefined): void => {
    const { [key]: _old, ...rest } = list[i] ?? {};
    const entry: JsonObject = next === undefined ? rest : { ...list[i], [key]: next };
    // While an entry is new its machine's name follows its name (RE1); ways out already drawn keep
    // it.
    const isNew = source === key && /^option(_\d+)?$/.test(textOf(entry['id']));
    const others = new Set([...ids].filter((id) => id !== entry['id']));
    onChange(
      list.with(i, isNew ? { ...entry, id: freshId(textOf(next), others, 'option') } : entry),
    );
  };
  return (
    <>
      <ol className="rules">
        {list.map((entry, i) => (
          <EntryBox
            key={i}
            n={i + 1}
            count={list.length}
            label={label}
            head={
              title && (
                <TextInput
                  className="grow"
                  id={`field-${path}.${i}.${title}`}
                  aria-label={labelOf(title)}
                  placeholder={labelOf(title)}
                  value={textOf(entry[title])}
                  onChange={(event) => change(i, title, event.currentTarget.value)}
                />
              )
            }
            onMove={(by) => onChange(moved(list, i, by))}
            onRemove={() => onChange(list.filter((_other, j) => j !== i))}
          >
            {parts
              .filter((part) => part.key !== title && !(part.key === 'id' && source))
              .map((part) => (
                <SettingField
                  key={part.key}
                  spec={part}
                  path={`${path}.${i}.${part.key}`}
                  code={`${code}.${part.key}`}
                  label={labelOf(part.key)}
                  value={entry[part.key]}
                  onChange={(next) => change(i, part.key, next)}
                />
              ))}
          </EntryBox>
        ))}
      </ol>
      <Button
        variant="subtle"
        className="add"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...list, fresh(parts, ids)])}
      >
        {tMaybe(`app.add.${spec.widget}`) ?? t('app.list.add')}
      </Button>
    </>
  );
}
