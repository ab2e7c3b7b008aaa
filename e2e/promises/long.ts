// A very long run in a process of its own: `node long.ts DIR ROUNDS`. It makes a hundred tool calls
// a round and says at the end, as one object, how it went and how much memory the process held at
// most.

import path from 'node:path';
import { openJournal } from '../../engine/5-record/journal.ts';
import { createEngine } from '../../engine/engine.ts';
import type { ToolPort } from '../../engine/4-run/ports.ts';
import { registry } from '../../nodes/index.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { longDrawing } from './long-drawing.ts';

const [, , dir = '', rounds = '1'] = process.argv;
const folder = longDrawing(Number(rounds));

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
