// Secrets as those who need one see them: asked for by name, for one place, at the moment of use.
// SP1 a secret is bound to hosts in the store itself; who asks for another host gets none. The list
//     on a tool's card is checked by whoever carries the card: both must name the host.
// SP2 an answer is used at once and kept by nobody; a missing secret is a failure, never a default.

import type { Place } from '../net/hosts.ts';
import type { Said } from '../node.ts';

/**
 * `model`: named by the workspace's own settings; `tool`: by a card, which may have come by mail.
 */
export type SecretAsk = { name: string; place: Place; by: 'tool' | 'model'; run?: string };

export type SecretPort = {
  /** The value, or why there is none; never rejects. */
  read: (ask: SecretAsk) => Promise<{ ok: true; value: string } | { ok: false; wrong: Said }>;
};
