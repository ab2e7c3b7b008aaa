// What every sample promises: nothing is wrong with it, it explains itself, and it is drawn tidily.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WorkflowScope } from '../engine/1-document/schema.ts';
import { validate } from '../engine/2-validate/validate.ts';
import { registry } from '../nodes/index.ts';
import { shippedFolder, shippedSetting } from './stage.ts';

const HERE = import.meta.dirname;
const slugs = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name);

const CARD = { width: 240, height: 68 };
/** Starts and ends are drawn as pills. */
const PILL = { width: 160, height: 36 };
const scopesOf = (scope: WorkflowScope): WorkflowScope[] => [
  scope,
  ...scope.nodes.flatMap((node) => (node.scope ? scopesOf(node.scope) : [])),
];
/** What a step covers; `at` is the middle of its upper edge, and a room fits round its steps. */
type Box = { left: number; right: number; top: number; bottom: number };
function boxOf(node: WorkflowScope['nodes'][number]): Box {
  const inner = (node.scope?.nodes ?? []).map(boxOf);
  const span = (low: 'left' | 'top', high: 'right' | 'bottom'): number =>
    Math.max(...inner.map((b) => b[high])) - Math.min(...inner.map((b) => b[low]));
  const small = /^(start|end)@/.test(node.type) ? PILL : CARD;
  const width = inner.length ? span('left', 'right') + 88 : small.width;
  const height = inner.length ? span('top', 'bottom') + 68 : small.height;
  const [x, top] = node.at;
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
}

test('the five samples ship', () => {
  expect(slugs.sort()).toEqual([
    'customer-onboarding',
    'document-approval',
    'expense-approval',
    'mail-to-crm',
    'six-hour-onboarding',
  ]);
});

describe.each(slugs)('%s', (slug) => {
  const folder = shippedFolder(slug);

  test('has no problem, not even a small one', () => {
    expect(validate(folder, shippedSetting(), registry)).toEqual([]);
  });

  test('explains itself and says how to run it', () => {
    const readme = readFileSync(path.join(HERE, slug, 'README.md'), 'utf8');
    expect(readme).toContain(`npx interlock run samples/${slug}`);
    expect(existsSync(path.join(HERE, slug, 'expected', 'ir.txt'))).toBe(true);
  });

  test('scripts no model answer: the practice model really reads', () => {
    expect(folder.practice.answers).toEqual([]);
  });

  test('is read downwards: arrows lead down and no card lies on another', () => {
    for (const scope of scopesOf(folder.workflow.scope)) {
      const boxes = new Map(scope.nodes.map((node) => [node.id, boxOf(node)]));
      for (const edge of scope.edges) {
        const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
        expect(from && to && to.top >= from.bottom, `${edge.from} → ${edge.to}`).toBe(true);
      }
      for (const [a, one] of boxes)
        for (const [b, other] of boxes) {
          const besides = one.right <= other.left || other.right <= one.left;
          const apart = besides || one.bottom <= other.top || other.bottom <= one.top;
          expect(a === b || apart, `${a} and ${b}`).toBe(true);
        }
    }
  });
});
