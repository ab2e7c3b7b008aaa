// The drawing the canvas is measured with: about a thousand steps with conditions, forks and joins,
// standing as a person would stand them, in columns side by side.

import type { Folder } from '../../engine/1-document/schema.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { blocks } from './blocks.ts';

/** The drawing as bare React Flow takes it: places are the middle of a card's upper edge. */
export type Plain = {
  steps: { id: string; at: readonly [number, number]; kind: string }[];
  arrows: { from: string; to: string }[];
};

const COLUMN = 312;
const ROW = 120;
/** Blocks side by side, so that the whole is about as wide as it is high. */
const ACROSS = 8;

/** Where a step of a block stands in it: column and row. */
const IN_BLOCK: Record<string, [number, number]> = {
  which: [0, 0],
  a: [-1, 1],
  b: [0, 1],
  c: [1, 1],
  meet: [0, 2],
};

const AMOUNT = { id: 'amount', label: 'Amount', kind: 'money', currency: 'USD', required: true };
/** A block's question: from which amount on its two reads on the left are made. */
const under = (value: number): JsonObject => ({
  currency: 'USD',
  cases: [{ port: 'yes', when: { field: 'input.amount', op: 'less_than', value } }],
});

/** A drawing of about `n` steps in places as wide as high; every block is a fork and a join. */
export function wide(n: number): Folder {
  const folder = blocks(n);
  const { scope } = folder.workflow;
  const count = scope.nodes.filter(({ id }) => id.endsWith('_which')).length;
  const down = Math.ceil(count / ACROSS);
  for (const node of scope.nodes) {
    const [, block = '', part = ''] = /^b(\d+)_(\w+)$/.exec(node.id) ?? [];
    const [column, row] = IN_BLOCK[part] ?? [0, node.id === 'start' ? -1 : 3];
    const i = node.id === 'fin' ? count - 1 : Number(block);
    node.at = [(3 * Math.floor(i / down) + column) * COLUMN, (3 * (i % down) + row) * ROW];
    if (part === 'which') node.settings = under(100 * (i + 1));
  }
  // One way ends early, so that the drawing promises something else on either side of an amount.
  const early = scope.nodes.find(({ id }) => id === 'b0_c');
  if (early) Object.assign(early, { type: 'end@1', settings: { outcome: 'refused' } });
  scope.edges = scope.edges.filter(({ from }) => from !== 'b0_c');
  folder.workflow.input = [{ ...AMOUNT, kind: 'money' }];
  folder.workflow.name = `${scope.nodes.length} steps`;
  return folder;
}

/** The same for bare React Flow. */
export function plain({ workflow: { scope } }: Folder): Plain {
  return {
    steps: scope.nodes.map(({ id, at, type }) => ({ id, at, kind: type })),
    arrows: scope.edges.map(({ from, to }) => ({ from, to })),
  };
}
