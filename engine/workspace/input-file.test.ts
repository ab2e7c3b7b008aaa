// Files that people hand to a run: found where they may lie, read where they can be.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { fitFields } from '../base/fields.ts';
import { isId } from '../base/ids.ts';
import type { Field } from '../base/kinds.ts';
import { textReader } from '../tools/file-text.ts';
import { openPool } from '../tools/pool.ts';
import { WORKER } from './beside.ts';
import { fillFiles, fileValue, inputsOf, plainName, refuseNamedOnly } from './input-file.ts';
import { idOf, slugOf } from './naming.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-inputs-'));
fs.mkdirSync(path.join(dir, 'inputs'));
fs.writeFileSync(path.join(dir, 'inputs', 'note.txt'), 'Hello');
fs.writeFileSync(path.join(dir, 'secret.txt'), 'secret');
const pool = openPool(WORKER);
const read = textReader(pool);
afterAll(async () => {
  await pool.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const receipt: Field = { id: 'receipt', label: 'Receipt', kind: 'file' };
const several: Field = { id: 'several', label: 'Several', kind: 'list', of: receipt };
const filled = (value: unknown, field = receipt) =>
  fillFiles([field], { [field.id]: value as never }, { find: inputsOf(dir), read });

test('a file that was only named is read from the inputs of its workflow', async () => {
  const whole = { name: 'note.txt', type: 'text/plain', size: 5, text: 'Hello' };
  expect(await filled('note.txt')).toEqual({ receipt: whole });
  expect(await filled({ name: 'note.txt' })).toEqual({ receipt: whole });
  expect(await filled(['note.txt'], several)).toEqual({ several: [whole] });
  expect(await filled(whole)).toEqual({ receipt: whole });
});

test('a name never leads out of the inputs', async () => {
  for (const name of [
    '../secret.txt',
    '..\\secret.txt',
    path.join(dir, 'secret.txt'),
    '.',
    '..',
    '',
  ])
    expect(await filled(name)).toEqual({ receipt: name });
});

test('a file nobody can find is refused by name', async () => {
  const input = await filled('gone.txt');
  expect(() => refuseNamedOnly([receipt], input)).toThrow('input.file_missing');
  expect(() => refuseNamedOnly([receipt], {})).not.toThrow();
});

test('a file that cannot be read is kept without a text, and says why', async () => {
  const bytes = new Uint8Array([1, 2]);
  const photo = await fileValue('photo.png', bytes, read);
  expect(photo).toEqual({
    name: 'photo.png',
    type: 'application/octet-stream',
    size: 2,
    unread: 'kind',
  });
  expect(await fileValue('bill.pdf', bytes, read)).toMatchObject({ size: 2, unread: 'damaged' });
  expect(fitFields([receipt], { receipt: photo }).faults).toEqual([]);
});

test('any name becomes one that is safe on every disk', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const plain = plainName(name);
      expect(plain).not.toBe('');
      expect(plain.length).toBeLessThanOrEqual(120);
      expect(plain).not.toMatch(/[\\/:*?"<>|]|^\.|[. ]$/);
      expect(plainName(plain)).toBe(plain);
    }),
  );
});

test('any name of a workflow becomes a free folder name and a right id', () => {
  const names = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('constructor', '1 a', ''),
  );
  fc.assert(
    fc.property(names, fc.array(names), (name, others) => {
      const taken: string[] = [];
      for (const other of others) taken.push(slugOf(other, taken));
      const slug = slugOf(name, taken);
      expect(slug).toMatch(/^[a-z0-9][a-z0-9-]{0,80}$/);
      expect(taken).not.toContain(slug);
      expect(isId(idOf(slug))).toBe(true);
    }),
  );
});
