// A draft of what is in force: nothing of it is lost, and nothing of anybody else's either.
import { beforeEach, describe, expect, test } from 'vitest';
import { createDraft, type DraftOutside } from './draft.ts';

let clock = 0;
let kept: string | undefined;
let disk: { value: string[]; hash: string };
beforeEach(() => {
  clock = 0;
  kept = undefined;
  disk = { value: ['a'], hash: 'h1' };
});

const outside = (): DraftOutside<string[]> => ({
  now: () => clock,
  memory: { recall: () => kept, keep: (text) => void (kept = text) },
  save: async (was, value) => {
    if (was !== disk.hash) return { conflict: disk };
    disk = { value, hash: `h${value.join('')}` };
    return { hash: disk.hash };
  },
});
const open = () => createDraft<string[]>({ ...disk }, outside());
const now = (draft: ReturnType<typeof open>) => draft.store.getSnapshot().context;

describe('a draft', () => {
  test('binds nobody before it is put in force, and says so', async () => {
    const draft = open();
    expect(now(draft).state).toBe('same');
    draft.change(['a', 'b']);
    expect([now(draft).state, disk.value]).toEqual(['changed', ['a']]);
    expect(await draft.commit()).toBe(true);
    expect([now(draft).state, disk.value]).toEqual(['same', ['a', 'b']]);
  });

  test('comes back after a reload as it was, and undo leads to what is in force', () => {
    open().change(['a', 'b']);
    const again = open();
    expect([now(again).state, now(again).value]).toEqual(['changed', ['a', 'b']]);
    again.undo();
    expect([now(again).state, now(again).value]).toEqual(['same', ['a']]);
    expect(kept).toBeUndefined();
  });

  test('takes back typing as one change, and every other change one by one', () => {
    const draft = open();
    draft.change(['a', 'x'], 'name');
    clock = 200;
    draft.change(['a', 'xy'], 'name');
    clock = 5000;
    draft.change(['a', 'xyz'], 'name');
    draft.undo();
    expect(now(draft).value).toEqual(['a', 'xy']);
    draft.undo();
    expect([now(draft).value, now(draft).canUndo]).toEqual([['a'], false]);
    draft.redo();
    expect(now(draft).value).toEqual(['a', 'xy']);
  });

  test('can be taken back after it was put in force, and put in force again', async () => {
    const draft = open();
    draft.change(['b']);
    await draft.commit();
    draft.undo();
    expect(now(draft).state).toBe('changed');
    await draft.commit();
    expect(disk.value).toEqual(['a']);
  });

  test('never writes over what somebody else put in force: the person chooses', async () => {
    const mine = open();
    mine.change(['mine']);
    disk = { value: ['theirs'], hash: 'h9' };
    expect(await mine.commit()).toBe(false);
    expect([now(mine).state, disk.value]).toEqual(['conflict', ['theirs']]);
    mine.change(['more']);
    expect(now(mine).value).toEqual(['mine']);
    mine.resolve('yours');
    expect(await mine.commit()).toBe(true);
    expect(disk.value).toEqual(['mine']);
  });

  test('made on something that is no longer in force asks after a reload, too', () => {
    open().change(['mine']);
    disk = { value: ['theirs'], hash: 'h9' };
    const again = open();
    expect([now(again).state, now(again).theirs?.value]).toEqual(['conflict', ['theirs']]);
    again.resolve('theirs');
    expect([now(again).state, now(again).value]).toEqual(['same', ['theirs']]);
    again.undo();
    expect(now(again).value).toEqual(['mine']);
  });

  test('that is untouched follows what is in force by itself', () => {
    const draft = open();
    draft.rebase({ value: ['new'], hash: 'h2' });
    expect([now(draft).state, now(draft).value]).toEqual(['same', ['new']]);
    draft.change(['mine']);
    draft.rebase({ value: ['newer'], hash: 'h3' });
    expect([now(draft).state, now(draft).value]).toEqual(['conflict', ['mine']]);
  });

  test('that could not be saved says why, and is kept', async () => {
    const draft = createDraft<string[]>(
      { ...disk },
      { ...outside(), save: () => Promise.reject(new Error('No answer.')) },
    );
    draft.change(['b']);
    expect(await draft.commit()).toBe(false);
    expect([now(draft).state, now(draft).why]).toEqual(['failed', 'No answer.']);
    expect(kept).toContain('"b"');
  });
});
