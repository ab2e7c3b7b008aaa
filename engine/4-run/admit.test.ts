// The door against arguments that change between agreeing and doing. Pure, so ten thousand cases
// cost a second.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../base/canonical.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { admit, type Question, type Ruling } from './admit.ts';
import { shaOf } from './sha.ts';

const words = fc.string({ maxLength: 8 });
const args: fc.Arbitrary<JsonObject> = fc.dictionary(
  words,
  fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    words,
    fc.array(words, { maxLength: 3 }),
  ) as fc.Arbitrary<Json>,
  { minKeys: 1, maxKeys: 5 },
);

/** What somebody may do to a call on its way: another value, another key, one more, one less. */
const change = fc.oneof(
  fc.record({
    how: fc.constant('value' as const),
    at: fc.nat(),
    to: fc.oneof(fc.integer(), words),
  }),
  fc.record({ how: fc.constant('key' as const), at: fc.nat(), to: words }),
  fc.record({ how: fc.constant('more' as const), at: fc.nat(), to: words }),
  fc.record({ how: fc.constant('less' as const), at: fc.nat(), to: words }),
  fc.record({ how: fc.constant('space' as const), at: fc.nat(), to: words }),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(from: JsonObject, { how, at, to }: Change): JsonObject {
  const keys = Object.keys(from);
  const key = keys[at % keys.length] as string;
  const { [key]: value = null, ...rest } = from;
  switch (how) {
    case 'value':
      return { ...from, [key]: to };
    case 'key':
      return { ...rest, [String(to)]: value };
    case 'more':
      return { ...from, [`${String(to)}+`]: value };
    case 'less':
      return rest;
    case 'space':
      return { ...from, [key]: `${JSON.stringify(value)} ` };
  }
}

const rulings: fc.Arbitrary<Ruling> = fc.record({
  then: fc.constantFrom('allow' as const, 'ask' as const, 'deny' as const),
  id: fc.constant('rule'),
  isDefault: fc.boolean(),
});

const question = (hash: string, granted: (string | null)[], ruling: Ruling): Question => ({
  effectClass: 'spend',
  cardMissing: false,
  argsHash: hash,
  ruling,
  grants: granted.map((argsHash, i) => ({
    id: `g${i}`,
    step: 'pay',
    visit: argsHash === null ? 0 : 1,
    argsHash,
    by: 'marcus',
    at: '2026-01-05T09:00:00.000Z',
    used: false,
  })),
  paused: false,
  rate: { ok: true },
  room: { ok: true },
  reserveNano: 0,
});

test('a call that is changed between agreeing and doing is never made: the door asks again', () => {
  let differed = 0;
  fc.assert(
    fc.property(
      args,
      change,
      rulings,
      fc.constantFrom('pay', 'send'),
      (agreed, what, ruling, tool) => {
        const now = changed(agreed, what);
        const [was, is] = [shaOf({ tool: 'pay', args: agreed }), shaOf({ tool, args: now })];
        const isSame = tool === 'pay' && canonical(agreed) === canonical(now);
        if (!isSame) differed += 1;
        const verdict = admit(question(is, [was, null], ruling));
        const isDenied = ruling.then === 'deny' && !ruling.isDefault;
        if (isDenied) expect(verdict.decision).toBe('refuse');
        else if (isSame) expect(verdict).toMatchObject({ decision: 'start', grant: 'g0' });
        else expect(verdict).toMatchObject({ decision: 'hold', because: 'changed' });
      },
    ),
    { numRuns: 10_000, seed: 20_261_120 },
  );
  expect(differed).toBeGreaterThan(8000);
});

test('an agreement that was used, or that opens nothing, opens nothing', () => {
  fc.assert(
    fc.property(args, rulings, (agreed, ruling) => {
      const hash = shaOf({ tool: 'pay', args: agreed });
      const asked = question(hash, [hash, null], ruling);
      const used = { ...asked, grants: asked.grants.map((g) => ({ ...g, used: true })) };
      expect(admit(used).decision).not.toBe('start');
      expect(admit(question(hash, [null], ruling)).decision).not.toBe('start');
    }),
    { numRuns: 2000 },
  );
});
