// The workflows a workflow calls: found beside it first, then in the workspace, by their id.

import fs from 'node:fs';
import path from 'node:path';
import { loadFolder } from '../1-document/load.ts';
import type { Folder, WorkflowScope } from '../1-document/schema.ts';
import { asRun } from './published.ts';
import type { OpenFolder } from './workflows.ts';

/** Ids of the workflows a drawing calls, containers included. */
function calledIn(scope: WorkflowScope): string[] {
  return scope.nodes.flatMap(({ type, settings: { workflow }, scope: inner }) => [
    ...(type.startsWith('sub_workflow@') && typeof workflow === 'string' ? [workflow] : []),
    ...(inner ? calledIn(inner) : []),
  ]);
}

/** Readable workflows directly under a folder, by id. */
function under(root: string): [string, Folder][] {
  const entries = fs.existsSync(root) ? fs.readdirSync(root, { withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .map((entry) => path.join(root, entry.name))
    .filter((dir) => fs.existsSync(path.join(dir, 'workflow.json')))
    .flatMap((dir) => {
      const { folder } = loadFolder(dir);
      return folder ? [[folder.workflow.id, asRun(dir, folder)] satisfies [string, Folder]] : [];
    });
}

/**
 * Every workflow that `open` calls, directly or through others, by id; unknown ids are left out and
 * fail at their step. Nothing is read from disk for a workflow that calls none. Each carries the
 * version its run is to carry.
 */
export function libraryOf(open: OpenFolder, workspaceDir: string): Record<string, Folder> {
  const library: Record<string, Folder> = {};
  let known: Map<string, Folder> | undefined;
  const wanted = calledIn(open.folder.workflow.scope);
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (Object.hasOwn(library, id)) continue;
    known ??= new Map([
      ...under(path.join(workspaceDir, 'workflows')),
      ...under(path.dirname(open.dir)),
    ]);
    const found = known.get(id);
    if (!found) continue;
    library[id] = found;
    wanted.push(...calledIn(found.workflow.scope));
  }
  return library;
}
