// A workflow folder from the contents of its files. Pure: whoever can read files hands them in.
// P1 never throws, whatever the files hold; what is wrong comes back as problems with their place.
// P2 a folder comes back only when every file could be read: half of its rules would be no rules.
// P3 nothing in a file is ever executed or looked up; names of inputs are only names.

import type { z } from 'zod';
import type { Json } from '../base/value.ts';
import { migrate } from './migrate.ts';
import { isPromptPath, parsePrompt } from './prompt-file.ts';
import { scan } from './scan.ts';
import {
  practiceSchema,
  rulesSchema,
  toolsSchema,
  workflowSchema,
  type Folder,
  type Problem,
  type Prompt,
} from './schema.ts';
import { shapeProblems } from './shape.ts';

/**
 * File contents by path inside the folder, with forward slashes; contents of inputs may be empty.
 */
export type Files = Record<string, string | Uint8Array>;

/** What a file held, or what is wrong with it. */
export type Parsed<T> =
  | { value: T; problems?: undefined }
  | { value?: undefined; problems: Problem[] };

const problem = (code: string, params: Problem['params'], path: string): Problem => ({
  code,
  severity: 'error',
  params,
  path,
});

/** The data of one file, still in any shape. */
function readData(path: string, file: string | Uint8Array): Parsed<Json> {
  const scanned = scan(file);
  if (!scanned.ok) {
    const { code, line, column, params } = scanned.fault;
    return { problems: [problem(code, { ...params, file: path, line, column }, path)] };
  }
  return { value: JSON.parse(scanned.text) as Json };
}

/** One file held against its schema. */
export function readFile<S extends z.ZodType>(
  path: string,
  file: string | Uint8Array,
  schema: S,
): Parsed<z.output<S>> {
  const data = readData(path, file);
  return data.problems ? data : fit(path, data.value, schema);
}

function fit<S extends z.ZodType>(path: string, doc: Json, schema: S): Parsed<z.output<S>> {
  const parsed = schema.safeParse(doc);
  return parsed.success
    ? { value: parsed.data }
    : { problems: shapeProblems(path, doc, parsed.error.issues) };
}

function readWorkflow(file: string | Uint8Array | undefined): Parsed<Folder['workflow']> {
  const path = 'workflow.json';
  if (file === undefined) return { problems: [problem('file_missing', { file: path }, path)] };
  const data = readData(path, file);
  if (data.problems) return data;
  const lifted = migrate(data.value);
  if (!lifted.ok)
    return { problems: [problem(lifted.code, { file: path, version: lifted.version }, 'format')] };
  return fit(path, lifted.doc, workflowSchema);
}

function readPrompts(files: Files): Parsed<Prompt[]> {
  const read = Object.keys(files)
    .filter(isPromptPath)
    .sort()
    .map((path) => parsePrompt(path, files[path] ?? ''));
  const problems = read.flatMap((r) => ('problems' in r ? r.problems : []));
  if (problems.length) return { problems };
  return { value: read.flatMap((r) => ('prompt' in r ? [r.prompt] : [])) };
}

/** Prompt files that lie where nobody looks for them. */
const misplaced = (files: Files): Problem[] =>
  Object.keys(files)
    .filter((path) => /^prompts\/.*\.md$/.test(path) && !isPromptPath(path))
    .map((path) => ({ ...problem('prompt_misplaced', { file: path }, path), severity: 'warning' }));

/** Names under inputs/, sorted; hidden files and folders in it are not offered. */
const inputNames = (files: Files): string[] =>
  Object.keys(files)
    .filter((path) => /^inputs\/[^./][^/]*$/.test(path))
    .map((path) => path.slice('inputs/'.length))
    .sort();

/** The whole folder, or everything that keeps it from being read (P1, P2). */
export function parseFolder(files: Files): { folder?: Folder; problems: Problem[] } {
  const beside = <S extends z.ZodType>(path: string, schema: S): Parsed<z.output<S>> =>
    readFile(path, files[path] ?? EMPTY[path] ?? '', schema);
  const workflow = readWorkflow(files['workflow.json']);
  const rules = beside('rules.json', rulesSchema);
  const tools = beside('tools.json', toolsSchema);
  const practice = beside('practice.json', practiceSchema);
  const prompts = readPrompts(files);
  const problems = [workflow, rules, tools, practice, prompts].flatMap((p) => p.problems ?? []);
  if (
    workflow.problems ||
    rules.problems ||
    tools.problems ||
    practice.problems ||
    prompts.problems
  )
    return { problems };
  const folder: Folder = {
    workflow: workflow.value,
    rules: rules.value,
    cards: tools.value.cards,
    ...(tools.value.servers.length ? { servers: tools.value.servers } : {}),
    practice: practice.value,
    prompts: prompts.value,
    inputs: inputNames(files),
  };
  return { folder, problems: misplaced(files) };
}

/** What stands for a file that a folder does not have. */
const EMPTY: Record<string, string> = {
  'rules.json': '[]',
  'tools.json': '{"cards":[]}',
  'practice.json': '{}',
};
