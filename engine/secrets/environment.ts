// Secrets as the environment gives them: `INTERLOCK_SECRET_<NAME>`, with the hosts they may go to
// in `INTERLOCK_SECRET_<NAME>_HOSTS`.
// EN1 the key of the encrypted file, and the lists of hosts, are no secrets a workflow can name.

type Env = Readonly<Record<string, string | undefined>>;

const PREFIX = 'INTERLOCK_SECRET_';
/** Where the key of the encrypted file is given. */
export const KEY_VARIABLE = `${PREFIX}KEY`;
const NAME = /^[a-z][a-z0-9_]{0,47}$/;

export const variableOf = (name: string): string => `${PREFIX}${name.toUpperCase()}`;

/** Whether a secret may be called so (EN1). */
export const isSecretName = (name: string): boolean =>
  NAME.test(name) && name !== 'key' && !name.endsWith('_hosts');

/** The hosts the environment binds a secret to; undefined where it says nothing. */
export const hostsIn = (env: Env, name: string): string[] | undefined =>
  env[`${variableOf(name)}_HOSTS`]
    ?.split(/[\s,]+/)
    .map((host) => host.toLowerCase())
    .filter(Boolean);

/** A secret's value, without the line break a shell leaves behind. */
export const valueIn = (env: Env, name: string): string | undefined =>
  env[variableOf(name)]?.trim() || undefined;

/** Names of the secrets the environment gives. */
export const namesIn = (env: Env): string[] =>
  Object.keys(env)
    .filter((variable) => variable.startsWith(PREFIX))
    .map((variable) => variable.slice(PREFIX.length).toLowerCase())
    .filter((name) => isSecretName(name) && valueIn(env, name) !== undefined);

/** Tells every secret of the environment, the key of the encrypted file included. */
export function learnEnvironment(env: Env, learn: (value: string) => void): void {
  for (const name of namesIn(env)) learn(valueIn(env, name) ?? '');
  learn(env[KEY_VARIABLE] ?? '');
}
