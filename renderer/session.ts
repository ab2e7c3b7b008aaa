// The key of this window: exchanged once for the code in the printed address, kept until the tab
// closes. S1 the code leaves the address before anything else happens, so it is never shared by
// copying the address. S2 the desktop app's own window needs no key: nobody else can reach the
// private socket behind it.

import { isShell } from './shell.ts';

const KEY = 'interlock-token';

/** The bearer token of this window, if it has one. */
export const token = (): string | null => sessionStorage.getItem(KEY);

/** Forgets the token after the engine refused it. */
export const forgetToken = (): void => sessionStorage.removeItem(KEY);

/** The one-time code of an address such as `#code=abc`, if it carries one. */
const codeIn = (hash: string): string | undefined => /^#code=([\w.-]+)$/.exec(hash)?.[1];

/**
 * Makes sure this window may speak to the engine: exchanges the code in the address (S1) or finds
 * the token of an earlier exchange. False = this page has to say how to open one.
 */
export async function openSession(): Promise<boolean> {
  if (isShell()) return true; // S2
  const code = codeIn(location.hash);
  if (!code) return token() !== null;
  history.replaceState(null, '', `${location.pathname}${location.search}#/`);
  const answer = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(() => undefined);
  if (!answer?.ok) return token() !== null;
  const { token: given } = (await answer.json()) as { token: string };
  sessionStorage.setItem(KEY, given);
  return true;
}
