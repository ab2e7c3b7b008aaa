// The designer: palette, canvas, inspector, under a head that says what the drawing promises.

import { Button, Kbd, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Folder, Problem, Workflow } from '../../engine/1-document/schema.ts';
import { edgeId } from '../../engine/base/ids.ts';
import { useAsk } from '../ask.ts';
import type { KeptState } from '../canvas/flow-types.ts';
import type { Names } from '../canvas/step-facts.ts';
import { useAnalysis } from '../document/use-analysis.ts';
import { useDocument, useWorkflow, type Loaded } from '../document/use-document.ts';
import { forgetDesign, rememberDesign } from '../frame/last-design.ts';
import { Missing } from '../frame/state-page.tsx';
import { Columns, Work } from '../frame/work.tsx';
import { HistoryDialogs } from '../history/history-dialogs.tsx';
import { usePublished } from '../history/use-published.ts';
import { useTitle } from '../history/use-title.ts';
import { DesignOutline } from '../outline/design-outline.tsx';
import { useView } from '../outline/use-view.ts';
import { go } from '../route.ts';
import { RunForm } from '../runs/run-form.tsx';
import { EffectButton } from '../try/effect-button.tsx';
import { useEffectOfChange } from '../try/use-effect-of-change.ts';
import { useKept } from '../try/use-kept.ts';
import { useTrying, type How } from '../try/use-trying.ts';
import { StartNote } from '../start/start-note.tsx';
import { t } from '../words.ts';
import type { Addition } from './add-step.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { DesignCanvas } from './design-canvas.tsx';
import { DesignHead } from './design-head.tsx';
import { FirstStep } from './first-step.tsx';
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

/** Of which steps a result is kept for tests, and whether it still fits the drawing. */
function useKeptStates(slug: string, folder: Folder): ReadonlyMap<string, KeptState> {
  const all = useKept(slug, folder);
  return useMemo(
    () => new Map(all.map(({ step, changed }) => [step, changed.length > 0 ? 'stale' : 'kept'])),
    [all],
  );
}

/** Nothing happens yet between what comes in and how it ends; the arrow it would go into. */
function blankArrow({ scope }: Workflow): string | undefined {
  const [edge] = scope.edges;
  const isBlank = scope.nodes.every(({ type }) => /^(start|end)@/.test(type));
  return isBlank && edge ? edgeId(edge) : undefined;
}

/** Everything the screen is made of, and what can be done on it. */
function useScreen({ doc, open }: Loaded) {
  const workflow = useWorkflow(open);
  const judged = useAnalysis(doc, workflow);
  const designer = useDesigner(open, workflow);
  const standing = usePublished(doc.slug, judged?.folder);
  useTitle(workflow.name, standing);
  const [shown, show] = useState<'publish' | 'run' | 'add'>();
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
  const kept = useKeptStates(doc.slug, judged?.folder ?? { ...doc, workflow });
  const run = (): void => {
    void open.flush().then(() => show('run'));
  };
  const find = (): void => {
    if (view === 'outline') setAddKey(addKey + 1);
    else if (isWide) search.current?.focus();
    else show('add');
  };
  const trying = useTrying(doc.slug, open, workflow);
  const tryOut = (how: How, step: string): void => {
    designer.select(new Set([step]));
    trying.start(how, step);
  };
  const effect = useEffectOfChange(doc.slug, judged);
  const board = useBoard({ doc, open, workflow, designer, add: find, run, tryOut });
  const hasStart = workflow.scope.nodes.some((node) => node.type.startsWith('start@'));
  const add = (addition: Addition): void => {
    show(undefined);
    designer.add(addition);
  };
  /** To the field of a step or of the workflow; rules and tools have a sheet of their own. */
  const goToProblem = (problem: Problem): void => {
    const [file = ''] = problem.path?.split('.') ?? [];
    if (problem.step !== undefined || (file !== 'rules' && file !== 'tools'))
      return designer.go(problem);
    go({ at: file, slug: doc.slug });
  };
  const made = { workflow, judged, designer, standing, effect, board, trying, names, counts, kept };
  return {
    ...made,
    people,
    view,
    isWide,
    hasStart,
    search,
    addKey,
    shown,
    show,
    run,
    find,
    tryOut,
    add,
    goToProblem,
  };
}

type DrawingProps = Loaded & { screen: ReturnType<typeof useScreen>; palette: ReactNode };

/** The drawing itself, as rows or as a picture. */
function Drawing({ doc, open, screen, palette }: DrawingProps): ReactNode {
  const { workflow, judged, designer, view, isWide, names, board, shown, show } = screen;
  const blank = blankArrow(workflow);
  if (view === 'outline')
    return (
      <DesignOutline
        workflow={workflow}
        open={open}
        designer={designer}
        names={names}
        problems={judged?.judgement?.problems ?? NO_PROBLEMS}
        addKey={screen.addKey}
        tryOut={screen.tryOut}
      />
    );
  return (
    <DesignCanvas
      workflow={workflow}
      slug={doc.slug}
      names={names}
      problems={screen.counts}
      kept={screen.kept}
      designer={designer}
      board={board}
      clearTop={isWide ? 20 : 64}
    >
      {!isWide && (
        <AddButton opened={shown === 'add'} onOpen={(isOpen) => show(isOpen ? 'add' : undefined)}>
          {palette}
        </AddButton>
      )}
      {blank !== undefined && shown !== 'add' && (
        <FirstStep
          onAdd={() => {
            designer.select(new Set([blank]));
            screen.find();
          }}
        />
      )}
    </DesignCanvas>
  );
}

function Designer({ doc, open }: Loaded): ReactNode {
  const screen = useScreen({ doc, open });
  const { workflow, judged, designer, standing, view, isWide, people, names, board } = screen;
  const { trying, search, add, goToProblem, shown, show } = screen;
  const palette = (
    <Palette
      hasStart={screen.hasStart}
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
        onGo={goToProblem}
        onFix={designer.fix}
        onRun={screen.run}
        standing={standing}
        onPublish={() => show('publish')}
        acts={board.acts}
        effect={<EffectButton effect={screen.effect} workflow={workflow} />}
      />
      <StartNote doc={doc} open={open} workflow={workflow} />
      <Columns
        left={isWide && view === 'canvas' ? palette : undefined}
        right={
          judged ? (
            <Side
              doc={doc}
              judged={judged}
              names={names}
              designer={designer}
              acts={board.acts}
              trying={trying}
            />
          ) : (
            <aside className="inspector" />
          )
        }
      >
        <Drawing doc={doc} open={open} screen={screen} palette={palette} />
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
      {judged && (
        <HistoryDialogs
          slug={doc.slug}
          open={open}
          judged={judged}
          standing={standing}
          opened={shown === 'publish'}
          onClose={() => show(undefined)}
        />
      )}
      <RunForm
        doc={{ ...doc, workflow }}
        opened={shown === 'run'}
        onClose={() => show(undefined)}
        onGo={(problem) => {
          show(undefined);
          goToProblem(problem);
        }}
      />
    </Work>
  );
}

export function DesignScreen({ slug }: { slug: string }): ReactNode {
  const { loaded, wrong } = useDocument(slug);
  useEffect(() => (wrong ? forgetDesign() : rememberDesign(slug)), [slug, wrong]);
  if (wrong) return <Missing title={t('app.design.missing')} text={wrong.message} />;
  return loaded ? <Designer {...loaded} /> : null;
}
