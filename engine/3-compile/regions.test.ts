// The stretches a decision cuts its figure into, with both ends where they belong.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsBy, type Condition, type Operator } from '../base/condition.ts';
import { boundsName, figureOf, regionsOf, type Case } from './regions.ts';

const leaf = (op: Operator, value: number): Condition => ({ field: 'amount', op, value });
const sure: Condition = { field: 'check', op: 'is', value: 'ok' };
const shown = (cases: Case[]) =>
  regionsOf(cases, 'amount').map((r) => [
    boundsName(r),
    r.from?.value,
    r.to?.value,
    r.port,
    r.otherwise,
  ]);

describe('bounds include exactly what the condition includes', () => {
  test.each<[string, Case[], unknown[]]>([
    [
      'under and up to',
      [
        { port: 'a', when: leaf('less_than', 500) },
        { port: 'b', when: leaf('at_most', 5000) },
      ],
      [
        ['under', undefined, 500, 'a', undefined],
        ['between', 500, 5000, 'b', undefined],
        ['above', 5000, undefined, 'otherwise', undefined],
      ],
    ],
    [
      'up to and under',
      [
        { port: 'a', when: leaf('at_most', 500) },
        { port: 'b', when: leaf('less_than', 5000) },
      ],
      [
        ['up_to', undefined, 500, 'a', undefined],
        ['above_to_under', 500, 5000, 'b', undefined],
        ['from', 5000, undefined, 'otherwise', undefined],
      ],
    ],
    [
      'written the other way round',
      [
        { port: 'c', when: leaf('more_than', 5000) },
        { port: 'b', when: leaf('at_least', 500) },
      ],
      [
        ['under', undefined, 500, 'otherwise', undefined],
        ['between', 500, 5000, 'b', undefined],
        ['above', 5000, undefined, 'c', undefined],
      ],
    ],
    [
      'one figure alone',
      [{ port: 'a', when: leaf('is', 7) }],
      [
        ['under', undefined, 7, 'otherwise', undefined],
        ['exactly', 7, 7, 'a', undefined],
        ['above', 7, undefined, 'otherwise', undefined],
      ],
    ],
    [
      'with a further condition',
      [
        { port: 'a', when: { all: [leaf('less_than', 500), sure] } },
        { port: 'b', when: leaf('at_most', 5000) },
      ],
      [
        ['under', undefined, 500, 'a', 'b'],
        ['between', 500, 5000, 'b', undefined],
        ['above', 5000, undefined, 'otherwise', undefined],
      ],
    ],
  ])('%s', (_name, cases, expected) => expect(shown(cases)).toEqual(expected));
});

test('the figure is the first one any case compares with a number', () => {
  expect(
    figureOf([
      { port: 'a', when: sure },
      { port: 'b', when: { all: [sure, leaf('is', 1)] } },
    ]),
  ).toBe('amount');
  expect(figureOf([{ port: 'a', when: sure }])).toBeUndefined();
});

test('every figure takes the way its stretch names for it', () => {
  const op = fc.constantFrom<Operator>(
    'less_than',
    'at_most',
    'more_than',
    'at_least',
    'is',
    'is_not',
  );
  const plain = fc.tuple(op, fc.integer({ min: 0, max: 4 })).map(([o, v]) => leaf(o, v));
  const when = fc.oneof(
    plain,
    fc.tuple(plain, plain).map(([a, b]): Condition => ({ all: [a, b] })),
    fc.tuple(plain, plain).map(([a, b]): Condition => ({ any: [a, { not: b }] })),
    plain.map((a): Condition => ({ all: [a, sure] })),
  );
  fc.assert(
    fc.property(
      fc.array(when, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: -2, max: 12 }),
      fc.boolean(),
      (whens, half, ok) => {
        const x = half / 2;
        const cases = whens.map((c, i): Case => ({ port: `p${i}`, when: c }));
        const find = (path: string) => (path === 'amount' ? x : ok ? 'ok' : 'no');
        const taken = cases.find((c) => holdsBy(c.when, find))?.port ?? 'otherwise';
        const region = regionsOf(cases, 'amount').find(
          ({ from, to }) =>
            (!from || x > from.value || (from.isIn && x === from.value)) &&
            (!to || x < to.value || (to.isIn && x === to.value)),
        );
        if (ok) expect(region?.port).toBe(taken);
        else if (region?.otherwise) expect(region.otherwise).toBe(taken);
      },
    ),
    { numRuns: 2000 },
  );
});
