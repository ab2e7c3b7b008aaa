// Which workflow "Design" in the rail leads back to: the one opened last in this tab.

import { preferRecent } from '../preferences.ts';
import type { Place } from '../route.ts';

const KEY = 'interlock-last-design';

/** Remembers the workflow that is open now, in this tab and among those open lately. */
export function rememberDesign(slug: string): void {
  sessionStorage.setItem(KEY, slug);
  preferRecent(slug);
}

/** Forgets it, when it was deleted or cannot be opened. */
export const forgetDesign = (): void => sessionStorage.removeItem(KEY);

/** The place "Design" leads to: the last workflow, or the list of all. */
export function lastDesign(): Place {
  const slug = sessionStorage.getItem(KEY);
  return slug ? { at: 'design', slug } : { at: 'design' };
}
