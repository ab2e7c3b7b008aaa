// Promises of an open document: see open-document.ts.
import { expect, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { Answers, WorkflowDoc } from '../../engine/api/contract.ts';
import { openDocument, type OpenDocument } from './open-document.ts';
import type { Unsaved } from './writer.ts';

const { workflow } = drawing(
  scopeOf(
    [
      ['a', 'start', {}, { name: 'A' }],
      ['b', 'end', {}, { name: 'B' }],
    ],
    ['a:ok>b'],
  ),
);
const doc = (over: Partial<WorkflowDoc> = {}): WorkflowDoc => ({
  slug: 'w',
  hash: 'h0',
  workflow,
  cards: [],
  rules: [],
  prompts: [],
  practice: { answers: [], tools: [], world: {} },
  inputs: [],
  ...over,
});

type World = {
  open: OpenDocument;
  saves: { hash: string; workflow: Workflow; how: string }[];
  /** Names of the sides that were kept. */
  aside: string[];
  refuseAside: () => void;
  unsaved: (Unsaved | undefined)[];
  pass: (ms: number) => Promise<void>;
  answer: (with_: Answers['saveWorkflow'] | Error) => void;
};

/** A document with a clock and a disk of its own. */
function world(): World {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  let next: Answers['saveWorkflow'] | Error | undefined;
  const saves: World['saves'] = [];
  const aside: string[] = [];
  const unsaved: World['unsaved'] = [];
  let isFull = false;
  const open = openDocument(doc(), {
    now: () => now,
    later: (ms, act) => {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => (timers = timers.filter((one) => one !== timer));
    },
    keepUnsaved: (left) => void unsaved.push(left),
    setAside: async (side) => {
      if (isFull) throw new Error('No room');
      aside.push(side.name);
    },
    save: async (hash, saved, how) => {
      saves.push({ hash, workflow: saved, how });
      const answer = next;
      next = undefined;
      if (answer instanceof Error) throw answer;
      return answer ?? { hash: `h${saves.length}` };
    },
  });
  const pass = async (ms: number): Promise<void> => {
    for (const end = now + ms; now < end; now += 50) {
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.act();
      await new Promise((done) => setImmediate(done));
    }
  };
  const refuseAside = (): void => void (isFull = true);
  return { open, saves, aside, refuseAside, unsaved, pass, answer: (with_) => (next = with_) };
}

const name = (open: OpenDocument): string => open.history.getSnapshot().context.workflow.name;
const rename = (to: string) => [{ do: 'set_workflow', field: 'name', value: to } as const];

test('a burst of typing is one undo, the next burst is another', async () => {
  const { open, pass } = world();
  for (const text of ['N', 'Ne', 'New']) open.apply(rename(text));
  await pass(5000);
  for (const text of ['Newe', 'Newer']) open.apply(rename(text));
  open.undo();
  expect(name(open)).toBe('New');
  open.undo();
  expect(name(open)).toBe('Drawn');
  open.redo();
  expect(name(open)).toBe('New');
});

test('edits of different things are undone one by one', () => {
  const { open } = world();
  open.apply([{ do: 'rename_step', step: 'a', name: 'AA' }]);
  open.apply([{ do: 'rename_step', step: 'b', name: 'BB' }]);
  open.undo();
  const { nodes } = open.history.getSnapshot().context.workflow.scope;
  expect(nodes.map((node) => node.name)).toEqual(['AA', 'B']);
});

test('several edits of one gesture happen all or not at all', () => {
  const { open } = world();
  const applied = open.apply([
    { do: 'rename_step', step: 'a', name: 'AA' },
    { do: 'rename_step', step: 'nobody', name: 'X' },
  ]);
  expect(applied).toEqual({ ok: false, fault: 'no_step' });
  expect(open.history.getSnapshot().context.workflow).toBe(workflow);
});

test('a change is saved within two seconds, however long the typing goes on', async () => {
  const { open, saves, pass } = world();
  for (let i = 0; i < 20; i++) {
    open.apply(rename(`name ${i}`));
    await pass(100);
  }
  expect(saves.length).toBeGreaterThanOrEqual(1);
  await pass(2000);
  expect(saves.at(-1)?.workflow.name).toBe('name 19');
  expect(saves.map((save) => save.hash)).toEqual([
    'h0',
    ...saves.slice(1).map((_s, i) => `h${i + 1}`),
  ]);
  expect(open.saving.getSnapshot().context.state).toBe('saved');
});

test('a save that failed says why and is tried again', async () => {
  const { open, saves, pass, answer } = world();
  answer(new Error('The disk is full.'));
  open.apply(rename('New'));
  await pass(700);
  expect(open.saving.getSnapshot().context).toMatchObject({
    state: 'failed',
    why: 'The disk is full.',
  });
  await pass(2000);
  expect(saves.length).toBe(2);
  expect(open.saving.getSnapshot().context.state).toBe('saved');
});

const theirs = (name_: string): WorkflowDoc =>
  doc({ hash: 'other', workflow: { ...workflow, name: name_ } });
const rest = (purpose: string) => [
  { do: 'set_workflow', field: 'purpose', value: purpose } as const,
];

test('what somebody else wrote is never overwritten without being asked', async () => {
  for (const choice of ['yours', 'theirs'] as const) {
    const { open, saves, aside, pass, answer } = world();
    answer({ conflict: theirs('Theirs') });
    open.apply(rename('Mine'));
    await pass(3000);
    expect(saves.length).toBe(1);
    open.apply(rename('Mine too'));
    await pass(3000);
    expect(saves.length).toBe(1);
    await open.resolve(choice);
    await pass(3000);
    expect(name(open)).toBe(choice === 'yours' ? 'Mine too' : 'Theirs');
    expect(saves.slice(1).map((save) => save.hash)).toEqual(choice === 'yours' ? ['other'] : []);
    expect(open.saving.getSnapshot().context.state).toBe('saved');
    // The side that lost is kept.
    const [lost] = choice === 'yours' ? ['Theirs'] : ['Mine too'];
    expect(aside).toEqual([lost]);
  }
});

test('both sides are put together, both are kept, and a clash goes as it was chosen', async () => {
  const { open, saves, aside, pass, answer } = world();
  answer({ conflict: theirs('Theirs') });
  open.apply([...rename('Mine'), ...rest('Letters')]);
  await pass(3000);
  await open.resolve({ both: () => 'theirs' });
  await pass(3000);
  expect(saves.at(-1)).toMatchObject({
    hash: 'other',
    how: 'merge',
    workflow: { name: 'Theirs', purpose: 'Letters' },
  });
  expect(aside).toEqual(['Mine', 'Theirs']);
  open.undo();
  expect(name(open)).toBe('Mine');
});

test('a choice that cannot keep the other side is none', async () => {
  const { open, pass, answer, refuseAside } = world();
  answer({ conflict: theirs('Theirs') });
  open.apply(rename('Mine'));
  await pass(3000);
  refuseAside();
  await expect(open.resolve('theirs')).rejects.toThrow('No room');
  expect([name(open), open.saving.getSnapshot().context.state]).toEqual(['Mine', 'conflict']);
});

test('two who made the very same change are not asked', async () => {
  const { open, saves, pass, answer } = world();
  answer({ conflict: theirs('New') });
  open.apply(rename('New'));
  await pass(3000);
  expect(open.saving.getSnapshot().context.state).toBe('saved');
  open.apply(rename('Newer'));
  await pass(3000);
  expect(saves.at(-1)?.hash).toBe('other');
});

test('what was changed elsewhere is taken where nothing was changed here, and can be taken back', async () => {
  const { open, saves, pass } = world();
  expect(open.take(theirs('Theirs'))).toBe(true);
  expect([name(open), open.hash()]).toEqual(['Theirs', 'other']);
  await pass(3000);
  expect(saves).toEqual([]);
  open.undo();
  expect(open.take(doc({ hash: 'third' }))).toBe(false);
  await pass(3000);
  expect(saves).toMatchObject([{ hash: 'other', workflow: { name: 'Drawn' } }]);
});

test('an earlier form is one change, and is saved as what it is', async () => {
  const { open, saves, pass } = world();
  open.become({ ...workflow, name: 'Before' }, 'restore');
  await pass(3000);
  open.apply(rename('After'));
  await pass(3000);
  expect(saves.map(({ how }) => how)).toEqual(['restore', 'edit']);
  open.undo();
  open.undo();
  expect(name(open)).toBe('Drawn');
});

test('a number that was published is no change, and no undo takes it away', async () => {
  const { open, saves, pass } = world();
  open.apply(rename('New'));
  await pass(3000);
  open.published('1.1.0', 'published');
  await pass(3000);
  expect([saves.length, open.hash()]).toEqual([1, 'published']);
  open.undo();
  const { version } = open.history.getSnapshot().context.workflow;
  expect([name(open), version]).toEqual(['Drawn', '1.1.0']);
});

test('what is not on the disk is kept outside of the page until it is', async () => {
  const { open, unsaved, pass, answer } = world();
  answer(new Error('Away'));
  open.apply(rename('New'));
  await pass(700);
  expect(unsaved.at(-1)).toMatchObject({ base: workflow, workflow: { name: 'New' } });
  await pass(4000);
  expect(unsaved.at(-1)).toBeUndefined();
  expect(open.saving.getSnapshot().context.state).toBe('saved');
});

test('undo back to what is on the disk leaves nothing to save', async () => {
  const { open, saves, pass } = world();
  open.apply(rename('New'));
  open.undo();
  await pass(3000);
  expect(saves).toEqual([]);
  expect(open.saving.getSnapshot().context.state).toBe('saved');
});
