// The versions of a workflow as a list: what was saved and what was published, the newest first.
// VL1 what lies between two versions is found out once: versions do not change.

import { keptIn, readKept } from '../1-document/version-files.ts';
import type { Kept } from '../1-document/kept.ts';
import { parseFolder } from '../1-document/parse.ts';
import type { Workflow } from '../1-document/schema.ts';
import { summaryOf, type Summary, type VersionEntry } from '../1-document/summary.ts';
import { publishedIn, readPublished } from './published.ts';

/** The drawing in the text of a version; undefined when it cannot be read. */
export const drawingIn = (text: string | undefined): Workflow | undefined =>
  text === undefined ? undefined : parseFolder({ 'workflow.json': text }).folder?.workflow;

/** VL1 */
const summaries = new Map<string, Summary | null>();
const MOST_SUMMARIES = 5000;

/** What changed from one version to the next. */
function between(versions: string, was: Kept | undefined, is: Kept): Summary | null {
  if (!was) return null;
  const key = `${versions} ${was.id} ${is.id}`;
  const found = summaries.get(key);
  if (found !== undefined) return found;
  const [a, b] = [was, is].map(({ id }) => drawingIn(readKept(versions, id)));
  const made = summaryOf(a, b);
  if (summaries.size > MOST_SUMMARIES) summaries.clear();
  summaries.set(key, made);
  return made;
}

function savedIn(versions: string, hash: string): VersionEntry[] {
  const kept = keptIn(versions);
  // What was set aside never stood in the file: it is held against what stood there before it.
  const stood = kept.filter(({ how }) => how !== 'set_aside');
  return kept.map((one) => {
    const before = stood.findLast(({ id }) => id < one.id);
    const isNow = one === stood.at(-1) && one.id.endsWith(hash.slice(0, 8));
    return { ...one, isNow, summary: between(versions, before, one) };
  });
}

const publishedOf = (dir: string): VersionEntry[] =>
  publishedIn(dir).flatMap((version): VersionEntry[] => {
    const one = readPublished(dir, version);
    if (!one) return [];
    const { at, by, note, found } = one;
    const entry = { id: `v${version}`, at, how: 'publish', version, note } as const;
    const isFound = found === true;
    return [
      { ...entry, ...(by === undefined ? {} : { by }), isNow: false, isFound, summary: null },
    ];
  });

/** Versions of a folder `dir`, kept in `versions`; `hash` is that of the file as it stands. */
export function listOf(dir: string, versions: string, hash: string): VersionEntry[] {
  // What was saved by publishing stands in the list as what was published.
  const saved = savedIn(versions, hash).filter(({ how, isNow }) => how !== 'publish' || isNow);
  return [...saved, ...publishedOf(dir)].sort((a, b) => b.at - a.at);
}
