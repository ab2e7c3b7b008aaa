// The two files that run an exported machine under plain XState, made from the engine's own
// source: types and comments taken off, what nothing uses left out, lines put together. No logic
// stands twice. values.mjs reads references and conditions and gives steps their data; runtime.mjs
// is the machine's guards and actions and what plays the engine.
// RT1 only line breaks and spaces between words change; a line of source is never broken.
// RT2 names of all parts are different, because parts end up in one file; otherwise this throws.

import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** The parts of either file, each after those it uses. */
const VALUES = [
  new URL('../base/value.ts', import.meta.url),
  new URL('../base/step-map.ts', import.meta.url),
  new URL('../base/binding.ts', import.meta.url),
  new URL('../base/condition.ts', import.meta.url),
  new URL('../base/machine-input.ts', import.meta.url),
];
const RUNTIME = [
  new URL('../base/machine-guards.ts', import.meta.url),
  new URL('../base/machine-actions.ts', import.meta.url),
  new URL('../base/machine-bound.ts', import.meta.url),
  new URL('./xstate-host.ts', import.meta.url),
];

/** What users of the runtime may import. */
const OFFERED = ['machineOf', 'inputOf', 'pathOf', 'save', 'resume'];
const WIDTH = 140;

/** The source of a part as JavaScript lines, without comments and imports. */
function linesOf(part: URL): string[] {
  const source = readFileSync(part, 'utf8');
  const bare = stripTypeScriptTypes(source)
    .replace(/^import [^;]*;$/gm, '')
    .replace(/^\s*\/\*\*[\s\S]*?\*\//gm, '')
    .replace(/(^|\s)\/\/ .*$/gm, '');
  return bare
    .split('\n')
    .map((line) => line.trimEnd().replace(/^export /, ''))
    .filter((line) => line.trim() !== '');
}

type Chunk = { name: string; lines: string[] };
const BEGINS = /^(?:async )?(?:const|let|function|class) (\w+)/;

/** Top-level declarations, in order. */
function chunksOf(lines: string[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const line of lines) {
    const [, name] = BEGINS.exec(line) ?? [];
    if (name) chunks.push({ name, lines: [] });
    chunks.at(-1)?.lines.push(line);
  }
  return chunks;
}

/** Only the chunks that what is offered needs. */
function needed(chunks: Chunk[]): Chunk[] {
  const wanted = new Set(OFFERED);
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const { name, lines } of chunks) {
      if (!wanted.has(name)) continue;
      const words = new Set(lines.join('\n').match(/\w+/g));
      for (const other of chunks) if (words.has(other.name)) wanted.add(other.name);
    }
  }
  return chunks.filter(({ name }) => wanted.has(name));
}

/** Lines put together up to the width (RT1); a declaration begins on a line of its own. */
function joined(lines: string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    if ((line.match(/`/g)?.length ?? 0) % 2) throw new Error(`a text over several lines: ${line}`);
    const text = line
      .trim()
      .replace(/ {2,}/g, ' ')
      .replace(/ (?=[,;)])/g, '');
    const last = out.at(-1);
    const fits = last !== undefined && last.length + text.length < WIDTH;
    if (fits && !BEGINS.test(line)) out[out.length - 1] = `${last} ${text}`;
    else out.push(text);
  }
  return out;
}

const words = (chunks: Chunk[]): Set<string> =>
  new Set(chunks.flatMap(({ lines }) => lines.join('\n').match(/\w+/g) ?? []));

function file(head: string[], chunks: Chunk[], offers: string[]): string {
  const body = joined(chunks.flatMap(({ lines }) => lines));
  return [...head, ...body, `export { ${offers.join(', ')} };`, ''].join('\n');
}

const MADE = "made from Interlock's own source; see README.md.";

/** The two files by name. `usesPatterns`: some condition matches a pattern, which needs re2js. */
export function runtimeFiles(usesPatterns: boolean): Record<string, string> {
  const [values, runtime] = [VALUES, RUNTIME].map((parts) => chunksOf(parts.flatMap(linesOf)));
  const chunks = needed([...(values as Chunk[]), ...(runtime as Chunk[])]);
  const names = chunks.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new Error(`two parts of the runtime call something ${twice}`); // RT2
  const [low, high] = [values, runtime].map((all) =>
    chunks.filter((chunk) => all?.includes(chunk)),
  );
  const used = words(high as Chunk[]);
  const taken = (low as Chunk[]).map(({ name }) => name).filter((name) => used.has(name));
  return {
    'values.mjs': file(
      [
        `// How references and conditions read values, and steps get their data: ${MADE}`,
        ...(usesPatterns ? ["import { RE2JS } from 're2js';"] : []),
      ],
      low as Chunk[],
      taken,
    ),
    'runtime.mjs': file(
      [
        `// Runs an Interlock machine under plain XState: ${MADE}`,
        "import { assign, createActor, createMachine, fromPromise, toPromise } from 'xstate';",
        `import { ${taken.join(', ')} } from './values.mjs';`,
      ],
      high as Chunk[],
      OFFERED,
    ),
  };
}
