// Start and end as pills of 36: icon, name, kind. In a run the icon is the state's.

import { createElement, memo, use, type ReactNode } from 'react';
import type { NodeProps } from 'reactflow';
import { t, useLanguage } from '../words.ts';
import { AfarContext } from './acts.ts';
import type { FlowNode } from './flow-types.ts';
import { Handles } from './handles.tsx';
import { iconOf } from './icons.ts';
import { STATES } from './states.tsx';
import { pillKind } from './step-facts.ts';
import { LockMark, looks, ProblemMark, Spot } from './step-card.tsx';

/** States whose word stands in place of the kind: nothing else on the pill could say it. */
const COMPARED = new Set(['added', 'removed', 'changed', 'moved']);

function End({ data, selected }: NodeProps<FlowNode>): ReactNode {
  useLanguage();
  const isAfar = use(AfarContext);
  const { item, light } = data;
  if (isAfar) return <Spot data={data} selected={selected} />;
  const isPlain = !light || light.state === 'idle' || light.state === 'skipped';
  const icon = isPlain ? iconOf(item.facts.icon) : STATES[light.state].icon;
  return (
    <div className={looks('pill', data, selected)}>
      {createElement(icon, { size: 14, strokeWidth: 2.25, 'aria-hidden': true })}
      <span className="pill-name cut" title={item.node.name}>
        {item.node.name || item.facts.kind}
      </span>
      <span className="pill-kind">
        {light && COMPARED.has(light.state) ? t(`app.state.${light.state}`) : pillKind(item.facts)}
      </span>
      {item.node.locked && <LockMark />}
      {light && <span className="sr">{t(`app.state.${light.state}`)}</span>}
      <ProblemMark n={data.problems} />
      <Handles item={item} mode={data.mode} />
    </div>
  );
}

export const PillNode = memo(End);
