// Where the window was, so that it is there again.
// WS1 what cannot be read, or lies where no screen is any more, counts as never kept.

import { z } from 'zod';

type Rectangle = { x: number; y: number; width: number; height: number };

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

/** The smallest window in which every screen can be used. */
export const SMALLEST = { width: 800, height: 600 } as const;
const FIRST = { width: 1440, height: 900 } as const;
/** So much of a window must lie on a screen to be taken hold of. */
const GRIP = 80;

/** What was kept, if it can be read (WS1). */
export function readState(text: string): WindowState | undefined {
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const isOn = ({ x, y, width }: Rectangle, screen: Rectangle): boolean =>
  x + width > screen.x + GRIP &&
  x < screen.x + screen.width - GRIP &&
  y >= screen.y &&
  y < screen.y + screen.height - GRIP;

/** Where a window opens: where it was, or in the middle of the first screen. */
export function boundsFor(
  state: WindowState | undefined,
  screens: Rectangle[],
): Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'> {
  if (!state || !screens.some((screen) => isOn(state, screen))) return FIRST;
  const width = Math.max(SMALLEST.width, state.width);
  const height = Math.max(SMALLEST.height, state.height);
  return { x: state.x, y: state.y, width, height };
}
