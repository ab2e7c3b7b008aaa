// The designer: palette, canvas, inspector, under a head that says what the drawing promises.

import { Button, Kbd, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Problem } from '../../engine/1-document/schema.ts';
import { useAsk } from '../ask.ts';
import type { Names } from '../canvas/step-facts.ts';
import { useAnalysis } from '../document/use-analysis.ts';
import { useDocument, useWorkflow, type Loaded } from '../document/use-document.ts';
import { forgetDesign, rememberDesign } from '../frame/last-design.ts';
import { Missing } from '../frame/state-page.tsx';
import { Columns, Work } from '../frame/work.tsx';
import { DesignOutline } from '../outline/design-outline.tsx';
import { useView } from '../outline/use-view.ts';
import { RunForm } from '../runs/run-form.tsx';
import { t } from '../words.ts';
import type { Addition } from './add-step.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { DesignCanvas } from './design-canvas.tsx';
import { DesignHead } from './design-head.tsx';
import { Palette } from './palette.tsx';
import { Side } from './side.tsx';
import { Spotlights } from './spotlights.tsx';
import { useBoard } from './use-board.ts';
import { useDesigner } from './use-designer.ts';

const NO_PROBLEMS: Problem[] = [];

/** On a narrow window the palette is a button on the canvas. */
function AddButton(props: {
  opened: boolean;
  onOpen: (opened: boolean) => void;
  children: ReactNode;
}): ReactNode {
  return (
    <Popover
      opened={props.opened}
      onChange={props.onOpen}
      position="bottom-start"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          className="add-step"
          leftSection={<Plus size={14} aria-hidden />}
          rightSection={<Kbd size="xs">N</Kbd>}
          onClick={() => props.onOpen(!props.opened)}
        >
          {t('app.palette.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} className="palette-pop">
        {props.children}
      </Popover.Dropdown>
    </Popover>
  );
}

/** How many problems each step has. */
const useCounts = (problems: Problem[] = NO_PROBLEMS): ReadonlyMap<string, number> =>
  useMemo(() => {
    const found = new Map<string, number>();
    for (const { step } of problems)
      if (step !== undefined) found.set(step, (found.get(step) ?? 0) + 1);
    return found;
  }, [problems]);

function Designer({ doc, open }: Loaded): ReactNode {
  const workflow = useWorkflow(open);
  const judged = useAnalysis(doc, workflow);
  const designer = useDesigner(open, workflow);
  const [isRunOpen, setRunOpen] = useState(false);
  const [isAddOpen, setAddOpen] = useState(false);
  const [view] = useView();
  const [addKey, setAddKey] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const isWide = useMediaQuery('(min-width: 1201px)', true, { getInitialValueInEffect: false });
  const people = useAsk('workspace', {}).data?.people;
  const names = useMemo<Names>(
    () => ({
      tools: new Map(doc.cards.map((card) => [card.name, card] as never)),
      people: new Map((people ?? []).map((person) => [person.id, person])),
    }),
    [doc.cards, people],
  );
  const counts = useCounts(judged?.judgement?.problems);
  const run = (): void => {
    void open.flush().then(() => setRunOpen(true));
  };
  const find = (): void => {
    if (view === 'outline') setAddKey(addKey + 1);
    else if (isWide) search.current?.focus();
    else setAddOpen(true);
  };
  const board = useBoard({ doc, open, workflow, designer, add: find, run });
  const { acts } = board;
  const hasStart = workflow.scope.nodes.some((node) => node.type.startsWith('start@'));
  const add = (addition: Addition): void => {
    setAddOpen(false);
    designer.add(addition);
  };
  const palette = (
    <Palette
      hasStart={hasStart}
      onAdd={add}
      tools={[...names.tools.values()]}
      isInto={[...designer.selected].some((id) => id.includes(':'))}
      search={search}
      autoFocus={!isWide}
    />
  );

  return (
    <Work>
      <DesignHead
        workflow={workflow}
        slug={doc.slug}
        open={open}
        people={people ?? []}
        judgement={judged?.judgement}
        apply={designer.apply}
        onGo={designer.go}
        onFix={designer.fix}
        onRun={run}
        acts={acts}
      />
      <Columns
        left={isWide && view === 'canvas' ? palette : undefined}
        right={
          judged ? (
            <Side doc={doc} judged={judged} names={names} designer={designer} acts={acts} />
          ) : (
            <aside className="inspector" />
          )
        }
      >
        {view === 'outline' ? (
          <DesignOutline
            workflow={workflow}
            open={open}
            designer={designer}
            names={names}
            problems={judged?.judgement?.problems ?? NO_PROBLEMS}
            addKey={addKey}
          />
        ) : (
          <DesignCanvas
            workflow={workflow}
            slug={doc.slug}
            names={names}
            problems={counts}
            designer={designer}
            board={board}
            clearTop={isWide ? 20 : 64}
          >
            {!isWide && (
              <AddButton opened={isAddOpen} onOpen={setAddOpen}>
                {palette}
              </AddButton>
            )}
          </DesignCanvas>
        )}
      </Columns>
      <ConnectDialog
        workflow={workflow}
        wish={designer.asking}
        onClose={() => designer.ask(undefined)}
        onConnect={(wish) => {
          designer.ask(undefined);
          designer.connect(wish);
        }}
      />
      <Spotlights
        board={board}
        workflow={workflow}
        slug={doc.slug}
        tools={names.tools}
        onGo={designer.goTo}
        onAdd={add}
      />
      <ConflictDialog open={open} />
      <RunForm doc={{ ...doc, workflow }} opened={isRunOpen} onClose={() => setRunOpen(false)} />
    </Work>
  );
}

export function DesignScreen({ slug }: { slug: string }): ReactNode {
  const { loaded, wrong } = useDocument(slug);
  useEffect(() => (wrong ? forgetDesign() : rememberDesign(slug)), [slug, wrong]);
  if (wrong) return <Missing title={t('app.design.missing')} text={wrong.message} />;
  return loaded ? <Designer {...loaded} /> : null;
}
