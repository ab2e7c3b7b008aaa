// Small workflows that lead to every kind of card, written into a workspace before the program
// starts.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { atLimit, doorAsks, inTrouble, mayHaveHappened, ownLimit } from './card-drawings.ts';
import {
  inLine,
  inTurn,
  manyLetters,
  manyPayments,
  otherProgram,
  severalCalls,
  together,
} from './card-drawings-more.ts';
import { BUDGET, OWNERS, type Drawn } from './card-parts.ts';

const workflowOf = (slug: string, { name, scope, input = [], more = {} }: Drawn): JsonObject => ({
  format: 'interlock/workflow@1',
  id: slug.replaceAll('-', '_'),
  name,
  version: '1.0.0',
  purpose: '',
  owners: OWNERS,
  input,
  budget: BUDGET,
  scope: scope as unknown as Json,
  ...more,
});

/** Writes all of them into a workspace that nobody works with yet; answers with their slugs. */
export function writeCardWorkflows(workspace: string): void {
  const all: Record<string, Drawn> = {
    'at-limit': atLimit,
    'own-limit': ownLimit,
    'may-have-happened': mayHaveHappened,
    'in-trouble': inTrouble,
    'door-asks': doorAsks,
    'many-payments': manyPayments,
    'many-letters': manyLetters,
    together,
    'several-calls': severalCalls,
    'in-turn': inTurn,
    'in-line': inLine,
    'other-program': otherProgram(path.join(workspace, 'greeter.txt')),
  };
  for (const [slug, drawn] of Object.entries(all)) {
    const dir = path.join(workspace, 'workflows', slug);
    mkdirSync(dir, { recursive: true });
    const write = (file: string, what: unknown): void =>
      writeFileSync(path.join(dir, file), `${JSON.stringify(what, null, 2)}\n`);
    const { cards = [], servers = [], rules = [], answers = [], tools = [] } = drawn;
    write('workflow.json', workflowOf(slug, drawn));
    write('tools.json', { cards, servers });
    write('rules.json', rules);
    write('practice.json', { answers, tools, world: {} });
  }
}
