// The database tool: a SQLite file of somebody else's, asked through a process of its own.
// SQ1 the engine never opens a foreign file: a child does, without environment, and is killed at
//     the deadline or when nobody waits any more.
// SQ2 what is done stands on the card: a statement, or a table and its columns. Arguments are
//     values and nothing else.
// SQ3 a change whose child ended without an answer may have happened: that is said, never guessed.

import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { z } from 'zod';
import type { Json, JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { formOf } from '../policy/sql-options.ts';
import { sqlSchema } from '../policy/tool-options.ts';
import type { Adapter } from './adapters.ts';
import { failed, given } from './answer.ts';
import { cardFault, optionsOf } from './card-options.ts';
import type { ChildProgram } from './child-node.ts';
import { grantedPlace } from './granted.ts';
import type { SqlRequest } from './sql-process.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const answerSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.record(z.string(), z.json()) }),
  z.strictObject({ ok: z.literal(false), why: z.string(), said: z.string() }),
]);

/** What the child wrote, or `late` when it was killed, or `broke` when it ended by itself. */
function ask(
  { node, file, env }: ChildProgram,
  request: SqlRequest,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<{ text: string } | 'late' | 'broke'> {
  return new Promise((resolve) => {
    const child = spawn(node, ['--max-old-space-size=256', file], {
      env, // SQ1
      cwd: tmpdir(),
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      signal,
      windowsHide: true,
    });
    const pieces: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > MOST_BYTES) child.kill('SIGKILL');
      else pieces.push(piece);
    });
    child.stdin.on('error', () => {}); // it may end before it has read all
    child.on('error', () => resolve(signal.aborted ? 'late' : 'broke'));
    child.on('close', (code, killed) => {
      if (code === 0) resolve({ text: Buffer.concat(pieces).toString('utf8') });
      else resolve(killed && size <= MOST_BYTES ? 'late' : 'broke');
    });
    child.stdin.end(JSON.stringify(request));
  });
}

/** An argument as a database value; undefined where it has none (SQ2). */
function bound(value: Json | undefined): string | number | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? undefined : value;
}

/** Every argument the card declares, absent ones as nothing; or the name of one that cannot be. */
function valuesOf({ args: fields }: AuthorityCard, args: JsonObject) {
  const values: SqlRequest['args'] = {};
  for (const { id } of fields) {
    const value = bound(args[id]);
    if (value === undefined) return id;
    values[id] = value;
  }
  return values;
}

const RETRYABLE = new Set(['busy', 'no_room']);

function noAnswer({ title, timeoutMs }: AuthorityCard, why: 'late' | 'broke', doesWrite: boolean) {
  const seconds = Math.ceil(timeoutMs / 1000);
  if (why === 'late') return failed('retryable', 'failure.timed_out', { seconds });
  if (doesWrite) return failed('retryable', 'failure.call_broke', { reason: title }); // SQ3
  return failed('terminal', 'failure.sql_broke', { tool: title });
}

/** The database tool; `program` is the one in sql-process.ts. */
export const sqlAdapter = (program: ChildProgram): Adapter => ({
  call: async (card, args, { signal, workflowDir }) => {
    const read = optionsOf(sqlSchema, card);
    if ('fault' in read) return read.fault;
    const { options } = read;
    if (!formOf(options)) return cardFault(card, 'sql');
    const isQuiet = card.effect === 'read' || card.effect === 'none';
    if (options.write && isQuiet) return cardFault(card, 'effect');
    const file = await grantedPlace(options.file, workflowDir);
    if (!file)
      return failed('terminal', 'failure.sql_missing', { tool: card.title, file: options.file });
    const values = valuesOf(card, args);
    if (typeof values === 'string')
      return failed('terminal', 'failure.tool_arguments', { tool: card.title, field: values });
    const limits = { timeoutMs: card.timeoutMs, signal };
    const answered = await ask(program, { options, file, args: values }, limits);
    if (typeof answered === 'string') return noAnswer(card, answered, options.write);
    const answer = answerSchema.parse(JSON.parse(answered.text));
    if (answer.ok) return given({ value: answer.value });
    const params = { tool: card.title, file: options.file, said: answer.said };
    const kind = RETRYABLE.has(answer.why) ? 'retryable' : 'terminal';
    return failed(kind, `failure.sql_${answer.why}`, params);
  },
});
