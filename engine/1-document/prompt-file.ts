// A prompt file: a few named lines between two lines of dashes, then the text as it is.
// PF1 the text is never changed: what stands in the file is what a model is given.

import { LIMITS } from '../base/limits.ts';
import { promptSchema, type Problem, type Prompt } from './schema.ts';
import { decode } from './scan.ts';
import { shapeProblems } from './shape.ts';

const FILE = /^prompts\/([a-z][a-z0-9_]*)\/(\d+\.\d+\.\d+)\.md$/;
const HEAD = /^---\r?\n([\s\S]*?)\r?\n?---(?:\r?\n|$)/;
const LINE = /^([A-Za-z_]+):[ \t]*(.*)$/;

/** True for a path where a prompt belongs: `prompts/<id>/<version>.md`. */
export const isPromptPath = (path: string): boolean => FILE.test(path);

/** Reads one prompt file at a path that isPromptPath. Never throws. */
export function parsePrompt(
  path: string,
  file: string | Uint8Array,
): { prompt: Prompt } | { problems: Problem[] } {
  const wrong = (code: string, params: Problem['params'] = {}): { problems: Problem[] } => ({
    problems: [{ code, severity: 'error', params: { file: path, place: path, ...params }, path }],
  });
  const text = typeof file === 'string' ? file.replace(/^\uFEFF/, '') : decode(file);
  if (text === undefined) return wrong('file_not_text', { line: 1, column: 1 });
  if (text.length > LIMITS.promptChars)
    return wrong('prompt_too_long', { limit: LIMITS.promptChars });
  const [, id = '', version = ''] = FILE.exec(path) ?? [];
  const head = HEAD.exec(text);
  if (!head) return wrong('prompt_without_head');
  const named: Record<string, string> = {};
  for (const [at, line] of (head[1] ?? '').split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name, value = ''] = LINE.exec(line) ?? [];
    if (name === undefined) return wrong('prompt_bad_line', { line: at + 2 });
    named[name] = value.trim().replace(/^"(.*)"$|^'(.*)'$/, '$1$2');
  }
  const parsed = promptSchema.safeParse(named);
  if (!parsed.success) return { problems: shapeProblems(path, named, parsed.error.issues) };
  return { prompt: { ...parsed.data, id, version, body: text.slice(head[0].length) } };
}
