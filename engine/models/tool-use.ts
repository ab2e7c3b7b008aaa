// What a model says when a tool is offered: exactly one call of that tool, as data. Nothing is
// called by it; the step judges the arguments, and everything else is made up.
// TU1 however many calls a model writes, no more than two are kept: one too many is enough to know.
// TU2 arguments are scanned before anything is built from them: depth, double and forbidden names,
//     broken text. What does not pass is a failure with a name, never a repaired guess.
// TU3 a call where no tool was offered is made up, whatever it says.

import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { scan } from '../1-document/scan.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { ModelReply, ModelTask } from '../node.ts';
import { readAnswer } from '../prompts/answer.ts';

/** The calls of an answer: how many, and the first two as they were written. */
export type Calls = {
  n: number;
  kept: { index: number; id: string; name: string; args: string }[];
};
export const noCalls = (): Calls => ({ n: 0, kept: [] });

type Piece = NonNullable<ChatCompletionChunk.Choice.Delta['tool_calls']>[number];

/** Adds a piece of a streamed call; a second id under one index is a second call. */
export function addPiece(calls: Calls, piece: Piece): void {
  const { index, id = '', function: said } = piece;
  const open = calls.kept.findLast((one) => one.index === index);
  const isNew = !open || (id !== '' && open.id !== '' && open.id !== id);
  if (isNew) {
    calls.n += 1;
    if (calls.kept.length < 2)
      calls.kept.push({ index, id, name: said?.name ?? '', args: said?.arguments ?? '' });
    return;
  }
  open.name += said?.name ?? '';
  open.args += said?.arguments ?? '';
}

/** The reply, or what is made up in it. */
export type ReadCalls =
  | { reply: ModelReply }
  | { broken: 'calls'; n: number; offered: number }
  | { broken: 'arguments' }
  | { broken: 'misfit'; field: string };

const LONGEST_NAME = 80;

/** Reads the calls of a complete answer; undefined when there are none. */
export function readCalls(task: ModelTask, { n, kept }: Calls): ReadCalls | undefined {
  const [call] = kept;
  if (n === 0 || !call) return undefined;
  if (task.do !== 'use_tool') return { broken: 'calls', n, offered: 0 }; // TU3
  if (n > 1) return { broken: 'calls', n, offered: 1 };
  const args = argumentsIn(call.args);
  if (!args) return { broken: 'arguments' };
  const tool = call.name.slice(0, LONGEST_NAME);
  if (isObject(args['answer']) || args['does_not_know'] === true) return asAsked(task, args, tool);
  return { reply: { answer: { tool, args } } };
}

/** The form we ask for: arguments with a word on how sure the model is. */
function asAsked(task: ModelTask, args: JsonObject, tool: string): ReadCalls {
  const read = readAnswer(task, args, 'self');
  if (!('reply' in read)) return { broken: 'misfit', field: read.wrong };
  const { answer } = read.reply;
  return { reply: isObject(answer) ? { ...read.reply, answer: { tool, ...answer } } : read.reply };
}

/** The arguments of a call, or undefined when they are not safely readable (TU2). */
function argumentsIn(text: string): JsonObject | undefined {
  const scanned = scan(text.trim() === '' ? '{}' : text);
  if (!scanned.ok) return undefined;
  const parsed = JSON.parse(scanned.text) as Json;
  return isObject(parsed) && !HALF_CHARACTER.test(JSON.stringify(parsed)) ? parsed : undefined;
}
/** How half of a character is written where it stands alone. */
const HALF_CHARACTER = /\\ud[89a-f][0-9a-f]{2}/i;
