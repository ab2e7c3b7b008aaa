// The versions of a workflow, the newest first, by day. Arrow keys go from row to row.

import {
  BookmarkCheck,
  CircleDot,
  FileClock,
  FileInput,
  GitMerge,
  History,
  Rocket,
  type LucideIcon,
} from 'lucide-react';
import { createElement, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import type { VersionEntry } from '../../engine/1-document/summary.ts';
import { locale, t } from '../words.ts';
import { belowOf, rowsOf, titleOf, type Row } from './rows.ts';

/** What stands in the list for the drawing as it is. */
export const NOW = 'now';

const ICONS: Record<VersionEntry['how'], LucideIcon> = {
  edit: History,
  restore: History,
  merge: GitMerge,
  publish: Rocket,
  outside: FileInput,
  older: FileClock,
  set_aside: FileClock,
};

const time = (at: number): string =>
  new Intl.DateTimeFormat(locale(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
const day = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(at);

type Props = {
  versions: VersionEntry[];
  chosen: string;
  onChoose: (id: string) => void;
  people: Person[];
};

/** Up and down move the focus through the rows. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const rows = [
    ...(event.currentTarget.closest('.versions')?.querySelectorAll<HTMLElement>('button.version') ??
      []),
  ];
  const at = rows.indexOf(event.currentTarget);
  const next = rows[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

type ItemProps = Omit<Props, 'versions'> & { entry: VersionEntry };

function Item({ entry, chosen, onChoose, people }: ItemProps): ReactNode {
  const who = people.find(({ id }) => id === entry.by)?.name;
  const icon = entry.name === undefined ? ICONS[entry.how] : BookmarkCheck;
  const words = [belowOf(entry), who && t('history.by', { who })].filter(Boolean).join(' · ');
  const isKept = entry.name !== undefined || entry.version !== undefined;
  return (
    <button
      type="button"
      className={`plain version${entry.id === chosen ? ' on' : ''}${isKept ? ' kept' : ''}`}
      aria-pressed={entry.id === chosen}
      onKeyDown={walk}
      onClick={() => onChoose(entry.id)}
    >
      {createElement(icon, { size: 14, 'aria-hidden': true })}
      <span className="version-name cut">{titleOf(entry)}</span>
      <span className="version-time num">{time(entry.at)}</span>
      {words && <span className="version-sum cut">{words}</span>}
    </button>
  );
}

function Rows({ row, ...props }: Omit<Props, 'versions'> & { row: Row }): ReactNode {
  const hasChosen = row.behind.some(({ id }) => id === props.chosen);
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || hasChosen;
  return (
    <>
      <li>
        <Item {...props} entry={row.entry} />
      </li>
      {isShown &&
        row.behind.map((entry) => (
          <li key={entry.id} className="version-behind">
            <Item {...props} entry={entry} />
          </li>
        ))}
      {row.behind.length > 0 && (
        <li>
          <button
            type="button"
            className="plain link underlined version-more"
            aria-expanded={isShown}
            onClick={() => setOpen(!isShown)}
          >
            {isShown ? t('history.less') : t('history.more', { n: row.behind.length })}
          </button>
        </li>
      )}
    </>
  );
}

export function VersionList({ versions, ...props }: Props): ReactNode {
  const { chosen, onChoose } = props;
  const now = versions.find(({ isNow }) => isNow);
  return (
    <nav className="versions" aria-label={t('history.list')}>
      <button
        type="button"
        className={`plain version kept${chosen === NOW ? ' on' : ''}`}
        aria-pressed={chosen === NOW}
        onKeyDown={walk}
        onClick={() => onChoose(NOW)}
      >
        <CircleDot size={14} aria-hidden />
        <span className="version-name">{t('history.now')}</span>
        <span className="version-sum cut">{now?.name ?? t('history.now.sub')}</span>
      </button>
      {rowsOf(versions.filter(({ isNow }) => !isNow)).map(({ at, rows }) => (
        <section key={at}>
          <h2 className="cap">{day(at)}</h2>
          <ul>
            {rows.map((row) => (
              <Rows key={row.entry.id} row={row} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
