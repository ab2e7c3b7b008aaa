// A workflow in miniature, drawn from its document in the four shapes of the canvas.
// M1 it runs sideways, in the rows and columns a tidy drawing would have, whatever `at` says.

import type { ReactNode } from 'react';
import { stepsOf } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { NodeFamily, Registry } from '../../engine/node.ts';
import { ShapeMark } from '../canvas/shapes.tsx';
import { cellsOf } from '../canvas/tidy.ts';
import { flattened } from './flatten.ts';

type Spot = { id: string; x: number; y: number; family: NodeFamily; isEnd: boolean };
type Drawing = { spots: Spot[]; lines: string[]; r: number };

const WIDTH = 240;
const HEIGHT = 80;
const SIDE = 18;
/** Beyond these distances a small drawing would look stretched. */
const FAR_X = 44;
const FAR_Y = 24;
const R = 8;

/** Places for the steps of the outermost scope, in the middle of the picture (M1). */
function miniOf(workflow: Workflow, registry: Registry): Drawing {
  const scope = flattened(workflow.scope);
  const cells = cellsOf(scope);
  const rows = Math.max(1, ...[...cells.values()].map((cell) => cell.row));
  const columns = [...cells.values()].map((cell) => cell.column);
  const [low, high] = [Math.min(0, ...columns), Math.max(0, ...columns)];
  const stepX = Math.min(FAR_X, (WIDTH - 2 * SIDE) / rows);
  const stepY = Math.min(FAR_Y, (HEIGHT - 2 * R - 4) / Math.max(1, high - low));
  const left = (WIDTH - rows * stepX) / 2;
  const top = (HEIGHT - (high - low) * stepY) / 2;
  const spots = scope.nodes.map((node): Spot => {
    const cell = cells.get(node.id) ?? { row: 0, column: 0 };
    const family = registry.get(node.type)?.family ?? 'flow';
    return {
      id: node.id,
      x: left + cell.row * stepX,
      y: top + (cell.column - low) * stepY,
      family,
      isEnd: family === 'end',
    };
  });
  const at = new Map(spots.map((spot) => [spot.id, spot]));
  const lines = scope.edges.flatMap(({ from, to }) => {
    const [a, b] = [at.get(from), at.get(to)];
    if (!a || !b) return [];
    const half = (b.x - a.x) / 2;
    return [`M${a.x} ${a.y}C${a.x + half} ${a.y} ${b.x - half} ${b.y} ${b.x} ${b.y}`];
  });
  return { spots, lines, r: Math.min(R, 0.36 * stepX) };
}

/** How many steps of a family a workflow has, rooms included. */
export const countOf = (workflow: Workflow, registry: Registry, family: NodeFamily): number =>
  [...stepsOf(workflow.scope)].filter(({ node }) => registry.get(node.type)?.family === family)
    .length;

export function Mini({
  workflow,
  registry,
}: {
  workflow: Workflow;
  registry: Registry;
}): ReactNode {
  const { spots, lines, r } = miniOf(workflow, registry);
  return (
    <svg className="mini" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <path d={lines.join('')} className="mini-line" />
      {spots.map(({ id, x, y, family, isEnd }) =>
        isEnd ? (
          <circle key={id} className="mini-end" cx={x} cy={y} r={Math.min(4.5, r)} />
        ) : (
          <ShapeMark
            key={id}
            shape={family === 'flow' || family === 'end' ? 'tool' : family}
            x={x}
            y={y}
            r={r}
          />
        ),
      )}
    </svg>
  );
}
