// A tool copied into another workflow: its card, what plays it, and the program it belongs to. It
// is in force there at once; keys are the workspace's and are not copied.

import { Button, Modal, Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Card } from '../../engine/1-document/schema.ts';
import type { ToolsFile } from '../../engine/1-document/tools-file.ts';
import { outdated, useAsk } from '../ask.ts';
import { call, Refusal } from '../client.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { withCopy } from './copies.ts';

type Props = { card: Card; file: ToolsFile; slug: string; opened: boolean; onClose: () => void };
type Done = { slug: string; name: string } | { wrong: string } | undefined;

/** Puts the copy in force in the other workflow, unless somebody changes its tools just now. */
async function copyInto(target: string, card: Card, from: ToolsFile): Promise<Done> {
  const { hash, ...into } = await call('tools', { slug: target });
  const saved = await call('saveTools', { slug: target, was: hash, ...withCopy(into, card, from) });
  outdated('tools', 'workflow', 'workflows');
  return 'conflict' in saved ? { wrong: t('tool.copy.conflict') } : { slug: target, name: target };
}

export function CopyDialog({ card, file, slug, opened, onClose }: Props): ReactNode {
  const workflows = (useAsk('workflows', {}).data ?? []).filter((one) => one.slug !== slug);
  const [target, setTarget] = useState<string | null>(null);
  const [done, setDone] = useState<Done>();
  const close = (): void => {
    setDone(undefined);
    onClose();
  };
  const copy = async (): Promise<void> => {
    if (target === null) return;
    setDone(
      await copyInto(target, card, file).catch((wrong: unknown) => ({
        wrong: wrong instanceof Refusal ? wrong.message : String(wrong),
      })),
    );
  };
  const name = workflows.find((one) => one.slug === target)?.name ?? '';
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('tool.copy.title', { tool: card.title })}
      size={480}
    >
      <div className="dialog-b">
        <p>{t('tool.copy.text')}</p>
        <Select
          label={t('tool.copy.into')}
          data={workflows.map((one) => ({ value: one.slug, label: one.name }))}
          value={target}
          rightSection={<ChevronDown size={14} aria-hidden />}
          onChange={(next) => {
            setTarget(next);
            setDone(undefined);
          }}
        />
        {done && 'wrong' in done && <p className="fault">{done.wrong}</p>}
        {done && 'slug' in done && (
          <output>
            {t('tool.copy.done', { tool: card.title, workflow: name })}{' '}
            <a className="underlined" href={hrefOf({ at: 'tools', slug: done.slug })}>
              {t('tool.copy.go')}
            </a>
          </output>
        )}
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={close}>{t('tool.copy.close')}</Button>
        <Button variant="filled" disabled={target === null} onClick={() => void copy()}>
          {t('tool.copy.do')}
        </Button>
      </div>
    </Modal>
  );
}
