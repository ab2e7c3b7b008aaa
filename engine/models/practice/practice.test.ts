// The practice model as the engine meets it: honest usage, the same answer twice, scripts, and no
// knowledge of the workflows we ship.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { practiceSchema, type ModelEntry } from '../../1-document/schema.ts';
import type { Json } from '../../base/value.ts';
import type { ModelCall, ModelTask } from '../../node.ts';
import { createModels } from '../models.ts';
import { bytesOf } from '../../prompts/size.ts';
import { requestOf } from '../request.ts';

const models = createModels({ env: {} });
const entry: ModelEntry = {
  provider: 'practice',
  model: 'practice',
  maxOutput: 1000,
  price: { input: 1, output: 4 },
};
const ctx = {
  key: 'k',
  run: 'r',
  step: 'sort',
  visit: 1,
  signal: new AbortController().signal,
  at: 0,
  attempt: 1,
};
const SORT: Extract<ModelTask, { do: 'classify' }> = {
  do: 'classify',
  instructions: '',
  text: 'Please repay the second charge.',
  categories: [
    { id: 'money', name: 'Money', description: 'Somebody wants money back' },
    { id: 'other', name: 'Late', description: 'Something has not arrived' },
  ],
};
const callOf = (task: ModelTask, maxOutputTokens = 300): ModelCall => ({
  kind: 'model',
  role: 'fast',
  task,
  maxOutputTokens,
});
const ask = (task: ModelTask, practice: object = {}, more: Partial<typeof ctx> = {}, most = 300) =>
  models.call(callOf(task, most), entry, {
    ...ctx,
    ...more,
    practice: practiceSchema.parse(practice),
  });

test('an answer says how sure it is by rule, and why', async () => {
  expect(await ask(SORT)).toMatchObject({
    ok: true,
    reply: {
      answer: { category: 'money' },
      confidence: { source: 'rule' },
      reason: expect.stringContaining('repay') as string,
    },
  });
});

test('what it does not know it says, and answers nothing', async () => {
  const answered = await ask({ ...SORT, text: 'Blorp fizzle wonk' });
  expect(answered).toMatchObject({ ok: true, reply: { answer: null, doesNotKnow: true } });
});

test('usage is a quarter of the bytes, priced by the entry, within the worst case', async () => {
  const answered = await ask(SORT);
  const input = Math.ceil(bytesOf(JSON.stringify(requestOf(callOf(SORT), entry))) / 4);
  const output = answered.used.tokens - input;
  expect(output).toBeGreaterThan(10);
  expect(answered.used).toMatchObject({ modelCalls: 1, costNano: input * 1000 + output * 4000 });
  const worst = models.worst(callOf(SORT), entry);
  expect(input).toBeLessThanOrEqual(worst.inputTokens);
  expect(output).toBeLessThanOrEqual(worst.outputTokens);
});

test('without a price the cost is unknown, never nothing', async () => {
  const answered = await models.call(callOf(SORT), { ...entry, price: undefined }, ctx);
  expect(answered.used.costNano).toBeNull();
});

test('the day a rule counts from is the day of the call', async () => {
  const task: ModelTask = {
    do: 'decide',
    question: 'Take it back?',
    rule: 'Returns within 30 days are accepted.',
    data: { reason: 'Return', bought: '2027-03-01' },
    options: [
      { id: 'take', name: 'Accept', description: '' },
      { id: 'keep', name: 'Refuse', description: '' },
    ],
  };
  const on = (day: string) => ask(task, {}, { at: Date.parse(`${day}T12:00:00Z`) });
  expect(await on('2027-03-20')).toMatchObject({ reply: { answer: { choice: 'take' } } });
  expect(await on('2027-05-20')).toMatchObject({ reply: { answer: { choice: 'keep' } } });
});

describe('scripted answers', () => {
  const answers = [
    { step: 'sort', visit: 2, answer: 'other' },
    { step: 'sort', answer: { category: 'money' }, confidence: 0.6, reason: 'As agreed' },
    { step: 'else', answer: 'other' },
  ];

  test('answer for their step, one for this visit before one for any', async () => {
    const first = await ask(SORT, { answers });
    const confidence = { share: 0.6, source: 'rule' };
    expect(first).toMatchObject({
      reply: { answer: { category: 'money' }, confidence, reason: 'As agreed' },
    });
    expect(await ask(SORT, { answers }, { visit: 2 })).toMatchObject({
      reply: { answer: { category: 'other' } },
    });
  });

  test('may say that they do not know', async () => {
    const unsure = [{ step: 'sort', answer: null, doesNotKnow: true }];
    expect(await ask(SORT, { answers: unsure })).toMatchObject({ reply: { doesNotKnow: true } });
  });

  test('that do not fit the question are a failure, as with any model', async () => {
    const odd = [{ step: 'sort', answer: 'nowhere' }];
    expect(await ask(SORT, { answers: odd })).toMatchObject({
      ok: false,
      failure: { kind: 'terminal', code: 'failure.model_misfit' },
      used: { modelCalls: 1 },
    });
  });

  test('that are longer than the step allows are cut, and so not used', async () => {
    const long = [{ step: 'sort', answer: 'x'.repeat(900) }];
    const draft: ModelTask = { do: 'draft', instructions: 'Write', data: { a: 1 } };
    expect(await ask(draft, { answers: long }, {}, 50)).toMatchObject({
      ok: false,
      failure: { code: 'failure.model_truncated' },
      used: { tokens: expect.any(Number) as number },
    });
  });
});

