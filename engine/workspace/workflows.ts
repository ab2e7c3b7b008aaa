// The workflows of a workspace: listing, opening, saving, starting new ones, taking them away.
// F1 a slug is looked up among the folders that are there and never becomes a path by itself.
// F2 a changed file is never overwritten unseen: saving names the hash it was opened with.
// F3 what is taken away lies in `.removed` and can be brought back by hand.

import fs from 'node:fs';
import path from 'node:path';
import { loadFolder, statOf, type Loaded } from '../1-document/load.ts';
import { saveWorkflow } from '../1-document/save.ts';
import type { Folder, Problem, Workflow } from '../1-document/schema.ts';
import { refuse } from '../base/refused.ts';
import { copyWorkflow, sampleSlugs, samplesDir } from './create.ts';
import { emptyFolder, idOf, slugOf } from './naming.ts';
import { refuseFor, type Workspace } from './open.ts';

export type OpenFolder = { dir: string; folder: Folder; hash: string };

/** What a list shows of one workflow; `loaded.folder` is missing when its files cannot be read. */
export type Listed = { slug: string; changedAt: number; isSample: boolean; loaded: Loaded };

export type Workflows = {
  list: () => Listed[];
  /** A workflow of this workspace; refuses an unknown slug and files that cannot be read. */
  open: (slug: string) => OpenFolder;
  save: (slug: string, hash: string, workflow: Workflow) => { hash: string } | { conflict: true };
  /** The slug of a new workflow: empty, or a copy of another. */
  create: (name: string, from?: string) => string;
  remove: (slug: string) => void;
  /** Keeps a file a person handed in under `inputs/`; `name` is a plain name. */
  addInput: (slug: string, name: string, bytes: Uint8Array) => void;
};

/** A workflow folder anywhere on disk, or its workflow.json. Refuses what is unreadable. */
export function openFolder(place: string): OpenFolder {
  if (statOf(place)?.isFile() && path.basename(place) !== 'workflow.json')
    refuse('workflow.not_one', { place });
  const { dir, folder, problems, hash } = loadFolder(path.resolve(place));
  return folder ? { dir, folder, hash } : refuseFor(problems);
}

export type Judge = (folder: Folder) => Problem[];

/** The workflows of a workspace; `now` dates autosaves, `judge` says whether one is good. */
export function workflowsOf(workspace: Workspace, now: () => number, judge: Judge): Workflows {
  const root = path.join(workspace.dir, 'workflows');
  const slugs = (): string[] =>
    fs
      .readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  const dirOf = (slug: string): string =>
    slugs().includes(slug) ? path.join(root, slug) : refuse('unknown.workflow', { slug });
  const open = (slug: string): OpenFolder => openFolder(dirOf(slug));
  /** Without `expect` the file is new; a version nothing is wrong with is also kept as good. */
  const write = (slug: string, folder: Folder, expect?: string) =>
    saveWorkflow({
      dir: path.join(root, slug),
      versions: path.join(workspace.stateDir, 'versions', slug),
      workflow: folder.workflow,
      ...(expect === undefined ? {} : { expect }),
      at: now(),
      isGood: !judge(folder).some((problem) => problem.severity === 'error'),
    });

  return {
    list: () => {
      const samples = new Set(sampleSlugs(samplesDir()));
      return slugs().map((slug) => {
        const file = path.join(root, slug, 'workflow.json');
        const changedAt = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
        const loaded = loadFolder(path.join(root, slug));
        return { slug, changedAt: Math.round(changedAt), isSample: samples.has(slug), loaded };
      });
    },
    open,
    save: (slug, hash, workflow) => {
      const saved = write(slug, { ...open(slug).folder, workflow }, hash);
      return saved.ok ? { hash: saved.hash } : { conflict: true };
    },
    create: (name, from) => {
      const slug = slugOf(name, slugs());
      if (from !== undefined) copyWorkflow(dirOf(from), path.join(root, slug));
      const like = from === undefined ? emptyFolder() : open(slug).folder;
      write(slug, { ...like, workflow: { ...like.workflow, name, id: idOf(slug) } });
      return slug;
    },
    remove: (slug) => {
      const removed = path.join(workspace.dir, '.removed');
      fs.mkdirSync(removed, { recursive: true });
      fs.renameSync(dirOf(slug), path.join(removed, `${slug}-${now()}`));
    },
    addInput: (slug, name, bytes) => {
      const inputs = path.join(dirOf(slug), 'inputs');
      fs.mkdirSync(inputs, { recursive: true });
      fs.writeFileSync(path.join(inputs, name), bytes);
    },
  };
}
