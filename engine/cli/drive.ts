// Driving a run on until it ends or waits, answering what `--answer` answers on the way.
// D1 an answer is given to a card of its step as often as it comes up; of several for one step the
//    first goes to the first card, the last to all later ones.
// D2 an interruption leaves the run where it is: everything done stands in the journal.

import type { RunView } from '../4-run/view.ts';
import type { Client } from './client.ts';
import { pair } from './input.ts';
import { CommandEnd, EXIT, printLine, t } from './output.ts';

/** Choices by step, in the order given, and how many of them were used. */
export type AnswersByStep = Map<string, { choices: string[]; used: number }>;

/** `STEP=CHOICE` pairs of the command line. */
export function answersFrom(pairs: string[]): AnswersByStep {
  const answers: AnswersByStep = new Map();
  for (const [step, choice] of pairs.map(pair))
    answers.set(step, { choices: [...(answers.get(step)?.choices ?? []), choice], used: 0 });
  return answers;
}

/** Steps with answers nothing asked for: a name misspelt, or another way taken. */
export const unused = (answers: AnswersByStep): string[] =>
  [...answers].flatMap(([step, { used }]) => (used ? [] : [step]));

/** The next answer for a step; the last one stays (D1). */
function nextAnswer(answers: AnswersByStep, step: string): string | undefined {
  const found = answers.get(step);
  return found && (found.choices[found.used++] ?? found.choices.at(-1));
}

/** The end of a command with one more sentence; anything else as it is. */
const withMore = (error: unknown, sentence: string): unknown =>
  error instanceof CommandEnd ? new CommandEnd(`${error.message} ${sentence}`, error.exit) : error;

/** Answers one open card, if an answer for its step was given; false when there is none. */
async function answerOne(client: Client, view: RunView, answers: AnswersByStep): Promise<boolean> {
  const open = Object.values(view.cards).filter((card) => card.state === 'open');
  for (const card of open) {
    const choice = nextAnswer(answers, card.step);
    if (choice === undefined) continue;
    await client.call('decide', { card: card.id, choice }).catch((error: unknown) => {
      throw withMore(error, t('answer_left', { run: view.run }));
    });
    return true;
  }
  return false;
}

/** Resolves with the run once it has ended, waits for something nobody answered, or is paused. */
export async function drive(
  client: Client,
  run: string,
  answers: AnswersByStep = new Map(),
): Promise<RunView> {
  for (;;) {
    const view = await interruptible(client.call('settled', { run })).catch((error: unknown) => {
      throw withMore(error, t('kept', { run }));
    });
    if (view.endedAt !== undefined || !(await answerOne(client, view, answers))) return view;
  }
}

/** Ctrl+C ends the waiting, not the run (D2). */
function interruptible<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new CommandEnd(t('interrupted'), EXIT.interrupted));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const over = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    };
    work.then(resolve, reject).finally(over);
  });
}

/** Prints a run's events as they commit; call the answer to print up to a position and stop. */
export function printEvents(client: Client, run: string): (upTo: number) => Promise<void> {
  const over = new AbortController();
  let printed = 0;
  let wanted = Number.POSITIVE_INFINITY;
  const print = (events: { pos: number }[]): void => {
    for (const event of events) {
      printLine(event);
      printed = event.pos;
    }
    if (printed >= wanted) over.abort();
  };
  const work = (async () => {
    for (let more = true; more;) {
      const page = await client.call('events', { run, after: printed, limit: 1000 });
      print(page.events);
      more = page.more;
    }
    if (over.signal.aborted) return; // the run was over before anybody could follow it
    for await (const event of client.follow(printed, over.signal))
      if (event.root === run) print([event]);
  })();
  return async (upTo) => {
    wanted = upTo;
    if (printed >= wanted) over.abort();
    await work;
  };
}
