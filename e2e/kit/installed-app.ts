// The installed desktop app without Electron: its folder laid out as builder.json says, and two
// workflows that make its engine start programs.
import { linkSync, copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Folder } from '../../engine/1-document/schema.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { drawing, scopeOf } from './drawing.ts';
import { oddServer } from './mcp-kit.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

type Extra = { from: string; to: string; filter: string[] };
type Packing = { files: string[]; asarUnpack: string[]; extraResources: Extra[] };

/** Files below a folder that patterns name, as electron-builder reads them: the last one counts. */
function packed(patterns: string[], from: string): string[] {
  const isWanted = (file: string): boolean =>
    patterns.reduce((was, pattern) => {
      const isNot = pattern.startsWith('!');
      return path.matchesGlob(file, isNot ? pattern.slice(1) : pattern) ? !isNot : was;
    }, false);
  const places = patterns.filter((pattern) => !pattern.startsWith('!'));
  return globSync(places, { cwd: from, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)))
    .filter(isWanted);
}

/** Puts a file where the app would have it, without a second copy of its bytes where possible. */
function put(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

export type InstalledApp = {
  /** The archive: here a folder that plain Node can start the engine from. */
  archive: string;
  /** Stands for the app's own program, which is no Node. */
  program: string;
  /** Written by that program when somebody starts it. */
  startedAgain: string;
};

/**
 * Lays the app out in an empty folder. To Electron what was unpacked stands in the archive, too; to
 * any other program the archive is one file, so what is for such a one is not laid inside it here.
 */
export function layOut(dir: string): InstalledApp {
  const builder = readFileSync(path.join(ROOT, 'electron/builder.json'), 'utf8');
  const { files, asarUnpack, extraResources } = JSON.parse(builder) as Packing;
  const resources = path.join(dir, 'resources');
  const archive = path.join(resources, 'app.asar');
  for (const file of packed(files, ROOT)) {
    const isUnpacked = asarUnpack.some((pattern) => path.matchesGlob(file, pattern));
    if (isUnpacked) put(path.join(ROOT, file), path.join(`${archive}.unpacked`, file));
    if (isUnpacked && file.startsWith('electron')) continue;
    put(path.join(ROOT, file), path.join(archive, file));
  }
  for (const { from, to, filter } of extraResources)
    for (const file of packed(filter, path.join(ROOT, from)))
      put(path.join(ROOT, from, file), path.join(resources, to, file));
  const program = path.join(dir, 'interlock');
  const startedAgain = path.join(dir, 'started-again');
  writeFileSync(program, `#!/bin/sh\necho "$*" >> "${startedAgain}"\n`, { mode: 0o755 });
  return { archive, program, startedAgain };
}

/** One step that calls one tool, and an end that gives its value. */
function calling(card: JsonObject, args: JsonObject = {}): Folder {
  const scope = scopeOf(
    [
      ['start', 'start'],
      ['ask', 'call_tool', { tool: 'ask', args }],
      ['fin', 'end', { outcome: 'done', output: { said: { '@ref': 'steps.ask.value' } } }],
    ],
    ['start:ok>ask', 'ask:ok>fin'],
  );
  return drawing(scope, { cards: [{ ...card, name: 'ask', effect: 'read', alwaysFresh: true }] });
}

/** A workflow that reads the names in somebody's table of customers. */
export function readsTable(file: string): Folder {
  const options = { file, sql: 'SELECT name FROM customer' };
  return calling({ title: 'Customers', adapter: 'sql', options });
}

/** A workflow that names a program with tools, which notes its starts in a file. */
export function asksProgram(notes: string): Folder {
  const args = [{ id: 'name', label: 'Name', kind: 'text', required: true }];
  const options = { server: 'odd', tool: 'greet' };
  const folder = calling({ title: 'Greeter', adapter: 'mcp', options, args }, { name: 'Mia' });
  return { ...folder, servers: [oddServer('good', notes)] };
}
