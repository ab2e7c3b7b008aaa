// The words of stopping everything: what each way means now, what is said of actions, the receipt.
import { expect, test } from 'vitest';
import {
  actionLine,
  inventoryRows,
  isNothing,
  receiptText,
  totalOf,
  wayWords,
  type Inventory,
  type StopReceipt,
} from './stop-words.ts';

const empty: Inventory = {
  runs: [],
  queued: [],
  approvals: [],
  memoryWrites: [],
  keys: [],
  actions: [],
  delegated: [],
  readers: [],
};
const run = (name: string, doing: string[]): Inventory['runs'][number] => ({
  run: name,
  name,
  version: '1.0.0',
  status: 'running',
  mode: 'practice',
  by: 'ann',
  startedAt: 0,
  waitingFor: [],
  doing: doing.map((step) => ({ step, name: step })),
});
type Action = Inventory['actions'][number];
const action = (more: Partial<Action> = {}): Action => ({
  run: 'r',
  step: 'send',
  name: 'Send',
  tool: 'send',
  title: 'Letter',
  effect: 'irreversible',
  at: 0,
  isSure: true,
  ...more,
});

test('all eight parts are told, also those with nothing in them', () => {
  const rows = inventoryRows(empty, []);
  expect(rows.map(({ id }) => id)).toEqual([
    'runs',
    'queued',
    'approvals',
    'memory',
    'keys',
    'actions',
    'delegated',
    'readers',
  ]);
  expect(isNothing(empty)).toBe(true);
});

test('each way names the steps it lets finish or breaks off', () => {
  const now = { ...empty, runs: [run('A', ['Pay']), run('B', [])] };
  expect(wayWords('after_step', now)).toContain('Pay is let finish');
  expect(wayWords('now', now)).toContain('Pay is broken off');
  expect(wayWords('now', empty)).toContain('No step is at work');
});

test('what was done says how it is undone, or that nobody has said so; what may have happened says that', () => {
  expect(actionLine(action({ undo: 'Call them.' })).note).toBe('To undo it: Call them.');
  expect(actionLine(action()).note).toBe('Nobody has said how this is undone.');
  const maybe = actionLine(action({ isSure: false, undo: 'Call them.' }));
  expect(maybe.text).toContain('it may have happened');
  expect(maybe.note).toContain('Nobody can know');
});

test('the receipt as text names every run with its four parts and what is locked', () => {
  const receipt = { done: ['Pay'], notDone: ['Mail'], unknown: ['Send'], waiting: [] };
  const of = { run: 'r1', name: 'Refunds', version: '1.0.0', status: 'stopped' as const };
  const stopped: StopReceipt = {
    how: 'now',
    at: 0,
    by: 'ann',
    runs: ['r1'],
    isOver: true,
    locked: ['r1'],
    of: [{ ...of, receipt, actions: [action({ isSure: false })] }],
  };
  expect(totalOf(stopped)).toEqual({ done: 1, notDone: 1, unknown: 1, waiting: 0 });
  const text = receiptText(stopped, []);
  for (const said of ['Refunds · Stopped', 'Done: Pay', 'Not done: Mail', 'Unknown: Send'])
    expect(text).toContain(said);
  expect(text).toContain('The keys of 1 stopped run are locked.');
});
