// What Interlock does with input that is wrong, hostile, huge or strange: one plain sentence with
// the place, the exit code that was promised, and nothing created, changed or believed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workflow } from '../engine/1-document/schema.ts';
import type { JsonObject } from '../engine/base/value.ts';
import { interlock, refusal, type Ended } from './kit/command-line.ts';

const EXPENSES = path.resolve(import.meta.dirname, '../samples/expense-approval');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-bad-'));
const workspace = path.join(dir, 'workspace');
const drawn = fs.readFileSync(path.join(EXPENSES, 'workflow.json'), 'utf8');

beforeAll(() => void (process.env['INTERLOCK_WORKSPACE'] = workspace));
afterAll(() => {
  delete process.env['INTERLOCK_WORKSPACE'];
  fs.rmSync(dir, { recursive: true, force: true });
});

let folders = 0;
/** A folder with this content as its workflow.json, or as another of its files. */
function folderWith(content: string | Uint8Array, file = 'workflow.json'): string {
  const place = path.join(dir, `folder-${(folders += 1)}`);
  if (file === 'workflow.json') fs.mkdirSync(place);
  else fs.cpSync(EXPENSES, place, { recursive: true });
  fs.writeFileSync(path.join(place, file), content);
  return place;
}

/** The shipped drawing, changed. */
function changed(change: (workflow: Workflow & JsonObject) => void): string {
  const workflow = JSON.parse(drawn) as Workflow & JsonObject;
  change(workflow);
  return JSON.stringify(workflow);
}

/** Everything under a folder, with sizes and times, to see that nothing moved. */
const everything = (place: string): string[] =>
  fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { size, mtimeMs } = fs.lstatSync(path.join(place, name));
    return `${name} ${size} ${mtimeMs}`;
  });

const MEGABYTES = 21 * 1024 * 1024;
const nested = (open: string, close: string, n: number): string =>
  `${open.repeat(n)}1${close.repeat(n)}`;

const BAD: [what: string, content: () => string | Uint8Array, says: RegExp][] = [
  ['empty', () => '', /workflow\.json is empty/],
  ['blank', () => ' \n\t\n', /workflow\.json is empty/],
  ['cut off', () => drawn.slice(0, 900), /ends too early, at line \d+, column \d+/],
  ['with something after its end', () => `${drawn}}`, /line \d+, column 1: “}” is not expected/],
  ['with a remark', () => `// mine\n${drawn}`, /line 1, column 1/],
  ['with a number there is not', () => '{"a": NaN}', /line 1, column 7/],
  [
    'with a raw control character',
    () => drawn.replace('Pays', 'Pa\u0000ys'),
    /column 17: “U\+0000”/,
  ],
  ['with an escape that is none', () => drawn.replace('Pays', 'Pa\\ys'), /column 17: “\\ys small/],
  ['of 21 MB', () => Buffer.alloc(MEGABYTES, ' '), /larger than 20 MB/],
  ['nested 100,000 deep', () => '['.repeat(100_000), /more than 64 levels deep, at line 1/],
  ['nested 65 deep', () => nested('{"a":', '}', 65), /more than 64 levels deep/],
  ['with the name __proto__', () => '{"__proto__": {"a": 1}}', /“__proto__”, at line 1, column 2/],
  ['with it written otherwise', () => '{"\\u005f_proto__": 1}', /“__proto__”, at line 1/],
  ['with the name constructor', () => '{"a": {"constructor": 1}}', /“constructor”, at line 1/],
  ['with a name twice', () => drawn.replace('"name"', '"id": "x", "name"'), /“id” twice .* line 4/],
  ['in UTF-16', () => Buffer.from(`\ufeff${drawn}`, 'utf16le'), /is not text \(UTF-8\)/],
  ['in Latin-1', () => Buffer.from(drawn.replace('Pays', 'Päys'), 'latin1'), /is not text/],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), /is not text/],
  ['of nothing', () => 'null', /is not a workflow of Interlock/],
  ['a list', () => '[]', /is not a workflow of Interlock/],
  ['of another program', () => '{"format": "other/thing@1"}', /is not a workflow of Interlock/],
  ['newer', () => drawn.replace('workflow@1', 'workflow@2'), /newer Interlock \(version 2 /],
  ['older', () => drawn.replace('workflow@1', 'workflow@0'), /old form \(version 0\)/],
  ['with an unknown name', () => drawn.replace('"purpose"', '"porpoise"'), /“porpoise”/],
  [
    'with an escape sequence as a name',
    () => changed((w) => (w['\u001b[2J\u009b31m'] = 1)),
    /is not known in workflow\.json/,
  ],
  [
    'with an id of the language',
    () => changed(({ scope }) => void (scope.nodes[1]!.id = 'constructor')),
    /The id in workflow\.json, at “scope\.nodes\.1\.id”, cannot be used/,
  ],
  [
    'with 1,200 steps',
    () => changed(({ scope }) => void (scope.nodes = Array(1200).fill(scope.nodes[0]))),
    /more than 1,000 entries in workflow\.json, at “scope\.nodes”/,
  ],
  [
    'with a text of 5 MB',
    () => changed((w) => void (w.purpose = 'x'.repeat(5_000_000))),
    /at “purpose”, is longer than 2,000 letters/,
  ],
];

