// The names tests go by, read from their files without running them (parsed by swc).
// TN1 a name that is put together at run time (`test.each`, a template) stands for every name it
//    can become; a name that is plainly written stands for itself alone.

import { parseSync } from '@swc/core';

/** What a test is called: its own name, and with the names of the groups around it. */
export type TestName = { title: RegExp; full: RegExp; isPlain: boolean };

type Tree = { type?: string; [part: string]: unknown };
const isTree = (x: unknown): x is Tree => typeof x === 'object' && x !== null && !Array.isArray(x);
const GROUPS = new Set(['describe']);
const TESTS = new Set(['test', 'it']);

/** The first name of a callee such as `test`, `test.each(…)`, `describe.skipIf(…)`. */
function rootOf(callee: unknown): { name: string; isEach: boolean } {
  let [at, isEach] = [callee, false];
  for (;;) {
    if (!isTree(at)) return { name: '', isEach };
    if (at.type === 'Identifier') return { name: String(at['value']), isEach };
    if (at.type === 'MemberExpression') {
      const property = at['property'];
      if (isTree(property) && property['value'] === 'each') isEach = true;
      at = at['object'];
    } else if (at.type === 'CallExpression') at = at['callee'];
    else return { name: '', isEach };
  }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name as a pattern, or undefined where it is not written as text (TN1). */
function patternOf(name: unknown, isEach: boolean): string | undefined {
  if (!isTree(name)) return undefined;
  const open = (text: string): string =>
    isEach ? escaped(text).replaceAll(/%[sdifjo#]|\\\$[\w.]+/g, '.*') : escaped(text);
  if (name.type === 'StringLiteral') return open(String(name['value']));
  if (name.type !== 'TemplateLiteral') return undefined;
  const quasis = name['quasis'] as { cooked: string }[];
  return quasis.map(({ cooked }) => open(cooked)).join('.*');
}

/** Every test of a file, in the order of the file. */
export function testNames(source: string): TestName[] {
  const found: TestName[] = [];
  const visit = (node: unknown, around: string[]): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, around);
      return;
    }
    if (!isTree(node)) return;
    const { name, isEach } = node.type === 'CallExpression' ? rootOf(node['callee']) : NOTHING;
    const given = node['arguments'] as { expression: unknown }[] | undefined;
    const pattern = given && patternOf(given[0]?.expression, isEach);
    if (TESTS.has(name) && pattern !== undefined) found.push(named(pattern, around));
    const isGroup = GROUPS.has(name) && given !== undefined;
    const within = isGroup ? [...around, pattern ?? '.*'] : around;
    for (const part of Object.values(node)) visit(part, within);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: false, target: 'es2022' }).body, []);
  return found;
}

const NOTHING = { name: '', isEach: false };

const named = (title: string, around: string[]): TestName => ({
  title: new RegExp(`^${title}$`, 's'),
  full: new RegExp(`^${[...around, title].join(' ')}$`, 's'),
  isPlain: ![...around, title].some((one) => one.includes('.*')),
});

/** Does a file hold a test of this name, by itself or with its groups? */
export const hasTest = (names: TestName[], name: string): boolean =>
  names.some(({ title, full }) => title.test(name) || full.test(name));
