// What the keys do to the selection: arrows move, Delete removes, Ctrl+D copies.

import type { Edit } from '../../engine/1-document/change.ts';
import { SNAP } from './geometry.ts';
import type { Scene } from './scene.ts';

type Key = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Shift moves this many grid steps at once. */
const FAR = 5;

/** The edits a key stands for with this selection; undefined when it means nothing here. */
export function editForKey(
  event: Key,
  selected: ReadonlySet<string>,
  scene: Scene,
): Edit[] | undefined {
  const steps = [...selected].filter((id) => scene.items.has(id));
  const arrows = scene.arrows.filter((arrow) => selected.has(arrow.id));
  if (steps.length + arrows.length === 0) return undefined;
  const move = MOVES[event.key];
  if (move && steps.length > 0 && !event.ctrlKey && !event.altKey) {
    const by = SNAP * (event.shiftKey ? FAR : 1);
    const to = steps.map((id) => {
      const [x, y] = scene.items.get(id)?.node.at ?? [0, 0];
      return [id, [x + move[0] * by, y + move[1] * by]];
    });
    return [{ do: 'move_steps', to: Object.fromEntries(to) as Record<string, [number, number]> }];
  }
  if (event.key === 'Delete' || event.key === 'Backspace')
    return [
      ...arrows.map(({ from, port, to }): Edit => ({
        do: 'disconnect',
        arrow: { from, port, to },
      })),
      ...(steps.length > 0 ? [{ do: 'remove_steps', steps } as const] : []),
    ];
  if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey) && steps.length > 0)
    return [{ do: 'copy_steps', steps, by: [SNAP * 3, SNAP * 3] }];
  return undefined;
}
