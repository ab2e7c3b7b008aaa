// The right column when several things are selected: what they are, and what can be done with all.

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { findNote, findStep } from '../../engine/1-document/scopes.ts';
import { registry } from '../../nodes/index.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { Tile } from '../canvas/tile.tsx';
import { t } from '../words.ts';
import type { CommandId } from './commands.ts';
import { KeyCaps } from './key-caps.tsx';
import type { Acts } from './use-commands.ts';

const LINES: [CommandId, LucideIcon][] = [
  ['left', AlignStartVertical],
  ['centre', AlignCenterVertical],
  ['right', AlignEndVertical],
  ['top', AlignStartHorizontal],
  ['middle', AlignCenterHorizontal],
  ['bottom', AlignEndHorizontal],
  ['across', AlignHorizontalSpaceAround],
  ['down', AlignVerticalSpaceAround],
];
const MORE: CommandId[] = ['group', 'duplicate', 'copy', 'cut', 'lock', 'remove'];

type Props = {
  workflow: Workflow;
  selected: ReadonlySet<string>;
  acts: Acts;
  onPick: (id: string) => void;
  onClose: () => void;
};

function Lines({ acts }: { acts: Acts }): ReactNode {
  return (
    <div className="several-lines" role="toolbar" aria-label={t('app.several.lines')}>
      {LINES.map(([id, Icon]) => (
        <Tooltip
          key={id}
          label={
            <>
              {t(`app.command.${id}`)} <KeyCaps command={id} />
            </>
          }
        >
          <ActionIcon
            size={32}
            aria-label={t(`app.command.${id}`)}
            disabled={!acts[id]}
            onClick={acts[id]}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

export function SeveralSide({ workflow, selected, acts, onPick, onClose }: Props): ReactNode {
  const steps = [...selected].flatMap((id) => findStep(workflow, id)?.node ?? []);
  const notes = [...selected].flatMap((id) => findNote(workflow, id)?.note ?? []);
  const arrows = [...selected].filter((id) => id.includes(':')).length;
  const parts = [
    steps.length > 0 && t('app.several.steps', { n: steps.length }),
    notes.length > 0 && t('app.several.notes', { n: notes.length }),
    arrows > 0 && t('app.several.arrows', { n: arrows }),
  ].filter((part) => part !== false);
  return (
    <aside className="inspector several" aria-label={t('app.several.label')}>
      <header className="several-head">
        <div className="grow">
          <h2>{t('app.several.title', { n: selected.size })}</h2>
          <p className="meta">{parts.join(' · ')}</p>
        </div>
        <ActionIcon aria-label={t('app.close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </ActionIcon>
      </header>
      <Lines acts={acts} />
      <div className="several-more">
        {MORE.map((id) => {
          const act = acts[id];
          return (
            act && (
              <Button key={id} onClick={act} rightSection={<KeyCaps command={id} />}>
                {t(`app.command.${id}`)}
              </Button>
            )
          );
        })}
      </div>
      <ul className="several-list">
        {steps.map((node) => {
          const { family, icon, kind } = stepFacts(registry, node);
          return (
            <li key={node.id}>
              <button type="button" className="pal" onClick={() => onPick(node.id)}>
                <Tile family={family} icon={icon} small />
                <span className="cut">{node.name || kind}</span>
                <span className="meta cut">{kind}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