describe('a workflow file', () => {
  test.each(BAD)('%s is refused with its place, and leaves no trace', async (_, content, says) => {
    const place = folderWith(content());
    const before = everything(dir);
    for (const command of ['check', 'run', 'compile', 'contract', 'ceiling'])
      expect(refusal(await interlock(command, place)), command).toMatch(says);
    const exported = path.join(dir, 'exported');
    expect(refusal(await interlock('export', place, '--to', exported))).toMatch(says);
    expect(everything(dir)).toEqual(before);
  });

  test('that is no file, or lies where nothing can, is refused', async () => {
    const linked = path.join(dir, 'linked');
    fs.mkdirSync(linked);
    fs.symlinkSync(path.join(EXPENSES, 'workflow.json'), path.join(linked, 'workflow.json'));
    const round = path.join(dir, 'round');
    fs.symlinkSync(round, round);
    const cases: [string, RegExp][] = [
      [linked, /a folder or a link/],
      [round, /There is no folder/],
      [path.join(dir, 'nowhere'), /There is no folder/],
      [path.join(EXPENSES, 'README.md'), /is not a workflow/],
      [path.join(EXPENSES, 'README.md', 'x'), /There is no folder/],
      ['x'.repeat(300), /There is no folder/],
      ['\u001b[2J\u0007', /There is no folder/],
      ['/dev/null', /There is no folder/],
    ];
    for (const [place, says] of cases)
      expect(refusal(await interlock('run', place, '--practice'))).toMatch(says);
    fs.unlinkSync(round);
    expect(fs.existsSync(workspace)).toBe(false);
  });

  test('with errors in the drawing is not run, and makes no workspace', async () => {
    const place = folderWith(changed(({ scope }) => void scope.edges.pop()));
    expect(refusal(await interlock('run', place, '--practice'))).toMatch(/things keep it from/);
    expect((await interlock('check', place)).code).toBe(1);
    expect(fs.existsSync(workspace)).toBe(false);
  });

  test.each([
    ['rules.json', '', /rules\.json is empty/],
    ['rules.json', '{}', /^A list is needed in rules\.json\.$/],
    ['rules.json', '[{"id": "a"}]', /“name” is missing in rules\.json, at “0\.name”/],
    ['tools.json', '[{', /tools\.json ends too early, at line 1/],
    ['tools.json', '{"cards": [], "\\u001b[2J": 1}', /is not known in tools\.json/],
    ['practice.json', '{"__proto__": 1}', /practice\.json .* line 1, column 2/],
    ['prompts/check_claim/1.0.0.md', 'no head', /1\.0\.0\.md does not begin with its head/],
    ['prompts/check_claim/1.0.0.md', '\u0000\ufffe', /1\.0\.0\.md does not begin/],
  ])('has a neighbour %s of %j: refused with the place', async (file, content, says) => {
    expect(refusal(await interlock('check', folderWith(content, file)))).toMatch(says);
  });
});

