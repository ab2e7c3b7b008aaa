// The secrets of a workspace: their book lies with the engine's state, their values wherever the
// store can keep them.

import path from 'node:path';
import { realClock } from '../4-run/clock.ts';
import { systemKeychain } from '../secrets/keychain.ts';
import { openSecrets, type SecretStore } from '../secrets/store.ts';
import type { Workspace } from './open.ts';

/** Opens the secrets; `learn` is told every value that is read. */
export const secretsOf = (
  { id, stateDir }: Pick<Workspace, 'id' | 'stateDir'>,
  learn: (value: string) => void,
): SecretStore =>
  openSecrets({
    file: path.join(stateDir, 'secrets.json'),
    env: process.env,
    keychain: systemKeychain(id),
    now: realClock.now,
    learn,
  });
