// A version as a list shows it: when, how, whose, and in figures what changed in it.

import { changesOf, isOnlyDrawn } from './changes.ts';
import type { Kept } from './kept.ts';
import type { Workflow } from './schema.ts';

/** How many steps were added, removed and changed since the version before; `first` is one. */
export type Summary = {
  added: number;
  removed: number;
  changed: number;
  arrows: number;
  /** Changed limits, owners, fields of the form and the like. */
  others: number;
  /** Nothing that could make a run go another way. */
  isOnlyDrawn: boolean;
  first: string | null;
};

export type VersionEntry = Kept & {
  /** It is what stands in the file. */
  isNow: boolean;
  /** Since the version before; null where there is none, or one of them cannot be read. */
  summary: Summary | null;
  /** The number it was published under. */
  version?: string;
  note?: string;
  /** Published before it was first changed here: taken as it was found. */
  isFound?: boolean;
};

/** What changed from one version to the next, in figures and the first names. */
export function summaryOf(a: Workflow | undefined, b: Workflow | undefined): Summary | null {
  if (!a || !b) return null;
  const changes = changesOf(a, b);
  const steps = changes.filter((one) => one.what === 'step');
  const of = (how: string): number => steps.filter((one) => one.how === how).length;
  const ids = new Set(steps.filter(({ how }) => how !== 'moved').map(({ id }) => id));
  const first = steps.find(({ id }) => ids.has(id));
  return {
    added: of('added'),
    removed: of('removed'),
    changed: new Set(
      steps.filter(({ how }) => how === 'changed' || how === 'put').map(({ id }) => id),
    ).size,
    arrows: changes.filter(({ what }) => what === 'arrow').length,
    others: changes.filter((one) => one.what === 'field' && !isOnlyDrawn(one)).length,
    isOnlyDrawn: changes.every(isOnlyDrawn),
    first: first?.node.name ?? null,
  };
}
