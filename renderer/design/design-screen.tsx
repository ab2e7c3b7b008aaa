// The designer: palette, canvas, inspector, under a head that says what the drawing promises.

import { Button, Kbd, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';
import { Canvas } from '../canvas/canvas.tsx';
import type { Names } from '../canvas/step-facts.ts';
import { useAnalysis } from '../document/use-analysis.ts';
import { useDocument, useWorkflow, type Loaded } from '../document/use-document.ts';
import { forgetDesign, rememberDesign } from '../frame/last-design.ts';
import { Missing } from '../frame/state-page.tsx';
import { Columns, Work } from '../frame/work.tsx';
import { RunForm } from '../runs/run-form.tsx';
import { t } from '../words.ts';
import type { Addition } from './add-step.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { DesignHead } from './design-head.tsx';
import { Palette } from './palette.tsx';
import { Side } from './side.tsx';
import { useDesignKeys } from './use-design-keys.ts';
import { useDesigner } from './use-designer.ts';

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

function Designer({ doc, open }: Loaded): ReactNode {
  const workflow = useWorkflow(open);
  const judged = useAnalysis(doc, workflow);
  const designer = useDesigner(open, workflow);
  const [isRunOpen, setRunOpen] = useState(false);
  const [isAddOpen, setAddOpen] = useState(false);
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
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { step } of judged?.judgement?.problems ?? [])
      if (step !== undefined) found.set(step, (found.get(step) ?? 0) + 1);
    return found;
  }, [judged?.judgement]);
  const run = (): void => {
    void open.flush().then(() => setRunOpen(true));
  };
  const find = (): void => {
    if (isWide) search.current?.focus();
    else setAddOpen(true);
  };
  useDesignKeys(open, designer, { find, run });
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
      />
      <Columns
        left={isWide ? palette : undefined}
        right={
          judged ? (
            <Side doc={doc} judged={judged} names={names} designer={designer} />
          ) : (
            <aside className="inspector" />
          )
        }
      >
        <Canvas
          workflow={workflow}
          registry={registry}
          names={names}
          problems={counts}
          selected={designer.selected}
          onSelect={designer.select}
          onEdit={(edit) => designer.apply([edit])}
          onConnect={designer.connect}
          canConnect={designer.canConnect}
          onDrop={(what, at, room) => designer.add(JSON.parse(what) as Addition, at, room)}
          onInsert={find}
          reveal={designer.shown}
          fitKey={doc.slug}
          clearTop={isWide ? 20 : 64}
        >
          {!isWide && (
            <AddButton opened={isAddOpen} onOpen={setAddOpen}>
              {palette}
            </AddButton>
          )}
        </Canvas>
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
