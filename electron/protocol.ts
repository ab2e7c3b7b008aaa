// The page's own scheme. It is an origin like any other, so that the page's policy, storage and
// streams work as they do on the loopback server.

import { SCHEME_RIGHTS } from './security.ts';

type Modules = Pick<typeof import('electron'), 'protocol'>;

/** Must run before the app is ready, and once. */
export function setupScheme({ protocol }: Modules): void {
  protocol.registerSchemesAsPrivileged([SCHEME_RIGHTS]);
}

/** Lets `answer` answer every request to the scheme. */
export function setupProtocol(
  { protocol }: Modules,
  answer: (request: Request) => Promise<Response>,
): void {
  protocol.handle(SCHEME_RIGHTS.scheme, answer);
}
