// What races: twenty ways out of one start, each to a step that costs money or counts, with limits
// of every kind close to what they need together.
// RD1 drawn and compiled once for all schedules; the schedules differ in what happens to them.

import type { Folder, ModelEntry, Setting } from '../../engine/1-document/schema.ts';
import { validate } from '../../engine/2-validate/validate.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { registry } from '../../nodes/index.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { seeded } from '../kit/seeded.ts';

const OPTIONS = ['left', 'right'].map((id) => ({ id, name: id, description: id }));
/** Milliseconds a model may take; what answers later is late. */
export const PATIENCE_MS = 10_000;

const asks = (chance: Chance, id: string, more: JsonObject = {}): StepSpec => {
  const maxOutputTokens = oneOf(chance, [100, 200, 300]);
  const settings = { text: 'x', categories: OPTIONS, role: 'fast', maxOutputTokens };
  return [id, 'classify', settings, { timeoutMs: PATIENCE_MS, attempts: 3, ...more }];
};

/** Steps side by side behind a start. */
function fan(prefix: string, steps: StepSpec[]): ReturnType<typeof scopeOf> {
  const start = `${prefix}start`;
  return scopeOf(
    [[start, 'start'], ...steps],
    steps.map(([id]) => `${start}:ok>${id}`),
  );
}

const several = (chance: Chance, prefix: string, n: number): ReturnType<typeof scopeOf> =>
  fan(
    prefix,
    Array.from({ length: n }, (_, i) => asks(chance, `${prefix}m${i}`)),
  );

const ownLimit = (chance: Chance): JsonObject =>
  oneOf<JsonObject>(chance, [
    { costUsd: oneOf(chance, [0.0009, 0.002, 0.004]) },
    { attempts: 1 + below(chance, 4), onLimit: 'stop' },
    { tokens: 700, onLimit: 'ask' },
    { costUsd: 0.003, modelCalls: 3 },
  ]);

/** The limits of a run, mostly in the way. */
const runLimits = (chance: Chance): JsonObject => ({
  costUsd: oneOf(chance, [0.01, 0.01, 0.02, 0.005, 1]),
  modelCalls: oneOf(chance, [100, 100, 14]),
  toolCalls: oneOf(chance, [100, 2]),
  tokens: oneOf(chance, [1_000_000, 6000]),
  attempts: oneOf(chance, [200, 200, 17]),
  onLimit: oneOf(chance, ['ask', 'ask', 'ask', 'stop']),
});

function race(chance: Chance, id: string, arms: { models: number; rooms: boolean }): Folder {
  const limited = (): JsonObject => (chance() < 0.3 ? { budget: ownLimit(chance) } : {});
  const models = Array.from({ length: arms.models }, (_, i) => asks(chance, `m${i}`, limited()));
  const tools = ['t0', 't1'].map((tool): StepSpec => [
    tool,
    'call_tool',
    { tool: 'look', args: { n: 1 } },
  ]);
  const items = { items: [1, 2, 3], concurrency: 2 };
  const child = { workflow: 'inner', input: {} };
  const rooms: StepSpec[] = [
    ['c0', 'sub_workflow', child, limited()],
    ['c1', 'sub_workflow', child],
    ['g', 'group', {}, { scope: several(chance, 'g_', 2), budget: ownLimit(chance) }],
    ['e', 'for_each', items, { scope: several(chance, 'e_', 1), ...limited() }],
  ];
  const steps = [...models, ...tools, ...(arms.rooms ? rooms : rooms.slice(0, 1))];
  const cards = [cardOf('look', { alwaysFresh: true })];
  return drawing(fan('', steps), { id, cards, budget: runLimits(chance) });
}

function inner(chance: Chance): Folder {
  const budget = {
    costUsd: oneOf(chance, [0.001, 0.002, 0.0035]),
    attempts: oneOf(chance, [50, 3]),
    onLimit: oneOf(chance, ['ask', 'ask', 'stop']),
  };
  return drawing(several(chance, '', 2), { id: 'inner', budget });
}

/** A race for the last cent, and the smaller run that shares the day with it. */
export type Track = { large: Folder; small: Folder; library: Record<string, Folder> };

const PRICES = [
  { input: 0.8, output: 4 },
  { input: 3, output: 15 },
  { input: 10, output: 40 },
];

/** Models of which each next one is dearer. */
function models(chance: Chance): Setting['models'] {
  const { models: all } = sampleSetting();
  const entry = all.fast[0] as ModelEntry;
  const fast = PRICES.slice(0, 2 + below(chance, 2)).map((price, i): ModelEntry => ({
    ...entry,
    model: `race-${i}`,
    price,
  }));
  return { ...all, fast: fast as Setting['models']['fast'] };
}

/** Drawn once each; every one without errors (RD1). */
export function tracks(count: number): { track: Track; setting: Setting }[] {
  const plain = sampleSetting();
  return Array.from({ length: count }, (_, i) => {
    const chance = seeded(i + 1);
    const setting = { ...plain, models: models(chance) };
    const library = { inner: inner(chance) };
    const large = race(chance, 'large', { models: 14, rooms: true });
    const small = race(chance, 'small', { models: 3, rooms: false });
    for (const folder of [large, small]) {
      const wrong = validate(folder, setting, registry).find((p) => p.severity === 'error');
      if (wrong) throw new Error(JSON.stringify(wrong));
    }
    return { track: { large, small, library }, setting };
  });
}
