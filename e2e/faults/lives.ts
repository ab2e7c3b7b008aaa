// Lives of one engine over one folder, with a fault in some of them, and what must hold afterwards.
// FL1 nothing acknowledged is lost. FL2 a call with a key is one call however often it is sent; one
//     without a key is never sent again. FL3 the run comes to its end. FL4 the record verifies and
//     the database is whole.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openReadOnly } from '../../engine/5-record/journal.ts';
import { shimmed, type Fault } from './shim.ts';

const LIFE = new URL('./life.ts', import.meta.url).pathname;
/** Lives without a fault after which a run must have ended. */
const MOST_LIVES = 3;
/** A life that takes longer hangs. */
const LONGEST_MS = 60_000;

/** Memory where there is some: a fault is then a matter of milliseconds. */
const SHARED = '/dev/shm';
export const newPlace = (): string =>
  mkdtempSync(join(existsSync(SHARED) ? SHARED : tmpdir(), 'interlock-faults-'));

/** The engine's own folder in a place; only what happens in it is watched. */
export function stateIn(dir: string): string {
  const state = join(dir, 'state');
  mkdirSync(state, { recursive: true });
  return state;
}

/** One folder, its world, and all that was acknowledged over its lives. */
export type Place = { dir: string; acks: Set<string> };

export type LifeEnd = 'done' | 'stuck' | 'killed' | 'broken';
export type LifeOptions = {
  shim: string;
  fault?: Fault | undefined;
  log?: string;
  /** Goes on asking after a refusal, instead of ending. */
  persists?: boolean;
};

/** Lives once; `broken` is an error of the program itself. */
export function live({ dir, acks }: Place, options: LifeOptions): Promise<LifeEnd> {
  const { shim, fault, log, persists } = options;
  const state = stateIn(dir);
  const args = [LIFE, state, join(dir, 'world'), persists ? 'persists' : 'gives-up'];
  const env = shimmed(shim, state, { fault, ...(log === undefined ? {} : { log }) });
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const hangs = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) =>
    child.once('close', (code, signal) => {
      clearTimeout(hangs);
      for (const line of said.split('\n').slice(0, -1))
        if (line.startsWith('ack ')) acks.add(line.slice(4));
      if (signal === 'SIGKILL') resolve('killed');
      else if (code !== 0) resolve('broken');
      else resolve(said.endsWith('stuck\n') ? 'stuck' : 'done');
    }),
  );
}

/** What is wrong after faults; nothing when every promise held. */
export async function aftermath(place: Place, shim: string): Promise<string[]> {
  let end: LifeEnd = 'killed';
  for (let n = 0; n < MOST_LIVES && end !== 'done'; n++) end = await live(place, { shim });
  return end === 'done' ? judged(place) : [`the run never ends: ${end}`];
}

function judged({ dir, acks }: Place): string[] {
  const wrong: string[] = [];
  const database = join(stateIn(dir), 'run.db');
  const opened = openReadOnly({ database, anchors: join(stateIn(dir), 'run.anchors') });
  if (!opened.ok) return [opened.wrong.code];
  const { journal } = opened;
  const recorded = new Set(journal.eventsAfter(0).map((e) => `${e.run} ${e.seq}`));
  const lost = [...acks].filter((ack) => !recorded.has(ack));
  if (lost.length) wrong.push(`acknowledged and lost: ${lost.join(', ')}`);
  const [run] = journal.runs(10);
  if (run?.status !== 'done') wrong.push(`the run is ${run?.status ?? 'gone'}`);
  if (!journal.verify().ok) wrong.push('the record does not verify');
  journal.close();
  const db = new Database(database, { readonly: true });
  if (db.pragma('integrity_check', { simple: true }) !== 'ok')
    wrong.push('the database is damaged');
  db.close();
  return [...wrong, ...doubled(join(dir, 'world'))];
}

/** Calls of the one run: 8 logical steps, each under one key; what takes no key once at most. */
const STEPS = 8;

function doubled(world: string): string[] {
  const calls = readFileSync(world, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { tool: string; key: string; logical: string });
  const keys = Map.groupBy(calls, (call) => call.logical);
  const wrong = [...keys].flatMap(([logical, list]) => {
    const several = new Set(list.map((call) => call.key)).size > 1;
    const again = list[0]?.tool === 'shout' && list.length > 1;
    return several || again ? [`${logical} was done ${list.length} times`] : [];
  });
  // What takes no key may be missing: a person said it was done, and it may never have been sent.
  const sure = [...keys.values()].filter(([first]) => first?.tool === 'post').length;
  return sure === STEPS - 1 ? wrong : [...wrong, `${sure} steps reached the world`];
}

export const forget = ({ dir }: Place): void => rmSync(dir, { recursive: true, force: true });
