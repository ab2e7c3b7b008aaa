// What an MCP tool answered, as one attempt: a value for the step, or a failure with a sentence.
// W1 `isError` is a failure, however politely it was put.
// W2 a structured answer goes before text; text parts are joined; pictures and sounds are counted,
//    not kept.
// W3 at most ANSWER_BYTES go to a step; more is refused whole, never cut.

import { asText } from '../base/binding.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import { exactText } from '../base/text/exact.ts';
import { failed, given, type Attempt } from './answer.ts';

/** More than this is no answer to a question but a store of data (W3). */
const ANSWER_BYTES = 256 * 1024;
const SAID_CHARS = 300;

/** Words of another program for one line of a sentence: bounded, nothing hidden in them. */
export const heard = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return `${exactText(line.slice(0, SAID_CHARS).toWellFormed())}${line.length > SAID_CHARS ? '…' : ''}`;
};

/** The text of one part; undefined for what is not text. */
function partText(part: Json): string | undefined {
  if (!isObject(part)) return undefined;
  if (part['type'] === 'text') return typeof part['text'] === 'string' ? part['text'] : '';
  if (part['type'] === 'resource_link') return asText(part['uri'] ?? '');
  const resource = part['resource'];
  if (part['type'] === 'resource' && isObject(resource) && typeof resource['text'] === 'string')
    return resource['text'];
  return undefined;
}

function valueOf(result: JsonObject): Json {
  const structured = result['structuredContent'];
  if (isObject(structured)) return structured;
  if (structured !== undefined && structured !== null) return { value: structured };
  const parts = Array.isArray(result['content']) ? result['content'] : [];
  const texts = parts.map(partText);
  const leftOut = texts.filter((text) => text === undefined).length;
  const text = texts.filter((one) => one !== undefined).join('\n');
  return { text, ...(leftOut ? { leftOut } : {}) };
}

/**
 * The attempt a result stands for. `tool` is its title on the card, `pin` what it said of itself.
 */
export function attemptOf(tool: string, result: unknown, pin: string): Attempt {
  if (!isObject(result)) return failed('terminal', 'failure.mcp_no_answer', { tool });
  if (result['isError'] === true) {
    const said = valueOf({ content: result['content'] ?? [] });
    const words = isObject(said) && typeof said['text'] === 'string' ? said['text'] : '';
    return failed('terminal', 'failure.tool_said', { tool, message: heard(words) || '…' });
  }
  const value = valueOf(result);
  if (Buffer.byteLength(JSON.stringify(value)) > ANSWER_BYTES)
    return failed('terminal', 'failure.mcp_too_large', { tool, kilobytes: ANSWER_BYTES / 1024 });
  return given({ value, version: pin.slice(0, 16) });
}
