// One comparison: what is looked at, how, and what it is held against; with what the last run says.

import { ActionIcon, Select } from '@mantine/core';
import { Check, ChevronDown, Link2, Minus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isRef, type Ref } from '../../engine/base/binding.ts';
import { holds, OPERATORS, type Leaf, type Operator } from '../../engine/base/condition.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import type { Sight } from '../document/reach.ts';
import { FieldInput } from '../fields/field-input.tsx';
import type { FieldInputProps } from '../fields/field-props.ts';
import { OneOfInput } from '../fields/one-of-input.tsx';
import { t } from '../words.ts';
import { usePlace } from './carry.ts';
import { useMaybeInspected } from './context.ts';
import { FigureInput } from './figure-input.tsx';
import { lastWords } from './last-words.ts';
import { fieldOfLeaf } from './say-condition.ts';
import { ValueChip } from './value-chip.tsx';
import { ValuePicker } from './value-picker.tsx';

const FIGURES: Operator[] = ['less_than', 'at_most', 'more_than', 'at_least', 'is', 'is_not'];
const DATES: Operator[] = ['before', 'after', 'is', 'is_not'];
const CLOSED: Operator[] = ['is', 'is_not', 'one_of'];
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
    case 'list':
      return ['contains', ...ALWAYS];
    default:
      return OPERATORS;
  }
}

type Props = {
  leaf: Leaf;
  sight: Sight;
  /** Where it stands, so that a value can be dropped on it. */
  path: string;
  onChange: (leaf: Leaf) => void;
  onRemove?: (() => void) | undefined;
};

/** With another comparison; one value becomes a list of one, and the other way round. */
function withOperator({ field, value }: Leaf, op: Operator): Leaf {
  const isMany = op === 'one_of';
  if (value === undefined || isMany === Array.isArray(value))
    return withValue({ field, op }, value);
  return withValue({ field, op }, isMany ? [value] : Array.isArray(value) ? value[0] : value);
}

const withValue = ({ field, op }: Leaf, value: Json | undefined): Leaf =>
  value === undefined ? { field, op } : { field, op, value };

export function LeafRow({ leaf, sight, path, onChange, onRemove }: Props): ReactNode {
  const field = fieldOfLeaf(leaf.field, sight);
  const operators = operatorsFor(field);
  const shown = operators.includes(leaf.op) ? operators : [leaf.op, ...operators];
  const pick = (from: string): void => {
    const next = fieldOfLeaf(from, sight);
    const op = operatorsFor(next).includes(leaf.op) ? leaf.op : (operatorsFor(next)[0] ?? 'is');
    onChange({ ...leaf, field: from, op: leaf.field === '' ? op : leaf.op });
  };
  const [wish, setWish] = useState(false);
  const isFrom = wish || isRef(leaf.value);
  const hasValue = !WITHOUT_VALUE.has(leaf.op);
  const turn = (next: boolean): void => {
    setWish(next);
    if (!next && isRef(leaf.value)) onChange(withValue(leaf, undefined));
  };
  const place = usePlace({ id: `${path}.field`, label: t('app.condition.field'), take: pick });
  return (
    <div className="leaf" data-field={path}>
      <span className="leaf-look" {...place}>
        <ValuePicker sight={sight} onPick={pick}>
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
      </span>
      <Select
        className="sel"
        aria-label={t('app.condition.comparison')}
        data={shown.map((op) => ({ value: op, label: t(`app.op.${op}`) }))}
        value={leaf.op}
        rightSection={<ChevronDown size={14} aria-hidden />}
        onChange={(op) => op && onChange(withOperator(leaf, op as Operator))}
      />
      {hasValue && (
        <Against {...{ leaf, field, sight, path, onChange }} isFrom={isFrom} onFrom={setWish} />
      )}
      <div className="leaf-more">
        <LeafTried leaf={leaf} sight={sight} />
        {hasValue && (
          <ActionIcon
            size={24}
            aria-label={t('app.condition.from')}
            aria-pressed={isFrom}
            title={t('app.condition.from')}
            className={isFrom ? 'is-on' : undefined}
            onClick={() => turn(!isFrom)}
          >
            <Link2 size={14} aria-hidden />
          </ActionIcon>
        )}
        {onRemove && (
          <ActionIcon size={24} aria-label={t('app.condition.remove')} onClick={onRemove}>
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}

type AgainstProps = Omit<Props, 'onRemove'> & {
  field: Field | undefined;
  /** It is, or is to be, another value. */
  isFrom: boolean;
  onFrom: (isFrom: boolean) => void;
};

/** What it is held against: fixed, or another value. */
function Against(props: AgainstProps): ReactNode {
  const { leaf, field, sight, path, isFrom, onFrom, onChange } = props;
  const { value } = leaf;
  const set = (next: Json | undefined): void => onChange(withValue(leaf, next));
  const pick = (from: string): void => {
    onFrom(false);
    set({ '@ref': from } satisfies Ref);
  };
  const label = t('app.condition.value');
  const place = usePlace({ id: `${path}.value`, label, kind: field?.kind, take: pick });
  const declared = field?.kind === 'list' ? field.of : field; // a list is asked about one entry
  // Required: what is held against nothing is no comparison, so there is nothing to clear.
  const own = declared ?? { id: 'value', kind: 'text' as const };
  const input: Field = { ...own, label, required: true };
  const isFigure = input.kind === 'number' || input.kind === 'money';
  const Figure = isFigure ? FigureInput : FixedInput;
  const Input = leaf.op === 'one_of' ? OneOfInput : Figure;
  return (
    <span className="leaf-value" {...place}>
      {isFrom ? (
        <ValuePicker sight={sight} onPick={pick} kind={field?.kind} startOpen={!isRef(value)}>
          {(open) => (
            <button type="button" className="leaf-field" onClick={open}>
              {isRef(value) ? (
                <ValueChip path={value['@ref']} sight={sight} tight />
              ) : (
                t('app.bind.choose')
              )}
            </button>
          )}
        </ValuePicker>
      ) : (
        <Input field={input} value={isRef(value) ? undefined : value} onChange={set} />
      )}
    </span>
  );
}

const FixedInput = (props: FieldInputProps): ReactNode => (
  <FieldInput {...props} showLabel={false} />
);

/** Whether the comparison holds for the last run's value, beside it. */
function LeafTried({ leaf, sight }: { leaf: Leaf; sight: Sight }): ReactNode {
  const known = useMaybeInspected()?.known;
  if (!known || leaf.field === '' || isOpen(leaf)) return null;
  const words = lastWords(known, sight, leaf.field);
  const isSo = holds(leaf, known.scope);
  const Icon = isSo ? Check : Minus;
  return (
    <p className={isSo ? 'leaf-tried is-so num' : 'leaf-tried num'}>
      <Icon size={12} strokeWidth={2.5} aria-hidden />
      {t(isSo ? 'cond.tried.yes' : 'cond.tried.no', { value: words || t('cond.tried.none') })}
    </p>
  );
}

/** Nothing to hold it against has been said yet. */
const isOpen = ({ op, value }: Leaf): boolean =>
  !WITHOUT_VALUE.has(op) && (value === undefined || value === '');
