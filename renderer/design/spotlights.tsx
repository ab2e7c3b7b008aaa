// Two lists over the whole window: what can be found in the drawing, and what can be done.

import { Modal } from '@mantine/core';
import {
  ListTree,
  NotebookPen,
  PenLine,
  SquareTerminal,
  TextCursorInput,
  Workflow as Flow,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card, Workflow } from '../../engine/1-document/schema.ts';
import { findStep, isStart } from '../../engine/1-document/scopes.ts';
import type { NodeDefinition } from '../../engine/node.ts';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { Tile } from '../canvas/tile.tsx';
import { go } from '../route.ts';
import { t, useSpoken } from '../words.ts';
import type { Addition } from './add-step.ts';
import { Chooser } from './chooser.tsx';
import { COMMANDS, type CommandId } from './commands.ts';
import { findables, type Found } from './find.ts';
import { KeyCaps } from './key-caps.tsx';
import { additionsOf } from './palette.tsx';
import type { Choice } from './ranked.ts';
import type { Board } from './use-board.ts';
import type { Acts } from './use-commands.ts';

type Frame = { opened: boolean; onClose: () => void; label: string; children: ReactNode };

function Spotlight({ opened, onClose, label, children }: Frame): ReactNode {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={600}
      yOffset="12vh"
      radius="lg"
      lockScroll={false}
      // There at once: what is typed right after the key belongs into its field.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={label}>
        <Modal.Body p={0} className="spotlight">
          {opened && children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const FOUND_ICONS = { step: ListTree, setting: PenLine, note: NotebookPen, field: TextCursorInput };

function FoundIcon({ found, workflow }: { found: Found; workflow: Workflow }): ReactNode {
  const node = found.kind === 'step' ? findStep(workflow, found.target)?.node : undefined;
  if (node) {
    const { family, icon } = stepFacts(registry, node);
    return <Tile family={family} icon={icon} small />;
  }
  const Icon = FOUND_ICONS[found.kind];
  return (
    <span className="choice-icon">
      <Icon size={14} aria-hidden />
    </span>
  );
}

type FindProps = Omit<Frame, 'children' | 'label'> & {
  workflow: Workflow;
  onGo: (found: Found) => void;
};

/** Find: Enter goes there. */
function FindDialog({ opened, onClose, workflow, onGo }: FindProps): ReactNode {
  const all = useSpoken(() => (opened ? findables(workflow, registry) : []), [opened, workflow]);
  return (
    <Spotlight opened={opened} onClose={onClose} label={t('app.find.label')}>
      <Chooser
        label={t('app.find.label')}
        placeholder={t('app.find.placeholder')}
        choices={all}
        none="app.find.none"
        icon={(found) => <FoundIcon found={found} workflow={workflow} />}
        onChoose={(found) => {
          onClose();
          onGo(found);
        }}
      />
    </Spotlight>
  );
}

type Doing = Choice & {
  command?: CommandId;
  definition?: NodeDefinition;
  act: () => void;
};

type PaletteProps = Omit<Frame, 'children' | 'label'> & {
  workflow: Workflow;
  slug: string;
  acts: Acts;
  tools: Iterable<Card>;
  onAdd: (addition: Addition) => void;
};

/** Everything that can be done now: commands, steps to add, workflows to open. */
function useDoings({ opened, workflow, slug, acts, tools, onAdd }: PaletteProps): Doing[] {
  const others = useAsk('workflows', {}).data;
  return useSpoken(() => {
    if (!opened) return [];
    const hasStart = workflow.scope.nodes.some(isStart);
    const commands = COMMANDS.flatMap(({ id }): Doing[] => {
      const act = id === 'palette' ? undefined : acts[id];
      const name = t(`app.command.${id}`);
      return act ? [{ id, command: id, name, group: t('app.doing.commands'), act }] : [];
    });
    const steps = additionsOf(tools)
      .filter(({ definition }) => definition.type !== 'start' || !hasStart)
      .map(({ id, addition, definition, line }): Doing => ({
        id: `step ${id}`,
        name: t('app.doing.add', { name: addition.name }),
        search: `${addition.name} ${line}`,
        group: t('app.doing.steps'),
        definition,
        act: () => onAdd(addition),
      }));
    const open = (others ?? [])
      .filter((other) => other.slug !== slug)
      .map((other): Doing => ({
        id: `workflow ${other.slug}`,
        name: t('app.doing.open', { name: other.name }),
        search: `${other.name} ${other.purpose}`,
        group: t('app.doing.workflows'),
        act: () => go({ at: 'design', slug: other.slug }),
      }));
    return [...commands, ...steps, ...open];
  }, [opened, workflow, slug, acts, tools, onAdd, others]);
}

function DoingIcon({ doing }: { doing: Doing }): ReactNode {
  if (doing.definition)
    return <Tile family={doing.definition.family} icon={doing.definition.icon} small />;
  const Icon = doing.command ? SquareTerminal : Flow;
  return (
    <span className="choice-icon">
      <Icon size={14} aria-hidden />
    </span>
  );
}

function CommandPalette(props: PaletteProps): ReactNode {
  const { opened, onClose } = props;
  return (
    <Spotlight opened={opened} onClose={onClose} label={t('app.doing.label')}>
      <Chooser
        label={t('app.doing.label')}
        placeholder={t('app.doing.placeholder')}
        choices={useDoings(props)}
        none="app.doing.none"
        icon={(doing) => <DoingIcon doing={doing} />}
        end={(doing) => doing.command && <KeyCaps command={doing.command} />}
        onChoose={(doing) => {
          onClose();
          doing.act();
        }}
      />
    </Spotlight>
  );
}

type Props = {
  board: Board;
  workflow: Workflow;
  slug: string;
  tools: ReadonlyMap<string, Card>;
  onGo: (target: string, field?: string) => void;
  onAdd: (addition: Addition) => void;
};

export function Spotlights({ board, workflow, slug, tools, onGo, onAdd }: Props): ReactNode {
  const { acts, over, setOver } = board;
  const close = (): void => setOver(undefined);
  return (
    <>
      <FindDialog
        opened={over === 'find'}
        onClose={close}
        workflow={workflow}
        onGo={({ target, field }) => onGo(target, field)}
      />
      <CommandPalette
        opened={over === 'palette'}
        onClose={close}
        workflow={workflow}
        slug={slug}
        acts={acts}
        tools={tools.values()}
        onAdd={onAdd}
      />
    </>
  );
}
