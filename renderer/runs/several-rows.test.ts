// A step that makes several calls, on the run screens: one row, its moves told by their own words.
import { beforeAll, expect, test } from 'vitest';
import { openKit } from '../../e2e/kit/engine-kit.ts';
import { ANSWERS, begin, drawn, rule, USE } from '../../e2e/kit/several-calls.ts';
import type { Recorded } from '../../engine/4-run/events.ts';
import { foldAll } from '../../engine/4-run/evolve.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { litOf } from '../canvas/lit.ts';
import { askedOf } from '../playback/answer-parts.ts';
import { wayParts } from '../playback/answers-way.ts';
import { momentWords, stepAt } from '../playback/moment-words.ts';
import { axisOf } from './axis.ts';
import { knownOf, type Known } from './known.ts';
import { nowWords } from './now-words.ts';
import { rowsOf } from './record-rows.ts';

let events: Recorded[];
let known: Known;
let end: RunView;

beforeAll(async () => {
  const kit = openKit({ model: ANSWERS, tool: { send: () => ({ number: 'P-77' }) } });
  const folder = drawn([['parcel', 'use_tool', { ...USE }]], ['start:ok>parcel', 'parcel:ok>fin'], {
    rules: [rule('allow')],
  });
  const run = await begin(kit, folder);
  await kit.engine.settled(run);
  events = kit.engine.events(run, 0, 1000);
  known = knownOf(folder.workflow, folder.cards, kit.setting.people, registry);
  end = foldAll(events) as RunView;
  await kit.end();
});
const viewAt = (n: number): RunView => foldAll(events.slice(0, n)) as RunView;

test('the record has one row for it, which says what came of it', () => {
  const rows = rowsOf(end, end, known, axisOf(end, 0), end.endedAt ?? 0);
  expect(rows.map(({ key, words }) => [key, words])).toEqual([
    ['start', expect.any(String)],
    ['parcel', 'Tracking P-77'],
    ['fin', 'Done'],
  ]);
  expect(rows.find(({ key }) => key === 'parcel')?.bars.length).toBeGreaterThan(0);
});

test('at every moment it is called by its name, and its inner moves by their own words', () => {
  const said = events.map((event, i) => momentWords(event, viewAt(i + 1), known));
  const keys = events.map((event, i) => stepAt(event, viewAt(i + 1)));
  expect([...said, ...keys].join('\n')).not.toContain('__');
  for (const move of ['Fills in what the tool is given', 'Calls the tool', 'Reads the answer'])
    expect(said).toContain(`parcel: ${move}`);
  const now = events.map((_e, i) => nowWords(viewAt(i + 1), known, 0).text);
  expect(now.join('\n')).not.toMatch(/__|Ask$/);
});

test('asked why it went on, it names each of its moves and how it came out', () => {
  const parts = wayParts(askedOf(end, end, known, 'parcel'));
  const values = parts.flatMap((part) => (part.how === 'values' ? part.values : []));
  expect(values).toEqual([
    { label: 'Fills in what the tool is given', words: 'n: 3' },
    { label: 'Calls the tool', words: 'P-77' },
    { label: 'Reads the answer', words: 'P-77' },
  ]);
});

test('its card on the canvas says what all its calls cost together', () => {
  const facts = litOf(end, known.workflow, registry, known.names).steps['parcel'];
  const each = Object.values(end.effects).map(({ usage }) => usage.costNano);
  expect(each.filter((nano) => nano > 0)).toHaveLength(2);
  expect(facts?.state).toBe('done');
  expect(facts?.facts).toContain('$0.0002');
});
