// The workspace's own files: who there is, which models answer, what is allowed everywhere.
// W1 like a workflow folder: pure, never throws, and all of it or nothing.
// W2 ids are unique and a stand-in is somebody; every role of a model has at least one entry.

import type { z } from 'zod';
import { readFile, type Files, type Parsed } from './parse.ts';
import {
  modelsSchema,
  peopleSchema,
  rulesSchema,
  workspaceSchema,
  type Person,
  type Problem,
  type Setting,
} from './schema.ts';

/** Files of a workspace in the order in which they are read. */
export const WORKSPACE_FILES = ['workspace.json', 'people.json', 'models.json', 'rules.json'];

/** The workspace's setting, or everything that keeps it from being read (W1). */
export function parseWorkspace(files: Files): { setting?: Setting; problems: Problem[] } {
  const read = <S extends z.ZodType>(path: string, schema: S): Parsed<z.output<S>> => {
    const file = files[path] ?? (path === 'rules.json' ? '[]' : undefined);
    if (file !== undefined) return readFile(path, file, schema);
    return {
      problems: [
        { code: 'workspace_file_missing', severity: 'error', params: { file: path }, path },
      ],
    };
  };
  const workspace = read('workspace.json', workspaceSchema);
  const people = read('people.json', peopleSchema);
  const models = read('models.json', modelsSchema);
  const rules = read('rules.json', rulesSchema);
  if (workspace.problems || people.problems || models.problems || rules.problems)
    return { problems: [workspace, people, models, rules].flatMap((p) => p.problems ?? []) };
  const problems = [...zoneProblems(workspace.value.timeZone), ...peopleProblems(people.value)];
  if (problems.length) return { problems };
  return {
    setting: {
      workspace: workspace.value,
      people: people.value,
      models: models.value,
      rules: rules.value,
    },
    problems,
  };
}

function zoneProblems(timeZone: string): Problem[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    const params = { file: 'workspace.json', zone: timeZone };
    return [{ code: 'unknown_time_zone', severity: 'error', params, path: 'timeZone' }];
  }
}

function peopleProblems(people: Person[]): Problem[] {
  const seen = new Set<string>();
  const wrong = (code: string, at: number, params: Problem['params']): Problem => ({
    code,
    severity: 'error',
    params: { file: 'people.json', ...params },
    path: String(at),
  });
  return people.flatMap((person, at) => {
    const found: Problem[] = [];
    if (seen.has(person.id)) found.push(wrong('person_twice', at, { id: person.id }));
    seen.add(person.id);
    const { standIn } = person;
    if (standIn !== undefined && !people.some((p) => p.id === standIn && p !== person))
      found.push(wrong('stand_in_unknown', at, { name: person.name, standIn }));
    return found;
  });
}
