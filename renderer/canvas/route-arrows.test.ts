// Promises of the arrows: see route-arrows.ts and place-labels.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD, crosses, overlap, type Box, type Point } from './geometry.ts';
import { placeLabels } from './place-labels.ts';
import { routeArrows, untouched, type Link, type Route } from './route-arrows.ts';

const card = (id: string, x: number, y: number): Box => ({
  id,
  x: x - CARD.w / 2,
  y,
  ...CARD,
  shape: 'card',
  mid: CARD.w / 2,
});
const link = (from: Box, to: Box, share = 0.5): Link => ({
  id: `${from.id}>${to.id}:${share}`,
  from: from.id,
  to: to.id,
  start: [from.x + from.w * share, from.y + from.h],
  leave: 'down',
});
const pieces = ({ points }: Route): [Point, Point][] =>
  points.slice(1).map((b, i) => [points[i] as Point, b]);

const steps = (most: number) =>
  fc.array(fc.integer({ min: -most, max: most }), { minLength: 14, maxLength: 14 });

/** Cards on a loose grid, none touching another, with forward arrows between them. */
const drawing = fc
  .record({
    cells: fc.uniqueArray(fc.nat(23), { minLength: 3, maxLength: 14 }),
    nudge: steps(3),
    arrows: fc.uniqueArray(fc.tuple(fc.nat(13), fc.nat(13), fc.constantFrom(0.16, 0.5, 0.84)), {
      maxLength: 18,
      selector: ([a, b, share]) => `${a}.${b}.${share}`,
    }),
  })
  .map(({ cells, nudge, arrows }) => {
    const boxes = cells
      .toSorted((a, b) => a - b)
      .map((cell, i) =>
        card(`c${i}`, (cell % 4) * 312 + (nudge[i] ?? 0) * 8, Math.floor(cell / 4) * 136),
      );
    const links = arrows
      .filter(([a, b]) => a < b && b < boxes.length)
      .map(([a, b, share]) => link(boxes[a] as Box, boxes[b] as Box, share));
    return { boxes, links };
  });

/**
 * The same, pushed together until only a few pixels are left between them; arrows lead anywhere.
 */
const crowd = fc
  .record({
    cells: fc.uniqueArray(fc.nat(19), { minLength: 3, maxLength: 14 }),
    across: steps(4),
    down: steps(4),
    arrows: fc.uniqueArray(fc.tuple(fc.nat(13), fc.nat(13), fc.constantFrom(0.16, 0.5, 0.84)), {
      maxLength: 18,
      selector: ([a, b, share]) => `${a}.${b}.${share}`,
    }),
  })
  .map(({ cells, across, down, arrows }) => {
    const boxes = cells.map((cell, i) => {
      const [x, y] = [(cell % 4) * 312, Math.floor(cell / 4) * 136];
      return card(`c${i}`, x + (across[i] ?? 0) * 8, y + (down[i] ?? 0) * 8);
    });
    const links = arrows
      .filter(([a, b]) => a !== b && a < boxes.length && b < boxes.length)
      .map(([a, b, share]) => link(boxes[a] as Box, boxes[b] as Box, share));
    return { boxes, links };
  });

type Drawing = { boxes: Box[]; links: Link[] };

/** The arrows of a drawing that run behind a card they have nothing to do with. */
function hidden({ boxes, links }: Drawing): string[] {
  return [...routeArrows(boxes, links).values()].flatMap((route) => {
    const own = links.find((l) => l.id === route.id) as Link;
    const others = boxes.filter(({ id }) => id !== own.from && id !== own.to);
    const isBehind = pieces(route).some(([a, b]) => others.some((box) => crosses(a, b, box)));
    return isBehind ? [route.id] : [];
  });
}

