// One recorded run, played back on the drawing it ran on, in the same frame as the live run.
// P1 nothing is called: every picture is a fold of recorded events up to a position.

import { Button } from '@mantine/core';
import { Clapperboard, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { litOf } from '../canvas/lit.ts';
import { moment } from '../cards/value-words.ts';
import { cost } from '../format.ts';
import { Rich } from '../frame/rich.tsx';
import { Missing } from '../frame/state-page.tsx';
import { Columns, Line, Work } from '../frame/work.tsx';
import { RunPicture } from '../outline/run-picture.tsx';
import { ViewSwitch } from '../outline/view-switch.tsx';
import { hrefOf } from '../route.ts';
import { axisOf } from '../runs/axis.ts';
import type { Known } from '../runs/known.ts';
import { RunRecord } from '../runs/record.tsx';
import { rowsOf } from '../runs/record-rows.ts';
import { RunHead } from '../runs/run-head.tsx';
import { kindOf, SidePanel } from '../runs/side-panel.tsx';
import { useKnown } from '../runs/use-known.ts';
import { t, useSpoken } from '../words.ts';
import { AnswersPanel } from './answers-panel.tsx';
import { answersOf } from './answers.ts';
import { momentWords, stepAt } from './moment-words.ts';
import type { Reel } from './seek.ts';
import { timelineOf } from './timeline.ts';
import { Transport } from './transport.tsx';
import { usePlayer } from './player.machine.ts';
import { useReel } from './use-reel.ts';

const NANO = 1_000_000_000;

function CostChip({ view, known }: { view: RunView; known: Known }): ReactNode {
  const params = {
    used: cost(view.usage.costNano),
    of: cost(known.workflow.budget.costUsd * NANO),
  };
  return (
    <span className="chip num">
      <span>
        <Rich text={t(`app.play.cost.${view.mode}`, params)} />
      </span>
    </span>
  );
}

type Props = { reel: Reel; end: RunView; known: Known };

function Playing({ reel, end, known }: Props): ReactNode {
  const { events } = reel;
  const timeline = useMemo(() => timelineOf(events), [events]);
  const player = usePlayer(timeline);
  const { n } = player;
  const view = useMemo(() => reel.at(n) ?? end, [reel, n, end]);
  const event = events[n - 1];
  const at = event ? Date.parse(event.at) : end.startedAt;
  const [chosen, setChosen] = useState<string>();
  const key = chosen ?? (event && stepAt(event, view)) ?? view.path.at(-1)?.step;
  const shown = key !== undefined && end.steps[key] ? key : undefined;
  const lit = useSpoken(() => litOf(view, known.workflow, registry, known.names), [view, known]);
  // A step that glows by itself needs no second mark.
  const glows =
    shown !== undefined && lit.steps[shown]?.state === 'waiting' && chosen === undefined;
  const selected = useMemo(
    () => new Set(shown === undefined || glows ? [] : [shown]),
    [shown, glows],
  );
  const axis = useMemo(
    () => axisOf(end, end.endedAt ?? Date.parse(events.at(-1)?.at ?? '')),
    [end, events],
  );
  const words = event ? momentWords(event, view, known) : '';
  return (
    <Work>
      <RunHead
        view={end}
        known={known}
        right={
          <>
            <ViewSwitch />
            <CostChip view={view} known={known} />
            <Button
              component="a"
              href={hrefOf({ at: 'run', run: end.run })}
              leftSection={<X size={14} aria-hidden />}
            >
              {t('app.play.leave')}
            </Button>
          </>
        }
        line={
          <Line tone="banner" icon={<Clapperboard size={16} aria-hidden />} live>
            <span className="cut">
              <Rich text={t('app.play.banner', { at: moment(end.startedAt) })} />
            </span>
          </Line>
        }
      />
      <Columns
        left={
          <RunRecord
            rows={rowsOf(view, end, known, axis, at)}
            axis={axis}
            selected={shown}
            onSelect={setChosen}
            isLive={false}
          />
        }
        right={
          shown === undefined ? (
            <aside className="inspector" />
          ) : (
            <SidePanel
              known={known}
              step={shown}
              sub={t('app.play.event', { kind: kindOf(known, shown), n, of: events.length })}
              label={t('app.side.step')}
              onClose={chosen === undefined ? undefined : () => setChosen(undefined)}
            >
              <AnswersPanel answers={answersOf(view, end, known, shown)} />
            </SidePanel>
          )
        }
      >
        <RunPicture
          known={known}
          lit={lit}
          selected={selected}
          shown={shown}
          onSelect={setChosen}
          fitKey={end.run}
          now={words}
        />
      </Columns>
      <Transport player={player} timeline={timeline} at={at} words={words} />
    </Work>
  );
}

export function PlayScreen({ run }: { run: string }): ReactNode {
  const { reel, refusal } = useReel(run);
  const known = useKnown(run);
  const end = useMemo(() => reel?.at(reel.events.length), [reel]);
  if (refusal) return <Missing title={t('app.run.missing')} text={refusal.message} />;
  return reel && end && known ? <Playing reel={reel} end={end} known={known} /> : null;
}