const run = (...args: string[]): Promise<Ended> =>
  interlock('run', EXPENSES, '--practice', '--json', ...args);

describe('an input', () => {
  test.each([
    ['amount=', /^Amount is needed\.$/],
    ['amount=-5', /at least \$0\.01/],
    ['amount=0', /at least \$0\.01/],
    ['amount=0.009', /at most two decimals/],
    ['amount=100000.01', /at most \$100,000/],
    ['amount=much', /^Amount must be a number\.$/],
    ['amount=1.000,50', /must be a number/],
    ['amount=0x10', /must be a number/],
    ['amount=1e400', /must be a number/],
    ['amount=Infinity', /must be a number/],
    ['date=2026-02-30', /must be a day, written like/],
    ['category=constructor', /must be one of: Travel/],
    ['purpose=', /^Purpose is needed\.$/],
    ['receipt=/nowhere.txt', /"\/nowhere\.txt" was not found/],
    ['receipt=/dev/zero', /was not found/],
    ['receipt={"name": "a\\u0000b"}', /was not found/],
    ['receipt={"name": "a", "size": -1}', /^Receipt must be a file\.$/],
    ['receipt={"name": "a", "size": 1, "text": 5}', /^Receipt must be a file\.$/],
    ['nonsense=1', /^Nothing called “nonsense” is asked for here\.$/],
    ['constructor=1', /"constructor" is not allowed/],
    ['__proto__=1', /"__proto__" is not allowed/],
    ['\u001b[31m=1', /^Nothing called “\ufffd\[31m” is asked for here\.$/],
    ['amount', /"amount" should have the form name=value/],
    ['=1', /should have the form name=value/],
  ])('%s is refused with the field', async (set, says) => {
    expect(refusal(await run('--set', set))).toMatch(says);
  });

  test('that is missing is named, where no practice fills it', async () => {
    expect(refusal(await interlock('run', EXPENSES))).toBe('Amount is needed.');
  });

  test('from a file or as text is read with the same care as a workflow', async () => {
    const file = path.join(dir, 'input.json');
    const cases: [string | Uint8Array, RegExp][] = [
      ['', /input\.json is empty/],
      ['{"amount": 1,}', /input\.json cannot be read from line 1, column 14/],
      ['{"amount": {"__proto__": 1}}', /input\.json uses the name “__proto__”/],
      ['['.repeat(70), /input\.json is nested more than 64/],
      [Buffer.from('{"purpose": "caf\xe9"}', 'latin1'), /input\.json is not text/],
      [Buffer.alloc(MEGABYTES, ' '), /input\.json is larger than 20 MB/],
      ['[1]', /^--input needs the input fields/],
    ];
    for (const [content, says] of cases) {
      fs.writeFileSync(file, content);
      expect(refusal(await run('--input', `@${file}`))).toMatch(says);
    }
    expect(refusal(await run('--input', '@/dev/zero'))).toMatch(/zero is larger than 20 MB/);
    expect(refusal(await run('--input', `@${dir}`))).toMatch(/cannot be read, so nothing was/);
    expect(refusal(await run('--input', '@'))).toMatch(/^@ cannot be read/);
    expect(refusal(await run('--input', '{"amount"'))).toMatch(/^--input ends too early/);
  });

  test('may not claim to be a text that is kept elsewhere: the record would look changed', async () => {
    const claim = { '@blob': '0'.repeat(64), size: 9, preview: 'nothing' };
    for (const receipt of [
      { name: 'a.txt', size: 1, text: claim },
      { name: 'a.txt', size: 1, more: [claim] },
    ])
      expect(refusal(await run('--input', JSON.stringify({ receipt })))).toMatch(/“@blob”/);
    expect(refusal(await run('--input', JSON.stringify({ purpose: claim })))).toMatch(/be text/);
  });
});