test('a call that was stopped before it began is not made', async () => {
  const stopped = AbortSignal.abort();
  expect(await ask(SORT, {}, { signal: stopped })).toMatchObject({
    ok: false,
    failure: { code: 'failure.model_stopped' },
    used: { modelCalls: 0, costNano: 0 },
  });
});

test('any task is answered in its shape, the same way twice', async () => {
  const odd = fc.string({ unit: 'binary', maxLength: 120 });
  const options = [
    { id: 'a', name: 'A', description: 'Money' },
    { id: 'b', name: 'B', description: 'Time' },
  ];
  const fields = [{ id: 'total', label: 'Total', kind: 'money' as const }];
  const tool = { name: 'look', title: 'Look', description: '', fields };
  const anyTask = fc.tuple(odd, fc.jsonValue(), fc.nat(5)).map(([words, data, at]): ModelTask => {
    const text = data as Json;
    if (at === 0) return { do: 'classify', instructions: words, text, categories: options };
    if (at === 1) return { do: 'extract', instructions: words, text, fields };
    if (at === 2) return { do: 'draft', instructions: words, data: text };
    if (at === 3) return { do: 'use_tool', instructions: words, data: text, tool };
    const criteria = [{ id: 'a', name: 'A', description: words }];
    if (at === 4) return { do: 'check', instructions: words, draft: text, data: text, criteria };
    return { do: 'decide', question: words, rule: words, data: text, options };
  });
  await fc.assert(
    fc.asyncProperty(anyTask, async (task) => {
      const once = await ask(task);
      expect(once.ok).toBe(true);
      expect(await ask(task)).toEqual(once);
    }),
  );
});

const HOSTILE = [
  '1',
  '12 ',
  '1.',
  'a',
  'a@',
  'Ab and ',
  'Dr. von ',
  '$ ',
  'hundert',
  '1-',
  '\n',
  '(12',
];
test.each(HOSTILE)('a hundred thousand times %j is read in time', async (piece) => {
  const text = piece.repeat(100_000 / piece.length);
  const fields = ['text', 'money', 'date', 'mail', 'number'] as const;
  const tasks: ModelTask[] = [
    { ...SORT, text },
    {
      do: 'extract',
      instructions: '',
      text,
      fields: fields.map((kind) => ({ id: kind, label: `Name and total of ${kind}`, kind })),
    },
    { do: 'decide', question: '', rule: text, data: { text }, options: SORT.categories },
    { do: 'draft', instructions: 'Sum it up', data: { text } },
    {
      do: 'check',
      instructions: '',
      draft: text,
      data: { text },
      criteria: [{ id: 'a', name: 'A', description: text }],
    },
  ];
  const began = performance.now();
  for (const task of tasks) await ask(task);
  expect(performance.now() - began).toBeLessThan(5000);
});

const ROOT = new URL('../../../', import.meta.url).pathname;
const SAMPLES = path.join(ROOT, 'samples');

/** Everything the samples say that a model could know by heart. */
function knownBySamples(): {
  files: string[];
  ids: string[];
  sentences: string[];
  amounts: string[];
} {
  const names = existsSync(SAMPLES) ? (readdirSync(SAMPLES, { recursive: true }) as string[]) : [];
  const files = names.filter((name) => /\.(json|md|eml|txt|csv|html)$/.test(name));
  const texts = files.map((name) => readFileSync(path.join(SAMPLES, name), 'utf8'));
  const all = texts.join('\n').replace(/"budget": *\{[^}]*\}/g, '');
  const strings = [...all.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((m) => m[1] ?? '');
  const lines = [...strings, ...all.split('\n')].map((line) => line.trim().toLowerCase());
  return {
    files: files
      .map((name) => path.basename(name))
      .filter(
        (name) =>
          !/^(README|workflow|practice|rules|tools|models|people|workspace)\b|^\d+\.\d+\.\d+/.test(
            name,
          ),
      ),
    ids: [...new Set(strings.filter((text) => /^[a-z]+(_[a-z0-9]+)+$/.test(text)))],
    sentences: [...new Set(lines.filter((line) => line.split(/\s+/).length >= 4))],
    amounts: [
      ...new Set(all.match(/(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+\.\d{2}|\d{4,})(?![\d.])/g) ?? []),
    ],
  };
}

const CODE = ['engine/models', 'engine/prompts']
  .flatMap((folder) =>
    (readdirSync(path.join(ROOT, folder), { recursive: true }) as string[])
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8').toLowerCase()),
  )
  .join('\n');

/** Ids that are words of the engine's own contract, which any model code must speak. */
const CONTRACT = new Set(['does_not_know', 'yes_no', 'long_text', 'for_each', 'call_tool']);

test('its code knows nothing of the workflows we ship', () => {
  const { files, ids, sentences, amounts } = knownBySamples();
  const bare = CODE.replaceAll('_', '');
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter((sentence) => CODE.includes(sentence))).toEqual([]);
  expect(files.filter((name) => CODE.includes(name.toLowerCase()))).toEqual([]);
  const known = (id: string): boolean => new RegExp(`(?<![a-z_])${id}(?![a-z_])`).test(CODE);
  expect(ids.filter((id) => !CONTRACT.has(id) && known(id))).toEqual([]);
  const written = (amount: string): boolean =>
    new RegExp(`(?<![\\d.])${amount.replaceAll(',', '').replace('.', '\\.')}(?![\\d.])`).test(bare);
  expect(amounts.filter(written)).toEqual([]);
});
