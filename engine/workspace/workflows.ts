// The workflows of a workspace: listing, opening, saving, starting new ones, taking them away.
// F1 a slug is looked up among the folders that are there and never becomes a path by itself.
// F2 a changed file is never overwritten unseen: saving names the hash it was opened with.
// F3 what is taken away lies in `.removed` and can be brought back by hand.

import fs from 'node:fs';
import path from 'node:path';
import { loadFolder, statOf, type Loaded } from '../1-document/load.ts';
import type { How } from '../1-document/kept.ts';
import { saveWorkflow } from '../1-document/save.ts';
import type { Folder, Problem, Workflow } from '../1-document/schema.ts';
import { refuse } from '../base/refused.ts';
import { copyWorkflow, sampleSlugs, samplesDir, shippedDir } from './create.ts';
import { emptyFolder, idOf, slugOf } from './naming.ts';
import { refuseFor, type Workspace } from './open.ts';
import { takeDown } from './published.ts';

export type OpenFolder = { dir: string; folder: Folder; hash: string };

/** What a list shows of one workflow; `loaded.folder` is missing when its files cannot be read. */
export type Listed = { slug: string; changedAt: number; isSample: boolean; loaded: Loaded };

/** What a save is, and whose. */
export type About = { how?: How; by?: string | undefined };
export type Saved = { hash: string } | { conflict: true };

export type Workflows = {
  list: () => Listed[];
  /** A workflow of this workspace; refuses an unknown slug and files that cannot be read. */
  open: (slug: string) => OpenFolder;
  save: (slug: string, hash: string, workflow: Workflow, about?: About) => Saved;
  /** Where a workflow of this workspace lies; refuses an unknown slug. */
  dir: (slug: string) => string;
  /** To be called before anything in its folder is changed: published.ts, PF2. */
  takeDown: (slug: string) => void;
  /** The slug of a new workflow: empty, a copy of another, or of a sample as it was shipped. */
  create: (
    name: string,
    like?: { from?: string | undefined; sample?: string | undefined },
  ) => string;
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
  const write = (slug: string, folder: Folder, expect?: string, about: About = {}) =>
    saveWorkflow({
      dir: path.join(root, slug),
      versions: path.join(workspace.stateDir, 'versions', slug),
      workflow: folder.workflow,
      ...(expect === undefined ? {} : { expect }),
      at: now(),
      ...about,
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
    dir: dirOf,
    takeDown: (slug) => {
      const { dir, folder } = open(slug);
      takeDown(dir, folder, now);
    },
    save: (slug, hash, workflow, about) => {
      const { dir, folder, hash: stands } = open(slug);
      if (stands === hash) takeDown(dir, folder, now);
      const saved = write(slug, { ...folder, workflow }, hash, about);
      return saved.ok ? { hash: saved.hash } : { conflict: true };
    },
    create: (name, { from, sample } = {}) => {
      const slug = slugOf(name, slugs());
      const source = sample === undefined ? from && dirOf(from) : shippedDir(sample);
      if (source) copyWorkflow(source, path.join(root, slug));
      const like = source ? open(slug).folder : emptyFolder();
      write(slug, { ...like, workflow: { ...like.workflow, name, id: idOf(slug) } });
      return slug;
    },
    remove: (slug) => {
      const removed = path.join(workspace.dir, '.removed');
      fs.mkdirSync(removed, { recursive: true });
      const gone = `${slug}-${now()}`;
      fs.renameSync(dirOf(slug), path.join(removed, gone));
      // A new workflow of the same name begins without the versions of this one.
      const versions = path.join(workspace.stateDir, 'versions');
      if (statOf(path.join(versions, slug)))
        fs.renameSync(path.join(versions, slug), path.join(versions, `.${gone}`));
    },
    addInput: (slug, name, bytes) => {
      const inputs = path.join(dirOf(slug), 'inputs');
      fs.mkdirSync(inputs, { recursive: true });
      fs.writeFileSync(path.join(inputs, name), bytes);
    },
  };
}