test('an arrow never runs behind a card', () => {
  fc.assert(
    fc.property(drawing, (drawn) => {
      expect(hidden(drawn)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('however close the cards stand, an arrow finds its way between them', () => {
  fc.assert(
    fc.property(crowd, (drawn) => {
      expect(hidden(drawn)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a third arrow into a card with another close beside it comes from above', () => {
  const [from, to] = [card('from', 0, 0), card('to', 24, 680)];
  const boxes = [from, to, card('other', 312, 0), card('close', 288, 680)];
  const links = [link(from, to, 0.16), link(from, to, 0.84), link(boxes[2] as Box, to, 0.16)];
  expect(hidden({ boxes, links })).toEqual([]);
  const ends = [...routeArrows(boxes, links).values()].map(({ points }) => points.at(-1) as Point);
  expect(ends.filter(([, y]) => y === to.y).length).toBe(2);
  expect(ends.some(([x]) => x === to.x + to.w)).toBe(false);
});

test('every piece is level or upright; a line leaves downwards and arrives at the border', () => {
  fc.assert(
    fc.property(drawing, ({ boxes, links }) => {
      for (const route of routeArrows(boxes, links).values()) {
        for (const [a, b] of pieces(route)) expect(a[0] === b[0] || a[1] === b[1]).toBe(true);
        const [first, second] = route.points as [Point, Point];
        expect(second[1]).toBeGreaterThan(first[1]);
        const to = boxes.find((box) => box.id === links.find((l) => l.id === route.id)?.to) as Box;
        const end = route.points.at(-1) as Point;
        const onTop = end[1] === to.y && end[0] >= to.x && end[0] <= to.x + to.w;
        const onSide = end[0] === to.x || end[0] === to.x + to.w;
        expect(onTop || onSide).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('the same drawing gives the same lines, in whatever order it is told', () => {
  fc.assert(
    fc.property(drawing, ({ boxes, links }) => {
      const one = routeArrows(boxes, links);
      const other = routeArrows(boxes.toReversed(), links.toReversed());
      for (const [id, route] of one) expect(other.get(id)).toEqual(route);
    }),
    { numRuns: 60 },
  );
});

test('up to three arrows come into a card by three different sides', () => {
  const to = card('to', 0, 400);
  const from = [card('a', -312, 0), card('b', 0, 0), card('c', 312, 0)];
  const routes = routeArrows(
    [to, ...from],
    from.map((box) => link(box, to)),
  );
  const ends = [...routes.values()].map(({ points }) => points.at(-1) as Point);
  const sides = ends.map(([x, y]) => (y === to.y ? 'top' : x === to.x ? 'left' : 'right'));
  expect(new Set(sides).size).toBe(3);
});

test('no two arrows end in the same place', () => {
  fc.assert(
    fc.property(drawing, ({ boxes, links }) => {
      const ends = [...routeArrows(boxes, links).values()].map(({ points }) =>
        String(points.at(-1)),
      );
      expect(new Set(ends).size).toBe(ends.length);
    }),
    { numRuns: 100 },
  );
});

test('what stands straight above is joined by one straight line', () => {
  const [a, b] = [card('a', 0, 0), card('b', 0, 120)];
  expect(routeArrows([a, b], [link(a, b)]).get('a>b:0.5')?.points).toEqual([
    [0, 68],
    [0, 120],
  ]);
});

test('moving a card leaves the arrows alone that have nothing to do with it', () => {
  const [a, b, c, d] = [card('a', 0, 0), card('b', 0, 120), card('c', 936, 0), card('d', 936, 120)];
  const links = [link(a, b), link(c, d)];
  const before = routeArrows([a, b, c, d], links);
  const moved = { ...d, x: d.x + 40 };
  const kept = untouched({ routes: before, own: new Map() }, links, [moved]);
  expect([...kept.keys()]).toEqual(['a>b:0.5']);
  const far = { ...d, x: d.x + 1600 };
  const keptFar = untouched({ routes: before, own: new Map() }, links, [far]);
  expect([...keptFar.keys()]).toEqual(['a>b:0.5']);
  const after = routeArrows([a, b, c, moved], links, kept);
  expect(after.get('a>b:0.5')).toBe(before.get('a>b:0.5'));
  expect(after.get('c>d:0.5')).not.toEqual(before.get('c>d:0.5'));
});

test('a label has a place of its own beside the cards when rows are 120 apart', () => {
  const top = card('top', 0, 0);
  const below = [card('x', -312, 136), card('y', 0, 136), card('z', 312, 136)];
  const links = below.map((box, i) => link(top, box, [0.16, 0.5, 0.84][i]));
  const boxes = [top, ...below];
  const labels = links.map(({ id }) => ({ id, width: 84 }));
  const places = [...placeLabels(labels, routeArrows(boxes, links), boxes).values()];
  const rects = places.map(([x, y]) => ({ x: x - 42, y: y - 10, w: 84, h: 20 }));
  for (const [i, rect] of rects.entries()) {
    for (const box of boxes) expect(overlap(rect, box)).toBe(false);
    for (const other of rects.slice(i + 1)) expect(overlap(rect, other)).toBe(false);
  }
});
