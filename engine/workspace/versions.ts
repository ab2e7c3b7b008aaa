// The versions of the workflows of a workspace: what was saved, what somebody named, what was
// published; and the ways back to them.
// VN1 a version is looked up among those there are; an id never becomes a path by itself.
// VN2 nothing here changes a workflow but publishing, and that changes its number alone.
// VN3 published: only what has no errors, under a number that comes after the last one.

import fs from 'node:fs';
import path from 'node:path';
import { byVersion } from '../1-document/essence.ts';
import { keep, nameKept, readKept } from '../1-document/version-files.ts';
import { statOf, textsOf } from '../1-document/load.ts';
import { isPromptPath } from '../1-document/prompt-file.ts';
import { publishedFolder, type Published } from '../1-document/published.ts';
import { workflowText } from '../1-document/save.ts';
import type { VersionEntry } from '../1-document/summary.ts';
import type { Folder, Problem, Workflow } from '../1-document/schema.ts';
import { writeAtomic } from '../1-document/write.ts';
import { hashText } from '../base/canonical.ts';
import { refuse } from '../base/refused.ts';
import type { Workspace } from './open.ts';
import { lastPublished, publishedIn, readPublished, writePublished } from './published.ts';
import { drawingIn, listOf } from './version-list.ts';
import type { Workflows } from './workflows.ts';

/** A version as it can be looked at; only a published one has its own rules, tools and prompts. */
export type VersionDoc = { workflow: Workflow; folder?: Folder; published?: Published };

export type Publishing = {
  version: string;
  note: string;
  by?: string | undefined;
  changed: Published['changed'];
};

export type Versions = {
  /** The newest first. */
  list: (slug: string) => VersionEntry[];
  read: (slug: string, id: string) => VersionDoc;
  /** An empty name takes it away. */
  name: (slug: string, id: string, name: string) => void;
  /** Keeps a form that does not stand in the file under a name of its own. */
  setAside: (slug: string, workflow: Workflow, name: string, by?: string) => string;
  publish: (slug: string, hash: string, how: Publishing) => { hash: string } | { conflict: true };
  /** What was published last, if anything was. */
  last: (slug: string) => { published: Published; folder: Folder } | undefined;
  /** A workflow of its own, made of a version; its slug. */
  copy: (slug: string, id: string, name: string) => string;
  /** What tells whether anything in its folder was changed; `hash` is that of the drawing. */
  mark: (slug: string) => { hash: string; mark: string };
};

type Parts = {
  workspace: Pick<Workspace, 'stateDir'>;
  workflows: Workflows;
  now: () => number;
  judge: (folder: Folder) => Problem[];
};

const BESIDE = ['rules.json', 'tools.json', 'practice.json'];
const FOLDERS = ['prompts', 'published', 'inputs'];

/** When something beside the drawing was last written, and how large it is. */
function stateOf(dir: string, name: string): string {
  const found = statOf(path.join(dir, name));
  if (!found) return '-';
  const own = `${found.mtimeMs}:${found.size}`;
  if (!found.isDirectory()) return own;
  const inside = fs.readdirSync(path.join(dir, name));
  return name === 'prompts'
    ? `${own}:${inside.map((one) => stateOf(path.join(dir, name), one)).join(' ')}`
    : own;
}

/** Published versions go by their number. */
const PUBLISHED = /^v(\d{1,9}\.\d{1,9}\.\d{1,9})$/;

/** Publishes what stands in the file (VN3). */
function publish(
  { workflows, now, judge }: Parts,
  slug: string,
  hash: string,
  { version, note, by, changed }: Publishing,
): { hash: string } | { conflict: true } {
  const { dir, folder, hash: stands } = workflows.open(slug);
  if (stands !== hash) return { conflict: true };
  const errors = judge(folder).filter(({ severity }) => severity === 'error').length;
  if (errors > 0) refuse('version.errors', { n: errors });
  const last = publishedIn(dir).at(-1);
  if (last !== undefined && byVersion(version, last) <= 0)
    refuse('version.not_after', { version, last }, 'version');
  const workflow = { ...folder.workflow, version };
  const published: Published = {
    format: 'interlock/published@1',
    version,
    at: now(),
    ...(by === undefined ? {} : { by }),
    note,
    changed,
    files: { ...textsOf(dir), 'workflow.json': workflowText(workflow) },
  };
  if (!writePublished(dir, published)) refuse('version.not_after', { version, last: version });
  return workflows.save(slug, hash, workflow, { how: 'publish', by });
}

/** What a published version may bring along: its file came from anywhere (VN1). */
const isPart = (file: string): boolean => BESIDE.includes(file) || isPromptPath(file);

/** A workflow of its own, made of a version. */
function copy(workflows: Workflows, slug: string, version: VersionDoc, name: string): string {
  const { workflow, published } = version;
  const made = workflows.create(name, { from: slug });
  const { dir, hash, folder } = workflows.open(made);
  for (const [file, text] of Object.entries(published?.files ?? {})) {
    if (!isPart(file)) continue;
    const place = path.join(dir, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    writeAtomic(place, text);
  }
  workflows.save(made, hash, { ...workflow, name, id: folder.workflow.id });
  return made;
}

export function versionsOf(parts: Parts): Versions {
  const { workspace, workflows, now } = parts;
  const folderOf = (slug: string): string => path.join(workspace.stateDir, 'versions', slug);
  const textOf = (slug: string, id: string): string =>
    readKept(folderOf(slug), id) ?? refuse('unknown.version', { id });
  const find = (slug: string, id: string): VersionDoc => {
    const { dir } = workflows.open(slug);
    const number = PUBLISHED.exec(id)?.[1];
    if (number === undefined) {
      const workflow = drawingIn(textOf(slug, id));
      return workflow ? { workflow } : refuse('version.unreadable', { id });
    }
    const published = readPublished(dir, number) ?? refuse('unknown.version', { id });
    const folder = publishedFolder(published) ?? refuse('version.unreadable', { id });
    return { workflow: folder.workflow, folder, published };
  };
  return {
    list: (slug) => {
      const { dir, hash } = workflows.open(slug);
      return listOf(dir, folderOf(slug), hash);
    },
    read: find,
    name: (slug, id, name) => {
      textOf(slug, id);
      nameKept(folderOf(slug), id, name);
    },
    setAside: (slug, workflow, name, by) => {
      workflows.open(slug);
      const text = workflowText(workflow);
      return keep(folderOf(slug), text, { at: now(), how: 'set_aside', by, name });
    },
    publish: (slug, hash, how) => publish(parts, slug, hash, how),
    last: (slug) => {
      const published = lastPublished(workflows.open(slug).dir);
      const folder = published && publishedFolder(published);
      return folder && { published, folder };
    },
    copy: (slug, id, name) => copy(workflows, slug, find(slug, id), name),
    mark: (slug) => {
      const dir = workflows.dir(slug);
      const file = path.join(dir, 'workflow.json');
      const text = statOf(file)?.isFile() ? fs.readFileSync(file, 'utf8') : '';
      return {
        hash: hashText(text),
        mark: hashText([...BESIDE, ...FOLDERS].map((name) => stateOf(dir, name)).join()),
      };
    },
  };
}
