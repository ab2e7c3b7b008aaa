// The secrets of one workspace: the system's keychain where it works, else an encrypted file where
// its key is given, else the environment, which is only read.
// ST1 a value leaves only for a host its own list names, and never for a run that is locked.
// ST2 what cannot be read asks to be entered again; everything else goes on.
// ST3 whatever is read, entered or found in the environment is told to the redactor first.

import type { Said } from '../node.ts';
import { listing, type Place } from '../net/hosts.ts';
import { changeBook, readBook, type Book, type Entry } from './book.ts';
import { keyOf, seal, unseal } from './cipher.ts';
import {
  hostsIn,
  isSecretName,
  KEY_VARIABLE,
  learnEnvironment,
  namesIn,
  valueIn,
  variableOf,
} from './environment.ts';
import type { Keychain } from './keychain.ts';
import type { SecretPort } from './port.ts';
import { SHORTEST_SECRET } from './redactor.ts';

export type SecretPlace = 'keychain' | 'file' | 'environment';
export type SecretEntry = { name: string; hosts: string[]; where: SecretPlace; at?: string };

export type SecretStore = SecretPort & {
  /** Names and hosts, never values. */
  list: () => SecretEntry[];
  /** Where a new secret would lie. `environment`: nowhere, it can only be given from outside. */
  where: () => Promise<SecretPlace>;
  /** Keeps a secret; answers with where it lies, or with why not. */
  set: (name: string, value: string, hosts: string[]) => Promise<{ where: SecretPlace } | Refusal>;
  /** False when there was none. */
  forget: (name: string) => Promise<boolean>;
  /** Root runs that may use no secret: locked by a stop, released by a person. */
  lock: (root: string) => void;
  release: (root: string) => void;
  locked: () => string[];
  /** Reads every secret once, so that all of them are known to the redactor. */
  learnAll: () => Promise<void>;
};
type Refusal = { wrong: Said };

export type SecretParts = {
  /** The file in the state folder. */
  file: string;
  env: Readonly<Record<string, string | undefined>>;
  keychain: Keychain;
  now: () => number;
  learn: (value: string) => void;
};

const LONGEST = 16_384;
/** Bare names open any port for a secret: it is the host that is trusted with it. */
const ANY_PORT = (place: Place): number[] => [place.port];

const mayHave = (hosts: readonly string[], place: Place): boolean =>
  listing(hosts, place, ANY_PORT(place)) !== undefined;
const no = (what: string, params: Said['params'] = {}): { ok: false; wrong: Said } => ({
  ok: false,
  wrong: { code: `failure.secret_${what}`, params },
});
const refused = (what: string, params: Said['params'] = {}): Refusal => ({
  wrong: { code: `secret.${what}`, params },
});

/** Opens the secrets of a workspace; nothing is read before it is asked for. */
export function openSecrets(parts: SecretParts): SecretStore {
  const { file, env, keychain, learn } = parts;
  learnEnvironment(env, learn);
  const keyFor = keysFrom(env);
  const valueOf = valuesFrom(parts, keyFor);
  return {
    read: async ({ name, place, by, run = '' }) => {
      const book = readBook(file);
      const [root = ''] = run.split(':');
      if (book.locked.includes(root)) return no('locked', { name });
      if (!isSecretName(name)) return no('missing', { name, host: place.host });
      const entry = Object.hasOwn(book.secrets, name) ? book.secrets[name] : undefined;
      if (!entry) return fromEnvironment(env, name, place, by);
      if (!mayHave(entry.hosts, place)) return no('host', { name, host: place.host }); // ST1
      const found = await valueOf(name, entry, book);
      if (found.ok) learn(found.value); // ST3
      return found;
    },
    list: () => listOf(readBook(file), env),
    where: () => placeFor(parts),
    set: (name, value, hosts) => keep(parts, keyFor, { name, value, hosts }),
    forget: async (name) => {
      const entry = readBook(file).secrets[name];
      if (!entry) return false;
      if (!entry.sealed) await keychain.remove(name).catch(() => {});
      changeBook(file, (book) => void delete book.secrets[name]);
      return true;
    },
    lock: (root) =>
      changeBook(file, (book) => void (book.locked = [...new Set([...book.locked, root])])),
    release: (root) =>
      changeBook(file, (book) => void (book.locked = book.locked.filter((one) => one !== root))),
    locked: () => readBook(file).locked,
    learnAll: async () => {
      const book = readBook(file);
      for (const [name, entry] of Object.entries(book.secrets)) {
        const found = await valueOf(name, entry, book);
        if (found.ok) learn(found.value);
      }
    },
  };
}

type KeyFor = (salt: string) => Promise<Buffer> | undefined;

