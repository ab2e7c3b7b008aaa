// Promises of the colours: everything that is read can be read, in light and in dark.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The colours of a scheme by their token. */
function tokens(scheme: string): Record<string, string> {
  const block = css.split(`'${scheme}'] {`)[1]?.split('\n}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((p, q) => q - p);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'sunken', 'hover', 'track'];
const STATES = ['accent', 'done', 'wait', 'fail'];
const cross = (front: string[], back: string[], least: number): [string, string, number][] =>
  front.flatMap((f) => back.map((b): [string, string, number] => [f, b, least]));
const PAIRS: [front: string, back: string, least: number][] = [
  ...cross(['text', 'text-2', 'text-3'], GROUNDS, 4.5),
  ...STATES.flatMap((s) => cross([`${s}-text`], [`${s}-soft`, 'surface', 'canvas', 'sunken'], 4.5)),
  ...cross(
    ['text', 'text-2'],
    STATES.map((s) => `${s}-soft`),
    4.5,
  ),
  ...cross(['on-accent'], ['accent', 'accent-hover'], 4.5),
  ['on-ink', 'ink', 4.5],
  ['on-banner', 'banner', 4.5],
  ...cross(['line-control'], ['surface', 'sunken'], 3),
  ['edge', 'canvas', 3],
  ['accent', 'canvas', 3],
];

for (const scheme of ['light', 'dark'])
  test(`text, borders of fields and arrows stand out enough, ${scheme}`, () => {
    const colours = tokens(scheme);
    const low = PAIRS.flatMap(([front, back, least]) => {
      const found = contrast(colours[front] ?? '', colours[back] ?? '');
      return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)} < ${least}`];
    });
    expect(low).toEqual([]);
  });
