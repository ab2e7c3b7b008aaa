// Parts of the app that are fetched when somebody goes there, and all of them once nobody waits.
// LT1 a part is fetched once; nothing is shown in between but the frame around it.
// LT2 what cannot be fetched because the program is away is fetched again when it answers: the
//     page is loaded anew, once, as the program may be another version by then. The place is in
//     the address and the history in the tab, so nothing is lost by it.
// LT3 a dialog that is fetched when it is first asked for stands closed for a moment, so that it
//     knows where the focus was and gives it back.

import {
  lazy,
  Suspense,
  useEffect,
  useState,
  type ComponentType,
  type LazyExoticComponent,
  type ReactNode,
} from 'react';

/** Asks again this often whether the program is back. */
const AGAIN_MS = 1000;
/** A page that was loaded anew less than this ago is not loaded anew for the same reason. */
const ONCE_MS = 30_000;
const KEY = 'interlock-loaded-anew';
/** So long the first screen has the machine for itself. */
const FIRST_MS = 2000;

const others = new Set<() => Promise<unknown>>();

/** True when the program answers at all. */
const isThere = (): Promise<boolean> =>
  fetch('./', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );

/** LT2 */
async function loadAnew(wrong: unknown): Promise<never> {
  while (!(await isThere())) await new Promise((done) => setTimeout(done, AGAIN_MS));
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (Date.now() - last < ONCE_MS) throw wrong;
  sessionStorage.setItem(KEY, String(Date.now()));
  location.reload();
  return new Promise(() => undefined);
}

/** A part of the app with a file of its own (LT1). */
export function later<P>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  others.add(load);
  return lazy(async () => {
    others.delete(load);
    return { default: await load().catch(loadAnew) };
  });
}

/** A dialog with a file of its own (LT3). */
export function laterDialog<P extends { opened: boolean }>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  const Shown = later(load);
  function Opening(props: P): ReactNode {
    const [isStanding, setStanding] = useState(false);
    // oxlint-disable-next-line react/set-state-in-effect -- open only after it stood closed (LT3)
    useEffect(() => setStanding(true), []);
    return <Shown {...props} opened={props.opened && isStanding} />;
  }
  return function Dialog(props: P): ReactNode {
    const [isNeeded, need] = useState(false);
    if (props.opened && !isNeeded) need(true);
    if (!isNeeded) return null;
    return (
      <Suspense fallback={null}>
        <Opening {...props} />
      </Suspense>
    );
  };
}

/**
 * Fetches what was not needed yet, one after another, so that going there is quick. It begins when
 * the first screen has long been usable.
 */
export function loadTheRest(afterMs = FIRST_MS): void {
  setTimeout(() => {
    const [next] = others;
    if (!next) return;
    others.delete(next);
    requestIdleCallback(() => {
      const again = (): void => void others.add(next);
      void next().then(() => loadTheRest(0), again);
    });
  }, afterMs);
}
