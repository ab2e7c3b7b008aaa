// Specs that promise to need no mouse press keys and nothing else.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const HERE = import.meta.dirname;
const SPECS = [
  ...readdirSync(HERE).filter((name) => name.endsWith('-keys.spec.ts')),
  'kit/keyboard.ts',
  'kit/expense-forms.ts',
  'kit/journeys.ts',
];
/** What would move the focus, press or write without a key. */
const OTHER_WAYS = new RegExp(
  [
    String.raw`\b(click|dblclick|tap|hover|dragTo|mouse)\b`,
    String.raw`\b(focus|fill|check|uncheck|selectOption|setInputFiles|pressSequentially)\s*\(`,
    String.raw`\b(evaluate|dispatch)\w*\s*\(`,
    String.raw`(?<!keyboard)\.press\(`,
  ].join('|'),
);

test('there are specs that promise it', () => {
  expect(SPECS.length).toBeGreaterThan(1);
});

test.each(SPECS)('%s uses the keyboard alone', (name) => {
  const lines = readFileSync(path.join(HERE, name), 'utf8').split('\n');
  const wrong = lines.filter((line) => {
    const code = line
      .replace(/\/\/.*$|\/\*.*\*\/|^\s*\*.*$/g, '')
      .replaceAll(/\b(keys|hands|walk)\.press\(/g, '');
    return OTHER_WAYS.test(code);
  });
  expect(wrong).toEqual([]);
});
