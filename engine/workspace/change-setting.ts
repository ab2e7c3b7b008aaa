// Changing the workspace's own files: people, models, and whether one practises.
// CS1 a file is written whole or not at all, and only after the whole setting was read with it.
// CS2 whoever changes a list names the one he saw; what somebody else changed meanwhile is kept.
// CS3 every other part of a file stays as it was, to the letter of its values.

import fs from 'node:fs';
import path from 'node:path';
import { loadFolder, statOf } from '../1-document/load.ts';
import { writeAtomic } from '../1-document/write.ts';
import type { Folder, Models, Person } from '../1-document/schema.ts';
import { parseWorkspace, WORKSPACE_FILES } from '../1-document/workspace.ts';
import { hashOf } from '../base/canonical.ts';
import { refuse } from '../base/refused.ts';
import { refuseFor, type Workspace } from './open.ts';

/** Files of the setting as they stand; links are not followed. */
function textsIn(dir: string): Record<string, string> {
  const found = WORKSPACE_FILES.filter((name) => statOf(path.join(dir, name))?.isFile());
  return Object.fromEntries(
    found.map((name) => [name, fs.readFileSync(path.join(dir, name), 'utf8')]),
  );
}

/** Writes one file of the setting, if the whole can be read with it (CS1). */
function write({ dir }: Pick<Workspace, 'dir'>, name: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  const { setting, problems } = parseWorkspace({ ...textsIn(dir), [name]: text });
  if (!setting) refuseFor(problems);
  writeAtomic(path.join(dir, name), text);
}

/** Refuses when `was` is not the hash of what stands there now (CS2). */
function refuseStale(now: unknown, was: string, code: string): void {
  if (hashOf(now) !== was) refuse(code);
}

/** The people from now on; `was` is the hash of those the change was made on. */
export function savePeople(workspace: Workspace, was: string, people: Person[]): void {
  refuseStale(workspace.setting().people, was, 'people.changed_elsewhere');
  if (people.length === 0) refuse('people.nobody');
  write(workspace, 'people.json', people);
}

/** The models from now on; `was` is the hash of those the change was made on. */
export function saveModels(workspace: Workspace, was: string, models: Models): void {
  refuseStale(workspace.setting().models, was, 'models.changed_elsewhere');
  write(workspace, 'models.json', models);
}

/** Whether new runs practise from now on (CS3). */
export function setPractice(workspace: Workspace, practice: boolean): void {
  const own = workspace.setting().workspace;
  if (own.practice !== practice) write(workspace, 'workspace.json', { ...own, practice });
}

/** Every workflow here that can be read, by its slug. */
export function foldersIn(dir: string): { slug: string; folder: Folder }[] {
  const root = path.join(dir, 'workflows');
  return fs
    .readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name: slug }) => {
      const { folder } = loadFolder(path.join(root, slug));
      return folder ? [{ slug, folder }] : [];
    });
}
