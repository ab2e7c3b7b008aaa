// Specs that promise to need no keys press the mouse and write where it has clicked, nothing else.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withoutComments } from './source-files.ts';

const HERE = import.meta.dirname;
const SPECS = readdirSync(HERE).filter((name) => name.endsWith('-clicks.spec.ts'));
/** What would press a key, move the focus, or write without having clicked. */
const OTHER_WAYS = new RegExp(
  [
    String.raw`\bkeyboard\b`,
    String.raw`\.(press|fill|focus|check|uncheck|selectOption|setInputFiles)\s*\(`,
    String.raw`\b(pressSequentially|evaluate|dispatch)\w*\s*\(`,
  ].join('|'),
);
const wrongIn = (name: string, allowed: RegExp): string[] =>
  withoutComments(readFileSync(path.join(HERE, name), 'utf8'))
    .split('\n')
    .filter((line) => OTHER_WAYS.test(line.replaceAll(allowed, '')));

test('there are specs that promise it', () => {
  expect(SPECS.length).toBeGreaterThan(1);
});

test.each(SPECS)('%s uses the mouse alone', (name) => {
  expect(wrongIn(name, /\b(hand|walk)\.press\(/g)).toEqual([]);
});

test('the mouse of these specs uses keys to write only', () => {
  const writes = /\bkeyboard\.(insertText|type)\(|const \{ keyboard \} = page;/g;
  expect(wrongIn('kit/mouse.ts', writes)).toEqual([]);
});

test.each(['kit/expense-forms.ts', 'kit/journeys.ts'])(
  '%s leaves everything to the hands',
  (name) => {
    expect(wrongIn(name, /\bwalk\.press\(/g)).toEqual([]);
  },
);
