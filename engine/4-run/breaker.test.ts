// When an address is left alone: too many failures, too slow, or on its own word; never for ever.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateAt, LONGEST_REST_MS, outcomeOf, type Outcome } from './breaker.ts';

const at = (i: number, more: Partial<Outcome> = {}): Outcome => ({
  at: i * 1000,
  ms: 100,
  ok: true,
  ...more,
});
const run = (n: number, more: (i: number) => Partial<Outcome> = () => ({})): Outcome[] =>
  Array.from({ length: n }, (_x, i) => at(i + 1, more(i)));
const bad = { ok: false };

describe('a breaker', () => {
  test('stays closed while fewer than half of the last attempts fail', () => {
    const some = run(20, (i) => (i % 5 === 0 || i % 5 === 2 ? bad : {}));
    expect(gateAt(some, 21_000).is).toBe('closed');
  });

  test('opens when half of them fail, says so, and names the trial time', () => {
    const half = run(10, (i) => (i % 2 === 0 ? bad : {}));
    expect(gateAt(half, 10_000)).toEqual({
      is: 'open',
      until: 40_000,
      why: { code: 'why.breaker_errors', params: { failed: 5, n: 10 } },
    });
    expect(gateAt(half, 40_000).is).toBe('trial');
  });

  test('a few failures say nothing, however bad', () => {
    expect(
      gateAt(
        run(9, () => bad),
        9000,
      ).is,
    ).toBe('closed');
  });

  test('old failures are forgotten', () => {
    const long = run(10, (i) => ({ at: i * 60_000, ...(i % 2 ? {} : bad) }));
    expect(gateAt(long, 600_000).is).toBe('closed');
  });

  test('opens when the slowest twentieth is over the limit, and only where one is declared', () => {
    const slow = run(20, (i) => ({ ms: i < 18 ? 100 : 9000, at: (i + 1) * 10_000 }));
    expect(gateAt(slow, 200_000).is).toBe('closed');
    expect(gateAt(slow, 200_000, 5000)).toMatchObject({
      is: 'open',
      why: { code: 'why.breaker_slow', params: { ms: 9000, most: 5000 } },
    });
    expect(gateAt(slow, 200_000, 9000).is).toBe('closed');
  });

  test('one good trial closes it; a bad one keeps it open for twice as long', () => {
    const broken = run(10, () => bad);
    const trial = { at: 45_000, ms: 500 };
    expect(gateAt([...broken, { ...trial, ok: true }], 45_000).is).toBe('closed');
    expect(gateAt([...broken, { ...trial, ok: false }], 45_000)).toMatchObject({
      is: 'open',
      until: 45_000 + 60_000,
    });
  });

  test('what was sent before it opened is no trial', () => {
    const late = { at: 45_000, ms: 44_000, ok: true };
    expect(gateAt([...run(10, () => bad), late], 45_000).is).toBe('trial');
  });

  test('a slow trial is a bad one where a latency is declared', () => {
    const slow = run(20, (i) => ({ ms: 9000, at: 100_000 + i * 10_000 }));
    const trial = { at: 340_000, ms: 9000, ok: true };
    expect(gateAt([...slow, trial], 340_000, 5000).is).toBe('open');
  });

  test('a pause it asks for is kept, under a cap', () => {
    const asked = [at(1, { ok: false, restMs: 5000 })];
    expect(gateAt(asked, 2000)).toEqual({
      is: 'open',
      until: 6000,
      why: { code: 'why.asked_to_wait' },
    });
    expect(gateAt(asked, 6000).is).toBe('closed');
    expect(gateAt([at(1, { ok: false, restMs: 3_600_000 })], 2000)).toMatchObject({
      until: 1000 + LONGEST_REST_MS,
    });
  });

  test('a clock that was set back by a day does not keep it open for a day', () => {
    const tomorrow = run(10, (i) => ({ at: 86_400_000 + i, ...bad }));
    expect(gateAt(tomorrow, 1000).is).toBe('trial');
  });

  test('whatever happened, it never rests longer than the longest rest', () => {
    const outcome = fc.record({
      at: fc.nat(10_000_000),
      ms: fc.nat(100_000),
      ok: fc.boolean(),
      restMs: fc.option(fc.nat(100_000_000), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 60 }), fc.nat(10_000_000), (all, now) => {
        const gate = gateAt(
          all.toSorted((a, b) => a.at - b.at),
          now,
          5000,
        );
        if (gate.is === 'open') expect(gate.until - now).toBeLessThanOrEqual(LONGEST_REST_MS);
        if (gate.is === 'open') expect(gate.until).toBeGreaterThan(now);
      }),
    );
  });
});

test('an answer we do not like is still an answer; our own crash says nothing', () => {
  const of = { at: 1, ms: 1 };
  expect(outcomeOf(of, undefined)?.ok).toBe(true);
  expect(outcomeOf(of, { kind: 'terminal', code: 'failure.model_rejected' })?.ok).toBe(true);
  expect(outcomeOf(of, { kind: 'retryable', code: 'failure.timed_out' })?.ok).toBe(false);
  expect(outcomeOf(of, { kind: 'retryable', code: 'failure.interrupted' })).toBeUndefined();
  expect(outcomeOf(of, { kind: 'retryable', code: 'failure.model_misfit' })).toBeUndefined();
});
