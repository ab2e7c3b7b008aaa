// What every step type promises, whatever it is: words for everything, a steady shape, and no
// surprise from junk. A new step type is covered the moment it stands in the registry.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fitFields } from '../engine/base/fields.ts';
import { isSaid, say } from '../engine/base/text/say.ts';
import { sayPort } from '../engine/base/text/ports.ts';
import { isObject, type Json, type JsonObject } from '../engine/base/value.ts';
import type { NodeDefinition, Reply, Said, StepInput, StepResult } from '../engine/node.ts';
import { CARD, EXAMPLES } from '../e2e/kit/step-examples.ts';
import { registry } from './index.ts';

const all = [...registry.values()] as NodeDefinition[];
const exampleOf = (d: NodeDefinition): JsonObject => EXAMPLES[d.type] ?? d.initial;
const parsed = (d: NodeDefinition): unknown => d.settings.parse(exampleOf(d));

const inputWith = (d: NodeDefinition, v: Json): StepInput => ({
  step: { id: 'it', name: 'It', type: `${d.type}@${d.version}`, visit: 1 },
  settings: { v, labels: { '': ['input'] } },
  scope: { input: { v: {}, labels: {} }, steps: {} },
  at: '2026-11-20T10:00:00.000Z',
  usage: { costNano: 5, modelCalls: 1, toolCalls: 1, tokens: 9, attempts: 1, workMs: 10 },
  card: d.type === 'call_tool' || d.type === 'use_tool_ask' ? CARD : undefined,
});
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
/** Settings as they should be, with one part replaced by anything at all. */
const spoilt = (whole: JsonObject): fc.Arbitrary<Json> =>
  fc.oneof(
    json,
    fc
      .tuple(fc.constantFrom(...Object.keys(whole), 'else'), json)
      .map(([k, v]) => ({ ...whole, [k]: v })),
  );
const confidence = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  source: fc.constantFrom('votes' as const, 'logprobs' as const, 'rule' as const, 'self' as const),
});
const replies: fc.Arbitrary<Reply> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('model' as const),
      answer: json,
      doesNotKnow: fc.boolean(),
      confidence,
      reason: fc.string(),
    },
    { requiredKeys: ['kind', 'answer'] },
  ),
  fc.record(
    { kind: fc.constant('tool' as const), value: json, asOf: fc.string() },
    { requiredKeys: ['kind', 'value'] },
  ),
);

/** Settings whose inside has words of its own elsewhere. */
const CLOSED = new Set(['fields', 'condition', 'ref', 'text', 'part_rules', 'operations']);
type Schema = { [key: string]: unknown };

/** Every dotted path of a settings schema that a form shows. */
function pathsOf(schema: Schema, under = ''): string[] {
  const anyOf = schema['anyOf'] as Schema[] | undefined;
  if (anyOf && schema['bindable']) return pathsOf(anyOf.at(-1) as Schema, under);
  if (CLOSED.has(schema['widget'] as string)) return [];
  if (schema['type'] === 'array') return pathsOf((schema['items'] ?? {}) as Schema, under);
  return Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).flatMap(
    ([k, s]) => {
      const at = under ? `${under}.${k}` : k;
      return [at, ...pathsOf(s, at)];
    },
  );
}

/** A sentence in which every place is filled, whatever it is filled with. */
const sentence = (said: Said): string =>
  say('en', said.code, Object.fromEntries(Object.keys(said.params ?? {}).map((k) => [k, 1])));

/** What came back is a failure, or a declared way out with a value of the declared shape. */
function isInShape(d: NodeDefinition, result: StepResult): void {
  if ('failure' in result) {
    expect(isSaid(result.failure.code)).toBe(true);
    expect(sentence(result.failure)).not.toMatch(/[[\]{}]/);
    expect(d.ports(parsed(d)).map((p) => p.id)).toContain('error');
    return;
  }
  const port = d.ports(parsed(d)).find((p) => p.id === result.port);
  expect(port, `way out ${result.port} of ${d.type}`).toBeDefined();
  if (result.why) expect(sentence(result.why)).not.toMatch(/[[\]{}]/);
  const shape = d.output(parsed(d));
  if ('any' in shape) return;
  const faults = fitFields(shape.fields, result.value).faults;
  expect(faults.filter((f) => !(port?.problem && f.code === 'missing'))).toEqual([]);
}

