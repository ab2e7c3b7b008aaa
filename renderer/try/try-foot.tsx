// The foot of the inspector, 40 high: the step's last result, and trying it out.
// TF1 the foot never changes its height; what there is more to say opens above it.

import { ActionIcon, Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp, FastForward, Play } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Folder, Person, WorkflowNode } from '../../engine/1-document/schema.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { StateTag, type LightState } from '../canvas/states.tsx';
import { KeyCaps } from '../design/key-caps.tsx';
import { knownOf } from '../runs/known.ts';
import { useRun } from '../runs/use-run.ts';
import { t } from '../words.ts';
import { briefly, resultOf, type Result } from './result-words.ts';
import { TryPanel } from './try-panel.tsx';
import { useKept, type Kept } from './use-kept.ts';
import { canReach, canTry, type How, type Trial, type Trying } from './use-trying.ts';

type Props = {
  slug: string;
  node: WorkflowNode;
  folder: Folder;
  people: Person[];
  trying: Trying;
  lastRun: RunView | undefined;
};

/** The state the foot shows, as icon and word. */
function stateOf(
  view: RunView | undefined,
  isStarting: boolean,
  result: Result | undefined,
  kept: Kept | undefined,
): LightState {
  if (isStarting || view?.status === 'running') return 'running';
  if (view?.status === 'waiting') return 'waiting';
  if (view?.status === 'failed') return 'failed';
  if (result?.from === 'kept' && kept?.changed.length) return 'stale';
  return result ? 'done' : 'idle';
}

function Act(props: { how: How; node: WorkflowNode; trying: Trying; isMain: boolean }): ReactNode {
  const { how, node, trying, isMain } = props;
  const id = how === 'only' ? 'run_step' : 'run_here';
  const Icon = how === 'only' ? Play : FastForward;
  return (
    <Tooltip
      position="top-end"
      label={
        <>
          {t(`app.command.${id}`)} <KeyCaps command={id} />
        </>
      }
    >
      <ActionIcon
        aria-label={t(`app.command.${id}`)}
        disabled={trying.isStarting}
        {...(isMain ? { 'data-try': how } : {})}
        onClick={() => trying.start(how, node.id)}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Follows the run of a trial only while there is one. */
function Followed({
  run,
  children,
}: {
  run: string;
  children: (view: RunView | undefined) => ReactNode;
}) {
  return children(useRun(run).view);
}

export function TryFoot(props: Props): ReactNode {
  const { trial } = props.trying;
  const own = trial?.step === props.node.id ? trial.run : undefined;
  if (own === undefined) return <Foot {...props} view={undefined} />;
  return (
    <Followed key={own} run={own}>
      {(view) => <Foot {...props} view={view} />}
    </Followed>
  );
}

function Foot({
  slug,
  node,
  folder,
  people,
  trying,
  lastRun,
  view,
}: Props & { view: RunView | undefined }) {
  const all = useKept(slug, folder);
  const kept = all.find(({ step }) => step === node.id);
  const known = useMemo(
    () => knownOf(folder.workflow, folder.cards, people, registry),
    [folder, people],
  );
  const isTried = trying.trial?.step === node.id;
  const result = resultOf(node.id, { trial: view, kept, last: lastRun });
  // A new trial opens the panel; closing it closes it for that trial only.
  const [isAsked, setAsked] = useState(false);
  const [closed, setClosed] = useState<Trial>();
  const isOpen = isAsked || (isTried && closed !== trying.trial);
  const toggle = (): void => {
    setAsked(!isOpen);
    setClosed(isOpen ? trying.trial : undefined);
  };
  const state = stateOf(view, isTried && trying.isStarting, result, kept);
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  if (!canTry(node) && !canReach(node)) return null;
  return (
    <>
      {isOpen && (
        <TryPanel
          slug={slug}
          node={node}
          folder={folder}
          known={known}
          trying={trying}
          view={view}
          result={result}
          kept={kept}
        />
      )}
      <footer className="try-foot">
        <button
          type="button"
          className="try-last num"
          aria-expanded={isOpen}
          aria-controls={isOpen ? 'try-panel' : undefined}
          onClick={toggle}
        >
          <Chevron size={14} aria-hidden />
          <span className="cut" aria-live="polite">
            {t('try.last')} {result ? briefly(known, node, result) : t('try.last.none')}
          </span>
          <StateTag
            state={state}
            word={state === 'done' && result?.from === 'kept' ? t('try.kept') : undefined}
          />
        </button>
        {canTry(node) && <Act how="only" node={node} trying={trying} isMain />}
        {canReach(node) && <Act how="until" node={node} trying={trying} isMain={false} />}
      </footer>
    </>
  );
}
