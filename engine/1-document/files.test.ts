// Reading and writing workflow folders on a real disk.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { loadFolder, loadWorkspace } from './load.ts';
import { autosaves, LAST_GOOD, saveWorkflow, workflowText, writeAtomic } from './save.ts';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import type { Workflow } from './schema.ts';

let dir = '';
let versions = '';
beforeEach(() => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'interlock-files-'));
  dir = path.join(root, 'expense');
  versions = path.join(root, 'versions');
  mkdirSync(dir);
});
afterEach(() => rmSync(path.dirname(dir), { recursive: true, force: true }));

const workflow = (name = 'Drawn'): Workflow => ({
  ...drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['done', 'end'],
      ],
      ['start:ok>done'],
    ),
  ).workflow,
  name,
});
const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  writeFileSync(path.join(dir, name), text);
};

test('what was saved is what is loaded, from the folder as from the file in it', () => {
  const saved = saveWorkflow({ dir, versions, workflow: workflow(), at: 1 });
  put('inputs/a.txt', 'x');
  put('prompts/read/1.0.0.md', '---\nstatus: draft\n---\nRead');
  for (const place of [dir, path.join(dir, 'workflow.json')]) {
    const loaded = loadFolder(place);
    expect(loaded.problems).toEqual([]);
    expect(loaded.folder).toMatchObject({
      workflow: workflow(),
      inputs: ['a.txt'],
      prompts: [{ id: 'read' }],
    });
    expect({ ok: true, hash: loaded.hash }).toEqual(saved);
  }
});

test('saving is the same text for the same workflow, in the order of the schema', () => {
  const { scope, id, ...rest } = workflow();
  expect(workflowText({ scope, ...rest, id })).toBe(workflowText(workflow()));
  expect(workflowText(workflow())).toContain('"at": [0, 120]');
});

test('a file somebody else changed is not overwritten', () => {
  const first = saveWorkflow({ dir, versions, workflow: workflow(), at: 1 });
  const hash = first.ok ? first.hash : '';
  writeFileSync(path.join(dir, 'workflow.json'), workflowText(workflow('Theirs')));
  const mine = { dir, versions, workflow: workflow('Mine'), at: 2 };
  expect(saveWorkflow({ ...mine, expect: hash })).toEqual({ ok: false, conflict: true });
  expect(loadFolder(dir).folder?.workflow.name).toBe('Theirs');
  expect(saveWorkflow({ ...mine, expect: loadFolder(dir).hash })).toMatchObject({ ok: true });
});

test('what stood there is kept, the newest fifty, and apart from them the last good one', () => {
  for (let at = 1; at <= LIMITS.autosaves + 3; at++)
    saveWorkflow({ dir, versions, workflow: workflow(`Version ${at}`), at, isGood: at === 2 });
  const kept = autosaves(versions).map((file) => JSON.parse(readFileSync(file, 'utf8')).name);
  expect(kept).toHaveLength(LIMITS.autosaves);
  expect(kept.at(-1)).toBe(`Version ${LIMITS.autosaves + 2}`);
  expect(JSON.parse(readFileSync(path.join(versions, LAST_GOOD), 'utf8')).name).toBe('Version 2');
  saveWorkflow({ dir, versions, workflow: workflow(`Version ${LIMITS.autosaves + 3}`), at: 999 });
  expect(autosaves(versions)).toHaveLength(LIMITS.autosaves);
});

test('writing leaves nothing else behind, and a write that fails leaves the old file', () => {
  const file = path.join(dir, 'a.json');
  writeAtomic(file, 'one');
  expect(() => writeAtomic(path.join(dir, 'gone', 'a.json'), 'two')).toThrow();
  mkdirSync(path.join(dir, 'b.json'));
  expect(() => writeAtomic(path.join(dir, 'b.json'), 'two')).toThrow();
  expect(readFileSync(file, 'utf8')).toBe('one');
  expect(readdirSync(dir).sort()).toEqual(['a.json', 'b.json']);
});

test('a huge file is refused by its size, unread', () => {
  put('workflow.json', '');
  truncateSync(path.join(dir, 'workflow.json'), 8 * 1024 ** 3);
  const started = performance.now();
  expect(loadFolder(dir).problems).toMatchObject([
    { code: 'file_too_big', params: { file: 'workflow.json' } },
  ]);
  expect(performance.now() - started).toBeLessThan(500);
});

test('links are not followed, and folders in the place of files are named', () => {
  saveWorkflow({ dir, versions, workflow: workflow(), at: 1 });
  mkdirSync(path.join(dir, 'rules.json'));
  expect(loadFolder(dir).problems).toMatchObject([
    { code: 'file_not_a_file', params: { file: 'rules.json' } },
  ]);
  rmSync(path.join(dir, 'rules.json'), { recursive: true });
  mkdirSync(path.join(dir, 'inputs'));
  symlinkSync(os.devNull, path.join(dir, 'inputs', 'link.txt'));
  symlinkSync(os.devNull, path.join(dir, 'tools.json'));
  const { folder, problems } = loadFolder(dir);
  expect(problems).toMatchObject([{ code: 'file_not_a_file', params: { file: 'tools.json' } }]);
  expect(folder).toBeUndefined();
});

test('a folder that is not there, and one that is no workflow, say so', () => {
  expect(loadFolder(path.join(dir, 'gone')).problems).toMatchObject([{ code: 'folder_missing' }]);
  expect(loadFolder(dir).problems).toMatchObject([{ code: 'file_missing' }]);
  expect(loadWorkspace(dir).problems.map((p) => p.code)).toEqual(
    Array(3).fill('workspace_file_missing'),
  );
});