describe.each(all.map((d) => [d.type, d] as const))('%s', (type, d) => {
  test('has words for itself, its ways out and every setting', () => {
    const code = (rest: string): string => `node.${type}.${rest}`;
    const paths = pathsOf(z.toJSONSchema(d.settings, { io: 'input' }) as Schema);
    const wanted = [code('title'), code('sentence'), ...paths.map((p) => code(`setting.${p}`))];
    expect(wanted.filter((c) => !isSaid(c))).toEqual([]);
    for (const port of d.ports(parsed(d)))
      if (!port.label && !port.said) expect(isSaid(code(`port.${port.id}`))).toBe(true);
      else expect(sayPort('en', `${type}@1`, port)).not.toMatch(/^$|[[\]{}]/);
    expect(sentence(d.sentence(parsed(d)))).not.toMatch(/[[\]{}]/);
  });

  test('takes its example, and its first settings either fit or say what is missing', () => {
    expect(d.settings.safeParse(exampleOf(d)).error).toBeUndefined();
    const first = d.settings.safeParse(d.initial);
    expect(first.success || first.error.issues.every((i) => i.path.length > 0)).toBe(true);
  });

  test('refuses settings nobody declared', () => {
    expect(d.settings.safeParse({ ...exampleOf(d), surprise: 1 }).success).toBe(false);
  });

  test('has the same ways out each time, each named once', () => {
    const ids = d.ports(parsed(d)).map((p) => p.id);
    expect(ids).toEqual(d.ports(parsed(d)).map((p) => p.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says what it may change outside and how a repeat is kept from happening', () => {
    expect(['none', 'read', 'write', 'irreversible', 'spend', 'card']).toContain(d.effect);
    expect(['key', 'check', 'none']).toContain(d.idempotency);
    if (['call', 'lowered'].includes(d.does.kind)) expect(d.timeoutMs).toBeGreaterThan(0);
    else expect(d.effect).toBe('none');
  });

  const { does } = d;
  if (does.kind === 'call') {
    test('plans the same single call each time, and never throws on junk', () => {
      fc.assert(
        fc.property(spoilt(exampleOf(d)), (v) => {
          const input = inputWith(d, v);
          const call = does.plan(input, parsed(d));
          expect(does.plan(structuredClone(input), parsed(d))).toEqual(call);
          if ('failure' in call) expect(isSaid(call.failure.code)).toBe(true);
          else expect(['model', 'tool']).toContain(call.kind);
        }),
      );
    });

    test('reads any reply into a failure, or a way out with a value of its own shape', () => {
      fc.assert(
        fc.property(replies, spoilt(exampleOf(d)), (reply, v) => {
          isInShape(d, does.read(reply, inputWith(d, v), parsed(d)));
        }),
        { numRuns: 300 },
      );
    });
  }

  if (does.kind === 'compute')
    test('decides from anything it may see, the same each time', () => {
      fc.assert(
        fc.property(spoilt(exampleOf(d)), (v) => {
          const result = does.compute(inputWith(d, v), parsed(d));
          expect(does.compute(inputWith(d, v), parsed(d))).toEqual(result);
          isInShape(d, result);
        }),
        { numRuns: 300 },
      );
    });

  if (does.kind === 'card')
    test('draws a card from anything it may see, whose fields are its value', () => {
      fc.assert(
        fc.property(spoilt(exampleOf(d)), (v) => {
          const card = does.card(inputWith(d, v), parsed(d));
          const shape = d.output(parsed(d));
          const known = 'fields' in shape ? shape.fields.map((f) => f.id) : [];
          expect(card.fields.filter((f) => !known.includes(f.field.id))).toEqual([]);
          expect(isObject(card as unknown as Json)).toBe(true);
        }),
      );
    });
});

test('every step type stands in the registry under its own name', () => {
  for (const [key, d] of registry) expect(key).toBe(`${d.type}@${d.version}`);
  expect(registry.size).toBe(29);
});