/** The key of the encrypted file, worked out once; undefined where none is given. */
function keysFrom(env: SecretParts['env']): KeyFor {
  const keys = new Map<string, Promise<Buffer>>();
  return (salt) => {
    const passphrase = env[KEY_VARIABLE];
    if (!passphrase) return undefined;
    const known = keys.get(salt) ?? keyOf(passphrase, salt);
    keys.set(salt, known);
    return known;
  };
}

/** Where a new secret would lie. */
async function placeFor({ env, keychain }: SecretParts): Promise<SecretPlace> {
  if (env['INTERLOCK_SECRETS'] !== 'file' && (await works(keychain))) return 'keychain';
  return env[KEY_VARIABLE] ? 'file' : 'environment';
}

/** Reads the value of an entry from wherever it lies (ST2). */
const valuesFrom =
  ({ keychain }: SecretParts, keyFor: KeyFor) =>
  async (name: string, entry: Entry, { salt }: Book) => {
    if (entry.sealed) {
      const key = await keyFor(salt);
      if (!key) return no('file_key', { name, variable: KEY_VARIABLE });
      const value = unseal(key, entry.sealed, { name, hosts: entry.hosts });
      return value === undefined ? no('again', { name }) : { ok: true as const, value };
    }
    const kept = await keychain.get(name).catch(() => false as const);
    if (kept === false) return no('keychain', { name });
    const value = opened(kept, entry.hosts);
    return value === undefined ? no('again', { name }) : { ok: true as const, value };
  };

type Keeping = { name: string; value: string; hosts: string[] };

/** Keeps a secret where it can be kept, or says why it cannot. */
async function keep(
  parts: SecretParts,
  keyFor: KeyFor,
  { name, value, hosts }: Keeping,
): Promise<{ where: SecretPlace } | Refusal> {
  const { file, keychain, now, learn } = parts;
  const wrong = unfit(name, value, hosts);
  if (wrong) return wrong;
  learn(value); // ST3
  const at = new Date(now()).toISOString();
  const where = await placeFor(parts);
  const enter = (entry: Entry): void =>
    changeBook(file, (book) => void (book.secrets[name] = entry));
  if (where === 'keychain') {
    await keychain.set(name, JSON.stringify({ hosts, value }));
    enter({ hosts, at });
    return { where };
  }
  changeBook(file, () => {}); // from now on the file has a salt of its own
  const key = await keyFor(readBook(file).salt);
  if (!key) return refused('no_place', { variable: variableOf(name), key: KEY_VARIABLE });
  enter({ hosts, at, sealed: seal(key, value, { name, hosts }) });
  return { where };
}

/** Whether a keychain is there and open; asking for what is not there changes nothing in it. */
const works = (keychain: Keychain): Promise<boolean> =>
  keychain.get('is_it_there').then(
    () => true,
    () => false,
  );

/** A keychain's entry, good only for the hosts it was entered for. */
function opened(text: string | undefined, hosts: readonly string[]): string | undefined {
  try {
    const kept = JSON.parse(text ?? '') as { hosts?: unknown; value?: unknown };
    const isSame = JSON.stringify(kept.hosts) === JSON.stringify(hosts);
    return isSame && typeof kept.value === 'string' ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

/** Why a secret cannot be kept as it was given. */
function unfit(name: string, value: string, hosts: string[]): Refusal | undefined {
  if (!isSecretName(name)) return refused('name', { name });
  if (value.length < SHORTEST_SECRET) return refused('short', { n: SHORTEST_SECRET });
  if (value.length > LONGEST) return refused('long', { n: LONGEST });
  if (!hosts.length) return refused('hosts');
  const wrong = hosts.find((host) => !/^[a-z0-9.:[\]-]+$/.test(host));
  return wrong === undefined ? undefined : refused('host', { host: wrong });
}

/** A secret of the environment; a tool gets it only where the environment names its hosts, too. */
function fromEnvironment(
  env: SecretParts['env'],
  name: string,
  place: Place,
  by: 'tool' | 'model',
) {
  const value = valueIn(env, name);
  const variable = variableOf(name);
  if (!value) return no('missing', { name, host: place.host });
  const hosts = hostsIn(env, name);
  if (!hosts && by === 'tool') return no('unbound', { name, host: place.host, variable });
  if (hosts && !mayHave(hosts, place)) return no('host', { name, host: place.host }); // ST1
  return { ok: true as const, value };
}

function listOf({ secrets }: Book, env: SecretParts['env']): SecretEntry[] {
  const kept = Object.entries(secrets).map(([name, { hosts, at, sealed }]) => ({
    name,
    hosts,
    where: sealed ? ('file' as const) : ('keychain' as const),
    at,
  }));
  const given = namesIn(env)
    .filter((name) => !Object.hasOwn(secrets, name))
    .map((name) => ({ name, hosts: hostsIn(env, name) ?? [], where: 'environment' as const }));
  return [...kept, ...given].sort((a, b) => a.name.localeCompare(b.name));
}
