// Drawings with steps that make several calls, and stand-ins for what they call, for tests.

import { expect } from 'vitest';
import type { Folder } from '../../engine/1-document/schema.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from './drawing.ts';
import type { Kit, Script } from './engine-kit.ts';

/** A tool that sends a parcel: two arguments it cannot do without, one it can. */
const PARCEL = cardOf('send', {
  title: 'Send a parcel',
  description: 'Sends one parcel',
  effect: 'write',
  args: [
    { id: 'to', label: 'To', kind: 'text', required: true },
    { id: 'n', label: 'Pieces', kind: 'number', required: true },
    { id: 'note', label: 'Note', kind: 'text' },
  ],
  result: [{ id: 'number', label: 'Number', kind: 'text', required: true }],
});

/** The model chooses `n` and `note`; `to` is the person's. Out of the answer the number is read. */
export const USE: JsonObject = {
  instructions: 'Send what the customer ordered',
  data: { order: { '@ref': 'input.order' } },
  tool: 'send',
  args: { to: { '@ref': 'input.address' } },
  fields: [{ id: 'tracking', label: 'Tracking', kind: 'text', required: true }],
  maxOutputTokens: 100,
};

const INPUT = { order: 'Three lamps please', address: 'Elm Street 1' };

/** What the models say where all goes well. */
export const ANSWERS: Record<string, () => Json> = {
  parcel__ask: () => ({ args: { n: 3, note: null } }),
  parcel__read: () => ({ tracking: 'P-77' }),
};

const inputs: Folder['workflow']['input'] = [
  { id: 'order', label: 'Order', kind: 'text', required: true },
  { id: 'address', label: 'Address', kind: 'text', required: true },
];

type More = {
  rules?: Folder['rules'];
  steps?: StepSpec[];
  arrows?: string[];
  card?: JsonObject;
  budget?: JsonObject;
};

const FIN: StepSpec = ['fin', 'end', { outcome: 'done' }];

/** Start and what is drawn; where an arrow leads to `fin`, an end of that name. */
export const drawn = (steps: StepSpec[], arrows: string[], more: More = {}): Folder =>
  drawing(
    scopeOf(
      [
        ['start', 'start'],
        ...steps,
        ...(more.steps ?? []),
        ...(arrows.some((arrow) => arrow.endsWith('>fin')) ? [FIN] : []),
      ],
      [...arrows, ...(more.arrows ?? [])],
    ),
    {
      cards: [{ ...PARCEL, ...more.card }],
      input: inputs,
      ...(more.rules ? { rules: more.rules } : {}),
      ...(more.budget ? { budget: more.budget } : {}),
    },
  );

/** A workflow around one *Use a tool* called `parcel`. */
export const parcelFolder = (more: More & { settings?: JsonObject } = {}): Folder =>
  drawn(
    [['parcel', 'use_tool', { ...USE, ...more.settings }]],
    ['start:ok>parcel', 'parcel:ok>fin'],
    more,
  );

export const rule = (then: 'allow' | 'ask' | 'deny'): Folder['rules'][number] => ({
  id: 'parcels',
  name: 'Parcels',
  when: { field: 'tool', op: 'is', value: 'send' },
  then,
});

const TWO = [
  { id: 'pay', name: 'Pay', description: 'The claim has a receipt' },
  { id: 'hold', name: 'Hold', description: 'Something is missing' },
];

/** Five votes about one question; four of them must agree. */
export const VOTE: JsonObject = {
  question: 'Pay it?',
  rule: 'A claim without a receipt is held.',
  data: { claim: { '@ref': 'input.order' } },
  options: TWO,
  votes: 5,
  atLeast: 0.8,
  maxOutputTokens: 100,
};

/** A draft that must be short and must name the order. */
export const WRITE: JsonObject = {
  instructions: 'Confirm the order',
  data: {
    order: { '@ref': 'input.order' },
    before: { '@ref': 'previous.letter.value.reasons', else: null },
  },
  criteria: [
    { id: 'short', name: 'Short', description: 'At most 20 words' },
    { id: 'names', name: 'Names the order', description: 'It names the order' },
  ],
  maxOutputTokens: 200,
};

/** The whole outcome of a check: what is not named is met. */
export const verdict = (failed: Record<string, string> = {}): JsonObject =>
  Object.fromEntries(
    ['short', 'names'].map((id) => [id, { met: !(id in failed), why: failed[id] ?? 'It is so' }]),
  );

/** Starts a run and gives its id. */
export async function begin({ engine, setting }: Kit, folder: Folder): Promise<string> {
  const request = { folder, setting, input: INPUT, practice: true, pace: 'full' as const };
  const started = await engine.startRun(request);
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return started.run;
}

export const openCards = (view: RunView): CardView[] =>
  Object.values(view.cards).filter(({ state }) => state === 'open');

/** Waits until it holds; the machine may be busy with other things. */
export async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 5000 && !holds(); i++) await new Promise((r) => setTimeout(r, 2));
  expect(holds()).toBe(true);
}

/** Nobody answers. */
export const never = (): Promise<Json> => new Promise(() => {});

/** Calls that count themselves over restarts. */
export function counting(script: Script): Script & { calls: string[] } {
  const calls: string[] = [];
  const noted = <T extends (...given: never[]) => unknown>(name: string, call: T): T =>
    ((...given: never[]) => {
      calls.push(name);
      return call(...given);
    }) as T;
  const all = <T extends (...given: never[]) => unknown>(of: Record<string, T> = {}) =>
    Object.fromEntries(Object.entries(of).map(([name, call]) => [name, noted(name, call)]));
  return { model: all(script.model), tool: all(script.tool), calls };
}
