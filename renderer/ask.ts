// Questions to the engine as React hooks: cached by name and input, asked again when events say so.

import {
  QueryClient,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Answers, CommandName, QueryName } from '../engine/api/contract.ts';
import { call, type InputOf, type Refusal } from './client.ts';

/** One cache for the window; live.ts marks entries as out of date. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, staleTime: 30_000 },
    mutations: { retry: false },
  },
});

/** `everyMs`: asked again so often, for what no event tells. */
type Options = { enabled?: boolean; everyMs?: number | undefined };

/** Asks `name` and keeps the answer. */
export function useAsk<N extends QueryName>(
  name: N,
  input: InputOf<N>,
  options: Options = {},
): UseQueryResult<Answers[N], Refusal> {
  return useQuery<Answers[N], Refusal>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
  });
}

/** A command to be given by `mutate(input)`. */
export function useTell<N extends CommandName>(
  name: N,
): UseMutationResult<Answers[N], Refusal, InputOf<N>> {
  return useMutation<Answers[N], Refusal, InputOf<N>>({ mutationFn: (input) => call(name, input) });
}

/** Marks every answer to one of these questions as out of date. */
export function outdated(...names: QueryName[]): void {
  for (const name of names) void cache.invalidateQueries({ queryKey: [name] });
}
