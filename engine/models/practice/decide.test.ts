// Deciding by a rule in plain words: its statements decide, with their limits, and nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Category } from '../../node.ts';
import type { Json } from '../../base/value.ts';
import { decide } from './decide.ts';

const TODAY = '2027-11-01';
const FITS: Category[] = [
  { id: 'a', name: 'Keeps to it', description: 'It is within the rules' },
  { id: 'b', name: 'Does not', description: 'It is outside the rules' },
];
const NEED: Category[] = [
  { id: 'boss', name: 'Manager', description: 'A manager decides' },
  { id: 'desk', name: 'Clerk', description: 'The clerk handles it' },
];
const RULE = 'Travel and meals up to 3 months old are within the rules; alcohol and gifts are not.';

const choose = (rule: string, data: Json, options = FITS) =>
  decide({ do: 'decide', question: 'Is it so?', rule, data, options }, TODAY);

const CASES: [
  says: string,
  rule: string,
  data: Json,
  options: Category[],
  choice: string | undefined,
][] = [
  ['a subject it names', RULE, { for: 'Train to Graz', on: '2027-10-02' }, FITS, 'a'],
  ['a subject it means', RULE, { for: 'Dinner with a buyer', on: '2027-10-02' }, FITS, 'a'],
  ['an age past its limit', RULE, { for: 'Train to Graz', on: '2027-06-02' }, FITS, 'b'],
  ['the last day of the limit', RULE, { for: 'Train to Graz', on: '2027-08-01' }, FITS, 'a'],
  ['the day after the limit', RULE, { for: 'Train to Graz', on: '2027-07-31' }, FITS, 'b'],
  ['what it excludes', RULE, { for: 'Red wine', kind: 'Meals', on: '2027-10-02' }, FITS, 'b'],
  ['what it excludes, in other words', RULE, { for: 'Flowers as a present' }, FITS, 'b'],
  ['no day where one is needed', RULE, { for: 'Train to Graz' }, FITS, undefined],
  ['nothing the rule speaks of', RULE, { for: 'Blorp', on: '2027-10-02' }, FITS, undefined],
  [
    'the day the data gives for today',
    RULE,
    { for: 'Train', on: '2026-03-01', today: '2026-03-09' },
    FITS,
    'a',
  ],
  [
    'a number over a bound',
    'Orders over $1,100 go to the manager. Up to $1,100 the clerk.',
    { amount: 1101 },
    NEED,
    'boss',
  ],
  [
    'a number on the bound',
    'Orders over $1,100 go to the manager. Up to $1,100 the clerk.',
    { amount: 1100 },
    NEED,
    'desk',
  ],
  [
    'everything else',
    'Orders over $1,100 go to the manager. Everything else goes to the clerk.',
    { amount: 20 },
    NEED,
    'desk',
  ],
  [
    'a rule in German',
    'Reisen sind erlaubt; Alkohol ist nicht erlaubt.',
    { zweck: 'Bahnfahrt' },
    [
      { id: 'j', name: 'Erlaubt', description: '' },
      { id: 'n', name: 'Nicht erlaubt', description: '' },
    ],
    'j',
  ],
  [
    'a list of points',
    '- Hotels are covered\n- Fines are never covered',
    { what: 'parking fine' },
    [
      { id: 'y', name: 'Covered', description: '' },
      { id: 'n', name: 'Not covered', description: '' },
    ],
    'n',
  ],
  [
    'a named number',
    'If the score is at least 700, lend. Below 700, do not lend.',
    { score: 650, age: 30 },
    [
      { id: 'l', name: 'Lend', description: 'We lend' },
      { id: 'd', name: 'Do not lend', description: 'We do not lend' },
    ],
    'd',
  ],
];
test.each(CASES)('%s', (_says, rule, data, options, choice) => {
  expect(choose(rule, data, options).choice).toBe(choice);
});

test('the reason quotes the rule and the words that decided', () => {
  const { why } = choose(RULE, { for: 'A bottle of wine' });
  expect(why.code).toBe('practice.rule');
  expect(why.params['rule']).toContain('alcohol and gifts');
  expect(why.params['words']).toContain('wine');
});

test('a limit that was not kept is named', () => {
  const { why } = choose(RULE, { for: 'Train to Graz', on: '2027-01-02' });
  expect(why).toMatchObject({ code: 'practice.limit', params: { limit: 'up to 3 months old' } });
});

test('renaming the options renames the choice', () => {
  const renamed = FITS.map((one, at) => ({ ...one, id: `other_${at}` }));
  for (const [, rule, data, options] of CASES.filter(([, , , all]) => all === FITS)) {
    const at = options.findIndex(({ id }) => id === choose(rule, data).choice);
    expect(choose(rule, data, renamed).choice).toBe(renamed[at]?.id);
  }
});

test('any rule and any data are judged without breaking, the same way twice', () => {
  const odd = fc.string({ unit: 'binary', maxLength: 120 });
  fc.assert(
    fc.property(odd, fc.jsonValue(), (rule, data) => {
      const once = choose(rule, data as Json);
      expect(once).toEqual(choose(rule, data as Json));
      expect([undefined, 'a', 'b']).toContain(once.choice);
    }),
  );
});
