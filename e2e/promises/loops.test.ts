// Loops end: a circle is refused where it is drawn, a loop needs a maximum, and the engine keeps to
// it whatever happens in between.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validate } from '../../engine/2-validate/validate.ts';
import { compile } from '../../engine/3-compile/compile.ts';
import { registry } from '../../nodes/index.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { openKit, sampleSetting } from '../kit/engine-kit.ts';

const setting = sampleSetting();
const cards = [cardOf('look', { effect: 'read', alwaysFresh: true })];
const rules = [
  {
    id: 'look',
    name: 'Looking is fine',
    when: { field: 'tool', op: 'is' as const, value: 'look' },
    then: 'allow' as const,
  },
];
const never = { field: 'round', op: 'less_than', value: 0 };
const budget = { toolCalls: 5000, attempts: 5000, modelCalls: 5000 };
const look: StepSpec = ['look', 'call_tool', { tool: 'look', args: { n: 1, text: 'x' } }];
const ends: StepSpec = ['fin', 'end', { outcome: 'done' }];

/** A loop, perhaps around another, whose condition never holds. */
function looping(outer: number, inner: number | undefined) {
  const body = scopeOf([['in', 'start'], look], ['in:ok>look']);
  const within = (max: number, scope: typeof body): StepSpec => [
    `again_${max}`,
    'loop',
    { maxRounds: max, until: never },
    { scope },
  ];
  const around =
    inner === undefined
      ? body
      : scopeOf(
          [['on', 'start'], within(inner, body), ['next', 'parallel']],
          [`on:ok>again_${inner}`, `again_${inner}:done>next`, `again_${inner}:over>next`],
        );
  const scope = scopeOf(
    [['start', 'start'], within(outer, around), ends],
    [`start:ok>again_${outer}`, `again_${outer}:done>fin`, `again_${outer}:over>fin`],
  );
  return drawing(scope, { cards, rules, budget });
}

const codes = (folder: ReturnType<typeof drawing>): string[] =>
  validate(folder, setting, registry).flatMap(({ severity, code }) =>
    severity === 'error' ? [code] : [],
  );

/** A chain of steps and one arrow that leads back from somewhere to somewhere before. */
const circle = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc.record({ n: fc.constant(n), from: fc.nat(n - 1), to: fc.nat(n - 1) }).map(({ from, to }) => {
    const names = Array.from({ length: n }, (_, i) => `s${i}`);
    const steps = names.map((id): StepSpec => [id, 'parallel']);
    const chain = names.slice(1).map((id, i) => `s${i}:ok>${id}`);
    const [later, sooner] = [Math.max(from, to), Math.min(from, to)];
    return drawing(
      scopeOf(
        [['start', 'start'], ...steps, ends],
        ['start:ok>s0', ...chain, `s${n - 1}:ok>fin`, `s${later}:ok>s${sooner}`],
      ),
    );
  }),
);

test('loops end: a circle is refused, a loop needs a maximum, and no run ever passes it', async () => {
  fc.assert(
    fc.property(circle, (folder) => {
      expect(codes(folder)).toContain('circle');
      expect(() => compile(folder, registry)).toThrow();
    }),
    { numRuns: 200 },
  );
  for (const maxRounds of [
    undefined,
    null,
    0,
    -1,
    1.5,
    1e9,
    Infinity,
    '3',
    { '@ref': 'input.n' },
  ]) {
    const folder = looping(1, undefined);
    const loop = folder.workflow.scope.nodes.find(({ id }) => id === 'again_1');
    if (loop) Object.assign(loop.settings, { maxRounds });
    if (loop && maxRounds === undefined) delete loop.settings['maxRounds'];
    expect([maxRounds, codes(folder).length > 0]).toEqual([maxRounds, true]);
  }
  const rounds = fc.record({
    outer: fc.integer({ min: 1, max: 9 }),
    inner: fc.option(fc.integer({ min: 10, max: 14 }), { nil: undefined }),
    restartAt: fc.option(fc.integer({ min: 1, max: 20 })),
  });
  await fc.assert(
    fc.asyncProperty(rounds, async ({ outer, inner, restartAt }) => {
      let calls = 0;
      let halt = (): void => {};
      const halted = new Promise<void>((resolve) => (halt = resolve));
      const look = async () => {
        calls += 1;
        if (calls === restartAt) halt();
        return { n: calls };
      };
      const folder = looping(outer, inner);
      expect(codes(folder)).toEqual([]);
      let kit = openKit({ tool: { look } });
      const started = await kit.engine.startRun({
        folder,
        setting,
        input: {},
        practice: true,
        pace: 'full',
      });
      if ('wrong' in started) throw new Error(started.wrong.code);
      const over = kit.engine.settled(started.run);
      if (await Promise.race([halted.then(() => true), over.then(() => false)]))
        kit = await kit.restart();
      const view = await kit.engine.settled(started.run);
      expect(view.status).toBe('done');
      const most = outer * (inner ?? 1);
      // What was on its way when the engine was closed is asked once more.
      expect(calls).toBeGreaterThanOrEqual(most);
      expect(calls).toBeLessThanOrEqual(most + (restartAt === null ? 0 : 1));
      await kit.end();
    }),
    { numRuns: 25 },
  );
});
