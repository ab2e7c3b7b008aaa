// The bar over tools and rules: whether what is shown is in force, and the ways on from here.
// FB1 one filled button, and it says what it does; nothing is put in force by leaving the page.

import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CircleCheck, CircleDashed, History, Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import { call } from '../client.ts';
import type { Answers } from '../../engine/api/contract.ts';
import { moment } from '../cards/value-words.ts';
import { Rich } from '../frame/rich.tsx';
import { t } from '../words.ts';
import type { Draft } from './draft.ts';
import { useDraftState } from './use-draft.ts';

type Of = 'tools' | 'rules';
type Props<T> = {
  draft: Draft<T>;
  /** What it would change, in a sentence. */
  consequence?: string | undefined;
  /** A sentence saying why it cannot be put in force yet. */
  blocked?: string | undefined;
  of: Of;
  slug?: string | undefined;
  /** What an earlier form was, out of the engine's answer. */
  earlierOf: (answer: Answers['earlierAuthority']) => T | undefined;
};

const ICONS = { same: CircleCheck, failed: TriangleAlert } as const;

export function ForceBar<T>(props: Props<T>): ReactNode {
  const { draft, blocked, consequence, of, slug, earlierOf } = props;
  const { state, canUndo, canRedo, why = '' } = useDraftState(draft);
  const isDirty = state === 'changed' || state === 'failed';
  const put = async (): Promise<void> => {
    if (blocked !== undefined || !isDirty) return;
    if (await draft.commit()) notifications.show({ message: t('force.done') });
  };
  useHotkeys([['mod+s', () => void put()]], []);
  // In a text field undo means the text.
  useHotkeys([
    ['mod+z', draft.undo],
    ['mod+shift+z', draft.redo],
  ]);
  useEffect(() => {
    if (!isDirty) return undefined;
    const leaving = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', leaving);
    return () => removeEventListener('beforeunload', leaving);
  }, [isDirty]);
  const said = t(`force.${state === 'conflict' ? 'changed' : state}`, { why });
  const open = blocked ?? (consequence ? t('force.changed.so', { so: consequence }) : said);
  const words = state === 'changed' ? open : said;
  const Icon = ICONS[state as 'same'] ?? CircleDashed;
  return (
    <section className={`force force-${state}`} aria-label={t('force.draft')}>
      <Icon size={16} aria-hidden />
      <output>
        <Rich text={words} />
      </output>
      <span className="grow" />
      <Earlier draft={draft} of={of} slug={slug} earlierOf={earlierOf} />
      <ActionIcon
        aria-label={t('force.undo')}
        title={t('force.undo')}
        disabled={!canUndo}
        onClick={draft.undo}
      >
        <Undo2 size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t('force.redo')}
        title={t('force.redo')}
        disabled={!canRedo}
        onClick={draft.redo}
      >
        <Redo2 size={16} aria-hidden />
      </ActionIcon>
      <Button disabled={!isDirty} onClick={draft.discard}>
        {t('force.discard')}
      </Button>
      <Button
        variant="filled"
        disabled={!isDirty || blocked !== undefined}
        loading={state === 'saving'}
        onClick={() => void put()}
      >
        {t('force.put')}
      </Button>
      <Conflict draft={draft} />
    </section>
  );
}

type EarlierProps<T> = Pick<Props<T>, 'draft' | 'of' | 'slug' | 'earlierOf'>;

/** What stood here before, to be brought back as a draft. */
function Earlier<T>({ draft, of, slug, earlierOf }: EarlierProps<T>): ReactNode {
  const asked = { of, ...(slug === undefined ? {} : { slug }) };
  const times = useAsk('earlierAuthority', asked).data?.times ?? [];
  const bring = async (at: number): Promise<void> => {
    const found = earlierOf(await call('earlierAuthority', { ...asked, at }));
    if (!found) return;
    draft.change(found);
    notifications.show({ message: t('force.earlier.brought') });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" leftSection={<History size={14} aria-hidden />}>
          {t('force.earlier')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {times.length === 0 && <Menu.Label>{t('force.earlier.none')}</Menu.Label>}
        {times.slice(0, 12).map((at) => (
          <Menu.Item key={at} className="num" onClick={() => void bring(at)}>
            {t('force.earlier.until', { when: moment(at) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Conflict<T>({ draft }: { draft: Draft<T> }): ReactNode {
  const { state } = useDraftState(draft);
  return (
    <Modal
      opened={state === 'conflict'}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('force.conflict.title')}
      size={480}
    >
      <div className="dialog-b">
        <p>{t('force.conflict.text')}</p>
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={() => draft.resolve('theirs')}>{t('force.conflict.theirs')}</Button>
        <Button variant="filled" onClick={() => draft.resolve('yours')}>
          {t('force.conflict.yours')}
        </Button>
      </div>
    </Modal>
  );
}
