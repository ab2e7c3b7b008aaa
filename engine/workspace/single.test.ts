// A workflow that leaves one workspace as a file and comes into another.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sampleFolder } from '../../e2e/kit/engine-kit.ts';
import { registry } from '../../nodes/index.ts';
import { examplesIn } from './pinned.ts';
import { exportSingle, importSingle } from './single.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/expense-approval');

test('saved examples and files for trying it arrive with the workflow', () => {
  const folder = sampleFolder('expense-approval');
  const { text, left } = exportSingle({ dir: SAMPLE, folder, hash: '' });
  const root = mkdtempSync(path.join(tmpdir(), 'interlock-single-'));
  const taken = { root, slugs: [], ids: [], registry };
  const { slug } = importSingle('claims.interlock', Buffer.from(text), taken);
  const came = path.join(root, slug);
  expect(left).toEqual([]);
  expect(examplesIn(came)).toEqual(examplesIn(SAMPLE));
  expect(examplesIn(came)).not.toEqual([]);
  const receipt = (dir: string) => readFileSync(path.join(dir, 'inputs', 'receipt.txt'), 'utf8');
  expect(receipt(came)).toBe(receipt(SAMPLE));
});
