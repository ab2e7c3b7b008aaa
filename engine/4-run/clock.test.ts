// Time is honest: neither a clock that is set anew nor a sleeping computer makes a deadline wrong.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClock } from './clock.ts';

const YEAR = 366 * 86_400_000;
const START = Date.UTC(2026, 10, 20, 9, 0, 0);

/** A computer whose clocks a test moves by hand. */
function computer() {
  let wall = START;
  let awake = 5000;
  let passed = 90_000;
  let timers: { at: number; run: () => void }[] = [];
  const fire = (): void => {
    for (;;) {
      const due = timers.filter(({ at }) => at <= awake).sort((a, b) => a.at - b.at)[0];
      if (!due) return;
      timers = timers.filter((one) => one !== due);
      due.run();
    }
  };
  return {
    clock: createClock({
      wall: () => wall,
      awake: () => awake,
      passed: () => Math.floor(passed / 10) * 10,
      timer: (ms, run) => {
        const timer = { at: awake + ms, run };
        timers.push(timer);
        return () => void (timers = timers.filter((one) => one !== timer));
      },
    }),
    /** Lets time pass while awake, in small pieces so that timers run when they are due. */
    pass: (ms: number) => {
      for (let left = ms; left > 0;) {
        const next = Math.min(left, ...timers.map(({ at }) => Math.max(1, at - awake)));
        wall += next;
        awake += next;
        passed += next;
        left -= next;
        fire();
      }
    },
    sleep: (ms: number) => {
      wall += ms;
      passed += ms;
    },
    setWall: (by: number) => void (wall += by),
    wall: () => wall,
    timers: () => timers.length,
  };
}

describe('a deadline', () => {
  test.each([
    ['a year ahead', YEAR],
    ['a year back', -YEAR],
    ['two hours back', -7_200_000],
  ])('is neither early nor lost when the clock is set %s', (_, jump) => {
    const pc = computer();
    let rang = 0;
    pc.clock.after(3_600_000, () => (rang += 1));
    pc.pass(600_000);
    pc.setWall(jump);
    pc.pass(2_999_000);
    expect(rang).toBe(0);
    pc.pass(2000);
    expect(rang).toBe(1);
    pc.pass(7_200_000);
    expect(rang).toBe(1);
  });

  test('that passed during sleep runs once, within five seconds of waking, in due order', () => {
    const pc = computer();
    const rang: string[] = [];
    pc.clock.after(50_000, () => rang.push('late'));
    pc.clock.after(20_000, () => rang.push('early'));
    pc.clock.after(3_600_000, () => rang.push('not yet'));
    pc.pass(1000);
    pc.sleep(60_000);
    expect(rang).toEqual([]);
    pc.pass(5000);
    expect(rang).toEqual(['early', 'late']);
    pc.pass(60_000);
    expect(rang).toEqual(['early', 'late']);
  });

  test('is right through any mixture of sleep, work and clocks set anew', () => {
    const event = fc.record({
      do: fc.constantFrom('pass' as const, 'sleep' as const, 'set' as const),
      ms: fc.integer({ min: 2000, max: 400_000 }),
      back: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 20 }),
        fc.integer({ min: 1, max: 600_000 }),
        (events, ms) => {
          const pc = computer();
          let rang = 0;
          let real = 0;
          let at = -1;
          pc.clock.after(ms, () => {
            rang += 1;
            at = real;
          });
          for (const e of events) {
            if (e.do === 'set') pc.setWall(e.back ? -e.ms * 1000 : e.ms * 1000);
            else if (e.do === 'sleep') {
              pc.sleep(e.ms);
              real += e.ms;
            } else
              for (let left = e.ms; left > 0; left -= 500) {
                pc.pass(Math.min(500, left));
                real += Math.min(500, left);
              }
            const wasAwake = e.do === 'pass' && e.ms >= 5000 && real - e.ms >= ms;
            if (wasAwake) expect(rang).toBe(1);
          }
          pc.pass(700_000);
          expect(rang).toBe(1);
          if (at >= 0 && at < real) expect(at).toBeGreaterThanOrEqual(ms - 1000);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('the time is what the wall says while nothing waits, and steady while something does', () => {
  const pc = computer();
  expect(pc.clock.now()).toBe(START);
  pc.setWall(YEAR);
  expect(pc.clock.now()).toBe(START + YEAR);
  const cancel = pc.clock.after(60_000, () => {});
  pc.setWall(-YEAR);
  pc.pass(1000);
  expect(pc.clock.now()).toBe(START + YEAR + 1000);
  cancel();
  expect(pc.clock.now()).toBe(pc.wall());
});

test('a sleep while nothing waits is no sleep of what waits later', () => {
  const pc = computer();
  let rang = 0;
  expect(pc.clock.now()).toBe(START);
  pc.sleep(3_600_000);
  pc.clock.after(10_000, () => (rang += 1));
  pc.pass(9000);
  expect(rang).toBe(0);
  pc.pass(1500);
  expect(rang).toBe(1);
});

test('with nothing to wait for nothing looks at the clock', () => {
  const pc = computer();
  const cancels = [1000, 100_000, 5].map((ms) => pc.clock.after(ms, () => {}));
  expect(pc.timers()).toBe(1);
  for (const cancel of cancels) cancel();
  expect(pc.timers()).toBe(0);
});
