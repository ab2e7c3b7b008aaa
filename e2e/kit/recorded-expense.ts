// A recorded run of the expense sample, made by a real engine with written-down answers: what tests
// of run screens and playback fold and read.

import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import type { Recorded } from '../../engine/4-run/events.ts';
import { openKit, sampleFolder } from './engine-kit.ts';

export type RecordedRun = {
  run: string;
  folder: Folder;
  people: Setting['people'];
  /** Events of the run, in order; `waiting` is how many there were before the card was answered. */
  events: Recorded[];
  waiting: number;
};

const CLAIM = { purpose: 'Train to Leeds', category: 'travel', date: '2026-11-12' };

/**
 * Runs a claim of `amount`; where a person is asked, `edit` is what they change before agreeing.
 */
export async function recordedExpense(amount: number, edit?: number): Promise<RecordedRun> {
  const kit = openKit({
    model: {
      check_claim: () => ({ category: 'within_policy' }),
    },
    tool: { pay_claim: (args) => ({ paid: args['amount'] ?? 0, reference: 'TR-1' }) },
  });
  try {
    const folder = sampleFolder('expense-approval');
    const started = await kit.engine.startRun({
      folder,
      setting: kit.setting,
      input: { ...CLAIM, amount },
      practice: false,
      pace: 'full',
    });
    if ('wrong' in started) throw new Error(started.wrong.code);
    const { run } = started;
    await kit.engine.settled(run);
    const waiting = kit.engine.events(run, 0, 1000).length;
    const [card] = kit.engine.inbox();
    if (card) {
      const change = edit === undefined ? {} : { edit: { amount: edit } };
      const done = await kit.engine.decide({ card: card.id, choice: 'approve', ...change });
      if ('wrong' in done) throw new Error(done.wrong.code);
      await kit.engine.settled(run);
    }
    const events = kit.engine.events(run, 0, 1000);
    return { run, folder, people: kit.setting.people, events, waiting };
  } finally {
    await kit.end();
  }
}
