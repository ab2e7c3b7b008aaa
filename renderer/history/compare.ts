// Two versions held against each other: all that a person is shown of it.
// CP1 pure; the same for a version and now, for two sides of a conflict, and for a publication.

import { changesOf } from '../../engine/1-document/changes.ts';
import type { Folder, Person, Setting } from '../../engine/1-document/schema.ts';
import { drawingOf } from '../../engine/2-validate/drawing.ts';
import { judge } from '../../engine/3-compile/judge.ts';
import { changedSentences, type Changed } from '../../engine/3-compile/publish.ts';
import { registry } from '../../nodes/index.ts';
import { textOf } from '../json-text.ts';
import { besideTold } from './beside.ts';
import { tell, type Told } from './tell.ts';
import { unionOf, type Union } from './union.ts';

export type Comparison = {
  told: Told[];
  /** Sentences of the contract that are not the same; undefined where one side has problems. */
  promises: Changed[] | undefined;
  union: Union;
};

/** Old names of steps and their new ones. */
export function renamedSteps(was: Folder, is: Folder): Map<string, string> {
  const names = changesOf(was.workflow, is.workflow).flatMap((change): [string, string][] =>
    change.what === 'step' && change.how === 'changed'
      ? change.parts.flatMap((part): [string, string][] =>
          part.at === 'name' ? [[textOf(part.from), textOf(part.to)]] : [],
        )
      : [],
  );
  return new Map(names);
}

/** What became of `was` (CP1). */
export function compare(was: Folder, is: Folder, setting: Setting): Comparison {
  const changes = changesOf(was.workflow, is.workflow);
  const people = new Map<string, Person>(setting.people.map((one) => [one.id, one]));
  const side = (folder: Folder) => ({ folder, drawing: drawingOf(folder, setting, registry) });
  const [a, b] = [judge(was, setting, registry), judge(is, setting, registry)];
  const hasContracts = a.contract.length > 0 && b.contract.length > 0;
  return {
    told: [...tell(changes, { was: side(was), is: side(is), people }), ...besideTold(was, is)],
    promises: hasContracts
      ? changedSentences(a.contract, b.contract, renamedSteps(was, is))
      : undefined,
    union: unionOf(was.workflow, is.workflow, changes),
  };
}
