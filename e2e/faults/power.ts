// What a power cut leaves: everything synced, and of everything written since any part at all, in
// any order, torn within a sector's length. Images of the files are rebuilt in memory from the list
// of operations (shim.c) and opened like after a real cut.
// PO1 what was acknowledged before the cut is in the image. PO2 the image is a whole database whose
//     record verifies. PO3 for some images, a new engine takes the run up and ends it.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { openReadOnly } from '../../engine/5-record/journal.ts';
import { seeded } from '../kit/seeded.ts';
import { aftermath, forget, live, newPlace, stateIn, type Place } from './lives.ts';

type Op = { op: string; file: string; offset: number; bytes: number; data: Buffer };

/** The operations of a life in order; `A` is what was said to be durable. */
function readLog(file: string): Op[] {
  const log = readFileSync(file);
  const ops: Op[] = [];
  for (let at = 0; at < log.length;) {
    const end = log.indexOf(10, at);
    const [op = '', length, offset, bytes] = log.subarray(at, end).toString().split(' ');
    const path = end + 1 + Number(length);
    const taken = op === 'W' || op === 'A' ? Number(bytes) : 0;
    const name = log.subarray(end + 1, path).toString();
    const data = log.subarray(path, path + taken);
    ops.push({ op, file: name, offset: Number(offset), bytes: Number(bytes), data });
    at = path + taken;
  }
  return ops;
}

type Disk = Map<string, Buffer>;

function apply(disk: Disk, { op, file, offset, bytes, data }: Op, part = data.length): void {
  const before = disk.get(file) ?? Buffer.alloc(0);
  if (op === 'U') return void disk.delete(file);
  const size = op === 'T' ? bytes : Math.max(before.length, offset + part);
  const after = Buffer.alloc(size);
  before.copy(after, 0, 0, Math.min(before.length, size));
  if (op === 'W') data.copy(after, offset, 0, part);
  disk.set(file, after);
}

/** Where the cut falls in the log, and what each unsynced operation comes to. */
type Cut = { at: number; random: () => number };
const SECTOR = 512;

/** The disk after a cut, and what was acknowledged by then. */
function imageOf(ops: Op[], { at, random }: Cut): { disk: Disk; acks: string[] } {
  const disk: Disk = new Map();
  let pending: Op[] = [];
  const acks: string[] = [];
  for (const op of ops.slice(0, at)) {
    if (op.op === 'A') acks.push(...said(op));
    else if (op.op === 'S') {
      const isSynced = (o: Op): boolean =>
        o.file === op.file || (o.op === 'U' && dirname(o.file) === op.file); // a folder was synced
      for (const own of pending.filter(isSynced)) apply(disk, own);
      pending = pending.filter((o) => !isSynced(o));
    } else if (!op.file.endsWith('-shm')) pending.push(op);
  }
  const isAllLost = random() < 0.2;
  for (const op of pending) {
    const luck = random();
    if (isAllLost || luck > 0.75) continue;
    const isTorn = op.op === 'W' && luck > 0.5;
    const sectors = Math.floor(random() * Math.ceil(op.data.length / SECTOR));
    apply(disk, op, isTorn ? Math.min(sectors * SECTOR, op.data.length) : op.data.length);
  }
  return { disk, acks };
}

const said = ({ data }: Op): string[] =>
  data
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('ack '))
    .map((line) => line.slice(4));

/** What is wrong with an image as it lies there (PO1, PO2). */
function inspect(dir: string, acks: string[]): string[] {
  const state = stateIn(dir);
  const files = { database: join(state, 'run.db'), anchors: join(state, 'run.anchors') };
  const db = new Database(files.database);
  const whole = db.pragma('integrity_check', { simple: true });
  const isBegun = db.pragma('application_id', { simple: true }) !== 0;
  db.close();
  if (whole !== 'ok') return [`integrity: ${String(whole)}`];
  if (!isBegun) return acks.length ? ['an empty database, and something was acknowledged'] : [];
  const opened = openReadOnly(files);
  if (!opened.ok) return [opened.wrong.code];
  const { journal } = opened;
  const recorded = new Set(journal.eventsAfter(0).map((e) => `${e.run} ${e.seq}`));
  const lost = acks.filter((ack) => !recorded.has(ack));
  const verified = journal.verify();
  journal.close();
  return [
    ...(lost.length ? [`lost: ${lost.join(', ')}`] : []),
    ...(verified.ok ? [] : [JSON.stringify(verified.runs.filter((run) => !run.ok))]),
  ];
}

export type PowerCuts = {
  operations: number;
  images: number;
  takenUp: number;
  wrong: { image: number; wrong: string[] }[];
};

/** `images` cuts of one life; every `takeUp`-th is taken up by a new engine as well (PO3). */
export async function powerCuts(
  shim: string,
  { images, seed, takeUp }: { images: number; seed: number; takeUp: number },
): Promise<PowerCuts> {
  const place: Place = { dir: newPlace(), acks: new Set() };
  const log = join(place.dir, 'log');
  const random = seeded(seed);
  try {
    await live(place, { shim, log });
    const ops = readLog(log);
    const sum: PowerCuts = { operations: ops.length, images, takenUp: 0, wrong: [] };
    for (let image = 0; image < images; image++) {
      const at = 1 + Math.floor(random() * ops.length);
      const { disk, acks } = imageOf(ops, { at, random });
      const dir = join(place.dir, 'image');
      const state = stateIn(dir);
      for (const [file, data] of disk) writeFileSync(join(state, basename(file)), data);
      const wrong = inspect(dir, acks);
      if (image % takeUp === takeUp - 1) {
        sum.takenUp += 1;
        wrong.push(...(await takenUp(dir, shim)));
      }
      if (wrong.length) sum.wrong.push({ image, wrong });
      rmSync(dir, { recursive: true, force: true });
    }
    return sum;
  } finally {
    forget(place);
  }
}

/** A new engine over the image ends the run; what reached the world before may be known or not. */
async function takenUp(dir: string, shim: string): Promise<string[]> {
  writeFileSync(join(dir, 'world'), '');
  const wrong = await aftermath({ dir, acks: new Set() }, shim);
  return wrong.filter((sentence) => !sentence.endsWith('reached the world'));
}
