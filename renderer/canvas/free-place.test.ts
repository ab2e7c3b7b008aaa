// Promises of the place for something new: see free-place.ts.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freePlace } from './free-place.ts';

test('what is new stays where it is wished when nothing lies there', () => {
  expect(freePlace([40, 80], { w: 208, h: 96 }, [])).toEqual([40, 80]);
  expect(freePlace([40, 80], { w: 208, h: 96 }, [{ x: 400, y: 80, w: 240, h: 68 }])).toEqual([
    40, 80,
  ]);
});

test('what is new never covers what is there', () => {
  const rect = fc.record({
    x: fc.integer({ min: -600, max: 600 }),
    y: fc.integer({ min: -600, max: 600 }),
    w: fc.integer({ min: 40, max: 700 }),
    h: fc.integer({ min: 36, max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 12 }), (taken) => {
      const [x, y] = freePlace([0, 0], { w: 208, h: 96 }, taken);
      for (const r of taken)
        expect(x + 208 <= r.x || r.x + r.w <= x || y + 96 <= r.y || r.y + r.h <= y).toBe(true);
    }),
  );
});
