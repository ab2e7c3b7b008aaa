// What a person chose is kept beside the record, and a broken file keeps nobody out.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prefer, preferencesOf } from './preferences.ts';

let stateDir = '';
beforeEach(() => {
  stateDir = mkdtempSync(path.join(tmpdir(), 'interlock-preferences-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

test('what is chosen is kept beside what was chosen before', () => {
  expect(preferencesOf({ stateDir })).toEqual({});
  prefer({ stateDir }, { language: 'de' });
  expect(prefer({ stateDir }, { toured: true })).toEqual({ language: 'de', toured: true });
  expect(preferencesOf({ stateDir })).toEqual({ language: 'de', toured: true });
});

test('a file that cannot be read counts as nothing chosen, and is written anew', () => {
  const file = path.join(stateDir, 'preferences.json');
  for (const text of ['', '{', '{"language":"xx"}', '{"language":"de","evil":1}', '[]']) {
    writeFileSync(file, text);
    expect(preferencesOf({ stateDir })).toEqual({});
  }
  prefer({ stateDir }, { scheme: 'dark' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ scheme: 'dark' });
});
