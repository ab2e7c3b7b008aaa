// What was worked on lately: every workflow that ran or is one's own, newest first.

import type { ReactNode } from 'react';
import type { RunListEntry, WorkflowEntry } from '../../engine/api/contract.ts';
import { StateTag, type LightState } from '../canvas/states.tsx';
import { cost, number, when } from '../format.ts';
import { hrefOf } from '../route.ts';
import { useNow } from '../runs/use-now.ts';
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
function runState(run: RunListEntry): { state: LightState; word: string } {
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

function RecentRow({ row, now }: { row: Row; now: number }): ReactNode {
  const { entry, runs, at } = row;
  const [last] = runs;
  return (
    <tr>
      <td className="cut">
        <a href={hrefOf({ at: 'design', slug: entry.slug })}>
          <b>{entry.name}</b>
        </a>{' '}
        <span className="meta">{entry.version}</span>
      </td>
      <td>
        {last ? (
          <a href={hrefOf({ at: 'run', run: last.run })}>
            <StateTag {...runState(last)} />
          </a>
        ) : (
          <span className="meta">{t('app.home.never')}</span>
        )}
      </td>
      <td className="r">{last ? cost(median(runs.map((run) => run.usage.costNano))) : '–'}</td>
      <td className="r">{number(runs.length)}</td>
      <td className="r meta">{when(at, now)}</td>
    </tr>
  );
}

type Props = { entries: WorkflowEntry[]; runs: RunListEntry[] };

export function Recent({ entries, runs }: Props): ReactNode {
  const now = useNow(false);
  const rows = rowsOf(entries, runs).slice(0, SHOWN);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="h" id="recent">
        {t('app.home.recent')}
      </h2>
      <div className="table">
        <table className="list list-recent num" aria-labelledby="recent">
          <thead>
            <tr>
              {HEADS.map((head, i) => (
                <th key={head} scope="col" className={i > 1 ? 'r' : undefined}>
                  {t(`app.home.recent.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RecentRow key={row.entry.slug} row={row} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
