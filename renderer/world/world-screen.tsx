// The practice world: what practice tools did instead of the real thing, as plain tables, with what
// the latest run changed marked. Nothing here was ever sent or paid.

import { Button, Modal } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { WorldView } from '../../engine/api/contract.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { sentenceCase } from '../cards/value-words.ts';
import { Page } from '../frame/page.tsx';
import { t, tMaybe } from '../words.ts';
import { Outbox } from './outbox.tsx';
import { PlainTable } from './plain-table.tsx';

/** Mails are shown as letters, everything else as rows. */
const OUTBOX = 'outbox';

function ResetDialog({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const { mutate, isPending } = useTell('resetWorld');
  const reset = (): void => mutate({}, { onSuccess: () => (outdated('world'), onClose()) });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app.world.reset.title')}
      size={440}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b">
        <p>{t('app.world.reset.means')}</p>
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={onClose} data-autofocus>
          {t('app.cancel')}
        </Button>
        <Button className="danger" loading={isPending} onClick={reset}>
          {t('app.world.reset.do')}
        </Button>
      </div>
    </Modal>
  );
}

type TableProps = { table: WorldView['tables'][number]; latest: string | undefined };

function Table({ table, latest }: TableProps): ReactNode {
  const name = tMaybe(`app.world.table.${table.name}`) ?? sentenceCase(table.name);
  const changed = table.rows.filter((row) => latest !== undefined && row.run === latest).length;
  return (
    <section aria-label={name}>
      <h2 className="h world-h">
        {name}
        <span className="meta num">
          {t('app.world.rows', { n: table.rows.length })}
          {changed > 0 && <> · {t('app.world.changed', { n: changed })}</>}
        </span>
      </h2>
      {table.name === OUTBOX ? (
        <Outbox rows={table.rows} latest={latest} />
      ) : (
        <PlainTable name={name} rows={table.rows} latest={latest} />
      )}
    </section>
  );
}

export function WorldScreen(): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const world = useAsk('world', {}).data;
  const runs = useAsk('runs', { limit: 20 }).data ?? [];
  const tables = world?.tables ?? [];
  const touched = new Set(tables.flatMap((table) => table.rows.flatMap((row) => row.run ?? [])));
  const latest = runs.find((run) =>
    [...touched].some((id) => id === run.run || id.startsWith(`${run.run}:`)),
  );
  const isLatest = (run: string | null): boolean =>
    latest !== undefined &&
    run !== null &&
    (run === latest.run || run.startsWith(`${latest.run}:`));
  const marked = tables.map((table) => ({
    ...table,
    rows: table.rows.map(({ run, row }) => ({
      run: isLatest(run) ? (latest?.run ?? null) : null,
      row,
    })),
  }));
  const isEmpty = world !== undefined && tables.every((table) => table.rows.length === 0);
  return (
    <Page
      wide
      title={t('app.world.title')}
      sub={t('app.world.sub')}
      right={
        <Button
          leftSection={<RotateCcw size={14} aria-hidden />}
          disabled={isEmpty}
          onClick={() => setAsking(true)}
        >
          {t('app.world.reset')}
        </Button>
      }
    >
      {latest && !isEmpty && (
        <p className="world-latest">
          <i className="mark-dot" aria-hidden /> {t('app.world.latest', { name: latest.name })}
        </p>
      )}
      {marked.map((table) => (
        <Table key={table.name} table={table} latest={latest?.run} />
      ))}
      {isEmpty && <p className="empty-words">{t('app.world.empty')}</p>}
      <ResetDialog opened={isAsking} onClose={() => setAsking(false)} />
    </Page>
  );
}
