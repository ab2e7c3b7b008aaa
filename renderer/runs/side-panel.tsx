// The panel at the right of a run or a playback: head with the step it speaks of, and a body.

import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { stepFacts } from '../canvas/step-facts.ts';
import { Tile } from '../canvas/tile.tsx';
import { t } from '../words.ts';
import { ASKS, stepName, type Known } from './known.ts';

type Props = {
  known: Known;
  /** The step it speaks of; without one it speaks of the run. */
  step?: string | undefined;
  title?: string;
  sub?: string;
  label: string;
  onClose?: (() => void) | undefined;
  children: ReactNode;
};

/** What kind of step it is, for the second line of the head. */
export function kindOf(known: Known, key: string): string {
  const node = known.nodes.get(key.split('/').at(-1) ?? key);
  if (node) return stepFacts(known.registry, node).kind;
  return key.includes(ASKS) ? t('node.ask_owner.title') : '';
}

function StepTile({ known, step }: { known: Known; step: string }): ReactNode {
  const node = known.nodes.get(step.split('/').at(-1) ?? step);
  if (!node) return <Tile family="person" icon="life-buoy" />;
  const { family, icon } = stepFacts(known.registry, node);
  return <Tile family={family} icon={icon} />;
}

export function SidePanel({ known, step, title, sub, label, onClose, children }: Props): ReactNode {
  return (
    <aside className="inspector" aria-label={label}>
      <header className="insp-head">
        {step === undefined ? (
          <Tile family="flow" icon="workflow" />
        ) : (
          <StepTile known={known} step={step} />
        )}
        <div className="grow">
          <h2 className="cut">{title ?? stepName(known, step ?? '')}</h2>
          <p className="num">{sub ?? kindOf(known, step ?? '')}</p>
        </div>
        {onClose && (
          <ActionIcon aria-label={t('app.close')} onClick={onClose}>
            <X size={16} aria-hidden />
          </ActionIcon>
        )}
      </header>
      {children}
    </aside>
  );
}
