// Models as the engine is handed them: one port, the provider chosen by the entry in models.json.
// MD1 secrets come in through the store of secrets, or the environment where there is none, and
//     leave only in the header of a request.
// MD2 at most one attempt per call; retries are the runner's.

import type { ModelPort } from '../4-run/ports.ts';
import { dayOf } from '../base/instant.ts';
import { callOpenAi, type FetchAt, type Line } from './openai.ts';
import { worst } from './request.ts';
import { valueIn } from '../secrets/environment.ts';
import type { SecretPort } from '../secrets/port.ts';
import { PATIENCE, type Patience } from './watch.ts';

export type ModelOptions = {
  /** Where secrets are looked up without a store: `INTERLOCK_SECRET_<NAME>`. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The store of secrets; it says to which hosts each of them may go. */
  secrets?: SecretPort;
  /** ISO day for practice rules that speak of age; default the day of the call. */
  today?: string;
  /** How long an address may keep us waiting. */
  patience?: Patience;
  /** The way out of this computer: a `fetch` that speaks to these hosts and no other. */
  fetchAt?: FetchAt;
};

/** The model port: the practice model and every OpenAI-compatible address. */
export function createModels(options: ModelOptions): ModelPort {
  const { env = {}, today, patience = PATIENCE, fetchAt, secrets = fromEnvironment(env) } = options;
  const line: Line = { secrets, patience, plain: new Set(), fetchAt };
  return {
    call: async (call, entry, ctx) => {
      if (entry.provider === 'openai') return callOpenAi(line, call, entry, ctx);
      const { practise } = await practice();
      return practise(call, entry, ctx, today ?? dayOf(ctx.at));
    },
    worst,
  };
}

/** The practice model with its words: large, and loaded when it is first asked. */
const practice = () => (practising ??= import('./practice/practice.ts'));
let practising: Promise<typeof import('./practice/practice.ts')> | undefined;

/** Secrets without a store of them: whatever the environment gives. */
const fromEnvironment = (env: NonNullable<ModelOptions['env']>): SecretPort => ({
  read: async ({ name, place: { host } }) => {
    const value = valueIn(env, name);
    const wrong = { code: 'failure.secret_missing', params: { name, host } };
    return value === undefined ? { ok: false, wrong } : { ok: true, value };
  },
});
