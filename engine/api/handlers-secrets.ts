// Secrets as the screens see them: names, hosts and whereabouts. Values only ever go in.

import type { Handlers } from './handler.ts';

type SecretName = 'secrets' | 'setSecret' | 'forgetSecret';

export const secretHandlers: Handlers<SecretName> = {
  secrets: async ({ secrets }) => {
    const where = await secrets.where();
    const isProtected = where !== 'environment';
    return { where, isProtected, secrets: secrets.list(), locked: secrets.locked() };
  },
  setSecret: ({ secrets }, { name, value, hosts }) => secrets.set(name, value, hosts),
  forgetSecret: async ({ secrets }, { name }) => ({ forgotten: await secrets.forget(name) }),
};
