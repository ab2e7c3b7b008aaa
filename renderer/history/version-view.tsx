// The chosen version held against another one, and what can be done with it.
// VV1 bringing back is one change like any other: nothing is lost, and Undo takes it back.

import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Bookmark, ChevronDown, Clock, Copy, Undo2 } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import type { VersionEntry } from '../../engine/1-document/summary.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import type { Names } from '../canvas/step-facts.ts';
import { moment } from '../cards/value-words.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { Empty } from '../frame/empty.tsx';
import { Rich } from '../frame/rich.tsx';
import { go, hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { compare } from './compare.ts';
import { DifferencePicture } from './difference-picture.tsx';
import { Difference } from './difference.tsx';
import { NameDialog } from './name-dialog.tsx';
import { titleOf } from './rows.ts';
import { NOW } from './version-list.tsx';

type Props = {
  slug: string;
  versions: VersionEntry[];
  chosen: string;
  now: Folder;
  setting: Setting;
  names: Names;
  open: OpenDocument;
};

/** The folder a version was; what was not kept of it is as now. Undefined while it is read. */
function useVersion(slug: string, id: string, now: Folder): { folder?: Folder; wrong?: string } {
  const { data, error } = useAsk('version', { slug, id }, { enabled: id !== NOW });
  return useMemo(() => {
    if (id === NOW) return { folder: now };
    if (error) return { wrong: error.message };
    return data ? { folder: { ...now, ...data.parts, workflow: data.workflow } } : {};
  }, [id, data, error, now]);
}

/** What a version is called in a list to choose from. */
const optionOf = (one: VersionEntry): { value: string; label: string } => ({
  value: one.id,
  label: `${titleOf(one)}, ${moment(one.at)}`,
});

function Actions(props: Props & { entry: VersionEntry; folder: Folder | undefined }): ReactNode {
  const { slug, entry, folder, now, open } = props;
  const [isNaming, setNaming] = useState(false);
  const { mutate: copy, isPending } = useTell('copyVersion');
  const restore = (): void => {
    if (!folder) return;
    const { id, version } = now.workflow;
    open.become({ ...folder.workflow, id, version }, 'restore');
    void open.flush();
    notifications.show({
      id: 'restored',
      autoClose: 10_000,
      message: (
        <span className="with-undo">
          {t('history.restore.done')}
          <Button
            size="compact-xs"
            onClick={() => {
              open.undo();
              void open.flush();
              notifications.hide('restored');
            }}
          >
            {t('history.undo')}
          </Button>
        </span>
      ),
    });
  };
  const name = t('history.copy.name', { name: now.workflow.name, version: titleOf(entry) });
  const isPublished = entry.version !== undefined;
  return (
    <div className="version-acts">
      <Button
        variant="filled"
        leftSection={<Undo2 size={14} aria-hidden />}
        disabled={!folder}
        onClick={restore}
      >
        {t('history.restore')}
      </Button>
      {!isPublished && (
        <Button leftSection={<Bookmark size={14} aria-hidden />} onClick={() => setNaming(true)}>
          {t(entry.name === undefined ? 'history.name' : 'history.rename')}
        </Button>
      )}
      <Button
        leftSection={<Copy size={14} aria-hidden />}
        loading={isPending}
        onClick={() =>
          copy(
            { slug, id: entry.id, name: name.slice(0, 120) },
            {
              onSuccess: (made) => {
                outdated('workflows');
                go({ at: 'design', slug: made.slug });
              },
              onError: (wrong) => notifications.show({ message: wrong.message, color: 'red' }),
            },
          )
        }
      >
        {t('history.copy')}
      </Button>
      <NameDialog
        slug={slug}
        of={{ id: entry.id }}
        name={entry.name ?? ''}
        opened={isNaming}
        onClose={() => setNaming(false)}
      />
    </div>
  );
}

/** The drawing as it is now can be given a name before it is changed. */
function NameNow({ slug, versions, now, open }: Props): ReactNode {
  const [isNaming, setNaming] = useState(false);
  const kept = versions.find(({ isNow }) => isNow);
  return (
    <div className="version-acts">
      <Button
        leftSection={<Bookmark size={14} aria-hidden />}
        onClick={() => void open.flush().then(() => setNaming(true))}
      >
        {t(kept?.name === undefined ? 'history.name' : 'history.rename')}
      </Button>
      <NameDialog
        slug={slug}
        of={kept ? { id: kept.id } : { workflow: now.workflow }}
        name={kept?.name ?? ''}
        opened={isNaming}
        onClose={() => setNaming(false)}
      />
    </div>
  );
}

export function VersionView(props: Props): ReactNode {
  const { slug, versions, chosen, now, setting, names } = props;
  const others = versions.filter(({ id, isNow }) => id !== chosen && !isNow);
  const usual = chosen === NOW ? (others[0]?.id ?? NOW) : NOW;
  const [picked, pick] = useState<{ for: string; id: string }>();
  const against = picked?.for === chosen ? picked.id : usual;
  const [one, other] = [useVersion(slug, chosen, now), useVersion(slug, against, now)];
  const [shown, show] = useState<{ id: string }>();
  const atOf = (id: string): number =>
    versions.find((version) => version.id === id)?.at ?? Infinity;
  const isForward = atOf(chosen) <= atOf(against);
  const [was, is] = isForward ? [one.folder, other.folder] : [other.folder, one.folder];
  const comparison = useMemo(
    () => (was && is ? compare(was, is, setting) : undefined),
    [was, is, setting],
  );
  const entry = versions.find(({ id }) => id === chosen);
  const nameOf = (id: string): string => {
    const found = versions.find((version) => version.id === id);
    return found ? titleOf(found) : t('history.now');
  };
  const [from, to] = isForward ? [chosen, against] : [against, chosen];
  const wrong = one.wrong ?? other.wrong;
  const isAlone = chosen === NOW && others.length === 0;
  const isBesideOther = comparison?.told.some(({ group }) => group === 'beside');
  return (
    <section className="version-view" aria-label={t('history.diff')}>
      <header className="version-head">
        <div>
          <h2>{nameOf(chosen)}</h2>
          {entry && <p className="meta num">{moment(entry.at)}</p>}
        </div>
        {entry ? <Actions {...props} entry={entry} folder={one.folder} /> : <NameNow {...props} />}
      </header>
      {isAlone && (
        <Empty icon={Clock} title={t('history.alone')} text={t('history.alone.text')}>
          <Button component="a" href={hrefOf({ at: 'design', slug })}>
            {t('history.open')}
          </Button>
        </Empty>
      )}
      {!isAlone && (
        <div className="version-against">
          <Select
            label={t('history.compare')}
            data={[
              ...(chosen === NOW ? [] : [{ value: NOW, label: t('history.now') }]),
              ...others.map(optionOf),
            ]}
            value={against}
            allowDeselect={false}
            rightSection={<ChevronDown size={14} aria-hidden />}
            onChange={(id) => id && pick({ for: chosen, id })}
          />
          <p className="meta" aria-live="polite">
            <Rich text={t('history.diff.from', { from: nameOf(from), to: nameOf(to) })} />
          </p>
        </div>
      )}
      {wrong !== undefined && <p className="hist-wrong">{wrong}</p>}
      {wrong === undefined && !comparison && <p className="meta">{t('history.diff.reading')}</p>}
      {comparison && !isAlone && (
        <>
          <DifferencePicture
            union={comparison.union}
            names={names}
            shown={shown}
            fitKey={`${chosen} ${against}`}
          />
          {entry && isBesideOther && <p className="meta">{t('history.restore.beside')}</p>}
          <Difference comparison={comparison} onShow={(id) => show({ id })} />
        </>
      )}
    </section>
  );
}
