// Control dependence: who decided that a step happens, and what a look at a step tells.
import { describe, expect, test } from 'vitest';
import {
  plotOf,
  steeredBy,
  steeredInside,
  toldBy,
  type Judge,
  type Plot,
  type Spot,
} from './control.ts';

/** A room from 'a:port>b'; `ways` gives the ordinary ways of steps with several. */
function room(
  arrows: string[],
  ways: Record<string, string[]> = {},
  more: { gates?: string[]; every?: string[]; inner?: Record<string, Plot> } = {},
  around?: Plot['around'],
): Plot {
  const drawn = arrows.map((arrow) => {
    const [, from = '', port = '', to = ''] = /^(\w+):(\w+)>(\w+)$/.exec(arrow) ?? [];
    return { from, port, to };
  });
  const ids = new Set([...drawn.flatMap(({ from, to }) => [from, to]), ...Object.keys(ways)]);
  const spots = [...ids].map((id): Spot => {
    const inner = more.inner?.[id];
    return {
      id,
      ways: ways[id] ?? ['ok'],
      isGate: more.gates?.includes(id) ?? false,
      isEvery: more.every?.includes(id) ?? false,
      ...(inner ? { inner } : {}),
    };
  });
  return plotOf(spots, drawn, around);
}

const all: Judge = { steers: () => true, answered: () => true };
const by = (plot: Plot, step: string, judge = all): string[] =>
  steeredBy(plot, step, judge).by.toSorted();

describe('a step is decided by', () => {
  const sort = { sort: ['order', 'spam'] };
  test('a step of whose ways only some lead to it', () => {
    expect(by(room(['sort:order>pay', 'sort:spam>end'], sort), 'pay')).toEqual(['sort']);
    expect(by(room(['sort:order>look', 'look:ok>pay', 'sort:spam>end'], sort), 'pay')).toEqual([
      'sort',
    ]);
  });
  test('nobody, where every way leads to it', () => {
    expect(by(room(['sort:order>a', 'sort:spam>b', 'a:ok>pay', 'b:ok>pay'], sort), 'pay')).toEqual(
      [],
    );
    expect(by(room(['read:ok>look', 'look:ok>pay']), 'pay')).toEqual([]);
  });
  test('nobody, where the only other way out is a problem that ends the work', () => {
    expect(by(room(['read:ok>pay', 'read:error>tell']), 'pay')).toEqual([]);
  });
  test('a step whose problem leads there, or whose problem leads around a check', () => {
    expect(by(room(['read:ok>end', 'read:error>pay']), 'pay')).toEqual(['read']);
    const plot = room(['read:ok>pay', 'read:unsure>look', 'look:yes>pay', 'look:no>end'], {
      look: ['yes', 'no'],
    });
    expect(by(plot, 'pay')).toEqual(['look', 'read']);
  });
  test('a way that nobody drew', () => {
    expect(by(room(['sort:order>pay'], sort), 'pay')).toEqual(['sort']);
  });
  test('every decision on the way, side by side or one after the other', () => {
    const plot = room(['sort:order>size', 'sort:spam>end', 'size:small>pay', 'size:large>end'], {
      ...sort,
      size: ['small', 'large'],
    });
    expect(by(plot, 'pay')).toEqual(['size', 'sort']);
    const waits = room(
      ['fork:ok>sort', 'fork:ok>look', 'sort:order>both', 'sort:spam>end', 'look:ok>both'].concat(
        'both:ok>pay',
      ),
      sort,
      { every: ['both'] },
    );
    expect(by(waits, 'pay')).toEqual(['sort']);
  });
  test('a decision, and not what a person agreed to after it', () => {
    const gate = { gates: ['gate'] };
    const ways = { ...sort, gate: ['approved'] };
    const asked = room(['sort:order>gate', 'sort:spam>end', 'gate:approved>pay'], ways, gate);
    expect(by(asked, 'pay')).toEqual([]);
    const late = room(['sort:order>gate', 'sort:spam>end', 'gate:timeout>pay'], ways, gate);
    expect(by(late, 'pay')).toEqual(['gate', 'sort']);
    expect(by(asked, 'pay', { ...all, answered: () => false })).toEqual(['sort']);
    const beside = room(
      ['sort:order>gate', 'sort:spam>pay', 'gate:approved>pay', 'gate:refused>end'],
      ways,
      gate,
    );
    expect(by(beside, 'pay')).toEqual(['sort']);
  });
  test('nobody before a room through which no way leads without consent', () => {
    const inner = room(
      ['ask:approved>done', 'ask:refused>done'],
      { ask: ['approved'] },
      {
        gates: ['ask'],
      },
    );
    const open = room(['begin:ok>ask', 'begin:skip>done', 'ask:approved>done'], {
      begin: ['ok', 'skip'],
      ask: ['approved'],
    });
    const around = (body: Plot): Plot =>
      room(
        ['sort:order>agree', 'sort:spam>end', 'agree:done>pay'],
        { ...sort, agree: ['done'] },
        {
          inner: { agree: body },
        },
      );
    expect(by(around(inner), 'pay')).toEqual([]);
    expect(by(around(open), 'pay')).toEqual(['sort']);
  });
  test('what decided about the room it lies in, and the room itself', () => {
    const outer = room(['sort:order>each', 'sort:spam>end'], sort);
    const inner = room(['read:ok>pay'], {}, {}, { plot: outer, id: 'each' });
    expect(by(inner, 'pay')).toEqual(['each', 'sort']);
    expect(steeredBy(inner, 'pay', all, inner)).toEqual({ by: [], isOpen: true });
  });
});

describe('looking at a step tells', () => {
  const sort = { sort: ['good', 'bad'] };
  test('which way was taken, where only some lead by it', () => {
    const plot = room(
      ['sort:good>thank', 'sort:bad>excuse', 'thank:ok>send', 'excuse:ok>send'],
      sort,
    );
    expect(toldBy(plot, 'thank', 'send', all)).toEqual(['sort']);
    expect(by(plot, 'send')).toEqual([]);
  });
  test('nothing, where everybody who gets there has passed it', () => {
    const plot = room(['sort:good>look', 'sort:bad>end', 'look:ok>send'], sort);
    expect(toldBy(plot, 'look', 'send', all)).toEqual([]);
    expect(toldBy(plot, 'sort', 'send', all)).toEqual([]);
  });
  test('which end a room took', () => {
    const body = room(['sort:good>thank', 'sort:bad>excuse'], sort);
    expect(steeredInside(body, all)).toEqual(['sort']);
    expect(steeredInside(room(['read:ok>look']), all)).toEqual([]);
  });
});

test('a thousand steps in a row are looked back over at once', () => {
  const arrows = Array.from({ length: 999 }, (_x, i) => `s${i}:ok>s${i + 1}`);
  expect(by(room(arrows, { s0: ['ok', 'other'] }), 's999')).toEqual(['s0']);
});
