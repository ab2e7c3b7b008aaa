// The repository's own files, read once: what the style tests look at. No git is asked, because
// the tests must run where there is none; what is made by machines is left out by name.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './tool.ts';

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.state', 'test-results']);
const TEXT = /\.(ts|tsx|js|mjs|cjs|css|html|json|jsonl|md|yml|yaml|eml|csv|txt)$|(^|\/)\.[a-z]+$/;
const CODE = /\.(ts|tsx|js|mjs|cjs)$/;
const TEST = /\.(test|spec)\.tsx?$/;
const COMMENT = /^\s*(\/\/|\/?\*)/;

/** One file of the repository. */
export interface SourceFile {
  /** From the repository's folder, with forward slashes. */
  name: string;
  text: string;
  lines: string[];
}

function walk(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (SKIPPED.has(entry.name)) return [];
    return entry.isDirectory() ? walk(name) : [name];
  });
}

/** Every text file but the lock file. */
export const textFiles: SourceFile[] = walk('')
  .filter((name) => TEXT.test(name) && name !== 'package-lock.json')
  .map((name) => {
    const text = readFileSync(path.join(ROOT, name), 'utf8');
    return { name, text, lines: text.replace(/\n$/, '').split('\n') };
  });

/** Code that people write; the bench's hand-written loops are copied unchanged and exempt. */
export const codeFiles = textFiles.filter(
  ({ name }) => CODE.test(name) && !name.startsWith('e2e/bench/baseline/'),
);

/** Code that is shipped: no tests, and nothing that only serves them. */
export const productFiles = codeFiles.filter(
  ({ name }) => /^(electron|engine|nodes|renderer)\//.test(name) && !TEST.test(name),
);

/** Whether a file is a test. */
export const isTest = ({ name }: SourceFile): boolean => TEST.test(name);

/** The code of a file without its comments; every string and every line break stays. */
export function withoutComments(text: string): string {
  const strings = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/.source;
  const comments = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/.source;
  return text.replace(new RegExp(`(${strings})|${comments}`, 'g'), (found, string) =>
    string === undefined ? found.replace(/[^\n]/g, '') : found,
  );
}

/** The middle length of a set of files, in lines. */
export function median(files: SourceFile[]): number {
  const sizes = files.map((file) => file.lines.length).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** Size and comments of a set of files in one line: reported, not enforced. */
export function figures(files: SourceFile[]): string {
  const lines = files.flatMap((file) => file.lines);
  const comments = lines.filter((line) => COMMENT.test(line)).length;
  const share = Math.round((100 * comments) / Math.max(1, lines.length));
  const size = `${files.length} files, ${lines.length} lines, median ${median(files)}`;
  return `Shipped code: ${size}, ${share} % comments`;
}
