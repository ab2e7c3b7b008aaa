// How every loop of the benchmark is driven: runs one after another, then 50 at once, medians of
// repetitions, one line of JSON per loop on stdout. The same for the hand-written loops and for
// ours.

import { median, percentile } from './figures.ts';

const RUNS = Number(process.env['BENCH_RUNS'] ?? 150);
const REPEATS = Number(process.env['BENCH_REPEATS'] ?? 3);
const STEPS = 20;
const AT_ONCE = 50;

/** What a step answers: about 200 bytes. */
export const RESULT = (i: number): { step: number; ok: boolean; ts: number; text: string } => ({
  step: i,
  ok: true,
  ts: 1_763_600_000_000 + i,
  text: 'The quick brown fox jumps over the lazy dog and keeps a tidy journal of it. '
    .repeat(2)
    .slice(0, 140),
});

const last = new Map<string, number>();
let gaps: number[] = [];

/** A step of run `id` begins. */
export function tick(id: string): void {
  const now = performance.now();
  const before = last.get(id);
  if (before !== undefined) gaps.push(now - before);
  last.set(id, now);
}

export type Measured = {
  name: string;
  seq: number;
  conc: number;
  p99Ms: number;
  cpuUsPerStep: number;
};

/** Measures `runOne` (one run of 20 steps) and prints its figures as one line of JSON. */
export async function bench(name: string, runOne: (id: string) => Promise<void>): Promise<void> {
  let n = 0;
  for (let i = 0; i < 20; i++) await runOne(`w${n++}`);
  const seq: number[] = [];
  const conc: number[] = [];
  const p99: number[] = [];
  const cpu: number[] = [];
  for (let r = 0; r < REPEATS; r++) {
    gaps = [];
    last.clear();
    let began = performance.now();
    for (let i = 0; i < RUNS; i++) await runOne(`s${n++}`);
    seq.push((RUNS * STEPS * 1000) / (performance.now() - began));
    p99.push(percentile(gaps, 99));
    began = performance.now();
    const used = process.cpuUsage();
    let left = RUNS * 4;
    const worker = async (): Promise<void> => {
      while (left-- > 0) await runOne(`c${n++}`);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    conc.push((RUNS * 4 * STEPS * 1000) / (performance.now() - began));
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / (RUNS * 4 * STEPS));
  }
  const measured: Measured = {
    name,
    seq: median(seq),
    conc: median(conc),
    p99Ms: median(p99),
    cpuUsPerStep: median(cpu),
  };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
