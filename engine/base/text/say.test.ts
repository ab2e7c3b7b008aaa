// Sentences: filled, formatted, nested, and complete.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { app } from './en/app.ts';
import { cards } from './en/cards.ts';
import { cli } from './en/cli.ts';
import { contract } from './en/contract.ts';
import { failures } from './en/failures.ts';
import { nodes } from './en/nodes.ts';
import { problems } from './en/problems.ts';
import { why } from './en/why.ts';
import { costText, moneyText, timeParts } from './format.ts';
import { isSaid, say } from './say.ts';

test('money has decimals only where it has cents', () => {
  expect([500, 5000, 499.99, 0.5].map((v) => moneyText('en-US', v))).toEqual([
    '$500',
    '$5,000',
    '$499.99',
    '$0.50',
  ]);
  expect(moneyText('de-DE', 1250.5, 'EUR')).toContain('1.250,50');
  expect(moneyText('en-US', 5, 'nonsense')).toBe('5 nonsense');
});

test('a cost is never shown as nothing', () => {
  expect([50_000_000, 1_900_000, 2_100, 0].map((nano) => costText('en-US', nano))).toEqual([
    '$0.05',
    '$0.0019',
    '$0.0000021',
    '$0.00',
  ]);
});

test('times are said in their two largest units', () => {
  const said = (ms: number): string => say('en', 'contract.limit.minutes', { minutes: ms });
  expect([220_000, 172_800_000, 600_000, 40].map(said)).toEqual([
    '3 min 40 s of work',
    '2 days of work',
    '10 min of work',
    '40 ms of work',
  ]);
  expect(timeParts(90_061_000)).toEqual([
    { code: 'unit.days', n: 1 },
    { code: 'unit.hours', n: 1 },
  ]);
});

test('what a parameter says is never read as a place to fill', () => {
  fc.assert(
    fc.property(fc.string(), (label) => {
      expect(say('en', 'input.missing', { label })).toBe(`${label} is needed.`);
    }),
  );
  expect(say('en', 'input.missing', { label: '{label:said}', min: 1 })).toBe(
    '{label:said} is needed.',
  );
});

test('a code without a sentence shows itself, and the pseudo-language marks all others', () => {
  expect(say('en', 'no.such.code')).toBe('[no.such.code]');
  expect(say('pseudo', 'input.missing', { label: 'Amount' })).toMatch(/^⟦.*⟧$/);
});

test('no code stands in two parts of the catalogue', () => {
  const parts = [app, cards, cli, contract, failures, nodes, problems, why];
  const codes = parts.flatMap((part) => Object.keys(part));
  const twice = codes.filter((code, i) => codes.indexOf(code) !== i);
  expect(twice).toEqual([]);
});

test('every place in every sentence can be filled', () => {
  const formats = ['', 'money', 'cost', 'number', 'time', 'said', 'and', 'or'];
  for (const [code, text] of Object.entries(en)) {
    const used = [...text.matchAll(/\{\w+(?::(\w+))?\}/g)].map((m) => m[1] ?? '');
    expect([code, used.filter((format) => !formats.includes(format))]).toEqual([code, []]);
    const bare = text.replace(/\{\w+(?::\w+)?\}/g, '').replace(/\{\w+\|[^{}]*\|[^{}]*\}/g, '');
    expect([code, /[{}]/.test(bare)]).toEqual([code, false]);
  }
});

test('every problem has its help, and every help its problem', () => {
  const codes = Object.keys(en).filter((code) => code.startsWith('problem.'));
  const sentences = codes.filter((code) => !code.endsWith('.help'));
  expect(sentences.filter((code) => !isSaid(`${code}.help`))).toEqual([]);
  expect(codes.length).toBe(2 * sentences.length);
});

test('words that people must not meet stand in no problem', () => {
  const words = /\b(node|edge|port|payload|null|JSON|variable|exception|execute|instance)\b/i;
  const said = Object.entries({ ...problems, ...contract }).filter(([, text]) =>
    words.test(text.replace(/\w+\.json/g, '')),
  );
  expect(said).toEqual([]);
});
