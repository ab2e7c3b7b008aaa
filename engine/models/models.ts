// Models as the engine is handed them: one port, the provider chosen by the entry in models.json.
// MD1 secrets come in through `env` and leave only in the header of a request.
// MD2 at most one attempt per call; retries are the runner's.

import type { ModelPort } from '../4-run/ports.ts';
import { callOpenAi, type Line } from './openai.ts';
import { practise } from './practice/practice.ts';
import { worst } from './request.ts';
import { PATIENCE, type Patience } from './watch.ts';

export type ModelOptions = {
  /** Where secrets are looked up: `INTERLOCK_SECRET_<NAME>`. */
  env: Readonly<Record<string, string | undefined>>;
  /** ISO day for practice rules that speak of age; default the day of the call. */
  today?: string;
  /** How long an address may keep us waiting. */
  patience?: Patience;
};

/** The model port: the practice model and every OpenAI-compatible address. */
export function createModels({ env, today, patience = PATIENCE }: ModelOptions): ModelPort {
  const line: Line = { env, patience, plain: new Set() };
  return {
    call: async (call, entry, ctx) => {
      if (entry.provider === 'openai') return callOpenAi(line, call, entry, ctx);
      return practise(call, entry, ctx, today ?? new Date(ctx.at).toISOString().slice(0, 10));
    },
    worst,
  };
}
