// The versions of a workflow as rows: by day, what was saved in one go drawn together.
// RO1 pure. What has a name, was published or set aside, or came from elsewhere has a row of its
//     own; of what was saved while somebody was drawing the last is shown, the others behind it.

import type { VersionEntry } from '../../engine/1-document/summary.ts';
import { t } from '../words.ts';

export type Row = { entry: VersionEntry; behind: VersionEntry[] };
export type Day = { at: number; rows: Row[] };

/** Saved closer together than this, it is one go. */
const GO_MS = 5 * 60_000;

const isPlain = (one: VersionEntry): boolean =>
  one.how === 'edit' && one.name === undefined && one.version === undefined;

/** Versions come the newest first (RO1). */
export function rowsOf(versions: VersionEntry[]): Day[] {
  const rows: Row[] = [];
  for (const entry of versions) {
    const last = rows.at(-1);
    const before = last?.behind.at(-1) ?? last?.entry;
    const isSameGo =
      last && before && isPlain(last.entry) && isPlain(entry) && before.at - entry.at < GO_MS;
    if (isSameGo) last.behind.push(entry);
    else rows.push({ entry, behind: [] });
  }
  const days = Map.groupBy(rows, ({ entry }) => new Date(entry.at).toDateString());
  return [...days.values()].map((own) => ({ at: own[0]?.entry.at ?? 0, rows: own }));
}

/** What a version is called: its name or number, else what brought it about, or what changed. */
export function titleOf(one: VersionEntry): string {
  if (one.name !== undefined) return one.name;
  if (one.version !== undefined)
    return t(one.isFound ? 'history.found' : 'history.published', { version: one.version });
  return (one.how === 'edit' && changedIn(one)) || t(`history.how.${one.how}`);
}

/** What a row says below its title. */
export const belowOf = (one: VersionEntry): string =>
  one.note || (isPlain(one) ? '' : changedIn(one));

/** What changed in it, in a few words; nothing where it is not known. */
function changedIn({ summary }: VersionEntry): string {
  if (!summary) return '';
  if (summary.isOnlyDrawn) return t('history.sum.drawn');
  const { first } = summary;
  const steps = (['added', 'removed', 'changed'] as const).filter((how) => summary[how] > 0);
  const isOne = steps.length === 1 && first !== null;
  const said = steps.map((how) =>
    isOne && summary[how] === 1
      ? t(`history.sum.${how}_one`, { name: first })
      : t(`history.sum.${how}`, { n: summary[how] }),
  );
  const others = (['arrows', 'others'] as const).flatMap((what) =>
    summary[what] > 0 && (what === 'others' || said.length === 0)
      ? [t(`history.sum.${what}`, { n: summary[what] })]
      : [],
  );
  return [...said, ...others].join(', ');
}
