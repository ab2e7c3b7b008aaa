// Changes that are not on the disk yet, kept by the browser beside the page: when a tab is killed
// while the engine is away, whoever opens the workflow next finds them.
// US1 a copy belongs to the tab that made it for as long as that tab can still save it: the tab
//     holds a lock. Whoever gets the lock afterwards finds what was left, once.
// US2 never throws: a browser that keeps nothing keeps nothing.

import type { Unsaved } from './writer.ts';

const FORMAT = 'interlock/unsaved@1';
/** Typing is not slowed down by writing a copy at every letter. */
const SOON_MS = 250;

const tab = crypto.randomUUID();
const keyOf = (slug: string, of: string): string => `interlock-unsaved ${slug} ${of}`;
const lockOf = (of: string): string => `interlock-tab ${of}`;

/** Held from the first copy on, until this tab is closed, killed or no longer let in (US1). */
let isHeld = false;
function hold(): void {
  if (isHeld || !('locks' in navigator)) return;
  isHeld = true;
  void navigator.locks.request(
    lockOf(tab),
    () => new Promise((over) => addEventListener('interlock-signed-out', over, { once: true })),
  );
}

function write(key: string, unsaved: Unsaved | undefined): void {
  try {
    if (!unsaved) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ format: FORMAT, ...unsaved }));
  } catch {
    // US2
  }
}

function read(key: string): Unsaved | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as Unsaved & { format: string };
    return kept.format === FORMAT && kept.base && kept.workflow ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is not saved of a workflow, soon; nothing as soon as there is nothing to keep. */
export function unsavedOf(slug: string): (unsaved: Unsaved | undefined) => void {
  const key = keyOf(slug, tab);
  let waiting: Unsaved | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    write(key, waiting);
  };
  addEventListener('pagehide', () => waiting && now());
  return (unsaved) => {
    waiting = unsaved;
    if (!unsaved) return now();
    hold();
    timer ??= setTimeout(now, SOON_MS);
  };
}

/** Hands over what other tabs left behind of a workflow, each as soon as its tab is gone (US1). */
export function leftBehind(
  slug: string,
  take: (left: Unsaved) => Promise<void>,
  signal: AbortSignal,
): void {
  const mine = keyOf(slug, tab);
  const keys = Object.keys(localStorage).filter(
    (key) => key.startsWith(keyOf(slug, '')) && key !== mine,
  );
  for (const key of keys) {
    const found = async (): Promise<void> => {
      const left = read(key);
      if (left) await take(left);
      write(key, undefined);
    };
    const of = key.slice(keyOf(slug, '').length);
    const asked =
      'locks' in navigator ? navigator.locks.request(lockOf(of), { signal }, found) : found();
    // Given up when the page is left, or it could not be kept: then the copy stays where it is.
    asked.catch(() => undefined);
  }
}
