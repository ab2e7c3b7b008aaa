// A workflow as one file on the command line: out with `export`, in with `import`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { interlock, json, refusal } from '../../e2e/kit/command-line.ts';
import type { Answers } from '../api/contract.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-import-'));
const at = (...parts: string[]): string => path.join(dir, ...parts);
const SAMPLE = path.resolve(import.meta.dirname, '../../samples/expense-approval');
const WORKSPACE = ['--workspace', at('ws')];
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

test('a workflow goes out as one file and comes in linked to nothing', async () => {
  const file = at('claims.interlock');
  const out = await interlock('export', SAMPLE, '--target', 'file', '--to', file, ...WORKSPACE);
  expect([out.code, out.err]).toEqual([0, '']);
  expect(fs.readFileSync(file, 'utf8')).toContain('"interlock/file@1"');
  const again = await interlock('export', SAMPLE, '--target', 'file', '--to', file, ...WORKSPACE);
  expect(refusal(again)).toContain('is there already');

  const came = await interlock('import', file, '--json', ...WORKSPACE);
  expect([came.code, came.err]).toEqual([0, '']);
  const { slug, toLink } = json<Answers['importFile']>(came);
  expect(toLink.links).toEqual([{ step: 'pay', name: 'Pay', key: 'tool', value: 'pay_claim' }]);
  const checked = await interlock('check', at('ws', 'workflows', slug), ...WORKSPACE);
  expect([checked.code, checked.out]).toEqual([1, expect.stringContaining('Pay')]);
  const told = await interlock('import', file, ...WORKSPACE);
  expect(told.out).toContain('Pay wants the tool pay_claim');
});

test('a file that is none is one sentence, and nothing is left behind', async () => {
  const before = fs.readdirSync(at('ws', 'workflows'));
  fs.writeFileSync(at('evil.interlock'), '{"format":"interlock/file@1","__proto__":{}}');
  expect(refusal(await interlock('import', at('evil.interlock'), ...WORKSPACE))).toContain(
    'not allowed',
  );
  expect(refusal(await interlock('import', at('nothing.interlock'), ...WORKSPACE))).toContain(
    'cannot be read',
  );
  expect(fs.readdirSync(at('ws', 'workflows'))).toEqual(before);
});
