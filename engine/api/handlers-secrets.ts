// Secrets as the screens see them: names, hosts and whereabouts. Values only ever go in.

import type { App } from '../workspace/app.ts';
import type { Answers } from './contract.ts';
import type { Handlers } from './handler.ts';

type SecretName = 'secrets' | 'setSecret' | 'forgetSecret';

/** Everything here that names a secret. */
function usesIn(app: App): Answers['secrets']['uses'] {
  const tools = app.workflows
    .list()
    .flatMap(({ slug, loaded: { folder } }) =>
      [...(folder?.cards ?? []), ...(folder?.servers ?? [])].flatMap((one) =>
        'secret' in one && one.secret !== undefined
          ? [{ secret: one.secret, by: one.title, slug, workflow: folder?.workflow.name ?? slug }]
          : [],
      ),
    );
  const models = Object.values(app.workspace.setting().models)
    .flat()
    .flatMap(({ secret, model }) => (secret === undefined ? [] : [{ secret, by: model }]));
  const byName = new Map(models.map((one) => [`${one.secret} ${one.by}`, one]));
  return [...tools, ...byName.values()];
}

export const secretHandlers: Handlers<SecretName> = {
  secrets: async (app) => {
    const { secrets } = app;
    const where = await secrets.where();
    const isProtected = where !== 'environment';
    return {
      where,
      isProtected,
      secrets: secrets.list(),
      locked: secrets.locked(),
      uses: usesIn(app),
    };
  },
  setSecret: ({ secrets }, { name, value, hosts }) => secrets.set(name, value, hosts),
  forgetSecret: async ({ secrets }, { name }) => ({ forgotten: await secrets.forget(name) }),
};
