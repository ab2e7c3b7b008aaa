// Versions of the workflows of a workspace: what is kept, named, published, and run as what.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { validate } from '../2-validate/validate.ts';
import { registry } from '../../nodes/index.ts';
import { edit } from '../1-document/edit.ts';
import type { Edit } from '../1-document/change.ts';
import type { Folder } from '../1-document/schema.ts';
import { RefusedError } from '../base/refused.ts';
import { openWorkspace } from './open.ts';
import { findPlace } from './place.ts';
import { asRun, publishedIn } from './published.ts';
import { versionsOf, type Versions } from './versions.ts';
import { workflowsOf, type Workflows } from './workflows.ts';

const SLUG = 'expense-approval';
let root = '';
let now = 1_700_000_000_000;
let workflows: Workflows;
let versions: Versions;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-versions-'));
  const workspace = openWorkspace(findPlace(root), () => 0.5);
  const judge = (folder: Folder) => validate(folder, workspace.setting(), registry);
  workflows = workflowsOf(workspace, () => (now += 1000), judge);
  versions = versionsOf({ workspace, workflows, now: () => (now += 1000), judge });
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

/** Makes changes and saves them, as the designer does. */
function change(...edits: Edit[]): void {
  const { folder, hash } = workflows.open(SLUG);
  const next = edits.reduce((workflow, one) => {
    const edited = edit(workflow, one);
    if (!edited.ok) throw new Error(edited.fault);
    return edited.workflow;
  }, folder.workflow);
  expect(workflows.save(SLUG, hash, next)).toHaveProperty('hash');
}
const rename = (name: string): void => change({ do: 'rename_step', step: 'pay', name });
const runsAs = (slug = SLUG): string => {
  const { dir, folder } = workflows.open(slug);
  return asRun(dir, folder).workflow.version;
};
const publish = (version: string) =>
  versions.publish(SLUG, workflows.open(SLUG).hash, { version, note: 'Why', changed: [] });
const refusal = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return error instanceof RefusedError ? error.wrong.code : String(error);
  }
  return undefined;
};

test('a changed document runs as a draft, and as itself again once it is published', () => {
  expect(runsAs()).toBe('1.0.0');
  change({ do: 'move_steps', to: { pay: [900, 900] } });
  expect(runsAs()).toBe('1.0.0');
  rename('Pay out');
  expect(runsAs()).toMatch(/^1\.0\.0\+draft\.[0-9a-f]{8}$/);
  const draft = runsAs();
  rename('Pay it');
  expect(runsAs()).not.toBe(draft);
  expect(publish('1.0.1')).toHaveProperty('hash');
  expect(runsAs()).toBe('1.0.1');
  expect(workflows.open(SLUG).folder.workflow.version).toBe('1.0.1');
  fs.writeFileSync(path.join(workflows.dir(SLUG), 'rules.json'), '[]');
  expect(runsAs()).toMatch(/^1\.0\.1\+draft\./);
});

test('what was never published runs as a draft, unless somebody else gave it a number', () => {
  const made = workflows.create('Mine');
  expect(runsAs(made)).toMatch(/^0\.1\.0\+draft\./);
  expect(publishedIn(workflows.dir(SLUG))).toEqual([]);
  rename('Pay out');
  // Taken down as it was found before its first change here.
  expect(versions.last(SLUG)?.published).toMatchObject({ version: '1.0.0', found: true });
  const was = versions.read(SLUG, 'v1.0.0').workflow.scope.nodes.find(({ id }) => id === 'pay');
  expect(was?.name).toBe('Pay');
});

test('published: only after the last number, only without errors, only what is known', () => {
  rename('Pay out');
  expect(refusal(() => publish('1.0.0'))).toBe('version.not_after');
  const { hash } = workflows.open(SLUG);
  rename('Pay it');
  const how = { version: '2.0.0', note: '', changed: [] };
  expect(versions.publish(SLUG, hash, how)).toEqual({ conflict: true });
  change({ do: 'set', step: 'pay', path: 'tool', value: 'gone' });
  expect(refusal(() => publish('2.0.0'))).toBe('version.errors');
  expect(publishedIn(workflows.dir(SLUG))).toEqual(['1.0.0']);
});

