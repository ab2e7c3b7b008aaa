// The process that gets killed: an engine over one state folder whose tool posts to the receiver.
// It says on stdout what it was told is durable (`ack <run> <seq>`), and `idle` when nothing is
// left.

import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { openJournal } from '../../engine/5-record/journal.ts';
import { createEngine } from '../../engine/engine.ts';
import type { ToolPort } from '../../engine/4-run/ports.ts';
import { registry } from '../../nodes/index.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { DRAWINGS } from './drawings.ts';

const [, , dir = '', port = '0', starts = '0'] = process.argv;
const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };

const post = (key: string, logical: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'idempotency-key': key, 'x-logical': logical };
    const options = { host: '127.0.0.1', port: Number(port), method: 'POST', headers };
    const sent = httpRequest(options, (response) => {
      response.resume();
      response.on('end', resolve);
    });
    sent.on('error', reject);
    sent.end();
  });

const tools: ToolPort = {
  call: async (_card, _args, { key, run, step, visit }) => {
    await post(key, `${run}/${step}/${visit}`);
    return { ok: true, used, reply: { value: { n: 1 } } };
  },
};

const opened = openJournal({ database: join(dir, 'interlock.db'), anchors: join(dir, 'anchors') });
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
engine.subscribe((events) => {
  process.stdout.write(events.map((e) => `ack ${e.run} ${e.seq}\n`).join(''));
});
await engine.recover();

const names = Object.keys(DRAWINGS);
for (let i = 0; i < Number(starts); i++) {
  const folder = DRAWINGS[names[i % names.length] as string];
  if (folder) await engine.startRun({ folder, setting, input: {}, practice: true, pace: 'full' });
}

for (;;) {
  for (const card of engine.inbox()) await engine.decide({ card: card.id, choice: 'approve' });
  const active = opened.journal.activeRuns();
  if (active.length === 0) break;
  // A step that was in flight at three kills in a row is held until somebody has looked.
  const held = active.filter(({ control, parent }) => control === 'paused' && parent === null);
  for (const { id } of held) await engine.resume(id);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
process.stdout.write('idle\n');
await engine.close();
