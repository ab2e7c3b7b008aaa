// Turns: what the engine is told to do, and what stays true of snapshots.

import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { randomGraph, randomShape } from '../e2e/bisimulation/generate.ts';
import { byHand, compiled, startInput, STAMP } from '../e2e/kit/graph-kit.ts';
import { seeded } from '../e2e/kit/seeded.ts';
import { compileGraph } from './3-compile/compile.ts';
import { valueOf, type JsonObject } from './base/value.ts';
import {
  contextOf,
  done,
  failed,
  load,
  next,
  openRefs,
  persist,
  restore,
  start,
  stop,
  type KernelEvent,
  type Machine,
} from './kernel.ts';

const START = { start: { type: 'start' } };
const machineOf = (...drawing: Parameters<typeof compiled>): JsonObject =>
  compiled(...drawing).compiled.machine;
const line = machineOf({ ...START, a: {}, b: {} }, ['start > a', 'a > b']);

describe('a turn', () => {
  test('of the same machine, snapshot and event is the same turn', () => {
    const machine = load(line);
    const { snapshot } = start(machine, startInput());
    const event = done('a', { port: 'ok', value: valueOf(1) }, { ...STAMP, seq: 2 });
    const [one, two] = [next(machine, snapshot, event), next(machine, snapshot, event)];
    expect(persist(one.snapshot)).toEqual(persist(two.snapshot));
    expect([one.effects, one.moves]).toEqual([two.effects, two.moves]);
  });

  test('leaves the snapshot it began with as it was', () => {
    const machine = load(line);
    const { snapshot } = start(machine, startInput());
    const before = JSON.stringify(persist(snapshot));
    next(machine, snapshot, done('a', { port: 'ok', value: valueOf(1) }, { ...STAMP, seq: 2 }));
    expect(JSON.stringify(persist(snapshot))).toBe(before);
  });

  test('never reports what it opened and closed in itself, nor the step that just ended', () => {
    // `rest` starts with the same answer that makes `both` start first, which stops it.
    const steps = { ...START, a: {}, rest: {}, both: { join: 'first' as const } };
    const run = byHand(machineOf(steps, ['start > a', 'a > rest', 'a > both', 'rest > both']));
    run.answer('a');
    expect(run.turn.effects.map((effect) => [effect.do, effect.ref])).toEqual([['open', 'both']]);
  });

  test('cancels what a first-wins join leaves behind', () => {
    const steps = { ...START, slow: {}, fast: {}, both: { join: 'first' as const } };
    const arrows = ['start > slow', 'start > fast', 'slow > both', 'fast > both'];
    const run = byHand(machineOf(steps, arrows));
    run.answer('fast');
    expect(run.turn.effects.map((effect) => [effect.do, effect.ref])).toEqual([
      ['cancel', 'slow'],
      ['open', 'both'],
    ]);
  });

  test('of an event nobody waits for is a bug and throws', () => {
    const run = byHand(line);
    expect(() => run.answer('b')).toThrow('does not wait');
    expect(() => run.fail('b')).toThrow();
  });

  test('says nothing is to be done when the run is over', () => {
    const machine = load(line);
    const { snapshot } = start(machine, startInput());
    const { status, effects } = next(machine, snapshot, stop({ ...STAMP, seq: 2 }));
    expect([status, effects]).toEqual(['stopped', []]);
  });
});

