// All runs, newest first: how they ended in words, who started them, what they cost and took.

import { Button, Select } from '@mantine/core';
import { Boxes, ChevronDown, Play } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { RunListEntry } from '../../engine/api/contract.ts';
import type { Person } from '../../engine/1-document/schema.ts';
import { useAsk } from '../ask.ts';
import { StateTag } from '../canvas/states.tsx';
import { sentenceCase } from '../cards/value-words.ts';
import { cost, duration, when } from '../format.ts';
import { Empty } from '../frame/empty.tsx';
import { Page } from '../frame/page.tsx';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { LockedKeys } from '../stop/locked-keys.tsx';
import { tagOf } from './run-bar.tsx';
import { ALL, TagFilter, Tags, tagsOf } from './run-tags.tsx';
import { EXAMPLE } from '../tour/tour-store.ts';
import { TestTag } from '../try/test-tag.tsx';
import { useNow } from './use-now.ts';

const HEADS = ['workflow', 'outcome', 'started', 'by', 'cost', 'took'] as const;

/** How a run stands or ended: its state, and what it waits for or where it ended. */
function Outcome({ run, people, onTag }: Pick<RowProps, 'run' | 'people' | 'onTag'>): ReactNode {
  const end = run.end === undefined ? undefined : sentenceCase(run.end);
  const waits = run.queued ? t('app.runs.in_line') : run.waitingFor.join(', ');
  const detail = run.status === 'waiting' ? waits : end;
  if (run.damaged)
    return (
      <span className="run-outcome">
        <StateTag state="failed" word={t('app.runs.damaged')} />
        <span className="meta cut">{t('app.runs.damaged.what')}</span>
      </span>
    );
  return (
    <span className="run-outcome">
      <StateTag {...tagOf(run)} />
      <TestTag test={run.test} />
      {detail && <span className="meta cut">{detail}</span>}
      <span className="grow" />
      <Tags of={run} people={people} onTag={onTag} />
    </span>
  );
}

type RowProps = { run: RunListEntry; people: Person[]; now: number; onTag: (tag: string) => void };

function Row({ run, people, now, onTag }: RowProps): ReactNode {
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
        <Outcome run={run} people={people} onTag={onTag} />
      </td>
      <td className="meta">{when(run.startedAt, now)}</td>
      <td className="cut hide-m">{who}</td>
      <td className="r">{cost(run.usage.costNano)}</td>
      <td className="r">{duration(lasted)}</td>
    </tr>
  );
}

type TableProps = Pick<RowProps, 'people' | 'onTag'> & { runs: RunListEntry[] };

function Table({ runs, people, onTag }: TableProps): ReactNode {
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
            <Row key={run.run} run={run} people={people} now={now} onTag={onTag} />
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
  const [tag, setTag] = useState(ALL);
  const runs = useAsk('runs', { limit: 200 }).data;
  const people = useAsk('workspace', {}).data?.people ?? [];
  const names = new Map((runs ?? []).map((run) => [run.workflow, run.name]));
  const shown = (runs ?? [])
    .filter((run) => workflow === ALL || run.workflow === workflow)
    .filter((run) => tag === ALL || tagsOf(run).includes(tag));
  const isEmpty = runs !== undefined && runs.length === 0;
  return (
    <Page
      wide
      title={t('app.runs.title')}
      sub={t('app.runs.sub')}
      right={
        <>
          <Filter names={names} value={workflow} onChange={setWorkflow} />
          <TagFilter runs={runs ?? []} people={people} value={tag} onChange={setTag} />
          <a className="chip" href={hrefOf({ at: 'world' })}>
            <Boxes size={14} aria-hidden /> {t('app.runs.world')}
          </a>
        </>
      }
    >
      <LockedKeys />
      {shown.length > 0 && <Table runs={shown} people={people} onTag={setTag} />}
      {!isEmpty && runs !== undefined && shown.length === 0 && (
        <p className="meta">{t('app.runs.none_like')}</p>
      )}
      {isEmpty && (
        <Empty icon={Play} title={t('app.runs.empty')} text={t('app.runs.empty.text')}>
          <Button variant="filled" component="a" href={hrefOf({ at: 'design', slug: EXAMPLE })}>
            {t('app.runs.first')}
          </Button>
        </Empty>
      )}
    </Page>
  );
}
