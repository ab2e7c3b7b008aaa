// The bar below a run: how it stands, how much of its limits is used, and the three controls.

import { Button, Switch, Tooltip } from '@mantine/core';
import { Pause, Play, RotateCcw, Square, StepForward } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RunView } from '../../engine/4-run/view.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { StateTag, type LightState } from '../canvas/states.tsx';
import { moment } from '../cards/value-words.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { personName, type Known } from './known.ts';
import { Meter } from './meter.tsx';
import { metersOf } from './meters.ts';
import { paceOf, rememberPace } from './pace.ts';
import type { Controls } from './use-controls.ts';
import { isAllInTurn } from './waits-turn.ts';

/** The tag of a run one looks at: while all of it waits its turn, nothing is at work. */
const tagNow = (view: RunView): ReturnType<typeof tagOf> =>
  view.endedAt === undefined && view.status === 'running' && isAllInTurn(view)
    ? { state: 'idle', word: t('app.status.waiting') }
    : tagOf(view);

/** The state of a run as its tag shows it. */
export function tagOf(view: Pick<RunView, 'status' | 'outcome' | 'queued'>): {
  state: LightState;
  word: string;
} {
  if (view.status === 'done') {
    const outcome = view.outcome ?? 'done';
    return { state: outcome === 'done' ? 'done' : 'refused', word: t(`app.outcome.${outcome}`) };
  }
  const state = view.queued ? 'idle' : view.status;
  return { state, word: t(`app.status.${view.status}`) };
}

type Props = { view: RunView; known: Known; controls: Controls; onAgain: () => void };

/** Practice steps take about a second; the switch lets them run as fast as they can. */
function PaceSwitch({ run, isPaused }: { run: string; isPaused: boolean }): ReactNode {
  const answer = useAsk('pace', { run }).data;
  const tell = useTell('setPace');
  if (!answer) return null;
  const pace = answer.pace ?? (isPaused ? paceOf(run) : 'full');
  return (
    <Switch
      className="hide-m"
      label={t('app.run_bar.slow')}
      checked={pace === 'watch'}
      onChange={(event) => {
        const next = event.currentTarget.checked ? 'watch' : 'full';
        rememberPace(run, next);
        tell.mutate({ run, pace: next }, { onSettled: () => outdated('pace') });
      }}
    />
  );
}

function Ended({ view, onAgain }: { view: RunView; onAgain: () => void }): ReactNode {
  return (
    <span className="row">
      <Button leftSection={<RotateCcw size={14} aria-hidden />} onClick={onAgain}>
        {t('app.run_bar.again')}
      </Button>
      <Button
        component="a"
        href={hrefOf({ at: 'play', run: view.run })}
        leftSection={<Play size={14} fill="currentColor" aria-hidden />}
      >
        {t('app.run_bar.play')}
      </Button>
    </span>
  );
}

function Running({ view, controls }: { view: RunView; controls: Controls }): ReactNode {
  const { busy } = controls;
  const isPaused = view.status === 'paused';
  return (
    <span className="row">
      {isPaused ? (
        <Button
          variant="filled"
          className="pause-resume"
          leftSection={<Play size={14} fill="currentColor" aria-hidden />}
          loading={busy === 'resume'}
          onClick={controls.resume}
        >
          {t('app.run_bar.resume')}
        </Button>
      ) : (
        <Button
          className="pause-resume"
          leftSection={<Pause size={14} fill="currentColor" aria-hidden />}
          loading={busy === 'pause'}
          onClick={controls.pause}
        >
          {t('app.run_bar.pause')}
        </Button>
      )}
      <Tooltip label={t(isPaused ? 'app.run_bar.step.help' : 'app.run_bar.step.first')}>
        <Button
          leftSection={<StepForward size={14} aria-hidden />}
          aria-disabled={!isPaused}
          {...(isPaused ? {} : { 'data-disabled': true })}
          loading={busy === 'step'}
          onClick={() => isPaused && controls.step()}
        >
          {t('app.run_bar.step')}
        </Button>
      </Tooltip>
      <Button
        className="danger"
        leftSection={<Square size={12} fill="currentColor" aria-hidden />}
        onClick={controls.askStop}
      >
        {t('app.run_bar.stop')}
      </Button>
    </span>
  );
}

export function RunBar({ view, known, controls, onAgain }: Props): ReactNode {
  const isOver = view.endedAt !== undefined;
  return (
    <section className="runbar" aria-label={t('app.run_bar.label')}>
      <StateTag {...tagNow(view)} pill />
      <span className="meta num cut">
        {t('app.run_bar.started', { at: moment(view.startedAt), who: personName(known, view.by) })}
      </span>
      {metersOf(view.usage, known.workflow.budget, view.mode).map((meter) => (
        <Meter key={meter.id} {...meter} />
      ))}
      <span className="grow" />
      {view.mode === 'practice' && !isOver && (
        <PaceSwitch run={view.run} isPaused={view.status === 'paused'} />
      )}
      {isOver ? (
        <Ended view={view} onAgain={onAgain} />
      ) : (
        <Running view={view} controls={controls} />
      )}
    </section>
  );
}
