// All runs, newest first: how they ended in words, who started them, what they cost and took.

import { Select } from '@mantine/core';
import { Boxes, ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { RunListEntry } from '../../engine/api/contract.ts';
import type { Person } from '../../engine/1-document/schema.ts';
import { useAsk } from '../ask.ts';
import { StateTag } from '../canvas/states.tsx';
import { sentenceCase } from '../cards/value-words.ts';
import { cost, duration, when } from '../format.ts';
import { Page } from '../frame/page.tsx';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { tagOf } from './run-bar.tsx';
import { useNow } from './use-now.ts';

const HEADS = ['workflow', 'outcome', 'started', 'by', 'cost', 'took'] as const;
const ALL = 'all';

/** How a run stands or ended: its state, and what it waits for or where it ended. */
function Outcome({ run }: { run: RunListEntry }): ReactNode {
  const end = run.end === undefined ? undefined : sentenceCase(run.end);
  const detail = run.status === 'waiting' ? run.waitingFor.join(', ') : end;
  return (
    <span className="run-outcome">
      <StateTag {...tagOf(run)} />
      {detail && <span className="meta cut">{detail}</span>}
    </span>
  );
}

type RowProps = { run: RunListEntry; people: Person[]; now: number };

function Row({ run, people, now }: RowProps): ReactNode {
  const who = people.find((person) => person.id === run.by)?.name ?? run.by;
  const lasted = (run.endedAt ?? now) - run.startedAt;
  return (
    <tr>
      <td className="cut">
        <a href={hrefOf({ at: 'run', run: run.run })}>
          <b>{run.name}</b>
        </a>{' '}
        <span className="meta">{run.version}</span>
      </td>
      <td className="cut">
        <Outcome run={run} />
      </td>
      <td className="meta">{when(run.startedAt, now)}</td>
      <td className="cut hide-m">{who}</td>
      <td className="r">{cost(run.usage.costNano)}</td>
      <td className="r">{duration(lasted)}</td>
    </tr>
  );
}

function Table({ runs, people }: { runs: RunListEntry[]; people: Person[] }): ReactNode {
  const now = useNow(runs.some((run) => run.endedAt === undefined));
  const isPractice = runs.every((run) => run.mode === 'practice');
  return (
    <div className="table">
      <table className="runs num" aria-label={t('app.runs.title')}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th
                key={head}
                scope="col"
                className={`head-${head}${head === 'by' ? ' hide-m' : ''}`}
              >
                {t(`app.runs.head.${head === 'cost' && isPractice ? 'would_cost' : head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row key={run.run} run={run} people={people} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type FilterProps = { names: Map<string, string>; value: string; onChange: (next: string) => void };

function Filter({ names, value, onChange }: FilterProps): ReactNode {
  if (names.size < 2) return null;
  const all = { value: ALL, label: t('app.runs.all') };
  return (
    <Select
      aria-label={t('app.runs.filter')}
      value={value}
      onChange={(next) => onChange(next ?? ALL)}
      data={[all, ...[...names].map(([id, label]) => ({ value: id, label }))]}
      rightSection={<ChevronDown size={14} aria-hidden />}
    />
  );
}

export function RunsScreen(): ReactNode {
  const [workflow, setWorkflow] = useState(ALL);
  const runs = useAsk('runs', { limit: 200 }).data;
  const people = useAsk('workspace', {}).data?.people ?? [];
  const names = new Map((runs ?? []).map((run) => [run.workflow, run.name]));
  const shown = (runs ?? []).filter((run) => workflow === ALL || run.workflow === workflow);
  const isEmpty = runs !== undefined && runs.length === 0;
  return (
    <Page
      wide
      title={t('app.runs.title')}
      sub={t(isEmpty ? 'app.runs.none' : 'app.runs.sub')}
      right={
        <>
          <Filter names={names} value={workflow} onChange={setWorkflow} />
          <a className="chip" href={hrefOf({ at: 'world' })}>
            <Boxes size={14} aria-hidden /> {t('app.runs.world')}
          </a>
        </>
      }
    >
      {shown.length > 0 && <Table runs={shown} people={people} />}
      {isEmpty && (
        <p>
          <a href={hrefOf({ at: 'home' })} className="underlined">
            {t('app.runs.first')}
          </a>
        </p>
      )}
    </Page>
  );
}
