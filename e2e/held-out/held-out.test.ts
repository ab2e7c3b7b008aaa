// What the practice model promises on texts written before it. The texts are never shown, neither
// here nor when a promise breaks: only totals are compared and printed, so that nobody can tune by
// reading them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import { createModels } from '../../engine/models/models.ts';
import type { ModelTask } from '../../engine/node.ts';

const CURRENCIES = 'USD EUR GBP CHF JPY CNY INR CAD AUD NZD SEK NOK DKK PLN CZK HUF MXN BRL'.split(
  ' ',
);
const ENTRY = { provider: 'practice' as const, model: 'practice', maxOutput: 4000 };

const lineSchema = z.strictObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  categories: z.array(
    z.strictObject({ id: z.string(), name: z.string(), description: z.string() }),
  ),
  class: z.string().nullable(),
  amounts: z.array(z.strictObject({ value: z.number(), currency: z.string() })),
  dates: z.array(z.string()),
});
type Line = z.infer<typeof lineSchema>;

/** The lines; what is wrong with the file is told by place and kind only, never by its content. */
function readLines(): Line[] {
  const file = readFileSync(new URL('classes.jsonl', import.meta.url), 'utf8');
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parsed = lineSchema.safeParse(JSON.parse(line));
      if (parsed.success) return parsed.data;
      const issues = parsed.error.issues.map(({ code, path, ...more }) => {
        const keys = 'keys' in more && Array.isArray(more.keys) ? more.keys.join(' ') : '';
        return `${code} ${path.filter((part) => typeof part === 'string').join('.')} ${keys}`;
      });
      throw new Error(`a line of the held-out set has another shape: ${issues.join('; ')}`);
    });
}

const models = createModels({ env: {}, today: '2026-01-01' });

async function ask(task: ModelTask): Promise<{ answer: Json; doesNotKnow: boolean }> {
  const answered = await models.call(
    { kind: 'model', role: 'fast', task, maxOutputTokens: 4000 },
    ENTRY,
    {
      key: 'k',
      run: 'r',
      step: 's',
      visit: 1,
      signal: new AbortController().signal,
      at: 0,
      attempt: 1,
    },
  );
  if (!answered.ok) throw new Error(`the practice model failed: ${answered.failure.code}`);
  return { answer: answered.reply.answer, doesNotKnow: answered.reply.doesNotKnow === true };
}

async function classOf({ text, categories }: Line): Promise<string | null> {
  const { answer } = await ask({ do: 'classify', instructions: '', text, categories });
  return (answer as { category: string } | null)?.category ?? null;
}

const listOf = (id: string, of: Field): Field => ({ id, label: id, kind: 'list', of });
const FIELDS: Field[] = [
  ...CURRENCIES.map((currency) =>
    listOf(currency.toLowerCase(), { id: 'amount', label: 'Amount', kind: 'money', currency }),
  ),
  listOf('dates', { id: 'date', label: 'Date', kind: 'date' }),
];

/** Everything of value in the text, each as one comparable string. */
async function findsIn(text: string): Promise<string[]> {
  const { answer } = await ask({ do: 'extract', instructions: '', text, fields: FIELDS });
  return Object.entries((answer ?? {}) as Record<string, (string | number)[]>).flatMap(
    ([id, values]) => (values ?? []).map((value) => `${id} ${value}`),
  );
}

/** How many are in both lists (each counted once), and how many in either. */
function overlap(listed: string[], found: string[]): { both: number; either: number } {
  const left = [...found];
  const both = listed.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return { both, either: listed.length + found.length - both };
}

const lines = readLines();

test('texts go to the right category, by descriptions it has never seen', async () => {
  const classed = lines.filter((line) => line.class !== null);
  const answers = await Promise.all(classed.map(classOf));
  const right = classed.filter((line, at) => line.class === answers[at]).length;
  console.info(`held-out classes: ${right} of ${classed.length}`);
  expect(right / classed.length).toBeGreaterThanOrEqual(0.8);
});

test('it says that it does not know what is nonsense or belongs nowhere', async () => {
  const nonsense = lines.filter((line) => line.class === null);
  const answers = await Promise.all(nonsense.map(classOf));
  const right = answers.filter((answer) => answer === null).length;
  console.info(`held-out "I don't know": ${right} of ${nonsense.length}`);
  expect(right).toBeGreaterThanOrEqual(8);
});

test('amounts and dates are found, with none too many', async () => {
  const totals = { both: 0, either: 0, listed: 0 };
  for (const line of lines) {
    const listed = [
      ...line.amounts.map(({ value, currency }) => `${currency.toLowerCase()} ${value}`),
      ...line.dates.map((date) => `dates ${date}`),
    ];
    const { both, either } = overlap(listed, await findsIn(line.text));
    totals.both += both;
    totals.either += either;
    totals.listed += listed.length;
  }
  console.info(
    `held-out amounts and dates: ${totals.both} right, ${totals.listed} listed, ` +
      `${totals.either - totals.listed} too many`,
  );
  expect(totals.both / totals.either).toBeGreaterThanOrEqual(0.9);
});
