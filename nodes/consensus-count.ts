// The last inner step of *Consensus*: counts the votes. No model is asked.
// CO1 the share is of all votes that were asked for, those that came to nothing included.
// CO2 a majority under the share that was asked for is no answer: it leaves by `unsure`.
// CO4 where every vote failed the step fails as the first of them did.
// CO3 the confidence is the share, and says that it comes from votes.

import { z } from 'zod';
import {
  ASIDE,
  optionSchema,
  DOUBT_OR_FAILURE,
  choiceField,
  waysTo,
} from '../engine/base/agent-settings.ts';
import { bindable } from '../engine/base/bindable.ts';
import { partAt, type Json } from '../engine/base/value.ts';
import { defineNode, type Failure, type StepResult, DECIDED_HERE } from '../engine/node.ts';

const seen = bindable(z.json());
const settings = z.strictObject({
  options: z.array(optionSchema).min(2).max(20).meta({ widget: 'categories' }),
  atLeast: z.number().min(0.51).max(1),
  votes: z
    .array(z.strictObject({ port: seen, value: seen }))
    .min(3)
    .max(7),
});
type Settings = z.infer<typeof settings>;

/** The votes for each option, most first; of equals the first option's. */
function counted({ options }: Settings, votes: Json[]) {
  const said = (vote: Json, part: string): Json | undefined => partAt(vote, `value.${part}`);
  return options
    .map(({ id, name }) => {
      const own = votes.filter((v) => partAt(v, 'port') === id && said(v, 'choice') === id);
      return { id, name, n: own.length, reason: own.map((v) => said(v, 'reason')).find(Boolean) };
    })
    .toSorted((a, b) => b.n - a.n);
}

/** CO4 */
function failureOf([first]: Json[]): Failure {
  const { kind, code, params } = z
    .object({
      kind: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .catch({ kind: 'terminal', code: 'failure.no_votes' })
    .parse(partAt(first, 'value'));
  return { kind: kind === 'denied' ? kind : 'terminal', code, ...(params ? { params } : {}) };
}

function count(own: Settings, resolved: Json): StepResult {
  const given = partAt(resolved, 'votes');
  const votes = Array.isArray(given) ? given : [];
  const isFailed = (vote: Json): boolean => (partAt(vote, 'port') ?? 'error') === 'error';
  if (votes.every(isFailed)) return { failure: failureOf(votes) };
  const [best, ...others] = counted(own, votes);
  if (!best) return { port: 'unsure', value: {} };
  const share = Math.round((best.n / own.votes.length) * 100) / 100; // CO1
  const reached = best.n / own.votes.length >= own.atLeast;
  const confidence = { share, source: 'votes' as const }; // CO3
  const params = { n: best.n, of: own.votes.length, option: best.name };
  return {
    port: reached ? best.id : 'unsure', // CO2
    value: {
      ...(best.n > 0 ? { choice: best.id } : {}),
      votes: Object.fromEntries([best, ...others].map(({ id, n }) => [id, n])),
      ...(typeof best.reason === 'string' ? { reason: best.reason } : {}),
      confidence,
    },
    confidence,
    why: { code: reached ? 'why.votes_enough' : 'why.votes_few', params },
  };
}

export const consensusCount = defineNode<Settings>({
  type: 'consensus_count',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { options: [], atLeast: 0.6, votes: [] },
  generated: true,
  ports: ({ options }) => [...waysTo(options), ...DOUBT_OR_FAILURE],
  output: ({ options }) => ({
    fields: [
      choiceField('choice', 'Choice', options),
      { id: 'votes', label: 'Votes', kind: 'record' },
      ...ASIDE,
    ],
  }),
  ...DECIDED_HERE,
  does: { kind: 'compute', compute: ({ settings: resolved }, own) => count(own, resolved.v) },
  sentence: ({ atLeast }) => ({
    code: 'node.consensus_count.live',
    params: { percent: Math.round(atLeast * 100) },
  }),
  icon: 'vote',
});
