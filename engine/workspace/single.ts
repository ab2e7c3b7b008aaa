// Workflows that come and go as one file: what lies in a folder put into a text, and a text made
// into a folder of this workspace.
// SI1 what comes in is disarmed (1-document/unlink.ts) and gets a name and an id nobody has.
// SI2 a new workflow appears whole or not at all; nothing of it is run or looked up.
// SI3 a text is never larger than can be read again: files for trying it are left out first.

import fs from 'node:fs';
import path from 'node:path';
import { statOf } from '../1-document/load.ts';
import { EXAMPLES, textOfFile, type ExampleFile } from '../1-document/pinned.ts';
import { workflowText } from '../1-document/save.ts';
import type { Folder } from '../1-document/schema.ts';
import { readSingle, singleText, type Beside } from '../1-document/single-file.ts';
import { underId, unlinked, type ToLink } from '../1-document/unlink.ts';
import { freeName } from '../base/ids.ts';
import { LIMITS } from '../base/limits.ts';
import type { Registry } from '../node.ts';
import { plainName } from './input-file.ts';
import { idOf, slugOf } from './naming.ts';
import { refuseFor } from './open.ts';
import { examplesIn } from './pinned.ts';
import type { OpenFolder } from './workflows.ts';

export const FILE_ENDING = '.interlock';
/** Room for the drawing itself: what lies beside it stops before this. */
const MOST_BESIDE = LIMITS.documentBytes - 2 * 1024 * 1024;

const textAt = (...parts: string[]): string | undefined => {
  const place = path.join(...parts);
  return statOf(place)?.isFile() ? fs.readFileSync(place, 'utf8') : undefined;
};

const namesIn = (dir: string, ending = ''): string[] =>
  statOf(dir)?.isDirectory()
    ? fs
        .readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => entry.name)
        .sort()
    : [];

/** What lies beside the parsed parts, and which files had no room (SI3). */
function besideOf({ dir, folder }: OpenFolder): { beside: Beside; left: string[] } {
  const paths = folder.prompts.map(({ id, version }) => `prompts/${id}/${version}.md`);
  const prompts = Object.fromEntries(paths.map((at) => [at, textAt(dir, at) ?? '']));
  const data = namesIn(path.join(dir, 'datasets'), '.jsonl').filter((name) =>
    /^[a-z][a-z0-9_]*\.jsonl$/.test(name),
  );
  const datasets = Object.fromEntries(
    data.map((name) => [name.slice(0, -'.jsonl'.length), textAt(dir, 'datasets', name) ?? '']),
  );
  const readme = textAt(dir, 'README.md');
  const inputs: Record<string, string> = {};
  const left: string[] = [];
  let size = JSON.stringify([prompts, datasets, readme]).length;
  for (const name of folder.inputs) {
    const bytes = (statOf(path.join(dir, 'inputs', name))?.size ?? 0) * 1.4;
    if (plainName(name) !== name || size + bytes > MOST_BESIDE) left.push(name);
    else {
      inputs[name] = fs.readFileSync(path.join(dir, 'inputs', name)).toString('base64');
      size += bytes;
    }
  }
  const examples: Record<string, ExampleFile> = {};
  for (const { id, file } of examplesIn(dir)) {
    const characters = JSON.stringify(file).length;
    if (size + characters > MOST_BESIDE) left.push(file.name);
    else {
      examples[id] = file;
      size += characters;
    }
  }
  return { beside: { prompts, datasets, inputs, examples, readme }, left };
}

export type Exported = { name: string; text: string; left: string[] };

/** A workflow as one file; `left` names files that had no room in it. */
export function exportSingle(open: OpenFolder): Exported {
  const { beside, left } = besideOf(open);
  const { folder } = open;
  const name = `${idOf(folder.workflow.id).replaceAll('_', '-')}${FILE_ENDING}`;
  return { name, text: singleText({ folder, beside }), left };
}

const json = (x: unknown): string => `${JSON.stringify(x, null, 2)}\n`;

/** Every file of the new folder, by its path in it. */
function filesOf(folder: Folder, beside: Beside): Record<string, string | Buffer> {
  const { workflow, rules, cards, servers, practice } = folder;
  return {
    'workflow.json': workflowText(workflow),
    'rules.json': json(rules),
    'tools.json': json({ cards, ...(servers?.length ? { servers } : {}) }),
    'practice.json': json(practice),
    ...beside.prompts,
    ...(beside.readme === undefined ? {} : { 'README.md': beside.readme }),
    ...entriesAt('datasets', beside.datasets, (text, name) => [`${name}.jsonl`, text]),
    ...entriesAt('inputs', beside.inputs, (text, name) => [name, Buffer.from(text, 'base64')]),
    ...entriesAt(EXAMPLES, beside.examples, (file, id) => [`${id}.json`, textOfFile(file)]),
  };
}

const entriesAt = <T>(
  folder: string,
  entries: Record<string, T>,
  to: (entry: T, name: string) => [string, string | Buffer],
): Record<string, string | Buffer> =>
  Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => {
      const [file, content] = to(entry, name);
      return [`${folder}/${file}`, content];
    }),
  );

/** Writes a folder under a hidden name and then gives it its own (SI2). */
function writeFolder(root: string, slug: string, files: Record<string, string | Buffer>): void {
  const half = path.join(root, `.${slug}.${process.pid}.coming`);
  fs.rmSync(half, { recursive: true, force: true });
  try {
    for (const [name, content] of Object.entries(files)) {
      const place = path.join(half, name);
      fs.mkdirSync(path.dirname(place), { recursive: true });
      fs.writeFileSync(place, content);
    }
    fs.renameSync(half, path.join(root, slug));
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

/** What is there already; `root` is the folder of workflows. */
export type Taken = { root: string; slugs: string[]; ids: string[]; registry: Registry };
export type Imported = { slug: string; name: string; toLink: ToLink; renamed: boolean };

/** Makes a workflow of a file's text (SI1). Refuses with the sentence of its first problem. */
export function importSingle(name: string, bytes: Uint8Array, taken: Taken): Imported {
  const read = readSingle(name, bytes);
  if (!read.ok) return refuseFor(read.problems);
  const { folder: came, beside } = read.file;
  const slug = slugOf(came.workflow.name, taken.slugs);
  const isFree = !taken.ids.includes(came.workflow.id);
  const id = isFree ? came.workflow.id : freeName(idOf(slug), '_', (x) => taken.ids.includes(x));
  const { folder, toLink } = unlinked(underId(came, id), taken.registry);
  writeFolder(taken.root, slug, filesOf(folder, beside));
  return { slug, name: folder.workflow.name, toLink, renamed: !isFree };
}
