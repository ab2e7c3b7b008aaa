// What lies near a place is found wherever it lies, however far out and however large.
import { expect, test } from 'vitest';
import { createNearby } from './nearby.ts';

test('a step placed absurdly far out is found and holds nothing up', () => {
  for (const far of [1e15, 1e20, 1e300, -1e20]) {
    const near = createNearby<string>();
    near.add({ x: far, y: 0, w: 240, h: 68 }, 'far');
    near.add({ x: 0, y: far, w: 240, h: 68 }, 'below');
    near.add({ x: 0, y: 0, w: 240, h: 68 }, 'here');
    expect(near.at({ x: far, y: 0, w: 10, h: 10 })).toContain('far');
    expect(near.at({ x: 0, y: 0, w: 10, h: 10 })).toContain('here');
  }
});
