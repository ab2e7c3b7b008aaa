// Steps that make several calls, practised from a file as a person has it and shown on a terminal.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { interlock, json, writeFolder } from '../../e2e/kit/command-line.ts';
import { cardOf, drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Summary } from './summary.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-several-'));
const workspace = path.join(dir, 'ws');
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const BOOK = cardOf('book', {
  title: 'Book a room',
  args: [
    { id: 'day', label: 'Day', kind: 'date', required: true },
    { id: 'name', label: 'Room', kind: 'text', required: true },
  ],
  result: [{ id: 'text', label: 'Text', kind: 'text', required: true }],
});
const OPTIONS = [
  { id: 'urgent', name: 'Urgent', description: 'Something must be done at once' },
  { id: 'later', name: 'Later', description: 'It can wait for some weeks' },
];
const fields = [{ id: 'price', label: 'Price', kind: 'money', currency: 'USD', required: true }];
const letter = { letter: 'Please book 2027-03-04, it must be done at once' };

function folder(): Folder {
  const drawn = drawing(
    scopeOf(
      [
        ['start', 'start'],
        [
          'jury',
          'consensus',
          {
            question: 'When?',
            rule: 'What must be done at once is urgent',
            data: letter,
            options: OPTIONS,
            maxOutputTokens: 200,
          },
        ],
        [
          'booking',
          'use_tool',
          { data: letter, tool: 'book', args: { name: 'Blue' }, fields, maxOutputTokens: 200 },
        ],
        [
          'note',
          'critic',
          {
            instructions: 'Say what was booked',
            data: { price: { '@ref': 'steps.booking.value.price' } },
            criteria: [{ id: 'short', name: 'Short', description: 'At most 40 words' }],
            maxOutputTokens: 300,
          },
        ],
        ['fin', 'end', { output: { price: { '@ref': 'steps.booking.value.price', else: null } } }],
      ],
      [
        'start:ok>jury',
        'jury:urgent>booking',
        'jury:later>fin',
        'booking:ok>note',
        'note:ok>fin',
        'note:failed>fin',
      ],
    ),
    { cards: [BOOK] },
  );
  const answers = [{ value: { text: 'Booked for $120.00 in all' }, write: [] }];
  return { ...drawn, practice: { ...drawn.practice, tools: [{ name: 'book', answers }] } };
}

test('practised from its file, each is one step whose inner moves unfold', async () => {
  const place = writeFolder(path.join(dir, 'room'), folder());
  const args = ['run', place, '--practice', '--workspace', workspace];
  const ran = await interlock(...args, '--json');
  expect([ran.code, ran.err]).toEqual([0, expect.any(String)]);
  const { path: way, output, run } = json<Summary>(ran);
  expect(output).toEqual({ price: 120 });
  expect(way.map(({ step, port, inner }) => [step, port, inner?.map((one) => one.part)])).toEqual([
    ['start', 'ok', undefined],
    ['jury', 'urgent', ['vote1', 'vote2', 'vote3', 'count']],
    ['booking', 'ok', ['ask', 'call', 'read']],
    ['note', 'ok', ['draft', 'check']],
  ]);
  const { out } = await interlock('show', run, '--workspace', workspace);
  const lines = out.split('\n').map((line) => line.trimEnd());
  const at = lines.findIndex((line) => line.startsWith('  booking'));
  expect(lines.slice(at, at + 4).map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
    '  booking  ok',
    '  Fills in what the tool is given  ok',
    '  Calls the tool  ok',
    '  Reads the answer  ok',
  ]);
  expect(lines).toContainEqual(expect.stringMatching(/^ {4}Vote 3 +urgent$/));
  expect(out).not.toContain('__');
});

test('checked, its worst case counts every call, and the way names each step once', async () => {
  const place = writeFolder(path.join(dir, 'checked'), folder());
  const { code, out } = await interlock('ceiling', place, '--json', '--workspace', workspace);
  expect(code).toBe(0);
  const ceiling = JSON.parse(out) as { modelCalls: number; path: string[] };
  expect(ceiling.modelCalls).toBe(3 * (3 + 2 + 2));
  expect(ceiling.path).toEqual(['start', 'jury', 'booking', 'note', 'fin']);
  const contract = await interlock('contract', place, '--workspace', workspace);
  expect(contract.out).not.toContain('__');
});

test('compiled, it is one state around its calls', async () => {
  const place = writeFolder(path.join(dir, 'compiled'), folder());
  const { code, out } = await interlock('compile', place, '--print', 'machine');
  expect(code).toBe(0);
  expect(out).toMatch(/booking #booking\n(.*\n)*? +ask #booking__ask \(first\)/);
});
