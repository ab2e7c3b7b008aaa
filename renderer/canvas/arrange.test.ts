// Aligning, distributing and the lines that help while dragging.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, distribute, type Alignment, type Piece, type Places } from './arrange.ts';
import { inLine, REACH } from './guide-lines.ts';

const piece = (id: string, x: number, y: number, locked = false): Piece => ({
  id,
  x,
  y,
  w: 240,
  h: 68,
  mid: 120,
  locked,
});
const after = (pieces: Piece[], to: Places): Piece[] =>
  pieces.map((one) => {
    const at = to[one.id];
    return at ? { ...one, x: at[0] - one.mid, y: at[1] } : one;
  });

const WAYS: Alignment[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom'];
const EDGE: Record<Alignment, (p: Piece) => number> = {
  left: (p) => p.x,
  centre: (p) => p.x + p.mid,
  right: (p) => p.x + p.w,
  top: (p) => p.y,
  middle: (p) => p.y + p.h / 2,
  bottom: (p) => p.y + p.h,
};

const pieces = fc
  .array(
    fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -900, max: 900 }),
      w: fc.constantFrom(120, 240, 400),
      h: fc.constantFrom(36, 68, 300),
      locked: fc.boolean(),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((all) => all.map((p, i): Piece => ({ ...p, id: `p${i}`, mid: p.w / 2 })));

describe('aligning', () => {
  test.each(WAYS)(
    '%s: all that can move stands in one line, and doing it again moves nothing',
    (how) => {
      fc.assert(
        fc.property(pieces, (list) => {
          const lined = after(list, align(list, how));
          const free = lined.filter((p) => !p.locked).map(EDGE[how]);
          expect(new Set(free).size).toBeLessThanOrEqual(1);
          expect(align(lined, how)).toEqual({});
          expect(lined.filter((p) => p.locked)).toEqual(list.filter((p) => p.locked));
        }),
      );
    },
  );
  test('what is locked is the line the others come to', () => {
    const list = [piece('a', 0, 0), piece('b', 300, 90, true), piece('c', -40, 200)];
    expect(align(list, 'left')).toEqual({ a: [420, 0], c: [420, 200] });
  });
});

describe('distributing', () => {
  test('makes the gaps equal and leaves the outermost two where they are', () => {
    const list = [piece('a', 0, 0), piece('b', 0, 90), piece('c', 0, 400)];
    expect(distribute(list, 'down')).toEqual({ b: [120, 200] });
    expect(distribute(list.slice(0, 2), 'down')).toEqual({});
  });
  test('never changes the order', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('across' as const, 'down' as const), (list, axis) => {
        const free = list.map((p) => ({ ...p, locked: false }));
        const key = axis === 'across' ? 'x' : 'y';
        const order = (all: Piece[]): Piece[] =>
          all.toSorted((a, b) => a[key] - b[key] || (a.id < b.id ? -1 : 1));
        const to = after(free, distribute(free, axis));
        const [first, last] = [order(free)[0], order(free).at(-1)];
        expect(to).toContainEqual(first);
        expect(to).toContainEqual(last);
      }),
    );
  });
});

describe('guide lines', () => {
  const dragged = { x: 100, y: 100, w: 240, h: 68, mid: 120 };
  test('show where the middle or an edge meets that of another, and how far it is', () => {
    const { dx, dy, lines } = inLine(dragged, [{ x: 104, y: 400, w: 240, h: 68, mid: 120 }]);
    expect([dx, dy]).toEqual([4, undefined]);
    expect(lines).toEqual([{ axis: 'x', at: 224, from: 100, to: 468 }]);
  });
  test('stay away when nothing is near', () => {
    expect(inLine(dragged, [{ x: 500, y: 400, w: 240, h: 68, mid: 120 }]).lines).toEqual([]);
  });
  test('what was caught stays caught: standing in line, nothing moves it on', () => {
    const box = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 300 }),
      w: fc.constantFrom(120, 240),
      h: fc.constantFrom(36, 68),
      mid: fc.constant(60),
    });
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 5 }), (one, others) => {
        const { dx = 0, dy = 0 } = inLine(one, others);
        expect(Math.abs(dx)).toBeLessThanOrEqual(REACH);
        const again = inLine({ ...one, x: one.x + dx, y: one.y + dy }, others);
        expect([again.dx ?? 0, again.dy ?? 0]).toEqual([0, 0]);
      }),
    );
  });
});
