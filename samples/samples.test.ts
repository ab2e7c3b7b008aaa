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
const scopesOf = (scope: WorkflowScope): WorkflowScope[] => [
  scope,
  ...scope.nodes.flatMap((node) => (node.scope ? scopesOf(node.scope) : [])),
];
/** How much room a step takes: containers hold their steps, a header and a margin. */
function sizeOf(node: WorkflowScope['nodes'][number]): { width: number; height: number } {
  const inner = node.scope?.nodes ?? [];
  if (!inner.length) return CARD;
  return {
    width: Math.max(...inner.map((n) => n.at[0] + sizeOf(n).width)) + 24,
    height: Math.max(...inner.map((n) => n.at[1] + sizeOf(n).height)) + 24,
  };
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
      const at = new Map(scope.nodes.map((n) => [n.id, { ...sizeOf(n), x: n.at[0], y: n.at[1] }]));
      for (const edge of scope.edges) {
        const [from, to] = [at.get(edge.from), at.get(edge.to)];
        expect(to && from && to.y >= from.y + from.height, `${edge.from} → ${edge.to}`).toBe(true);
      }
      for (const [a, one] of at)
        for (const [b, other] of at) {
          if (a >= b) continue;
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect(apart, `${a} and ${b}`).toBe(true);
        }
    }
  });
});
