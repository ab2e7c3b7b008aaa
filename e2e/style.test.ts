// The house's style, as far as a machine can see it. Each test collects every offence and shows
// them all at once; a rule that needs an exception says so here, as data, with its reason.
import { expect, test } from 'vitest';
import { OUTSIDE, OWNERS, trespasses, type Outside } from './owners.ts';
import {
  type SourceFile,
  codeFiles,
  isTest,
  median,
  productFiles,
  textFiles,
  withoutComments,
} from './source-files.ts';

const LINES = 400;
const TEST_LINES = 600;
const NODE_LINES = 120;
const MEDIAN_LINES = 100;
const COLUMNS = 100;

/** Files in which a long line is allowed: sentences that break nowhere sensible. */
const LONG_LINES = [
  { place: /^engine\/base\/text\//, reason: 'one sentence of the catalogue, one line' },
  { place: /\.md$|\.json$|\.jsonl$|\.html$/, reason: 'prose and data, not code' },
];

/** The lines of files that a pattern finds, as `file:line: text`, comments left out. */
function linesWith(files: SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ name, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${name}:${at + 1}: ${line.trim()}`] : [])),
  );
}

/** The names of the files for which something holds. */
function namesOf(files: SourceFile[], isWrong: (file: SourceFile) => boolean): string[] {
  return files.filter(isWrong).map((file) => file.name);
}

test('no file is longer than a person can keep in mind', () => {
  const limit = (file: SourceFile) => {
    if (isTest(file)) return TEST_LINES;
    return /^nodes\/(?!index\.ts)/.test(file.name) ? NODE_LINES : LINES;
  };
  expect(namesOf(codeFiles, (file) => file.lines.length > limit(file))).toEqual([]);
});

test('half of the files are short', () => {
  expect(median(productFiles)).toBeLessThanOrEqual(MEDIAN_LINES);
});

/** A line without its quoted texts: a text is never broken in two for the sake of a column. */
const unquoted = (line: string): string => line.replaceAll(/(['"`]).*?\1/g, '');

test('no line of code is longer than 100 columns', () => {
  const files = codeFiles.filter(({ name }) => !LONG_LINES.some(({ place }) => place.test(name)));
  const long = files.flatMap(({ name, lines }) =>
    lines.flatMap((line, at) => (unquoted(line).length > COLUMNS ? [`${name}:${at + 1}`] : [])),
  );
  expect(long).toEqual([]);
});

test('every file opens with a comment that says what it owns', () => {
  const opening = /^(#!.*\n)?\s*(\/\/|\/\*)/;
  expect(namesOf(codeFiles, ({ text }) => !opening.test(text))).toEqual([]);
});

test('there are no barrels: nothing is exported only to be exported again', () => {
  expect(linesWith(codeFiles, /^\s*export \*/)).toEqual([]);
  const isBarrel = ({ name }: SourceFile) => /(^|\/)index\.tsx?$/.test(name);
  expect(namesOf(codeFiles, isBarrel).filter((name) => name !== 'nodes/index.ts')).toEqual([]);
});

test('names say what a file is for', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|managers?|shared|lib)(\/|[.-])/;
  expect(namesOf(codeFiles, ({ name }) => vague.test(name))).toEqual([]);
  const kebab = /^([a-z0-9.-]+\/)*\.?[a-z0-9]+([.-][a-z0-9]+)*$/;
  expect(namesOf(codeFiles, ({ name }) => !kebab.test(name))).toEqual([]);
});

test('there are no base classes', () => {
  expect(linesWith(codeFiles, /\babstract class\b/)).toEqual([]);
  expect(linesWith(codeFiles, /\bclass \w+ extends (?!Error\b)/)).toEqual([]);
});

test('nothing is left lying about', () => {
  const words = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'];
  const left = new RegExp(`\\b(${words.join('|')})\\b`);
  expect(namesOf(textFiles, ({ text }) => left.test(text))).toEqual([]);
  expect(linesWith(codeFiles, /\b(test|it|describe|suite)\.only\(/)).toEqual([]);
  expect(linesWith(codeFiles, /\bdebugger\b/)).toEqual([]);
  expect(linesWith(productFiles, /\bconsole\.\w/)).toEqual([]);
});

test('nothing names the machine it was written on, nor papers that are not here', () => {
  const folders = ['root', 'home', 'work', 'Users'].join('|');
  const place = new RegExp(`(^|[\\s"'\`(=:])(/(${folders})/\\w|[A-Z]:\\\\Users\\\\)`, 'm');
  const registry = /\bregistry\.[a-z]+\.[a-z]+|\bnpm_config_registry\b/i;
  const papers = new RegExp(
    `\\b(${['DES' + 'IGN', 'JOUR' + 'NEY', 'work' + 'place'].join('|')})\\b`,
  );
  const isWrong = ({ text }: SourceFile) => [place, registry, papers].some((one) => one.test(text));
  expect(namesOf(textFiles, isWrong)).toEqual([]);
});

test('the clock, chance, timers, network and processes stay with their owners', () => {
  const engine = productFiles.filter(({ name }) => /^(engine|nodes)\//.test(name));
  const offences = engine.flatMap(({ name, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, at) =>
        trespasses(name, line).map((what) => `${what}: ${name}:${at + 1}: ${line.trim()}`),
      ),
  );
  expect(offences).toEqual([]);
});

/** Lines that reach outside, each with what it reaches for. */
const REACHING: [Outside, string][] = [
  ['clock', 'const at = Date.now();'],
  ['clock', 'const day = new Date().toISOString();'],
  ['clock', 'const text = Date();'],
  ['clock', 'const ms = performance.now();'],
  ['chance', 'const id = Math.random();'],
  ['chance', "import { randomUUID } from 'node:crypto';"],
  ['chance', 'const n = randomInt(10);'],
  ['timers', 'setTimeout(run, 5);'],
  ['timers', 'const over = AbortSignal.timeout(5);'],
  ['timers', "import { setTimeout as wait } from 'node:timers/promises';"],
  ['network', "await fetch('https://example.com');"],
  ['network', 'const send = fetch;'],
  ['network', 'const send = globalThis.fetch;'],
  ['network', "import { fetch as send } from 'undici';"],
  ['network', "const { request } = await import('node:https');"],
  ['network', "import dns from 'node:dns/promises';"],
  ['network', "import { createTransport } from 'nodemailer';"],
  ['network', "import OpenAI from 'openai';"],
  ['network', "const live = new WebSocket('wss://example.com');"],
  ['processes', "import { spawn } from 'node:child_process';"],
  ['processes', "const { execFile } = require('child_process');"],
  ['processes', "const thread = new Worker('./work.js');"],
];
test.each(REACHING)('a step or a stage that reaches for the %s is caught: %s', (what, line) => {
  for (const name of ['nodes/draft.ts', 'engine/4-run/admit.ts', 'engine/tools/http.ts'])
    expect(trespasses(name, line)).toContain(what);
  expect(trespasses('engine/net/safe-fetch.ts', line).includes(what)).toBe(what !== 'network');
});

test('nobody may reach outside who does not', () => {
  const idle = OWNERS.flatMap(({ place, may }) =>
    may
      .filter(
        (what) =>
          !productFiles.some(({ name, text }) => place.test(name) && OUTSIDE[what].test(text)),
      )
      .map((what) => `${place.source}: ${what}`),
  );
  expect(idle).toEqual([]);
});

test('product code never reads the held-out texts', () => {
  expect(linesWith(productFiles, /held-out/)).toEqual([]);
});
