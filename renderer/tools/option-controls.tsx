// Controls for what a kind of tool is told beyond plain fields: recipients, columns, how a key
// travels, the shape of a body.

import { Button, MultiSelect, SegmentedControl, Select, TagsInput, TextInput } from '@mantine/core';
import { ChevronDown, Plus } from 'lucide-react';
import { createContext, useContext, type ReactNode } from 'react';
import type { Field } from '../../engine/base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { TextWidget } from '../inspector/text-widgets.tsx';
import type { WidgetProps } from '../inspector/widget-props.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import { cleanList } from './clean-list.ts';
import { bodyOf, rowsOf, type Row } from './body-shape.ts';
import { PairsInput } from './pairs-input.tsx';

const ANYBODY = 'anybody';
const listOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((x): x is string => typeof x === 'string') : [];

/** The people a mail may go to: a list, or everybody, which has to be said. */
export function RecipientsControl({ label, value, onChange }: WidgetProps): ReactNode {
  const isAnybody = value === ANYBODY;
  return (
    <div className="tool-stack">
      <SegmentedControl
        aria-label={label}
        value={isAnybody ? ANYBODY : 'list'}
        data={[
          { value: 'list', label: t('tool.allow.list') },
          { value: ANYBODY, label: t('tool.allow.anybody') },
        ]}
        onChange={(next) => onChange(next === ANYBODY ? ANYBODY : [])}
      />
      {!isAnybody && (
        <TagsInput
          aria-label={t('tool.allow.who')}
          placeholder={t('tool.allow.placeholder')}
          value={listOf(value)}
          splitChars={[',', ';', ' ']}
          onChange={(next) => onChange(cleanList(next))}
        />
      )}
    </div>
  );
}

/** Several of a closed list. */
export function SeveralControl({ spec, code, label, value, onChange }: WidgetProps): ReactNode {
  return (
    <MultiSelect
      aria-label={label}
      data={(spec.choices ?? []).map((id) => ({ value: id, label: t(`${code}.${id}`) }))}
      value={listOf(value)}
      rightSection={<ChevronDown size={14} aria-hidden />}
      onChange={onChange}
    />
  );
}

/** The arguments a tool is given, for what they can be put into. */
const Arguments = createContext<Pick<Field, 'id' | 'label'>[]>([]);
export const ArgumentsProvider = Arguments.Provider;

type ChipsProps = { code: 'insert' | 'use'; without?: string; onPick: (id: string) => void };

/** A button for each argument; one that stands in `without` already is left out. */
function ArgumentChips({ code, without = '', onPick }: ChipsProps): ReactNode {
  const args = useContext(Arguments).filter(({ id }) => !without.includes(`{{${id}}}`));
  if (args.length === 0) return null;
  return (
    <div className="argument-chips">
      {args.map(({ id, label }) => (
        <Button
          key={id}
          size="compact-xs"
          leftSection={<Plus size={12} aria-hidden />}
          aria-label={t(`tool.place.${code}`, { label })}
          onClick={() => onPick(id)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

/** A text on one line in which arguments can stand. */
export function PlacesControl(props: WidgetProps): ReactNode {
  const text = typeof props.value === 'string' ? props.value : '';
  return (
    <>
      <TextWidget {...props} />
      <ArgumentChips
        code="insert"
        without={text}
        onPick={(id) => props.onChange(`${text}{{${id}}}`)}
      />
    </>
  );
}

const pairsOf = (value: Json | undefined): Row[] => {
  if (Array.isArray(value)) return listOf(value).map((one) => [one, one]);
  return Object.entries(isObject(value) ? value : {}).map(([name, text]) => [name, textOf(text)]);
};

/** Names and texts; what stands left and right is said by the catalogue. */
export function PairsControl({ spec, code, label, value, onChange }: WidgetProps): ReactNode {
  const rows = pairsOf(value);
  const set = (next: Row[]): void => onChange(next.length ? Object.fromEntries(next) : undefined);
  const isColumns = spec.widget === 'columns';
  const used = rows.map(([name, text]) => (isColumns ? `{{${name}}}` : text)).join(' ');
  return (
    <>
      <PairsInput
        label={label}
        heads={[t(`${code}.left`), t(`${code}.right`)]}
        rows={rows}
        onChange={set}
      />
      {spec.key !== 'result' && (
        <ArgumentChips
          code="use"
          without={used}
          onPick={(id) => set([...rows, [id, isColumns ? id : `{{${id}}}`]])}
        />
      )}
    </>
  );
}

const SECRET_WAYS = ['bearer', 'header', 'basic'] as const;

/** How the key travels with a request. */
export function SecretAsControl({ label, value, onChange }: WidgetProps): ReactNode {
  const own: JsonObject = isObject(value) ? value : { as: 'bearer' };
  const as = textOf(own['as']);
  const detail = as === 'header' ? 'name' : as === 'basic' ? 'user' : undefined;
  return (
    <div className="tool-two">
      <Select
        aria-label={label}
        data={SECRET_WAYS.map((way) => ({ value: way, label: t(`tool.secret_as.${way}`) }))}
        value={as}
        rightSection={<ChevronDown size={14} aria-hidden />}
        onChange={(next) =>
          next &&
          onChange(
            next === 'header'
              ? { as: next, name: 'X-Api-Key' }
              : next === 'basic'
                ? { as: next, user: '' }
                : { as: next },
          )
        }
      />
      {detail && (
        <TextInput
          aria-label={t(`tool.secret_as.${detail}`)}
          placeholder={t(`tool.secret_as.${detail}`)}
          value={textOf(own[detail])}
          onChange={(event) => onChange({ ...own, [detail]: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

/** What is sent along: all arguments as they are, or names of one's own. */
export function ShapeControl({ code, label, value, onChange }: WidgetProps): ReactNode {
  const rows = rowsOf(value);
  const isOwn = value !== undefined;
  return (
    <div className="tool-stack">
      <SegmentedControl
        aria-label={label}
        value={isOwn ? 'own' : 'all'}
        data={[
          { value: 'all', label: t('tool.shape.all') },
          { value: 'own', label: t('tool.shape.own') },
        ]}
        onChange={(next) => onChange(next === 'all' ? undefined : {})}
      />
      {isOwn && rows && (
        <PairsInput
          label={label}
          heads={[t(`${code}.left`), t(`${code}.right`)]}
          rows={rows}
          onChange={(next) => onChange(bodyOf(next))}
        />
      )}
      {isOwn && !rows && (
        <p className="hint">
          {t('tool.shape.foreign')}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => onChange({})}>
            {t('tool.shape.anew')}
          </Button>
        </p>
      )}
    </div>
  );
}
