// Finds what nobody uses any more:
//
// U1  a file that no entry point reaches; a shipped file must be reached without a test's help,
// U2  an exported value that no other file imports, an exported type that nothing names,
// U3  a package in package.json that nothing imports and no line below explains.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Code, type Exported, type Use, readUse } from './module-use.ts';
import { codeFiles, withoutComments } from './source-files.ts';
import { ROOT } from './tool.ts';

/** Shipped files that something other than an import starts. */
const ENTRIES = [
  /^engine\/cli\/(bin\.js|main\.ts|ensure-built\.ts)$/,
  /^engine\/(workspace\/worker|tools\/(sql-process|mcp-keeper))\.ts$/,
  /^electron\/(main|preload|engine-process|vite\.config)\.ts$/,
  /^renderer\/(main\.tsx|vite\.config\.ts)$/,
];

/** Files that the tools start while the product is made. */
const MAKING = [
  /\.(test|spec)\.tsx?$/,
  /^e2e\/(chance\.ts|fence\.cjs|(vitest|playwright)\.config\.ts)$/,
  /^e2e\/kit\/tool-server\.mjs$/,
  /^e2e\/bench\/(canvas\.ts|bare\/main\.tsx)$/,
];

/** Packages that are used without being imported. */
const USED_OTHERWISE: Record<string, string> = {
  node: 'the runtime itself',
  vite: 'started as a program',
  typescript: 'started as a program',
  oxlint: 'started as a program',
  'oxlint-tsgolint': 'the type-aware half of oxlint',
  oxfmt: 'started as a program',
  'dependency-cruiser': 'started as a program',
  electron: 'started as a program, fetched on first use',
  '@modelcontextprotocol/server-everything': 'started as a program, by tests',
  '@modelcontextprotocol/server-filesystem': 'started as a program, by tests',
  '@types/node': 'types',
  '@types/react': 'types',
  '@types/react-dom': 'types',
  '@types/better-sqlite3': 'types',
};

const isIn = (patterns: RegExp[], name: string) => patterns.some((pattern) => pattern.test(name));

/** Files that people start: named in an npm script or in the README. */
function startedByHand(): string[] {
  const told = ['package.json', 'README.md'].map((name) =>
    readFileSync(path.join(ROOT, name), 'utf8'),
  );
  return told.flatMap((text) => text.match(/\be2e\/[\w/-]+\.(ts|mjs)\b/g) ?? []);
}

/** The file a relative specifier of another file means. */
function target(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, ''));
}

/** All files that the given ones lead to, themselves included. */
function reachedFrom(starts: string[], uses: Map<string, Use>): Set<string> {
  const reached = new Set<string>();
  const open = [...starts];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const use = uses.get(name);
    if (!use || reached.has(name)) continue;
    reached.add(name);
    for (const specifier of use.takes.keys()) open.push(target(name, specifier) ?? '');
  }
  return reached;
}

/** Which names each file is asked for, by anybody. */
function namesTaken(uses: Map<string, Use>): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  for (const [name, { takes }] of uses) {
    for (const [specifier, names] of takes) {
      const other = target(name, specifier);
      if (other) taken.set(other, new Set([...(taken.get(other) ?? []), ...names]));
    }
  }
  return taken;
}

/** How often a word stands in the code of a file. */
function mentions(text: string, word: string): number {
  return [...withoutComments(text).matchAll(new RegExp(`\\b${word}\\b`, 'g'))].length;
}

/** U1 and U2: files nobody reaches and exports nobody takes, as sentences. */
export function unusedIn(files: Code[], started: string[] = []): string[] {
  const uses = new Map(files.map((file) => [file.name, readUse(file)]));
  const names = [...uses.keys()];
  const shipped = reachedFrom(
    names.filter((name) => isIn(ENTRIES, name)),
    uses,
  );
  const isEntry = (name: string) => isIn([...ENTRIES, ...MAKING], name) || started.includes(name);
  const all = reachedFrom(names.filter(isEntry), uses);
  const taken = namesTaken(uses);
  return files.flatMap(({ name, text }) => {
    if (isEntry(name)) return [];
    const isShipped = /^(electron|engine|nodes|renderer)\//.test(name);
    if (!(isShipped ? shipped : all).has(name)) return [`${name} is reached by no entry point`];
    const wanted = taken.get(name) ?? new Set();
    const isUsed = (one: Exported) =>
      wanted.has(one.name) || wanted.has('*') || (one.isType && mentions(text, one.name) > 1);
    return (uses.get(name)?.exports ?? [])
      .filter((one) => !isUsed(one))
      .map((one) => `${name} exports ${one.name}, which nothing uses`);
  });
}

/** U3: packages that no file imports. */
function unusedPackages(files: Code[]): string[] {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const taken = files.flatMap((file) => [...readUse(file).takes.keys()]);
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter((name) => !(name in USED_OTHERWISE))
    .filter((name) => !taken.some((one) => one === name || one.startsWith(`${name}/`)))
    .map((name) => `package.json asks for ${name}, which nothing imports`);
}

if (import.meta.main) {
  const found = [...unusedIn(codeFiles, startedByHand()), ...unusedPackages(codeFiles)];
  for (const line of found) process.stdout.write(`${line}\n`);
  process.exit(found.length ? 1 : 0);
}
