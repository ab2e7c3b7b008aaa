// What every step that makes several calls promises about the inner steps it is made of.
import { describe, expect, test } from 'vitest';
import { isSaid } from '../engine/base/text/say.ts';
import type { NodeDefinition } from '../engine/node.ts';
import { CARD, EXAMPLES } from '../e2e/kit/step-examples.ts';
import { registry } from './index.ts';

const all = [...registry.values()] as NodeDefinition[];
const several = all.flatMap((d) =>
  d.does.kind === 'lowered' ? [[d.type, d, d.does] as const] : [],
);

test('three steps make several calls', () => {
  expect(several.map(([type]) => type)).toEqual(['use_tool', 'critic', 'consensus']);
});

describe.each(several)('%s', (type, d, does) => {
  const own = d.settings.parse(EXAMPLES[type]);
  const lowering = { idOf: (part: string) => `it__${part}`, card: CARD };
  const lowered = does.lower(own, lowering);
  const inner = lowered.steps.map((step) => {
    const definition = registry.get(step.type) as NodeDefinition;
    return { ...step, definition, settings: definition.settings.safeParse(step.settings) };
  });
  const partOf = (part: string) => inner.find((step) => step.part === part)!;

  test('is the same each time, of known types with settings that fit', () => {
    expect(does.lower(own, lowering)).toEqual(lowered);
    expect(inner.map(({ settings }) => settings.error)).toEqual(inner.map(() => undefined));
    expect(new Set(inner.map(({ part }) => part)).size).toBe(inner.length);
    expect(inner.every(({ part }) => /^[a-z]+\d*$/.test(part))).toBe(true);
  });

  test('begins in one place and draws arrows only from ways out there are', () => {
    const led = new Set(lowered.arrows.map(({ to }) => to));
    expect(inner.filter(({ part }) => !led.has(part)).map(({ part }) => part)).toEqual([
      inner[0]?.part,
    ]);
    for (const { from, port } of lowered.arrows) {
      const { definition, settings } = partOf(from);
      expect(definition.ports(settings.data).map(({ id }) => id)).toContain(port);
    }
  });

  test('has a way out for each inner way that no arrow takes', () => {
    const ways = new Set(d.ports(own).map(({ id }) => id));
    const drawn = new Set(lowered.arrows.map(({ from, port }) => `${from}:${port}`));
    const left = inner.flatMap(({ part, definition, settings }) =>
      definition.ports(settings.data).filter(({ id }) => !drawn.has(`${part}:${id}`)),
    );
    expect(left.map(({ id }) => id).filter((id) => !ways.has(id))).toEqual([]);
  });

  test('does outside what it says, and no more than one tool call', () => {
    const rank = ['none', 'read', 'card'];
    const most = Math.max(...inner.map(({ definition }) => rank.indexOf(definition.effect)));
    expect(d.effect).toBe(rank[most]);
    expect(inner.filter(({ definition }) => definition.effect === 'card').length).toBe(
      d.effect === 'card' ? 1 : 0,
    );
  });

  test('has words for each of its inner moves', () => {
    const moves = inner.filter(({ definition }) => definition.does.kind !== 'structure');
    const codes = moves.map(({ part }) => `node.${type}.part.${part.replace(/\d+$/, '')}`);
    expect(codes.filter((code) => !isSaid(code))).toEqual([]);
  });

  test('is never offered where its inner steps are made for it', () => {
    const made = inner.filter(({ definition }) => definition.type.startsWith(type));
    expect(made.every(({ definition }) => definition.generated)).toBe(true);
  });
});
