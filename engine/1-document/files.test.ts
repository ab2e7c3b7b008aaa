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
import type { Kept } from './kept.ts';
import { falling, keep, keptFile, keptIn, nameKept, readKept } from './version-files.ts';
import { LAST_GOOD, saveWorkflow, workflowText } from './save.ts';
import { writeAtomic } from './write.ts';
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

const names = (): (string | undefined)[] =>
  keptIn(versions).map((one) => JSON.parse(readKept(versions, one.id) ?? '{}').name as string);
const saveAll = (n: number): void => {
  for (let i = 1; i <= n; i++)
    saveWorkflow({ dir, versions, workflow: workflow(`V${i}`), at: i, isGood: i === 2 });
};

test('every saved form is kept, the newest fifty, and apart from them the last good one', () => {
  saveAll(LIMITS.autosaves + 3);
  // Beyond the newest fifty one for the hour they were made in.
  expect(names()).toHaveLength(LIMITS.autosaves + 1);
  expect(names().slice(-2)).toEqual([`V${LIMITS.autosaves + 2}`, `V${LIMITS.autosaves + 3}`]);
  expect(JSON.parse(readFileSync(path.join(versions, LAST_GOOD), 'utf8')).name).toBe('V2');
});

const HOUR = 3_600_000;
const kept = (at: number, more: Partial<Kept> = {}): Kept => ({
  id: `${at}`,
  at,
  how: 'edit',
  ...more,
});
const list = (n: number, of: (i: number) => Kept): Kept[] =>
  Array.from({ length: n }, (_none, i) => of(i));

test('before the newest fifty the last of each hour stays, as many again', () => {
  const hourly = list(LIMITS.autosaves + LIMITS.autosaveHours + 7, (i) => kept(i * HOUR));
  expect(falling(hourly, () => false)).toEqual(hourly.slice(0, 7));
  // Twenty old ones in two hours: the last of each stays.
  const busy = list(LIMITS.autosaves + 20, (i) => kept(i * (HOUR / 10)));
  expect(falling(busy, () => false)).toEqual([...busy.slice(0, 9), ...busy.slice(10, 19)]);
});

test('a version somebody named does not fall out, nor one that an upgrade found', () => {
  const many = list(LIMITS.autosaves + LIMITS.autosaveHours + 4, (i) =>
    kept(i * HOUR, i === 1 ? { how: 'older' } : {}),
  );
  expect(falling(many, ({ id }) => id === '0').map(({ at }) => at / HOUR)).toEqual([2, 3]);
  const old = workflowText(workflow()).replace('workflow@1', 'workflow@0');
  put('workflow.json', old);
  const lift = { dir, versions, workflow: workflow('V1'), at: 1, expect: loadFolder(dir).hash };
  expect(saveWorkflow(lift)).toHaveProperty('hash');
  saveAll(2);
  const [first, second] = keptIn(versions);
  expect(first).toMatchObject({ how: 'older' });
  expect(readKept(versions, first?.id ?? '')).toBe(old);
  nameKept(versions, second?.id ?? '', 'Before the limit change');
  expect(keptIn(versions)[1]?.name).toBe('Before the limit change');
  nameKept(versions, second?.id ?? '', '');
  expect(keptIn(versions)[1]?.name).toBeUndefined();
});

test('what somebody else wrote meanwhile is kept too, with who saved what', () => {
  saveWorkflow({ dir, versions, workflow: workflow('Mine'), at: 5, by: 'dana_ruiz' });
  put('workflow.json', workflowText(workflow('Theirs')));
  const found = loadFolder(dir).hash;
  saveWorkflow({ dir, versions, workflow: workflow('Back'), at: 9, how: 'restore', expect: found });
  expect(names()).toEqual(['Mine', 'Theirs', 'Back']);
  expect(keptIn(versions).map(({ at, how, by }) => [at, how, by])).toEqual([
    [5, 'edit', 'dana_ruiz'],
    [9, 'outside', undefined],
    [10, 'restore', undefined],
  ]);
});

test('a version is kept once, whoever it is of, and what cannot be read is not there', () => {
  const id = keep(versions, 'text', { at: 1, how: 'edit', by: '../../evil' });
  expect(keep(versions, 'text', { at: 2, how: 'restore', name: 'Same' })).toBe(id);
  expect(keptIn(versions)).toEqual([{ id, at: 1, how: 'edit', name: 'Same' }]);
  writeFileSync(path.join(versions, `${id}.about.json`), '{');
  writeFileSync(path.join(versions, 'stray.json'), '{}');
  expect(keptIn(versions)).toEqual([{ id, at: 1, how: 'edit' }]);
  rmSync(keptFile(versions, { id, at: 1, how: 'edit' }));
  expect([readKept(versions, id), readKept(versions, '../x')]).toEqual([undefined, undefined]);
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
