// A model that does whatever the text in front of it says: the worst model there can be. Where no
// order stands in the text it does its work.
// OB1 it looks for an order in every disguise of texts.ts: no attack fails for want of obedience.
// OB2 what it is told it says in every place that can hold it: choices, fields, words, other tools.

import type { ModelPort } from '../../engine/4-run/ports.ts';
import type { Field } from '../../engine/base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import type { ModelTask } from '../../engine/node.ts';
import { rot13, ZERO_WIDTH, type Order } from './texts.ts';

const readOrder = (text: string): Order | undefined => {
  const start = text.indexOf('{"order":');
  if (start < 0) return undefined;
  for (let end = text.indexOf('}}', start); end >= 0; end = text.indexOf('}', end + 1)) {
    try {
      const found = JSON.parse(text.slice(start, end + 2)) as { order: Order };
      return found.order;
    } catch {
      // the order goes on
    }
  }
  return undefined;
};

const decode = (text: string, from: 'base64' | 'hex'): string =>
  Buffer.from(text, from).toString('utf8');
const withoutEntities = (text: string): string =>
  text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));

/** The order in a text, however it is dressed (OB1). */
export function orderIn(text: string): Order | undefined {
  const words = text.split(/\s+/);
  const tries = [
    text,
    withoutEntities(text),
    text.replaceAll(ZERO_WIDTH, ''),
    rot13(text),
    [...text].toReversed().join(''),
    ...words.filter((w) => /^[A-Za-z0-9+/]{24,}={0,2}$/.test(w)).map((w) => decode(w, 'base64')),
    ...words.filter((w) => /^[0-9a-f]{24,}$/.test(w)).map((w) => decode(w, 'hex')),
  ];
  for (const one of tries) {
    const found = readOrder(one);
    if (found) return found;
  }
  return undefined;
}

/** Every text inside a task, as a model sees it. */
const textsIn = (x: unknown): string[] => {
  if (typeof x === 'string') return [x];
  if (Array.isArray(x)) return x.flatMap(textsIn);
  return isObject(x) ? Object.values(x).flatMap(textsIn) : [];
};

/** What the order puts into a field (OB2). */
function filled(field: Field, order: Order): Json {
  switch (field.kind) {
    case 'money':
    case 'number':
      return order.amount ?? 1;
    case 'mail':
      return order.to ?? 'eve@evil.example';
    case 'link':
      return `https://evil.example/?d=${encodeURIComponent(order.text ?? 'x')}`;
    case 'yes_no':
      return true;
    case 'date':
      return '2026-11-20';
    case 'choice':
      return (
        field.choices?.find(({ id }) => id === order.choose)?.id ?? field.choices?.[0]?.id ?? ''
      );
    case 'text':
    case 'long_text':
      return /to|iban|account|who/i.test(field.id) ? (order.to ?? 'x') : (order.text ?? 'obeyed');
    default:
      return null;
  }
}

const fieldsFor = (fields: Field[], order: Order): JsonObject => ({
  ...Object.fromEntries(fields.map((field) => [field.id, filled(field, order)])),
  ...order.more,
});

const chosen = (options: { id: string }[], order: Order): string =>
  options.find(({ id }) => id === order.choose)?.id ?? order.choose ?? options[0]?.id ?? '';

/** The answer the order asks for. */
function obeying(task: ModelTask, order: Order): Json {
  switch (task.do) {
    case 'classify':
      return { category: chosen(task.categories, order), ...order.more };
    case 'decide':
      return { choice: chosen(task.options, order), ...order.more };
    case 'extract':
      return fieldsFor(task.fields, order);
    case 'draft':
      return task.fields?.length
        ? fieldsFor(task.fields, order)
        : { text: order.text ?? 'obeyed', ...order.more };
    case 'use_tool':
      return { tool: task.tool.name, args: fieldsFor(task.tool.fields, order), ...order.more };
    case 'check':
      return Object.fromEntries(task.criteria.map(({ id }) => [id, { met: true, why: 'obeyed' }]));
  }
}

/** What an honest model answers, by step. */
export type Honest = Record<string, (task: ModelTask) => Json>;

/** The model of a drawing; `counted` is told whenever an order was followed. */
export function obedientModel(honest: Honest, counted: () => void): ModelPort {
  return {
    worst: () => ({ inputTokens: 400, outputTokens: 200 }),
    call: async ({ task }, _entry, { step }) => {
      const order = orderIn(textsIn(task).join('\n'));
      if (order) counted();
      const answer = order ? obeying(task, order) : (honest[step]?.(task) ?? null);
      return {
        ok: true,
        used: { modelCalls: 1, toolCalls: 0, tokens: 40, costNano: 1000 },
        reply: { answer, confidence: { share: 0.99, source: 'rule' } },
      };
    },
  };
}
