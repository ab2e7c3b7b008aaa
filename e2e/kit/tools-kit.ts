// Tools at their port: cards and calls as the engine makes them.

import { practiceSchema, cardSchema } from '../../engine/1-document/schema.ts';
import type { ToolPort } from '../../engine/4-run/ports.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import type { AuthorityCard } from '../../engine/node.ts';

let calls = 0;

type Context = Parameters<ToolPort['call']>[2];

/** The surroundings of one call; every call has a key of its own unless it is given. */
export const callOf = (more: Partial<Context> = {}): Context => ({
  key: `r1:${(calls += 1)}:0`,
  run: 'r1',
  step: 'ask',
  visit: 1,
  at: Date.parse('2026-11-20T10:00:00.000Z'),
  attempt: 1,
  signal: new AbortController().signal,
  practice: practiceSchema.parse({}),
  ...more,
});

/** A card of a kind of tool; its arguments are texts unless said otherwise. */
export const cardOf = (
  adapter: AuthorityCard['adapter'],
  options: JsonObject,
  args: (string | object)[] = [],
  more: object = {},
): AuthorityCard =>
  cardSchema.parse({
    name: 'tool',
    title: 'The tool',
    adapter,
    options,
    class: 'operational',
    effect: 'read',
    args: args.map((a) => (typeof a === 'string' ? { id: a, label: a, kind: 'long_text' } : a)),
    ...more,
  });
