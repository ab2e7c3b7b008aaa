// The request a model call becomes, whoever answers it: what is counted is what is sent.
// Q1 the maximum output is always set: the smaller of what the step asks for and the model may
//    give.
// Q2 input is counted in UTF-8 bytes of the whole body, an upper bound for byte-level tokenisers.

import type { ModelEntry } from '../1-document/schema.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { ModelCall } from '../node.ts';
import { render } from '../prompts/render.ts';
import { bytesOf } from '../prompts/size.ts';

/** The body of a chat request, as it goes over the wire. */
export type ChatRequest = {
  model: string;
  messages: { role: 'system' | 'user'; content: string }[];
  max_completion_tokens: number;
  stream: true;
  stream_options: { include_usage: true };
  response_format?: {
    type: 'json_schema';
    json_schema: { name: string; strict: boolean; schema: JsonObject };
  };
  /** The one tool that is offered; it must be used, and only once. */
  tools?: {
    type: 'function';
    function: { name: string; description: string; strict: boolean; parameters: JsonObject };
  }[];
  tool_choice?: { type: 'function'; function: { name: string } };
  parallel_tool_calls?: false;
};

/** Most tokens the answer may have (Q1). */
export const mostOutput = (call: ModelCall, entry: ModelEntry): number =>
  Math.max(1, Math.min(call.maxOutputTokens, entry.maxOutput));

/** Providers with strict schemas refuse open parts and formats they do not know. */
function sendable(v: Json): Json {
  if (Array.isArray(v)) return v.map(sendable);
  if (typeof v !== 'object' || v === null) return v;
  const kept = Object.entries(v).filter(([k, x]) => !(k === 'format' && x === 'uri'));
  return Object.fromEntries(kept.map(([k, x]) => [k, sendable(x)]));
}

function isClosed(v: Json): boolean {
  if (Array.isArray(v)) return v.every(isClosed);
  if (typeof v !== 'object' || v === null) return true;
  const isEmpty = Object.keys(v).length === 0;
  return !isEmpty && v['additionalProperties'] !== true && Object.values(v).every(isClosed);
}

/** The body of a call. `plain`: for servers that take no schema, which then stands in the text. */
export function requestOf(call: ModelCall, entry: ModelEntry, plain = false): ChatRequest {
  const { system, user, schema } = render(call.task);
  const sent = sendable(schema) as JsonObject;
  const told = `${system}\n\nAnswer with one JSON object of this shape, and nothing else:\n`;
  return {
    model: entry.model,
    messages: [
      { role: 'system', content: plain ? told + JSON.stringify(sent) : system },
      { role: 'user', content: user },
    ],
    max_completion_tokens: mostOutput(call, entry),
    stream: true,
    stream_options: { include_usage: true },
    ...(plain ? {} : held(call, sent)),
  };
}

/** What holds the model to the shape of its answer: the tool that is offered, or a schema. */
function held({ task }: ModelCall, schema: JsonObject): Partial<ChatRequest> {
  const strict = isClosed(schema['properties'] as Json);
  if (task.do !== 'use_tool')
    return {
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict, schema } },
    };
  const { name } = task.tool;
  // What the tool says of itself comes from outside and stands with the data.
  const offered = { name, description: 'Hand over its arguments.', strict, parameters: schema };
  return {
    tools: [{ type: 'function', function: offered }],
    tool_choice: { type: 'function', function: { name } },
    parallel_tool_calls: false,
  };
}

/** The worst case of a call (Q1, Q2), whichever way it is sent. */
export function worst(
  call: ModelCall,
  entry: ModelEntry,
): { inputTokens: number; outputTokens: number } {
  const sizes = [false, true].map((plain) =>
    bytesOf(JSON.stringify(requestOf(call, entry, plain))),
  );
  return { inputTokens: Math.max(...sizes), outputTokens: mostOutput(call, entry) };
}
