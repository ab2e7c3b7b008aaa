// All workflows of this workspace: open one, copy one, remove one, begin a new one.

import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Copy, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { WorkflowEntry } from '../../engine/api/contract.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { when } from '../format.ts';
import { forgetDesign } from '../frame/last-design.ts';
import { MoreMenu, type MoreItem } from '../frame/more-menu.tsx';
import { Page } from '../frame/page.tsx';
import { hrefOf } from '../route.ts';
import { useNow } from '../runs/use-now.ts';
import { t } from '../words.ts';
import { useCreate } from './use-create.ts';

type MenuProps = { name: string; onCopy: () => void; onRemove: () => void };

function RowMenu({ name, onCopy, onRemove }: MenuProps): ReactNode {
  const items: MoreItem[] = [
    { icon: Copy, words: t('app.workflows.copy'), act: onCopy },
    { icon: Trash2, words: t('app.workflows.remove'), act: onRemove, isDanger: true },
  ];
  return <MoreMenu isSmall label={t('app.workflows.more', { name })} items={items} />;
}

type RowProps = { entry: WorkflowEntry; now: number; onCopy: () => void; onRemove: () => void };

function Row({ entry, now, onCopy, onRemove }: RowProps): ReactNode {
  return (
    <tr>
      <td className="cut">
        <a href={hrefOf({ at: 'design', slug: entry.slug })}>
          <b>{entry.name}</b>
        </a>{' '}
        <span className="meta">{entry.version}</span>
      </td>
      <td className="cut meta">{entry.purpose}</td>
      <td className="r">{t('app.home.steps', { n: entry.steps })}</td>
      <td className="r meta">{when(entry.changedAt, now)}</td>
      <td className="r">
        <RowMenu name={entry.name} onCopy={onCopy} onRemove={onRemove} />
      </td>
    </tr>
  );
}

type RemoveProps = { entry: WorkflowEntry | undefined; onClose: () => void };

/** Removing asks once: it cannot be undone from here. */
function RemoveDialog({ entry, onClose }: RemoveProps): ReactNode {
  const remove = useTell('deleteWorkflow');
  const confirm = (): void => {
    if (!entry) return;
    remove.mutate(
      { slug: entry.slug },
      {
        onSuccess: () => {
          forgetDesign();
          outdated('workflows');
        },
        onError: (wrong) => notifications.show({ message: wrong.message, color: 'red' }),
        onSettled: onClose,
      },
    );
  };
  return (
    <Modal
      opened={entry !== undefined}
      onClose={onClose}
      title={t('app.workflows.remove.title', { name: entry?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b">
        <p>{t('app.workflows.remove.text')}</p>
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={onClose}>{t('app.keep')}</Button>
        <Button className="danger" loading={remove.isPending} onClick={confirm}>
          {t('app.workflows.remove')}
        </Button>
      </div>
    </Modal>
  );
}

const HEADS = ['workflow', 'purpose', 'steps', 'when', 'more'] as const;

export function WorkflowsScreen(): ReactNode {
  const entries = useAsk('workflows', {}).data ?? [];
  const [removing, setRemoving] = useState<WorkflowEntry>();
  const create = useCreate();
  const now = useNow(false);
  return (
    <Page
      title={t('app.workflows.title')}
      sub={t('app.workflows.sub')}
      right={
        <Button
          variant="filled"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => create(t('app.home.new_name'))}
        >
          {t('app.home.empty')}
        </Button>
      }
    >
      <div className="table">
        <table className="list list-workflows num" aria-label={t('app.workflows.title')}>
          <thead>
            <tr>
              {HEADS.map((head, i) => (
                <th key={head} scope="col" className={i > 1 ? 'r' : undefined}>
                  {head === 'more' ? (
                    <span className="sr">{t('app.workflows.actions')}</span>
                  ) : (
                    t(`app.workflows.${head}`)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries
              .toSorted((a, b) => b.changedAt - a.changedAt)
              .map((entry) => (
                <Row
                  key={entry.slug}
                  entry={entry}
                  now={now}
                  onCopy={() =>
                    create(t('app.workflows.copy_name', { name: entry.name }), entry.slug)
                  }
                  onRemove={() => setRemoving(entry)}
                />
              ))}
          </tbody>
        </table>
      </div>
      <RemoveDialog entry={removing} onClose={() => setRemoving(undefined)} />
    </Page>
  );
}
