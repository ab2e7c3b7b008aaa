// Conditions as rows: value · comparison · value, joined by "all", "any" or "none of these", in
// groups within groups; and what the last run's values say to them.
// CE1 every condition the file format knows can be drawn and edited; nothing is shown as code.
// CE2 one comparison alone stands without a group around it; a second one makes a group.

import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { Brackets, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Condition, Leaf } from '../../engine/base/condition.ts';
import type { Json } from '../../engine/base/value.ts';
import type { Sight } from '../document/reach.ts';
import { t } from '../words.ts';
import { conditionOf } from './condition-of.ts';
import { ConditionTried } from './condition-tried.tsx';
import { useInspected } from './context.ts';
import { LeafRow } from './leaf-row.tsx';
import type { WidgetProps } from './widget-props.ts';

const NEW: Leaf = { field: '', op: 'is' };
/** Deeper nobody reads it as a sentence. */
const DEPTH = 3;

type Kind = 'all' | 'any' | 'none';
type Group = { kind: Kind; list: Condition[] };

/** A condition as a group of a kind (CE2). */
function groupOf(condition: Condition): Group {
  if ('all' in condition) return { kind: 'all', list: condition.all };
  if ('any' in condition) return { kind: 'any', list: condition.any };
  if (!('not' in condition)) return { kind: 'all', list: [condition] };
  const { not } = condition;
  return { kind: 'none', list: 'any' in not ? not.any : [not] };
}

/** The group as it is stored. */
function stored({ kind, list }: Group): Condition {
  if (kind === 'none') return { not: { any: list } };
  return kind === 'all' ? { all: list } : { any: list };
}

const isLeaf = (condition: Condition): condition is Leaf =>
  !('all' in condition) && !('any' in condition) && !('not' in condition);

type Props = {
  condition: Condition;
  sight: Sight;
  onChange: (condition: Condition) => void;
  /** Where it stands in the settings: problems and dropped values find it by that. */
  path?: string;
  onRemove?: () => void;
  depth?: number;
};

/** One condition of any form (CE1). */
export function ConditionEditor(props: Props): ReactNode {
  const { condition, sight, onChange, path = 'condition', onRemove, depth = 0 } = props;
  const { kind, list } = groupOf(condition);
  const isAlone = isLeaf(condition);
  const set = (next: Condition[]): void => {
    const [only] = next;
    if (isAlone && next.length === 1 && only) return onChange(only);
    onChange(stored({ kind, list: next }));
  };
  const under = kind === 'none' ? 'not.any' : kind;
  const placeOf = (i: number): string => (isAlone ? path : `${path}.${under}.${i}`);
  // The first comparison stands alone (CE2).
  const isBare = kind === 'all' && list.length === 0 && depth === 0;
  const mayRemove = list.length > 1 || depth > 0 || !isAlone;
  return (
    <div className={depth > 0 ? 'cond is-inner' : 'cond'}>
      {(list.length > 1 || kind === 'none' || depth > 0) && (
        <div className="row">
          <SegmentedControl
            className="cond-kind"
            aria-label={t('app.condition.kind')}
            value={kind}
            data={(['all', 'any', 'none'] as const).map((value) => ({
              value,
              label: t(`app.condition.${value}`),
            }))}
            onChange={(next) => onChange(stored({ kind: next as Kind, list }))}
          />
          <span className="grow" />
          {onRemove && (
            <ActionIcon size={24} aria-label={t('app.condition.remove_group')} onClick={onRemove}>
              <Trash2 size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      )}
      {list.map((one, i) => {
        const change = (next: Condition): void => set(list.with(i, next));
        const remove = (): void => set(list.filter((_other, j) => j !== i));
        if (!isLeaf(one))
          return (
            <ConditionEditor
              key={i}
              condition={one}
              sight={sight}
              path={placeOf(i)}
              depth={depth + 1}
              onChange={change}
              onRemove={remove}
            />
          );
        return (
          <LeafRow
            key={i}
            leaf={one}
            sight={sight}
            path={placeOf(i)}
            onChange={change}
            onRemove={mayRemove ? remove : onRemove}
          />
        );
      })}
      <div className="row">
        <AddButton onAdd={() => (isBare ? onChange(NEW) : set([...list, NEW]))} />
        {depth < DEPTH && list.length > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            className="place"
            leftSection={<Brackets size={12} aria-hidden />}
            onClick={() => set([...list, kind === 'any' ? { all: [NEW] } : { any: [NEW] }])}
          >
            {t('app.condition.add_group')}
          </Button>
        )}
      </div>
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

export function ConditionWidget({ spec, path, value, onChange }: WidgetProps): ReactNode {
  const { sight, after } = useInspected();
  const own = spec.key === 'until' ? after : sight;
  const condition = conditionOf(value);
  return (
    <div className="rule">
      <ConditionEditor
        condition={condition}
        sight={own}
        path={path}
        onChange={(next) => onChange(next as unknown as Json)}
      />
      <ConditionTried condition={condition} sight={own} />
    </div>
  );
}