describe('a way that is known', () => {
  const OWNER_SAYS = ['retry', 'go_on', 'go_on', 'stop'];
  /** A walk at random beside a machine that never learns: the same events, the same turns. */
  function wander(own: Machine, plain: Machine, chance: () => number): number {
    plain.known.acts = Number.MAX_SAFE_INTEGER;
    let [one, other] = [start(own, startInput()), start(plain, startInput())];
    const timers = new Set<string>();
    for (let seq = 2; ; seq++) {
      const { snapshot, ...told } = one;
      expect(JSON.stringify(told)).toBe(JSON.stringify({ ...other, snapshot: undefined }));
      expect(JSON.stringify(persist(snapshot))).toBe(JSON.stringify(persist(other.snapshot)));
      for (const effect of one.effects)
        if (effect.do === 'timer') timers.add(effect.ref);
        else if (effect.do === 'cancel_timer') timers.delete(effect.ref);
      const refs = [...openRefs(snapshot), ...timers];
      const ref = refs[Math.floor(chance() * refs.length)];
      if (one.status !== 'active' || ref === undefined || seq > 80) return seq;
      const at = { ...STAMP, seq };
      const ports = ref.startsWith('ask_owner') ? OWNER_SAYS : ['ok', 'ok', 'a', 'approved'];
      const port = ports[Math.floor(chance() * ports.length)] as string;
      const value = valueOf({ count: 1 + Math.floor(chance() * 3) });
      const fails = chance() < 0.1;
      const event: KernelEvent = timers.delete(ref)
        ? { ...at, type: ref }
        : fails
          ? failed(ref, { kind: chance() < 0.5 ? 'denied' : 'terminal', code: 'x' }, at)
          : done(ref, { port, value }, at);
      if (chance() < 0.1) {
        const [a, b] = [persist(one.snapshot), persist(other.snapshot)];
        one = { ...one, snapshot: restore(own, JSON.parse(JSON.stringify(a)) as JsonObject) };
        other = { ...other, snapshot: restore(plain, JSON.parse(JSON.stringify(b)) as JsonObject) };
      }
      [one, other] = [next(own, one.snapshot, event), next(plain, other.snapshot, event)];
    }
  }

  test('is followed to the very turn that XState makes, whatever the drawing', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const chance = seeded(seed);
      const { machine } = compileGraph(randomGraph(seed, randomShape(chance))).compiled;
      const [own, plain] = [load(machine), load(machine)];
      for (let walk = 0; walk < 6; walk++) wander(own, plain, chance);
    }
  });

  test('is not worked out again', () => {
    const { machine } = compileGraph(randomGraph(7, randomShape(seeded(7)))).compiled;
    const [own, plain] = [load(machine), load(machine)];
    const events = wander(own, plain, seeded(1));
    const { acts } = own.known;
    expect(wander(own, plain, seeded(1))).toBe(events);
    expect(own.known.acts).toBe(acts);
  });

  test('keeps nothing of the runs that went it', () => {
    const machine = load(line);
    const { snapshot } = start(machine, startInput({ told: 'in confidence' }));
    const value = valueOf('what it answered');
    next(machine, snapshot, done('a', { port: 'ok', value }, { ...STAMP, seq: 2 }));
    const kept = JSON.stringify([...machine.known.places.values()].map(({ bare }) => bare));
    const ways = inspect([machine.known.first, machine.known.places], { depth: 12 });
    for (const words of ['in confidence', 'what it answered']) {
      expect(kept).not.toContain(words);
      expect(ways).not.toContain(words);
    }
  });
});

describe('places', () => {
  test('share what stands for their steps, however many there are', () => {
    const lanes = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, {}]));
    const arrows = Object.keys(lanes).map((id) => `start > ${id}`);
    const machine = load(machineOf({ ...START, ...lanes }, arrows));
    const ended = (ref: string): KernelEvent =>
      done(ref, { port: 'ok', value: valueOf(1) }, { ...STAMP, seq: 2 });
    for (const first of Object.keys(lanes))
      for (const then of Object.keys(lanes)) {
        const { snapshot } = start(machine, startInput());
        const { snapshot: later } = next(machine, snapshot, ended(first));
        if (then !== first) next(machine, later, ended(then));
      }
    const places = [...machine.known.places.values()];
    const stubs = new Set(places.flatMap(({ bare }) => Object.values(bare.children as object)));
    expect(places.length).toBe(1 + 5 + 5 * 4);
    expect(stubs.size).toBe(5);
  });
});

describe('a snapshot', () => {
  test('written down and read back goes on as if nothing had happened', () => {
    const run = byHand(line);
    run.answer('a', 'ok', { x: 1 });
    const text = JSON.stringify(persist(run.turn.snapshot));
    const back = restore(run.machine, JSON.parse(text) as JsonObject);
    expect(JSON.stringify(persist(back))).toBe(text);
    const event = done('b', { port: 'ok', value: valueOf(2) }, { ...STAMP, seq: 9 });
    expect(persist(next(run.machine, back, event).snapshot)).toEqual(
      persist(next(run.machine, run.turn.snapshot, event).snapshot),
    );
  });

  test('forgets the marks of forks that are over', () => {
    const block = (n: number) => [
      `x${n} > a${n}`,
      `x${n} > b${n}`,
      `a${n} > x${n + 1}`,
      `b${n} > x${n + 1}`,
    ];
    const steps = Object.fromEntries(
      [0, 1, 2].flatMap((n) => ['x', 'a', 'b'].map((l) => [`${l}${n}`, {}])),
    );
    const run = byHand(
      machineOf({ ...START, ...steps, x3: {} }, ['start > x0', ...[0, 1, 2].flatMap(block)]),
    );
    for (const ref of ['x0', 'a0', 'b0', 'x1', 'a1', 'b1', 'x2', 'a2', 'b2']) run.answer(ref);
    expect([...run.open.keys()]).toEqual(['x3']);
    expect(contextOf(run.turn.snapshot)['edges']).toEqual({});
  });
});

