// Commands with a key are carried out once, whatever happens to the engine in between.

import { expect, test } from 'vitest';
import { createOnce } from './once.ts';

/** What an engine leaves on disk. */
function disk() {
  const kept = new Map<string, { of: string; answer: string }>();
  return {
    kept,
    answerTo: (key: string) => kept.get(key),
    keepAnswer: (key: string, of: string, answer: string) => void kept.set(key, { of, answer }),
  };
}
const counting = () => {
  let n = 0;
  return async () => ({ n: (n += 1) });
};

test('the first answer again after a restart', async () => {
  const store = disk();
  const act = counting();
  expect(await createOnce(store)('k', 'decide', { a: 1 }, act)).toEqual({ n: 1 });
  expect(await createOnce(store)('k', 'decide', { a: 1 }, act)).toEqual({ n: 1 });
  await expect(createOnce(store)('k', 'decide', { a: 2 }, act)).rejects.toThrow('api.key_reused');
  expect(await createOnce(store)(undefined, 'decide', { a: 1 }, act)).toEqual({ n: 2 });
});

test('a secret is never kept, and a refusal may be asked for again', async () => {
  const store = disk();
  await createOnce(store)('k', 'setSecret', { value: 'hush' }, counting());
  await createOnce(store)('l', 'decide', {}, async () => ({ wrong: { code: 'decide.already' } }));
  expect(store.kept.size).toBe(0);
});

test('a full disk loses the memory of a key, not the command', async () => {
  const full = (): void => {
    throw new Error('SQLITE_FULL');
  };
  const once = createOnce({ ...disk(), keepAnswer: full });
  expect(await once('k', 'decide', {}, counting())).toEqual({ n: 1 });
});
