// A very long run in a process of its own: `node long.ts DIR ROUNDS`. It makes a hundred tool calls
// a round and says at the end, as one object, how it went and how much memory the process held at
// most.

import path from 'node:path';
import { openJournal } from '../../engine/5-record/journal.ts';
import { createEngine } from '../../engine/engine.ts';
import type { ToolPort } from '../../engine/4-run/ports.ts';
import { registry } from '../../nodes/index.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { sampleSetting } from '../kit/engine-kit.ts';

const [, , dir = '', rounds = '1'] = process.argv;
const IN_ROUND = 50;

const look = (id: string): StepSpec => [id, 'call_tool', { tool: 'look', args: { n: 1 } }];
const never = { field: 'round', op: 'less_than', value: 0 };
const loop = (id: string, maxRounds: number, scope: ReturnType<typeof scopeOf>): StepSpec => [
  id,
  'loop',
  { maxRounds, until: never },
  { scope },
];
const inner = scopeOf(
  [['first', 'start'], look('one'), look('two')],
  ['first:ok>one', 'one:ok>two'],
);
const outer = scopeOf(
  [['begin', 'start'], loop('within', IN_ROUND, inner), ['next', 'parallel']],
  ['begin:ok>within', 'within:done>next', 'within:over>next'],
);
const folder = drawing(
  scopeOf(
    [
      ['start', 'start'],
      loop('around', Number(rounds), outer),
      ['fin', 'end', { outcome: 'done' }],
    ],
    ['start:ok>around', 'around:done>fin', 'around:over>fin'],
  ),
  {
    cards: [cardOf('look', { effect: 'read', alwaysFresh: true })],
    rules: [
      {
        id: 'look',
        name: 'Looking is fine',
        when: { field: 'tool', op: 'is', value: 'look' },
        then: 'allow',
      },
    ],
    budget: { toolCalls: 100_000, attempts: 100_000, minutes: 600 },
  },
);

let calls = 0;
const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
const tools: ToolPort = {
  call: () => {
    calls += 1;
    return Promise.resolve({ ok: true, used, reply: { value: { n: calls } } });
  },
};
const opened = openJournal({
  database: path.join(dir, 'interlock.db'),
  anchors: path.join(dir, 'anchors'),
});
if (!opened.ok) throw new Error(opened.wrong.code);
const setting = sampleSetting();
const engine = createEngine({
  registry,
  tools,
  setting: () => setting,
  journal: opened.journal,
  models: {
    call: () => Promise.reject(new Error('no model in this test')),
    worst: () => ({ inputTokens: 0, outputTokens: 0 }),
  },
});
const started = await engine.startRun({
  folder,
  setting,
  input: {},
  practice: true,
  pace: 'full',
});
if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
const { status } = await engine.settled(started.run);
const listed = engine.runs(10).length;
const view = engine.run(started.run);
const events = engine.lastPos();
await engine.close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  JSON.stringify({ status, calls, listed, path: view?.path.length, events, megabytes }),
);