describe('ends', () => {
  const ends = {
    ...START,
    well: { type: 'end', settings: { outcome: 'done', output: { sum: { '@ref': 'input.sum' } } } },
    a: {},
    badly: { type: 'end', settings: { outcome: 'refused', output: { why: 'no' } } },
  };

  test('the gravest End gives outcome and output', () => {
    const run = byHand(
      machineOf(ends, ['start > well', 'start > a', 'a > badly']),
      startInput({ sum: 3 }),
    );
    expect(run.turn.status).toBe('active');
    const { outcome, end, output } = run.answer('a');
    expect([outcome, end, output?.v]).toEqual(['refused', 'badly', { why: 'no' }]);
  });

  test('an output keeps the labels of what it was made from', () => {
    const { well, start: begin } = ends;
    const run = byHand(machineOf({ start: begin, well }, ['start > well']), startInput({ sum: 3 }));
    expect(run.turn.output).toEqual({ v: { sum: 3 }, labels: { sum: ['input'] } });
  });

  test('a run without any End is done', () => {
    const run = byHand(machineOf({ ...START, a: {} }, ['start > a']));
    expect([run.answer('a').outcome, run.turn.end]).toEqual(['done', undefined]);
  });
});

describe('time', () => {
  test('a wait is a timer of its length', () => {
    const steps = { ...START, rest: { type: 'wait', settings: { ms: 5000 } }, a: {} };
    const run = byHand(machineOf(steps, ['start > rest', 'rest > a']));
    const [timer] = run.turn.effects;
    expect(timer).toMatchObject({ do: 'timer', step: 'rest', delayMs: 5000 });
    run.send({ type: timer?.do === 'timer' ? timer.event : '' });
    expect([...run.open.keys()]).toEqual(['a']);
  });

  test('a wait whose setting is a reference resolves it when it begins', () => {
    const settings = { ms: { '@ref': 'steps.a.value.pause' } };
    const steps = { ...START, a: {}, rest: { type: 'wait', settings } };
    const run = byHand(machineOf(steps, ['start > a', 'a > rest']));
    run.answer('a', 'ok', { pause: 1234 });
    expect(run.turn.effects).toMatchObject([{ do: 'timer', step: 'rest', delayMs: 1234 }]);
  });

  test('a wait whose setting says no time can be failed', () => {
    const settings = { ms: { '@ref': 'steps.a.value.pause' } };
    const steps = { ...START, a: {}, rest: { type: 'wait', settings } };
    const run = byHand(machineOf(steps, ['start > a', 'a > rest']));
    run.answer('a', 'ok', {});
    expect(run.turn.effects).toMatchObject([
      { delayMs: 0, with: { missing: ['steps.a.value.pause'] } },
    ]);
    expect(run.fail('rest').failure?.step).toBe('rest');
  });

  test('an answer with a deadline leaves by its way out when the time is over', () => {
    const ports = ['approved', 'refused', 'timeout'];
    const steps = { ...START, ask: { settings: { ports, withinMs: 60_000 } }, late: {} };
    const run = byHand(machineOf(steps, ['start > ask', 'ask:timeout > late']));
    const timer = run.turn.effects.find((effect) => effect.do === 'timer');
    expect(timer).toMatchObject({ step: 'ask', delayMs: 60_000 });
    run.send({ type: timer?.ref ?? '' });
    expect(run.path.at(-1)).toBe('ask:timeout');
    expect(run.turn.effects).toMatchObject([
      { do: 'cancel', ref: 'ask' },
      { do: 'open', ref: 'late' },
    ]);
  });

  test('an answer in time takes the timer away', () => {
    const ports = ['approved', 'timeout'];
    const steps = { ...START, ask: { settings: { ports, withinMs: 60_000 } }, after: {} };
    const run = byHand(machineOf(steps, ['start > ask', 'ask:approved > after']));
    run.answer('ask', 'approved');
    expect(run.turn.effects.map((effect) => effect.do)).toEqual(['cancel_timer', 'open']);
  });
});

