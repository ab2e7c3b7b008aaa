// Conditions as rows: value · comparison · value, joined by "all of these" or "any of these".
// CE1 every condition the file format knows can be drawn and edited; nothing is shown as code.

import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core';
import { ChevronDown, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRef } from '../../engine/base/binding.ts';
import {
  OPERATORS,
  type Condition,
  type Leaf,
  type Operator,
} from '../../engine/base/condition.ts';
import type { Field } from '../../engine/base/kinds.ts';
import { sayPort } from '../../engine/base/text/ports.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import type { Sight } from '../document/reach.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { language, t } from '../words.ts';
import { useInspected } from './context.ts';
import { ValueChip } from './value-chip.tsx';
import { ValuePicker } from './value-picker.tsx';
import type { WidgetProps } from './widget-props.ts';

const FIGURES: Operator[] = ['less_than', 'at_most', 'more_than', 'at_least', 'is', 'is_not'];
const DATES: Operator[] = ['before', 'after', 'is', 'is_not'];
const CLOSED: Operator[] = ['is', 'is_not'];
const ALWAYS: Operator[] = ['is_empty', 'is_not_empty'];
const WITHOUT_VALUE = new Set<Operator>(ALWAYS);

/** The comparisons that make sense for a kind of value. */
function operatorsFor(field: Field | undefined): readonly Operator[] {
  switch (field?.kind) {
    case 'number':
    case 'money':
      return [...FIGURES, ...ALWAYS];
    case 'date':
      return [...DATES, ...ALWAYS];
    case 'yes_no':
    case 'choice':
      return [...CLOSED, ...ALWAYS];
    default:
      return OPERATORS;
  }
}

/** The ways out of a step, as a closed choice for conditions over `steps.<id>.port`. */
function wayField(path: string, sight: Sight): Field | undefined {
  const [root, id = '', what] = path.split('.');
  if (root !== 'steps' || what !== 'port') return undefined;
  const ports = sight.drawing.steps.get(id)?.ports ?? [];
  const type = sight.drawing.steps.get(id)?.node.type ?? '';
  return {
    id: 'way',
    label: t('app.reach.way'),
    kind: 'choice',
    choices: ports.map((port) => ({ id: port.id, label: sayPort(language, type, port) })),
  };
}

type LeafProps = { leaf: Leaf; sight: Sight; onChange: (leaf: Leaf) => void; onRemove: () => void };

function LeafRow({ leaf, sight, onChange, onRemove }: LeafProps): ReactNode {
  const field = wayField(leaf.field, sight) ?? sight.byPath.get(leaf.field)?.field;
  const operators = operatorsFor(field);
  const shown = operators.includes(leaf.op) ? operators : [leaf.op, ...operators];
  const input: Field = field ?? { id: 'value', label: '', kind: 'text' };
  const { value } = leaf;
  return (
    <div className="leaf">
      <div className="row">
        <ValuePicker sight={sight} onPick={(path) => onChange({ ...leaf, field: path })}>
          {(open) => (
            <button type="button" className="leaf-field" onClick={open}>
              {leaf.field ? (
                <ValueChip path={leaf.field} sight={sight} tight />
              ) : (
                t('app.bind.choose')
              )}
            </button>
          )}
        </ValuePicker>
        <span className="grow" />
        <ActionIcon size={24} aria-label={t('app.condition.remove')} onClick={onRemove}>
          <Trash2 size={14} aria-hidden />
        </ActionIcon>
      </div>
      <div className="rule-row">
        <Select
          className="sel"
          aria-label={t('app.condition.comparison')}
          data={shown.map((op) => ({ value: op, label: t(`app.op.${op}`) }))}
          value={leaf.op}
          rightSection={<ChevronDown size={14} aria-hidden />}
          onChange={(op) => op && onChange({ ...leaf, op: op as Operator })}
        />
        {!WITHOUT_VALUE.has(leaf.op) && (
          <span className="grow">
            {isRef(value) ? (
              <ValueChip path={value['@ref']} sight={sight} tight />
            ) : (
              <FieldInput
                field={{ ...input, label: t('app.condition.value') }}
                value={value}
                showLabel={false}
                onChange={(next) => onChange(withValue(leaf, next))}
              />
            )}
          </span>
        )}
      </div>
    </div>
  );
}

function withValue({ field, op }: Leaf, value: Json | undefined): Leaf {
  return value === undefined ? { field, op } : { field, op, value };
}

const NEW: Leaf = { field: '', op: 'is' };

type GroupProps = {
  condition: Condition;
  sight: Sight;
  onChange: (condition: Condition) => void;
  onRemove?: () => void;
};

/** One condition of any form (CE1). */
export function ConditionEditor({ condition, sight, onChange, onRemove }: GroupProps): ReactNode {
  if ('not' in condition)
    return (
      <div className="cond-not">
        <span className="cap">{t('app.condition.not')}</span>
        <ConditionEditor
          condition={condition.not}
          sight={sight}
          onChange={(not) => onChange({ not })}
          {...(onRemove ? { onRemove } : {})}
        />
      </div>
    );
  if (!('all' in condition) && !('any' in condition))
    return (
      <>
        <LeafRow
          leaf={condition}
          sight={sight}
          onChange={onChange}
          onRemove={onRemove ?? (() => onChange({ all: [] }))}
        />
        {!onRemove && <AddButton onAdd={() => onChange({ all: [condition, NEW] })} />}
      </>
    );
  const kind = 'all' in condition ? 'all' : 'any';
  const list = 'all' in condition ? condition.all : condition.any;
  const set = (next: Condition[]): void => onChange(kind === 'all' ? { all: next } : { any: next });
  return (
    <div className="cond">
      {list.length > 1 && (
        <SegmentedControl
          className="cond-kind"
          aria-label={t('app.condition.kind')}
          value={kind}
          data={[
            { value: 'all', label: t('app.condition.all') },
            { value: 'any', label: t('app.condition.any') },
          ]}
          onChange={(next) => onChange(next === 'all' ? { all: list } : { any: list })}
        />
      )}
      {list.map((one, i) => (
        <ConditionEditor
          key={i}
          condition={one}
          sight={sight}
          onChange={(next) => set(list.with(i, next))}
          onRemove={() => set(list.filter((_other, j) => j !== i))}
        />
      ))}
      <AddButton onAdd={() => set([...list, NEW])} />
    </div>
  );
}

function AddButton({ onAdd }: { onAdd: () => void }): ReactNode {
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      className="place"
      leftSection={<Plus size={12} aria-hidden />}
      onClick={onAdd}
    >
      {t('app.condition.add')}
    </Button>
  );
}

/** The condition a setting holds; an empty one when it holds nothing yet. */
export const conditionOf = (value: Json | undefined): Condition =>
  isObject(value) ? (value as unknown as Condition) : { all: [] };

export function ConditionWidget({ spec, value, onChange }: WidgetProps): ReactNode {
  const { sight, after } = useInspected();
  return (
    <div className="rule">
      <ConditionEditor
        condition={conditionOf(value)}
        sight={spec.key === 'until' ? after : sight}
        onChange={(next) => onChange(next as unknown as Json)}
      />
    </div>
  );
}
