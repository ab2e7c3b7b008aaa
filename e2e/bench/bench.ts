// `npm run bench [-- PART]`: the product against hand-written loops and physical limits, in one run, as
// ratios. Absolute figures belong to the machine of the moment; the ratios are what counts.
// Peers are not run here: their figures enter as their measured ratio to the same hand-written
// loop.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './harness.ts';
import { figure, median, table } from './figures.ts';
import { rawRate } from './raw.ts';

const HAND = new URL('./baseline/hand.mjs', import.meta.url);
const out = (text: string): void => void process.stdout.write(`${text}\n`);

/** How the app's own Node is started. */
const FLAGS_FILE = new URL('../../engine/cli/flags.js', import.meta.url).href;
const { FLAGS } = (await import(FLAGS_FILE)) as { FLAGS: string[] };
/** Code that was compiled before is kept, as the app keeps it (engine/cli/main.ts). */
const CODE = new URL('../../node_modules/.cache/interlock-bench', import.meta.url).pathname;

/** Runs one part in a process of its own, started as the app is; its lines of JSON. */
function part<T>({ pathname: file }: URL, ...args: string[]): T[] {
  const cwd = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  const { stdout, stderr, status } = spawnSync(process.execPath, [...FLAGS, file, ...args], {
    cwd,
    env: { ...process.env, NODE_COMPILE_CACHE: CODE },
    encoding: 'utf8',
  });
  rmSync(cwd, { recursive: true, force: true });
  if (status !== 0) throw new Error(`${file} failed: ${stderr.slice(0, 500)}`);
  return stdout
    .split('\n')
    .filter((l) => l.startsWith('{'))
    .map((l) => JSON.parse(l) as T);
}

/** Fastest durable peer without rules, as its share of the hand-written loop. */
const PEER = { seq: 0.153, conc: 0.037 };

function steps(): void {
  const raw = rawRate();
  const [loop] = part<Measured>(HAND, 'loop');
  const [group] = part<Measured>(HAND, 'group');
  const [count, governed] = part<Measured & { commitsPerRun: number }>(
    new URL('./steps.ts', import.meta.url),
    'governed',
  );
  const [, plain] = part<Measured & { commitsPerRun: number }>(
    new URL('./steps.ts', import.meta.url),
    'plain',
  );
  const [files] = part<Measured>(new URL('./files.ts', import.meta.url));
  const rawAfter = rawRate();
  if (!files || !loop || !group || !governed || !plain || !count)
    throw new Error('a part said nothing');
  const row = (
    name: string,
    m: Pick<Measured, 'seq' | 'conc' | 'p99Ms' | 'cpuUsPerStep'>,
  ): string[] => [
    name,
    figure(m.seq),
    (m.seq / loop.seq).toFixed(2),
    figure(m.conc),
    (m.conc / group.conc).toFixed(2),
    figure(m.p99Ms),
    figure(m.cpuUsPerStep),
  ];
  out('Durable steps: 20 reads a run, one FULL commit before each next step');
  out(
    table([
      [
        '',
        'one after another, steps/s',
        '× hand loop',
        '50 at once, steps/s',
        '× hand group commit',
        'p99 ms',
        'CPU µs/step, 50 at once',
      ],
      [
        'one insert per FULL transaction, before and after',
        `${figure(raw)} and ${figure(rawAfter)}`,
        (median([raw, rawAfter]) / loop.seq).toFixed(2),
      ],
      row(loop.name, loop),
      row(group.name, group),
      row(plain.name, plain),
      row(governed.name, governed),
      row(files.name, files),
      [
        'fastest durable peer, by its ratio',
        figure(loop.seq * PEER.seq),
        PEER.seq.toFixed(2),
        figure(group.conc * PEER.conc),
        PEER.conc.toFixed(2),
      ],
    ]),
  );
  out(
    `Commits of one run of 20 steps: ${count.commitsPerRun} (one for its start, one per step).\n`,
  );
}

type Shapes = {
  perStepAt20: number;
  perStepAt1000: number;
  fanOutMs: number;
  loopMs: number;
};
type Pure = { sizes: number[]; compileMs: number[]; transitionUs: number[]; judgeMs: number };

function shapes(): void {
  const [s] = part<Shapes>(new URL('./shapes.ts', import.meta.url));
  const [p] = part<Pure>(new URL('./pure.ts', import.meta.url));
  if (!s || !p) throw new Error('a part said nothing');
  const growth = p.transitionUs[2] && p.transitionUs[0] ? p.transitionUs[2] / p.transitionUs[0] : 0;
  out(
    table([
      ['what', 'measured', 'goal'],
      [
        'cost per step, 1,000 steps of one run against 20',
        `× ${(s.perStepAt1000 / s.perStepAt20).toFixed(2)}`,
        '≤ × 1.1',
      ],
      ['for-each over 1,000 items with join, durable', `${figure(s.fanOutMs)} ms`, '≤ 50 ms'],
      ['loop of 100 rounds, durable', `${figure(s.loopMs)} ms`, '≤ 30 ms'],
      [
        'compile, 10 / 100 / 1,000 steps',
        p.compileMs.map(figure).join(' / ') + ' ms',
        '≤ 150 ms at 1,000',
      ],
      [
        'one transition, 10 / 100 / 1,000 steps',
        p.transitionUs.map(figure).join(' / ') + ` µs, × ${growth.toFixed(2)}`,
        '≤ × 3',
      ],
      [
        'an edit judged: problems, contract, ceiling, 200 steps',
        `${figure(p.judgeMs)} ms`,
        '≤ 16 ms',
      ],
    ]),
  );
}

type Rest = {
  takenUpMs: number;
  inboxMs: number;
  restMb: number;
  emptyMb: number;
  cpuPercent: number;
  delayP99Ms: number;
  stopMs: number;
};

function rest(): void {
  const file = new URL('./rest.ts', import.meta.url);
  const dir = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  part(file, 'wait', dir);
  const [r] = part<Rest>(file, dir);
  rmSync(dir, { recursive: true, force: true });
  if (!r) throw new Error('a part said nothing');
  const memory = `${figure(r.restMb)} MB, ${figure(r.emptyMb)} of them before the first`;
  out(
    table([
      ['\nat rest and under load', 'measured', 'goal'],
      ['1,000 waiting runs: memory of the whole process', memory, '≤ 120 MB'],
      ['1,000 waiting runs: processor', `${figure(r.cpuPercent)} %`, '0 %'],
      ['1,000 waiting runs: from opening to all taken up', `${figure(r.takenUpMs)} ms`, '≤ 2 s'],
      ['1,000 waiting runs: the inbox', `${figure(r.inboxMs)} ms`, '≤ 200 ms'],
      ['50 runs at once: event loop late, p99', `${figure(r.delayP99Ms)} ms`, '≤ 50 ms'],
      ['50 runs at once: last new call after a stop', `${figure(r.stopMs)} ms`, '≤ 100 ms'],
    ]),
  );
}

/** The page and its canvas in a browser; says what it measured itself. */
function canvas(): void {
  const { pathname } = new URL('./canvas.ts', import.meta.url);
  const { status } = spawnSync(process.execPath, [pathname], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${pathname} failed`);
}

const PARTS = { steps, shapes, rest, canvas };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length) {
  out(`There is no part "${unknown.join(', ')}"; the parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
for (const [name, measure] of Object.entries(PARTS))
  if (!asked.length || asked.includes(name)) measure();
out('\nNot measured here: models, tools, power loss, other machines.');
