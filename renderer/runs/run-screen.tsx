// One run, live: what happened at the left, the drawing lit by it, the decision or the step at the
// right, the controls below. It follows the stream of events; nothing on it is asked again and
// again.

import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';
import { litOf } from '../canvas/lit.ts';
import { STATES } from '../canvas/states.tsx';
import { isDoorCard } from '../cards/card-words.ts';
import { stepsAfter } from '../cards/what-next.ts';
import { Rich } from '../frame/rich.tsx';
import { troubleWords, useStanding } from '../frame/standing.tsx';
import { Missing } from '../frame/state-page.tsx';
import { Columns, Line, Work } from '../frame/work.tsx';
import { RunPicture } from '../outline/run-picture.tsx';
import type { RunControl } from '../outline/run-outline.tsx';
import { useView } from '../outline/use-view.ts';
import { ViewSwitch } from '../outline/view-switch.tsx';
import { hrefOf } from '../route.ts';
import { t, useSpoken } from '../words.ts';
import { axisOf } from './axis.ts';
import type { Known } from './known.ts';
import { nowWords, type NowWords } from './now-words.ts';
import { PauseDialog } from './pause-dialog.tsx';
import { RunRecord } from './record.tsx';
import { rowsOf } from './record-rows.ts';
import { RunBar } from './run-bar.tsx';
import { LimitChip, RunHead } from './run-head.tsx';
import { RunAgain } from './run-again.tsx';
import { busyStep, openCard, RunSide } from './run-side.tsx';
import { StopDialog } from './stop-dialog.tsx';
import { useControls, type Controls } from './use-controls.ts';
import { useKnown } from './use-known.ts';
import { useNow } from './use-now.ts';
import { useRun } from './use-run.ts';

/** The slug of the workflow a run came from, if it is in this workspace. */
function useSlug(workflow: string | undefined): string | undefined {
  return useAsk('workflows', {}).data?.find((entry) => entry.id === workflow)?.slug;
}

/** What the run is doing; how the engine itself stands goes before it. */
function useNowWords(view: RunView, known: Known, now: number): NowWords {
  const standing = useStanding();
  const held = standing?.held.find(({ run }) => run === view.root);
  if (view.endedAt === undefined && standing?.trouble)
    return { state: 'paused', text: troubleWords(standing.trouble) };
  if (view.endedAt === undefined && held)
    return {
      state: 'paused',
      text: t('app.live.held', { why: t(held.why.code, held.why.params) }),
    };
  return nowWords(view, known, now);
}

function NowLine({ view, known, now }: { view: RunView; known: Known; now: number }): ReactNode {
  const { state, text, behind } = useNowWords(view, known, now);
  const { icon: Icon } = STATES[state];
  const [shownAs] = useView(); // the outline speaks for itself
  return (
    <Line
      live={shownAs === 'canvas'}
      tone={state === 'waiting' ? 'wait' : 'plain'}
      icon={<Icon size={14} className={state === 'running' ? 'spin' : undefined} aria-hidden />}
    >
      <span className="cut" title={text.replaceAll('**', '')}>
        <Rich text={text} />
      </span>
      {behind !== undefined && (
        <a href={hrefOf({ at: 'run', run: behind })} className="underlined">
          {t('app.live.in_line.show')}
        </a>
      )}
    </Line>
  );
}

/** The controls of a run as keys of its outline; a run that is over has none. */
function keysOf(view: RunView, controls: Controls): RunControl[] {
  if (view.endedAt !== undefined) return [];
  const isPaused = view.status === 'paused';
  return [
    { id: 'pause', key: 'p', act: isPaused ? controls.resume : controls.pause },
    { id: 'step', key: 's', act: () => isPaused && controls.step() },
    { id: 'stop', key: 'x', act: controls.askStop },
  ];
}

/** What follows if the open approval is given, as far as it is drawn. */
function NextUp({ view, known }: { view: RunView; known: Known }): ReactNode {
  const card = openCard(view);
  if (card?.kind !== 'approval' || isDoorCard(card)) return null;
  const names = stepsAfter(known, card.step, 'approved').map((node) => node.name);
  if (names.length === 0) return null;
  return (
    <p className="rec-next">
      <span className="meta">{t('app.happened.next')}</span>
      <span>{names.join(t('card.next.then'))}</span>
    </p>
  );
}

function LiveRun({ view, known }: { view: RunView; known: Known }): ReactNode {
  const now = useNow(view.endedAt === undefined);
  const controls = useControls(view.run);
  const slug = useSlug(view.workflow);
  const [isAgain, setAgain] = useState(false);
  // What a person chose to look at, until there is something new to decide or the run ends.
  const [chosen, setChosen] = useState<{ step: string; when: string }>();
  const moment = `${openCard(view)?.id ?? ''} ${view.endedAt ?? ''}`;
  const step = chosen?.when === moment ? chosen.step : undefined;
  const choose = (key: string | undefined): void =>
    setChosen(key === undefined ? undefined : { step: key, when: moment });
  const shown =
    step ?? openCard(view)?.step ?? (view.endedAt === undefined ? busyStep(view) : undefined);
  const lit = useSpoken(() => litOf(view, known.workflow, registry, known.names), [view, known]);
  // What the run itself asks for glows already; only what a person chose is marked as selected.
  const selected = useMemo(() => new Set(step === undefined ? [] : [step]), [step]);
  const axis = axisOf(view, now);
  const { dialog } = controls;
  const names = dialog?.finishing ?? [];
  return (
    <Work>
      <RunHead
        view={view}
        known={known}
        right={
          <>
            <ViewSwitch />
            <LimitChip known={known} />
            {slug && (
              <Button
                component="a"
                href={hrefOf({ at: 'design', slug })}
                leftSection={<ArrowLeft size={14} aria-hidden />}
              >
                {t('app.run_head.back')}
              </Button>
            )}
          </>
        }
        line={<NowLine view={view} known={known} now={now} />}
      />
      <Columns
        left={
          <RunRecord
            rows={rowsOf(view, view, known, axis, now)}
            axis={axis}
            selected={shown}
            onSelect={choose}
            isLive={view.endedAt === undefined}
          >
            <NextUp view={view} known={known} />
          </RunRecord>
        }
        right={
          <RunSide
            view={view}
            known={known}
            step={step}
            onClose={() => choose(undefined)}
            onAgain={() => setAgain(true)}
          />
        }
      >
        <RunPicture
          known={known}
          lit={lit}
          selected={selected}
          shown={shown}
          onSelect={choose}
          fitKey={view.run}
          controls={keysOf(view, controls)}
          now={nowWords(view, known, now).text}
        />
      </Columns>
      <RunBar view={view} known={known} controls={controls} onAgain={() => setAgain(true)} />
      <PauseDialog
        opened={dialog?.is === 'pause'}
        finishing={names}
        onResume={controls.resume}
        onClose={controls.close}
      />
      <StopDialog
        opened={dialog?.is === 'stop'}
        name={view.name}
        finishing={names}
        receipt={dialog?.receipt}
        isBusy={controls.busy === 'stop'}
        onStop={controls.stop}
        onClose={controls.close}
      />
      {isAgain && slug && <RunAgain slug={slug} view={view} onClose={() => setAgain(false)} />}
    </Work>
  );
}

export function RunScreen({ run }: { run: string }): ReactNode {
  const { view, refusal } = useRun(run);
  const known = useKnown(run);
  if (refusal) return <Missing title={t('app.run.missing')} text={refusal.message} />;
  return view && known ? <LiveRun view={view} known={known} /> : null;
}
