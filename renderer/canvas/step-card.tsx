// A step as a card of 240 × 68: tile, name, what it does, and a foot of the same height in every
// mode.

import { History, Lock, Pin, TriangleAlert } from 'lucide-react';
import type { NodeProps } from 'reactflow';
import { memo, use, type ReactNode } from 'react';
import { t, useLanguage } from '../words.ts';
import { AfarContext } from './acts.ts';
import type { FlowNode, KeptState } from './flow-types.ts';
import { Handles } from './handles.tsx';
import { StateTag } from './states.tsx';
import { Tile } from './tile.tsx';

/** Class names of a card, pill or room from what it shows. */
export function looks(base: string, { light }: FlowNode['data'], selected: boolean): string {
  return `${base}${selected ? ' selected' : ''}${light ? ` is-${light.state}` : ''}`;
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

/** From afar a step is a spot in the look of its family: nothing on it could be read. */
export function Spot({ data, selected }: { data: FlowNode['data']; selected: boolean }): ReactNode {
  return <div className={looks(`spot spot-${data.item.facts.family}`, data, selected)} />;
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

/** A result of it is kept: tests take that instead of carrying it out. */
function KeptMark({ is }: { is: KeptState }): ReactNode {
  const words = t(`app.step.${is}`);
  const Icon = is === 'kept' ? Pin : History;
  return (
    <span className={`lock-mark is-${is}`} title={words}>
      <Icon size={12} strokeWidth={2.25} aria-hidden />
      <span className="sr">{words}</span>
    </span>
  );
}

function Card({ data, selected }: NodeProps<FlowNode>): ReactNode {
  useLanguage();
  const isAfar = use(AfarContext);
  const { item, light, line } = data;
  if (isAfar) return <Spot data={data} selected={selected} />;
  return (
    <div className={looks(item.node.collapsed ? 'card stacked' : 'card', data, selected)}>
      <Tile family={item.facts.family} icon={item.facts.icon} />
      <div className="card-body">
        <div className="card-name" title={item.node.name}>
          <span className="cut">{item.node.name || item.facts.kind}</span>
          {item.node.locked && <LockMark />}
          {data.kept && !light && <KeptMark is={data.kept} />}
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
