// Reads workflow folders and workspaces from disk. With save.ts the only part of the document stage
// that touches files; what the files mean is decided by parse.ts and workspace.ts.
// L1 what is too large is refused before a byte of it is read.
// L2 never throws: a missing, locked or odd file is a problem that names it.
// L3 nothing outside the folder is read: links inside it are not followed.

import { lstatSync, readFileSync, readdirSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { hashText } from '../base/canonical.ts';
import { LIMITS } from '../base/limits.ts';
import { parseFolder, type Files } from './parse.ts';
import type { Folder, Problem, Setting } from './schema.ts';
import { parseWorkspace, WORKSPACE_FILES } from './workspace.ts';

const WORKFLOW_FILES = ['workflow.json', 'rules.json', 'tools.json', 'practice.json'];

export type Loaded = {
  /** The folder the workflow lies in. */
  dir: string;
  folder?: Folder;
  problems: Problem[];
  /** Hash of workflow.json as it stands on disk; given back when saving. */
  hash: string;
};

/** A workflow from its folder or from the path of its workflow.json (L1, L2). */
export function loadFolder(place: string): Loaded {
  const dir = path.basename(place) === 'workflow.json' ? path.dirname(place) : place;
  const gathered = gather(dir, WORKFLOW_FILES);
  addPrompts(dir, gathered);
  for (const name of names(path.join(dir, 'inputs'), 'file')) gathered.files[`inputs/${name}`] = '';
  const { problems, files } = gathered;
  const hash = hashText(textOf(files['workflow.json']));
  if (problems.length) return { dir, problems, hash };
  return { dir, hash, ...parseFolder(files) };
}

/** The texts of a workflow folder by path, without its inputs. Throws when one cannot be read. */
export function textsOf(dir: string): Record<string, string> {
  const gathered = gather(dir, WORKFLOW_FILES);
  addPrompts(dir, gathered);
  const [wrong] = gathered.problems;
  if (wrong) throw new Error(`${wrong.code} ${wrong.path}`);
  return Object.fromEntries(
    Object.entries(gathered.files).map(([name, file]) => [name, textOf(file)]),
  );
}

/** A workspace's own files (L1, L2). */
export function loadWorkspace(dir: string): { setting?: Setting; problems: Problem[] } {
  const { files, problems } = gather(dir, WORKSPACE_FILES);
  return problems.length ? { problems } : parseWorkspace(files);
}

/** What stands at a place; undefined when nothing does, or nothing of that name can (L2). */
export function statOf(place: string): Stats | undefined {
  try {
    return statSync(place, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * When files of a folder were last written, and how large they are: the same while nothing changed.
 */
export const stateOf = (dir: string, names: readonly string[]): string =>
  names
    .map((name) => {
      const found = statOf(path.join(dir, name));
      return found ? `${found.mtimeMs}:${found.size}:${found.ino}` : '-';
    })
    .join(' ');

type Gathered = { files: Files; problems: Problem[] };

const textOf = (file: string | Uint8Array | undefined): string =>
  typeof file === 'string' ? file : new TextDecoder().decode(file);

/** The files of a list that exist. One that exists and cannot be read is a problem. */
function gather(dir: string, wanted: string[]): Gathered {
  const gathered: Gathered = { files: {}, problems: [] };
  if (!statOf(dir)?.isDirectory()) gathered.problems.push(wrong('folder_missing', dir));
  else for (const name of wanted) add(dir, name, gathered);
  return gathered;
}

const wrong = (code: string, file: string, params: Problem['params'] = {}): Problem => ({
  code,
  severity: 'error',
  params: { file, ...params },
  path: file,
});

function add(dir: string, name: string, into: Gathered): void {
  const place = path.join(dir, name);
  try {
    const found = lstatSync(place, { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isFile()) into.problems.push(wrong('file_not_a_file', name));
    else if (found.size > LIMITS.documentBytes)
      into.problems.push(
        wrong('file_too_big', name, { megabytes: LIMITS.documentBytes / 1_048_576 }),
      );
    else into.files[name] = readFileSync(place);
  } catch {
    into.problems.push(wrong('file_unreadable', name));
  }
}

function addPrompts(dir: string, into: Gathered): void {
  const root = path.join(dir, 'prompts');
  for (const id of names(root, 'folder'))
    for (const name of names(path.join(root, id), 'file'))
      if (name.endsWith('.md')) add(dir, `prompts/${id}/${name}`, into);
  for (const name of names(root, 'file'))
    if (name.endsWith('.md')) add(dir, `prompts/${name}`, into);
}

/** Names in a folder that may not exist; links are neither files nor folders here (L3). */
function names(dir: string, what: 'file' | 'folder'): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => (what === 'file' ? entry.isFile() : entry.isDirectory()))
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
