// Rules and cards of a workflow as its files have them now, so that what a person tightens or takes
// away acts at once in runs that began before.
// ST1 files are read again only when they changed; a look costs three glances at a folder.
// ST2 what cannot be read says nothing: then a run goes by what it was started with. A card that is
//     no longer in a readable file was taken away.

import fs from 'node:fs';
import path from 'node:path';
import { loadFolder, stateOf, statOf } from '../1-document/load.ts';
import type { Folder } from '../1-document/schema.ts';

type Standing = Pick<Folder, 'rules' | 'cards'>;
type Known = { state: string; id?: string; standing?: Standing };

const FILES = ['workflow.json', 'rules.json', 'tools.json'];

/**
 * Looks up a workflow by its id: in the folder its run was started from, else beside it or in the
 * workspace, where workflows that others call are found too.
 */
export function standingIn(
  workspaceDir: string,
): (workflow: string, dir: string | undefined) => Standing | undefined {
  const known = new Map<string, Known>();
  const places = new Map<string, string>();

  const at = (dir: string): Known => {
    const state = stateOf(dir, FILES);
    const before = known.get(dir);
    if (before?.state === state) return before;
    const { folder } = loadFolder(dir);
    const now: Known = {
      state,
      ...(folder && {
        id: folder.workflow.id,
        standing: { rules: folder.rules, cards: folder.cards },
      }),
    };
    known.set(dir, now);
    return now;
  };

  const beside = (root: string): string[] =>
    statOf(root)?.isDirectory()
      ? fs
          .readdirSync(root, { withFileTypes: true })
          .flatMap((entry) =>
            entry.isDirectory() && !/^[._]/.test(entry.name) ? [path.join(root, entry.name)] : [],
          )
      : [];

  const find = (workflow: string, dir: string | undefined): string | undefined => {
    if (dir !== undefined && at(dir).id === workflow) return dir;
    const roots = [path.join(workspaceDir, 'workflows'), ...(dir ? [path.dirname(dir)] : [])];
    return roots.flatMap(beside).find((place) => at(place).id === workflow);
  };

  return (workflow, dir) => {
    const key = `${workflow} ${dir ?? ''}`;
    const before = places.get(key);
    if (before !== undefined && at(before).id === workflow) return at(before).standing;
    const place = find(workflow, dir);
    if (place === undefined) return undefined; // ST2
    places.set(key, place);
    return at(place).standing;
  };
}
