// A step as a card of 240 × 68: tile, name, what it does, and a foot of the same height in every
// mode.

import { Lock, TriangleAlert } from 'lucide-react';
import { useStore, type NodeProps } from 'reactflow';
import { memo, type ReactNode } from 'react';
import { t } from '../words.ts';
import type { FlowNode } from './flow-types.ts';
import { Handles } from './handles.tsx';
import { StateTag } from './states.tsx';
import { Tile } from './tile.tsx';

/** Below 75 % a card keeps only what can still be read: shape, name, state. */
export const useIsFar = (): boolean => useStore((s) => s.transform[2] < 0.75);

/** Class names of a card, pill or room from what it shows. */
export function looks(
  base: string,
  data: FlowNode['data'],
  selected: boolean,
  far: boolean,
): string {
  const { light } = data;
  return [base, far && 'far', selected && 'selected', light && `is-${light.state}`]
    .filter(Boolean)
    .join(' ');
}

export function ProblemMark({ n }: { n: number }): ReactNode {
  if (n === 0) return null;
  return (
    <span className="card-problem num" title={t('app.problems.count', { n })}>
      <TriangleAlert size={12} strokeWidth={2.5} aria-hidden />
      <span aria-hidden>{n}</span>
      <span className="sr">{t('app.problems.count', { n })}</span>
    </span>
  );
}

/** Its place is locked. */
export function LockMark(): ReactNode {
  return (
    <span className="lock-mark" title={t('app.step.locked')}>
      <Lock size={11} strokeWidth={2.5} aria-hidden />
      <span className="sr">{t('app.step.locked')}</span>
    </span>
  );
}

function Card({ data, selected }: NodeProps<FlowNode>): ReactNode {
  const far = useIsFar();
  const { item, light, line } = data;
  return (
    <div className={looks(item.node.collapsed ? 'card stacked' : 'card', data, selected, far)}>
      <Tile family={item.facts.family} icon={item.facts.icon} />
      <div className="card-body">
        <div className="card-name" title={item.node.name}>
          <span className="cut">{item.node.name || item.facts.kind}</span>
          {item.node.locked && <LockMark />}
        </div>
        <div className="card-line cut" title={line}>
          {line}
        </div>
        <div className="card-foot num">
          {light ? (
            <StateTag state={light.state} word={light.word} />
          ) : (
            <span>{item.facts.kind}</span>
          )}
          <span className="card-facts cut">{light ? light.facts : data.limit}</span>
        </div>
      </div>
      <ProblemMark n={data.problems} />
      <Handles item={item} mode={data.mode} />
    </div>
  );
}

export const StepCard = memo(Card);
