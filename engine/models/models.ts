// Models as the engine is handed them: one port, the provider chosen by the entry in models.json.
// MD1 secrets come in through `env` and leave only in the header of a request.
// MD2 at most one attempt per call; retries are the runner's.

import type { ModelPort } from '../4-run/ports.ts';
import { practise } from './practice/practice.ts';
import { worst } from './request.ts';

export type ModelOptions = {
  /** Environment to look secrets up in: `INTERLOCK_SECRET_<NAME>`. */
  env: Readonly<Record<string, string | undefined>>;
  /** ISO day for rules that speak of age; default the day of the call. */
  today?: string;
};

/** The model port: the practice model and every OpenAI-compatible address. */
export function createModels(options: ModelOptions): ModelPort {
  return {
    call: async (call, entry, ctx) => {
      const today = options.today ?? new Date(ctx.at).toISOString().slice(0, 10);
      return practise(call, entry, ctx, today);
    },
    worst,
  };
}
