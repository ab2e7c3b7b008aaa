// A whole workflow as one file, to mail, drop and open: `<slug>.interlock`.
// SF1 reading never throws: the text is scanned before anything is built of it, held against a
//     strict shape, and its parts are then read exactly as those of a folder are (parse.ts).
// SF2 a name inside the file becomes a path only where a workflow folder has such a path.
// SF3 one text for one workflow: parts and names stand in a fixed order.

import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { isObject, type Json } from '../base/value.ts';
import { parseFolder, type Files } from './parse.ts';
import { exampleSchema, type ExampleFile } from './pinned.ts';
import { isPromptPath } from './prompt-file.ts';
import { scan } from './scan.ts';
import type { Folder, Problem } from './schema.ts';
import { shapeProblems } from './shape.ts';

const FORMAT = 'interlock/file@1';
const VERSION = /^interlock\/file@(\d{1,6})$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** A plain name: no folders, nothing hidden, nothing that some system cannot keep (SF2). */
// oxlint-disable-next-line no-control-regex -- exactly these cannot stand in a name
const PLAIN = /^(?!\.)[^\\/<>:"|?*\u0000-\u001f]{1,120}$/;
const DATASET = /^[a-z][a-z0-9_]{0,47}$/;
const EXAMPLE = /^[a-z0-9][a-z0-9-]{0,119}$/;

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  workflow: z.json(),
  rules: z.json().optional(),
  tools: z.json().optional(),
  practice: z.json().optional(),
  /** Prompt files as they are, by their path in the folder. */
  prompts: z.record(z.string().refine(isPromptPath), z.string().max(LIMITS.promptChars)).optional(),
  /** Examples to test with, by name, one per line. */
  datasets: z.record(z.string().regex(DATASET), z.string()).optional(),
  readme: z.string().max(1_000_000).optional(),
  /** Files for trying it, base64. */
  inputs: z.record(z.string().regex(PLAIN), z.string().regex(BASE64)).optional(),
  /** Saved examples: what was handed in, and how it went. */
  examples: z.record(z.string().regex(EXAMPLE), exampleSchema).optional(),
});

/** What lies in a folder beside the parsed parts; inputs as base64. */
export type Beside = {
  prompts: Record<string, string>;
  datasets: Record<string, string>;
  readme?: string | undefined;
  inputs: Record<string, string>;
  examples: Record<string, ExampleFile>;
};

export type SingleFile = { folder: Folder; beside: Beside };
export type ReadSingle =
  | { ok: true; file: SingleFile }
  | { ok: false; problems: [Problem, ...Problem[]] };

const isEmpty = (x: object): boolean => Object.keys(x).length === 0;

/** The text of the file (SF3). */
export function singleText({ folder, beside }: SingleFile): string {
  const { workflow, rules, cards, servers, practice } = folder;
  const { prompts, datasets, readme, inputs, examples } = beside;
  const file = {
    format: FORMAT,
    workflow,
    rules,
    tools: { cards, ...(servers?.length ? { servers } : {}) },
    practice,
    ...(isEmpty(prompts) ? {} : { prompts }),
    ...(isEmpty(datasets) ? {} : { datasets }),
    ...(readme === undefined ? {} : { readme }),
    ...(isEmpty(inputs) ? {} : { inputs }),
    ...(isEmpty(examples) ? {} : { examples }),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

const wrong = (code: string, file: string, params: Problem['params'] = {}): ReadSingle => ({
  ok: false,
  problems: [{ code, severity: 'error', params: { file, ...params }, path: '' }],
});

/** Reads the text of a file; `name` is what the person knows it by (SF1). */
export function readSingle(name: string, bytes: string | Uint8Array): ReadSingle {
  const scanned = scan(bytes);
  if (!scanned.ok) {
    const { code, line, column, params } = scanned.fault;
    return wrong(code, name, { ...params, line, column });
  }
  const data = JSON.parse(scanned.text) as Json;
  const format = isObject(data) ? data['format'] : undefined;
  const version = typeof format === 'string' ? VERSION.exec(format)?.[1] : undefined;
  if (version !== undefined && Number(version) > 1)
    return wrong('version_newer', name, { version });
  // The drawing alone is a file people have, too.
  const isBare = typeof format === 'string' && format.startsWith('interlock/workflow@');
  if (version === undefined && !isBare) return wrong('single_not_one', name);
  const whole = fileSchema.safeParse(isBare ? { format: FORMAT, workflow: data } : data);
  if (!whole.success) return refusal(shapeProblems(name, data, whole.error.issues), name);
  return partsOf(name, whole.data);
}

/** The parts as the files of a folder, read as one. */
function partsOf(name: string, whole: z.infer<typeof fileSchema>): ReadSingle {
  const { prompts = {}, datasets = {}, readme, inputs = {}, examples = {} } = whole;
  const files: Files = { ...prompts };
  for (const part of ['workflow', 'rules', 'tools', 'practice'] as const)
    if (whole[part] !== undefined) files[`${part}.json`] = JSON.stringify(whole[part]);
  for (const input of Object.keys(inputs)) files[`inputs/${input}`] = '';
  const { folder, problems } = parseFolder(files);
  if (!folder) return refusal(problems, name);
  return {
    ok: true,
    file: {
      folder,
      beside: { prompts, datasets, inputs, examples, ...(readme === undefined ? {} : { readme }) },
    },
  };
}

/** A list of problems that is never empty: what cannot be explained is said as a whole. */
function refusal(problems: Problem[], name: string): ReadSingle {
  const [first, ...others] = problems;
  return first ? { ok: false, problems: [first, ...others] } : wrong('single_not_one', name);
}
