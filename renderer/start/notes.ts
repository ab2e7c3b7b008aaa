// What is said once beside a workflow that was just made: how it was fitted, drawn or imported. It
// lies with the tab until somebody closes it.
// NT1 what a note still has to do to its drawing is done once, however often the page is loaded.

import type { Edit } from '../../engine/1-document/change.ts';
import type { Answers } from '../../engine/api/contract.ts';
import type { Fit, RulesFit } from './fit.ts';

export type Note =
  | { is: 'fitted'; sample: string; fits: Fit[]; rules: RulesFit | undefined }
  | { is: 'drawn'; model: string; edits: Edit[]; wishes: { name: string; wish: string }[] }
  | { is: 'imported'; name: string; toLink: Answers['importFile']['toLink']; renamed: boolean };
/** `made`: its edits stand in the drawing (NT1). */
export type Kept = { note: Note; made: boolean };

const keyOf = (slug: string): string => `interlock-note ${slug}`;

export function keepNote(slug: string, kept: Kept): void {
  try {
    sessionStorage.setItem(keyOf(slug), JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(keyOf(slug)); // full: the workflow itself is there
  }
}

/** The note beside a workflow, if there is one. */
export function noteOf(slug: string): Kept | undefined {
  const text = sessionStorage.getItem(keyOf(slug));
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

export const dropNote = (slug: string): void => sessionStorage.removeItem(keyOf(slug));
