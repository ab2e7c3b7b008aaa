// What the tests of approvals share: a drawing with gates in a few words, people who answer, and
// what was paid in the end.

import type { Folder } from '../../engine/1-document/schema.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from './drawing.ts';
import { openKit, type Kit, type Script } from './engine-kit.ts';

let current: Kit | undefined;

/** The engine of the test that runs now. */
export const here = (): Kit => {
  if (!current) throw new Error('no engine is open');
  return current;
};
/** Opens an engine for this test. */
export const open = (...given: Parameters<typeof openKit>): void =>
  void (current = openKit(...given));
export const restart = async (): Promise<void> => void (current = await here().restart());
export const end = async (): Promise<void> => {
  await current?.end();
  current = undefined;
};

type Begin = { input?: JsonObject; library?: Record<string, Folder>; by?: string };

export async function begin(folder: Folder, more: Begin = {}): Promise<RunView> {
  const { input = {}, library, by } = more;
  const started = await here().engine.startRun({
    folder,
    setting: here().setting,
    input,
    practice: true,
    pace: 'full',
    ...(library ? { library } : {}),
    ...(by ? { by } : {}),
  });
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return here().engine.settled(started.run);
}
export const cardsOf = (v: RunView): CardView[] =>
  Object.values(v.cards)
    .filter((c) => c.state === 'open')
    .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
export const cardAt = (v: RunView, step: string): CardView => {
  const card = cardsOf(v).find((c) => c.step === step);
  if (!card)
    throw new Error(`no open card of ${step}: ${JSON.stringify(cardsOf(v).map((c) => c.step))}`);
  return card;
};
export const decide = async (card: CardView, choice: string, more: object = {}) => {
  const done = await here().engine.decide({ card: card.id, choice, ...more });
  return { done, view: await here().engine.settled(card.run.split(':')[0] ?? card.run) };
};
export const approve = async (card: CardView, more: object = {}): Promise<RunView> => {
  const { done, view } = await decide(card, 'approve', { by: card.to, ...more });
  if ('wrong' in done) throw new Error(JSON.stringify(done.wrong));
  return view;
};

export const paid = (): (number | undefined)[] =>
  here()
    .seen.filter((s) => s.step === 'pay')
    .map((s) => s.args?.['n'] as number);

export const PAY = cardOf('pay_out', {
  effect: 'spend',
  class: 'money',
  amountArg: 'n',
  args: [
    { id: 'n', label: 'Amount', kind: 'money', currency: 'USD' },
    { id: 'text', label: 'Text', kind: 'text' },
  ],
});
const LOOK = cardOf('look', { effect: 'read' });
const NOTE = cardOf('note', { effect: 'write' });
export const SCRIPT: Script = {
  tool: {
    pay_out: ({ n = 0 }) => ({ n }),
    look: ({ n = 0 }) => ({ n }),
    note: ({ n = 0 }) => ({ n }),
  },
};
const GATE = { ask: 'manager', title: 'Go on?' };
export const gate = (id: string, more: JsonObject = {}): StepSpec => [
  id,
  'approval',
  { ...GATE, ...more },
];
export const pay = (n: Json, more: JsonObject = {}): StepSpec => [
  'pay',
  'call_tool',
  { tool: 'pay_out', args: { n, ...more } },
];
export const START: StepSpec = ['start', 'start'];
export const FIN: StepSpec = ['fin', 'end', { outcome: 'done' }];
export const CARDS = { cards: [PAY, LOOK, NOTE] };
export const drawn = (steps: StepSpec[], arrows: string[], more: object = {}): Folder =>
  drawing(scopeOf(steps, arrows), { ...CARDS, ...more });
export const room = (
  id: string,
  type: string,
  settings: JsonObject,
  inner: [StepSpec[], string[]],
): StepSpec => [id, type, settings, { scope: scopeOf(...inner) }];
export const amounts = (card: CardView): Json[] =>
  card.body.covers.map((c) => c.args.find((a) => a.id === 'n')?.value ?? null);

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** The shipped people, some of them changed. */
export const peopleWith = (changes: Record<string, object>): void => {
  here().setting.people = here().setting.people.map((p) => ({ ...p, ...changes[p.id] }));
};
export const simple = (
  more: JsonObject = {},
  arrows: string[] = [],
  steps: StepSpec[] = [],
): Folder =>
  drawn(
    [START, gate('ask', more), pay(5), FIN, ...steps],
    ['start:ok>ask', 'ask:approved>pay', 'pay:ok>fin', ...arrows],
  );
export const LATE: StepSpec = ['late', 'end', { outcome: 'does_not_know' }];
