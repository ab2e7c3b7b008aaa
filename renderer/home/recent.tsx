// What was worked on lately: every workflow that ran or is one's own, newest first.

import type { ReactNode } from 'react';
import type { RunListEntry, WorkflowEntry } from '../../engine/api/contract.ts';
import { StateTag, type LightState } from '../canvas/states.tsx';
import { cost, number, when } from '../format.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';

const STATE: Record<RunListEntry['status'], LightState> = {
  running: 'running',
  waiting: 'waiting',
  paused: 'paused',
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
};

/** The state of a run for a list; a run that ended refused says so. */
export function runState(run: RunListEntry): { state: LightState; word: string } {
  if (run.status === 'waiting' && run.waitingFor[0])
    return { state: 'waiting', word: t('app.light.waiting', { who: run.waitingFor[0] }) };
  if (run.status === 'done' && run.outcome === 'refused')
    return { state: 'refused', word: t('app.run.refused') };
  return { state: STATE[run.status], word: t(`app.run.${run.status}`) };
}

type Row = { entry: WorkflowEntry; runs: RunListEntry[]; at: number };

function rowsOf(entries: WorkflowEntry[], runs: RunListEntry[]): Row[] {
  const byWorkflow = Map.groupBy(runs, (run) => run.workflow);
  return entries
    .map((entry) => {
      const own = (byWorkflow.get(entry.id) ?? []).toSorted((a, b) => b.startedAt - a.startedAt);
      return { entry, runs: own, at: own[0]?.startedAt ?? entry.changedAt };
    })
    .filter(({ entry, runs: own }) => own.length > 0 || !entry.sample)
    .toSorted((a, b) => b.at - a.at);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const SHOWN = 6;
const HEADS = ['workflow', 'last', 'cost', 'runs', 'when'] as const;

export function Recent({
  entries,
  runs,
}: {
  entries: WorkflowEntry[];
  runs: RunListEntry[];
}): ReactNode {
  const rows = rowsOf(entries, runs).slice(0, SHOWN);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="h" id="recent">
        {t('app.home.recent')}
      </h2>
      <div className="table" role="table" aria-labelledby="recent">
        <div className="tr th cols-recent" role="row">
          {HEADS.map((head, i) => (
            <span key={head} role="columnheader" className={i > 1 ? 'r' : undefined}>
              {t(`app.home.recent.${head}`)}
            </span>
          ))}
        </div>
        {rows.map(({ entry, runs: own, at }) => (
          <div key={entry.slug} className="tr cols-recent num" role="row">
            <span role="cell" className="cut">
              <a href={hrefOf({ at: 'design', slug: entry.slug })}>
                <b>{entry.name}</b>
              </a>{' '}
              <span className="meta">{entry.version}</span>
            </span>
            <span role="cell">
              {own[0] ? (
                <a href={hrefOf({ at: 'run', run: own[0].run })}>
                  <StateTag {...runState(own[0])} />
                </a>
              ) : (
                <span className="meta">{t('app.home.never')}</span>
              )}
            </span>
            <span role="cell" className="r">
              {own.length > 0 ? cost(median(own.map((run) => run.usage.costNano))) : '–'}
            </span>
            <span role="cell" className="r">
              {number(own.length)}
            </span>
            <span role="cell" className="r meta">
              {when(at, Date.now())}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