describe('containers', () => {
  const body = {
    begin: { type: 'start' },
    draft: {},
    grade: { settings: { about: { '@ref': 'previous.grade.value.note', else: 'none' } } },
  };
  const until = { field: 'steps.grade.value.good', op: 'is', value: true };
  const refine = {
    type: 'loop',
    settings: { maxRounds: 3, until },
    steps: body,
    arrows: ['begin > draft', 'draft > grade'],
  };
  const loop = machineOf({ ...START, refine, after: {} }, [
    'start > refine',
    'refine:done > after',
  ]);

  test('a loop goes round until its condition holds; its value is that of its last step', () => {
    const run = byHand(loop);
    run.answer('draft');
    run.answer('grade', 'ok', { good: false, note: 'shorter' });
    expect(run.path.slice(-2)).toEqual(['refine#2', 'begin:ok']);
    run.answer('draft');
    const grade = run.open.get('grade');
    expect(grade?.do === 'open' && [grade.input.visit, grade.input.with.value.v]).toEqual([
      2,
      { about: 'shorter' },
    ]);
    run.answer('grade', 'ok', { good: true });
    expect([...run.open.keys()]).toEqual(['after']);
    const { steps } = contextOf(run.turn.snapshot) as { steps: Record<string, JsonObject> };
    expect(steps['refine']).toMatchObject({ port: 'done', value: { v: { good: true } } });
  });

  test('a loop out of rounds leaves by `over`, which asks the owner when nothing is drawn', () => {
    const run = byHand(loop);
    for (let round = 1; round <= 3; round++) {
      run.answer('draft');
      run.answer('grade', 'ok', { good: false });
    }
    expect([...run.open.keys()]).toEqual(['ask_owner__refine']);
    run.answer('ask_owner__refine', 'retry');
    expect(run.path.slice(-3)).toEqual(['refine', 'refine#1', 'begin:ok']);
  });

  test('a for-each keeps so many items in work, and answers with the list it is given', () => {
    const all = {
      type: 'for_each',
      settings: { items: { '@ref': 'input.list' }, concurrency: 2 },
      steps: { begin: { type: 'start' }, look: {} },
      arrows: ['begin > look'],
    };
    const run = byHand(
      machineOf({ ...START, all, after: {} }, ['start > all', 'all > after']),
      startInput({ list: [1, 2, 3] }),
    );
    const opened = run.open.get('all__open');
    expect(opened?.do === 'open' && opened.input.with.value.v).toEqual({ items: [1, 2, 3] });
    run.answer('all__open', 'ok', { count: 3 });
    const indexOf = (ref: string) => {
      const effect = run.open.get(ref);
      return effect?.do === 'open' ? effect.input.index : undefined;
    };
    expect([indexOf('all__lane1'), indexOf('all__lane2')]).toEqual([0, 1]);
    run.answer('all__lane2');
    expect(indexOf('all__lane2')).toBe(2);
    run.answer('all__lane1');
    run.answer('all__lane2');
    expect([...run.open.keys()]).toEqual(['all__close']);
    run.answer('all__close', 'ok', ['a', 'b', 'c']);
    expect(contextOf(run.turn.snapshot)).toMatchObject({
      steps: { all: { value: { v: ['a', 'b', 'c'] } } },
    });
  });

  test('an item sees what came before, and gives what its last step ended with', () => {
    const all = {
      type: 'for_each',
      settings: { items: [1] },
      steps: {
        begin: { type: 'start' },
        look: { settings: { rate: { '@ref': 'steps.before.value.rate' }, n: { '@ref': 'item' } } },
      },
      arrows: ['begin > look'],
    };
    const { compiled: made } = compiled({ ...START, before: {}, all }, [
      'start > before',
      'before > all',
    ]);
    const run = byHand(made.machine);
    run.answer('before', 'ok', { rate: 2 });
    run.answer('all__open', 'ok', { count: 1 });
    const lane = run.open.get('all__lane1');
    const outer = lane?.do === 'open' ? lane.input.scope : { steps: {} };
    const more = { outer, item: valueOf(5), index: 0 };
    const item = byHand(made.parts['scope:all'] as JsonObject, startInput({}, more));
    const look = item.open.get('look');
    expect(look?.do === 'open' && look.input.with.value.v).toEqual({ rate: 2, n: 5 });
    expect(item.answer('look', 'ok', { twice: 10 }).output?.v).toEqual({ twice: 10 });
  });
});