test('a list tells the newest first, what changed, and which of them stands in the file', () => {
  rename('Pay out');
  change({ do: 'remove_steps', steps: ['paid'] });
  change({ do: 'move_steps', to: { pay: [8, 8] } });
  const list = versions.list(SLUG);
  expect(list.map(({ how, isNow }) => [how, isNow])).toEqual([
    ['edit', true],
    ['edit', false],
    ['edit', false],
    ['outside', false],
    ['publish', false],
  ]);
  expect(list[0]?.summary?.isOnlyDrawn).toBe(true);
  expect(list[1]?.summary).toMatchObject({ removed: 1, first: 'Paid', isOnlyDrawn: false });
  expect(list[2]?.summary).toMatchObject({ changed: 1, first: 'Pay out' });
  expect(list[3]?.summary).toBe(null);
});

test('versions are named, set aside and copied, and no id leads elsewhere', () => {
  rename('Pay out');
  const id = versions.list(SLUG)[1]?.id ?? '';
  versions.name(SLUG, id, 'Before');
  expect(versions.list(SLUG).find((one) => one.id === id)?.name).toBe('Before');
  const { workflow } = versions.read(SLUG, id);
  versions.setAside(SLUG, { ...workflow, name: 'Theirs' }, 'Their side', 'dana_ruiz');
  const aside = versions.list(SLUG)[0];
  expect(aside).toMatchObject({ how: 'set_aside', name: 'Their side', by: 'dana_ruiz' });
  expect(versions.read(SLUG, aside?.id ?? '').workflow.name).toBe('Theirs');
  const copy = versions.copy(SLUG, id, 'A way back');
  const copied = workflows.open(copy).folder.workflow;
  expect([copy, copied.name, copied.id]).toEqual(['a-way-back', 'A way back', 'a_way_back']);
  expect(copied.scope).toEqual(workflow.scope);
  for (const odd of ['../x', 'v9.9.9', '0000000000001-aaaaaaaa', ''])
    expect(refusal(() => versions.read(SLUG, odd))).toBe('unknown.version');
});

test('a copy of a published version brings the rules and tools of that version', () => {
  rename('Pay out');
  publish('1.1.0');
  fs.writeFileSync(path.join(workflows.dir(SLUG), 'rules.json'), '[]');
  const copy = versions.copy(SLUG, 'v1.1.0', 'As it was');
  expect(workflows.open(copy).folder.rules).toHaveLength(
    versions.read(SLUG, 'v1.1.0').folder?.rules.length ?? -1,
  );
  expect(workflows.open(copy).folder.rules.length).toBeGreaterThan(0);
});

test('a published version from elsewhere puts nothing outside of its copy', () => {
  rename('Pay out');
  publish('1.1.0');
  const file = path.join(workflows.dir(SLUG), 'published/1.1.0.json');
  const published = JSON.parse(fs.readFileSync(file, 'utf8')) as { files: object };
  Object.assign(published.files, { '../../evil.txt': 'x', 'prompts/../../evil.txt': 'x' });
  fs.writeFileSync(file, JSON.stringify(published));
  versions.copy(SLUG, 'v1.1.0', 'Copied');
  const all = fs.readdirSync(root, { recursive: true }).map(String);
  expect(all.filter((name) => name.includes('evil'))).toEqual([]);
});

test('a mark tells when anything in the folder was changed', () => {
  const marks = [versions.mark(SLUG)];
  rename('Pay out');
  marks.push(versions.mark(SLUG));
  fs.writeFileSync(path.join(workflows.dir(SLUG), 'rules.json'), '[]');
  marks.push(versions.mark(SLUG));
  expect(new Set(marks.map(({ hash }) => hash)).size).toBe(2);
  expect(marks[2]?.mark).not.toBe(marks[1]?.mark);
});

test('a new workflow of the same name begins without the versions of the one before', () => {
  const made = workflows.create('Mine');
  const { hash, folder } = workflows.open(made);
  workflows.save(made, hash, { ...folder.workflow, purpose: 'x' });
  workflows.remove(made);
  expect(workflows.create('Mine')).toBe(made);
  expect(versions.list(made)).toHaveLength(1);
});
