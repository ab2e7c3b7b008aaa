// Setting a real model up: from what was typed to a tested entry that is saved.
// SU1 nothing is sent before a button says so; every question can be given up.
// SU2 a key lives in this page until it is saved, and goes only to the engine: into one question,
//     or into the store of secrets.
// SU3 what was tested is exactly what is saved: any change after the test asks for another.

import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import {
  addressOf,
  isHomeHost,
  sourceOf,
  type Maker,
  type Source,
} from '../../engine/1-document/model-source.ts';
import type { ModelEntry, Models } from '../../engine/1-document/schema.ts';
import type { Answers } from '../../engine/api/contract.ts';
import { hashOf } from '../../engine/base/canonical.ts';
import { freshId } from '../../engine/base/ids.ts';
import type { Price } from '../../engine/budgets/money.ts';
import { priceOf } from '../../engine/budgets/prices.ts';
import { outdated } from '../ask.ts';
import { call, Refusal } from '../client.ts';
import { t } from '../words.ts';
import { ROLES, withModel, type Role } from './model-words.ts';

export type Setup = {
  typed: string;
  /** Where a key of nobody known belongs. */
  address: string;
  maker: Maker | undefined;
  /** A key that an address wants. */
  ownKey: string;
  model: string;
  price: Partial<Price>;
  maxOutput: number;
  roles: Role[];
};
type Listed = Answers['listModels'];
type Tried = Answers['tryModel'];
type Busy = 'list' | 'try' | 'save' | undefined;

const BEGIN: Setup = {
  typed: '',
  address: '',
  maker: undefined,
  ownKey: '',
  model: '',
  price: {},
  maxOutput: 8000,
  roles: [...ROLES],
};

/** The address a setup speaks to; nothing while it is not known. */
function addressIn(source: Source, setup: Setup): string | undefined {
  if (source.is === 'address') return source.address;
  if (source.is !== 'key') return undefined;
  const typed = addressOf(setup.address);
  return typed ?? (setup.address === '' ? (setup.maker ?? source.maker)?.address : undefined);
}

const keyIn = (source: Source, setup: Setup): string | undefined =>
  source.is === 'key' ? source.key : setup.ownKey.trim() || undefined;

/** The price a setup names: both figures, or the known one; nothing while nobody knows. */
export function priceIn({ model, price }: Setup): Price | undefined {
  const known = model === '' ? undefined : priceOf({ provider: 'openai', model });
  const input = price.input ?? known?.input;
  const output = price.output ?? known?.output;
  return input === undefined || output === undefined ? undefined : { input, output };
}

/** The entry a setup means, without its key. */
function entryIn(address: string, setup: Setup): ModelEntry {
  const price = priceIn(setup);
  return {
    provider: 'openai',
    address,
    model: setup.model.trim(),
    maxOutput: setup.maxOutput,
    ...(price ? { price } : {}),
  };
}

/** A name for a key: its maker's, or its place's. */
function secretName(address: string, taken: string[]): string {
  const { hostname } = new URL(address);
  const name = isHomeHost(hostname)
    ? `model_${hostname}`
    : hostname.replace(/^(api|www)\./, '').replace(/\.\w+$/, '');
  return freshId(name, new Set(taken), 'model');
}

/** Keeps a key for the host of an address; answers with its name and where it lies. */
async function keepKey(address: string, key: string) {
  const { secrets } = await call('secrets', {});
  const host = new URL(address).host.toLowerCase();
  const own = secrets.find(({ hosts }) => hosts.length === 1 && hosts[0] === host);
  const taken = secrets.map(({ name }) => name);
  const name = own && own.where !== 'environment' ? own.name : secretName(address, taken);
  const { where } = await call('setSecret', { name, value: key, hosts: [host] });
  return { name, where };
}

const sentence = (wrong: unknown): string =>
  wrong instanceof Refusal ? wrong.message : String(wrong);

/** Everything the panel needs. */
export function useSetup(models: Models) {
  const [setup, setSetup] = useState(BEGIN);
  const [listed, setListed] = useState<Listed>();
  const [tried, setTried] = useState<Tried>();
  const [busy, setBusy] = useState<Busy>();
  const [refusal, setRefusal] = useState<string>();
  const job = useRef('');
  const source = sourceOf(setup.typed);
  const address = addressIn(source, setup);
  const key = keyIn(source, setup);
  const during = async (what: NonNullable<Busy>, work: (id: string) => Promise<void>) => {
    job.current = crypto.randomUUID();
    setBusy(what);
    setRefusal(undefined);
    try {
      await work(job.current);
    } catch (wrong) {
      setRefusal(sentence(wrong));
    } finally {
      setBusy(undefined);
    }
  };
  const change = (to: Partial<Setup>): void => {
    setSetup({ ...setup, ...to });
    setTried(undefined); // SU3
    setRefusal(undefined);
    const isElsewhere = ['typed', 'address', 'maker', 'ownKey'].some((part) => part in to);
    if (isElsewhere) setListed(undefined);
  };
  const at = address === undefined ? undefined : listed?.ok ? listed.address : address;
  return {
    setup,
    source,
    address: at,
    listed,
    tried,
    busy,
    refusal,
    change,
    cancel: () => void call('cancelJob', { job: job.current }).catch(() => undefined), // SU1
    find: () =>
      during('list', async (id) => {
        if (address === undefined) return;
        const found = await call('listModels', { job: id, address, ...(key ? { key } : {}) });
        setListed(found);
        if (found.ok && found.models.length === 1)
          setSetup((old) => ({ ...old, model: found.models[0] ?? '' }));
      }),
    test: () =>
      during('try', async (id) => {
        if (at === undefined) return;
        const entry = entryIn(at, setup);
        setTried(await call('tryModel', { job: id, entry, ...(key ? { key } : {}) }));
      }),
    save: (said: (name: string, where: string | undefined) => string) =>
      during('save', async () => {
        if (at === undefined) return;
        const kept = key === undefined ? undefined : await keepKey(at, key);
        const entry = { ...entryIn(at, setup), ...(kept ? { secret: kept.name } : {}) };
        const next = withModel(models, entry, setup.roles);
        await call('saveModels', { was: hashOf(models), models: next });
        const where = kept && t('models.use.key_kept', { where: `models.where.${kept.where}` });
        notifications.show({ message: said(entry.model, where) });
        setSetup(BEGIN);
        setListed(undefined);
        setTried(undefined);
        outdated('workspace', 'secrets', 'drawCost', 'analyse', 'workflows');
      }),
  };
}
export type SetupWork = ReturnType<typeof useSetup>;
