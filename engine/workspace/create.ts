// A workspace's first day: the template and the samples are copied into it, the repository's own
// are only read.
// W3 `workspace.json` is written last and never over another one: its presence means the folder is
//    complete, and of two first starts at once one wins and the other uses what it finds.
// W4 what already lies in the folder stays as it is.

import fs from 'node:fs';
import path from 'node:path';
import { refuse } from '../base/refused.ts';
import { makeFolder } from './folder.ts';

/** The parts of a workflow folder; a sample's tests and expectations stay behind. */
const PARTS = [
  'workflow.json',
  'rules.json',
  'tools.json',
  'practice.json',
  'README.md',
  'prompts',
  'datasets',
  'inputs',
];
const SETTING = ['people.json', 'models.json', 'rules.json'];
const KEPT_OUT = '# What the engine and the editor keep for themselves.\n.state/\n.removed/\n';

/** Where this installation keeps its samples. */
export const samplesDir = (): string => path.resolve(import.meta.dirname, '../../samples');

/** Copies files and folders; links and other special files are left out. Never overwrites (W4). */
function copyTree(from: string, to: string): void {
  const found = fs.statSync(from, { throwIfNoEntry: false });
  if (found?.isFile() && !fs.existsSync(to)) fs.writeFileSync(to, fs.readFileSync(from));
  if (!found?.isDirectory()) return;
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true }))
    if (entry.isFile() || entry.isDirectory())
      copyTree(path.join(from, entry.name), path.join(to, entry.name));
}

/** Slugs of the samples that ship, in the order of their names. */
export const sampleSlugs = (samples: string): string[] =>
  fs
    .readdirSync(samples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .filter((entry) => fs.existsSync(path.join(samples, entry.name, 'workflow.json')))
    .map((entry) => entry.name)
    .sort();

/** Where a shipped sample lies; refuses a name that is none. */
export const shippedDir = (slug: string): string =>
  sampleSlugs(samplesDir()).includes(slug)
    ? path.join(samplesDir(), slug)
    : refuse('unknown.workflow', { slug });

/** A workflow folder appears whole or not at all: copied under a hidden name, then renamed. */
export function copyWorkflow(from: string, to: string): void {
  if (fs.existsSync(to)) return;
  const half = path.join(path.dirname(to), `.${path.basename(to)}.${process.pid}`);
  fs.rmSync(half, { recursive: true, force: true });
  fs.mkdirSync(half, { recursive: true });
  for (const part of PARTS) copyTree(path.join(from, part), path.join(half, part));
  try {
    fs.renameSync(half, to);
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true });
    if (!fs.existsSync(to)) throw error;
  }
}

/** Writes `text` to a name nobody has yet, all of it at once; false when somebody has (W3). */
function claim(file: string, text: string): boolean {
  const half = `${file}.${process.pid}`;
  const handle = fs.openSync(half, 'w');
  fs.writeSync(handle, text);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  try {
    fs.linkSync(half, file);
    return true;
  } catch (error) {
    // Some file systems know no links; a copy that never overwrites is the next best there.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    if (fs.existsSync(file)) return false;
    fs.copyFileSync(half, file, fs.constants.COPYFILE_EXCL);
    return true;
  } finally {
    fs.rmSync(half, { force: true });
  }
}

/**
 * Creates the workspace at `dir` when it is not there yet; true when this call made it. `id` names
 * the new workspace. Throws what the file system throws (no right to write, no space).
 */
export function ensureWorkspace(dir: string, samples: string, id: string): boolean {
  const marker = path.join(dir, 'workspace.json');
  if (fs.existsSync(marker)) return false;
  const template = path.join(samples, '_workspace');
  makeFolder(path.join(dir, 'workflows'));
  for (const name of SETTING) copyTree(path.join(template, name), path.join(dir, name));
  for (const slug of sampleSlugs(samples))
    copyWorkflow(path.join(samples, slug), path.join(dir, 'workflows', slug));
  if (!fs.existsSync(path.join(dir, '.gitignore')))
    fs.writeFileSync(path.join(dir, '.gitignore'), KEPT_OUT);
  const pattern = JSON.parse(fs.readFileSync(path.join(template, 'workspace.json'), 'utf8'));
  return claim(marker, `${JSON.stringify({ ...pattern, id }, null, 2)}\n`);
}
