// Results that were kept of steps, and saved examples: files of a workflow's folder that a person
// may read, share and delete. They are no part of the machine: a run never looks at them by itself.
// KE1 `kept.json`: results of steps, for tests only. `inputs/examples/<id>.json`: what a run was
//     given, what was answered in it, and how it ended.
// KE2 strict, like every file of the folder; what cannot be read is said, never guessed.

import { z } from 'zod';
import { scan } from './scan.ts';

const step = z.string().max(120);
const answer = z.strictObject({
  /** The inner step, where a step makes several calls. */
  step,
  visit: z.int().min(1).optional(),
  port: z.string().max(48),
  value: z.json(),
  labels: z.record(z.string(), z.array(z.string())).optional(),
});

const keptResultSchema = z.strictObject({
  step,
  /** When it was kept, ISO, and from which run. */
  at: z.string().max(40),
  run: z.string().max(120).optional(),
  /** A person has changed it since. */
  edited: z.boolean().optional(),
  /** What it rests on: see 2-validate/marks.ts. */
  marks: z.record(z.string(), z.string()),
  answers: z.array(answer).min(1).max(50),
});
const keptSchema = z.strictObject({
  format: z.literal('interlock/kept@1'),
  results: z.array(keptResultSchema).max(1000),
});

/** `past` is as 6-replay/past.ts reads it; without it nobody knows yet how it ends. */
export const exampleSchema = z.strictObject({
  format: z.literal('interlock/example@1'),
  name: z.string().min(1).max(120),
  input: z.record(z.string(), z.json()),
  past: z.record(z.string(), z.json()).optional(),
});

export type KeptResult = z.infer<typeof keptResultSchema>;
export type KeptAnswer = z.infer<typeof answer>;
export type KeptFile = z.infer<typeof keptSchema>;
export type ExampleFile = z.infer<typeof exampleSchema>;

export const NOTHING_KEPT: KeptFile = { format: 'interlock/kept@1', results: [] };
export const KEPT_FILE = 'kept.json';
/** Where examples lie in the folder. */
export const EXAMPLES = 'inputs/examples';

/** The kept results in a file's text; undefined when it cannot be read (KE2). */
export const parseKept = (text: string): KeptFile | undefined => parsed(text, keptSchema);

/** The example in a file's text; undefined when it cannot be read (KE2). */
export const parseExample = (text: string): ExampleFile | undefined => parsed(text, exampleSchema);

function parsed<T>(text: string, schema: z.ZodType<T>): T | undefined {
  const scanned = scan(text);
  if (!scanned.ok) return undefined;
  const read = schema.safeParse(JSON.parse(text));
  return read.success ? read.data : undefined;
}

/** Files as they are written: one line per value, so that a version tool shows what changed. */
export const textOfFile = (file: KeptFile | ExampleFile): string =>
  `${JSON.stringify(file, null, 2)}\n`;
