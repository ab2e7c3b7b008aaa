// The library that stands between a program and the disk, built where a compiler is present.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCE = new URL('./shim.c', import.meta.url).pathname;

/** The path of the built shim; undefined on systems without it or without a compiler. */
export function builtShim(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const hash = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `interlock-faults-${process.getuid?.() ?? 0}`);
  const library = join(folder, `shim-${hash}.so`);
  if (existsSync(library)) return library;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = join(folder, `${process.pid}.so`);
  const { status } = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', fresh, SOURCE, '-ldl']);
  if (status !== 0) return undefined;
  renameSync(fresh, library);
  return library;
}

/** What the shim does to a program: see shim.c. */
export type Fault = { at: number; do: 'kill' | 'torn' | 'eio' | 'full'; stays?: boolean };

/** The environment of a program whose files with `match` in their path are watched. */
export const shimmed = (
  library: string,
  match: string,
  { fault, log }: { fault?: Fault | undefined; log?: string | undefined },
): NodeJS.ProcessEnv => ({
  ...process.env,
  LD_PRELOAD: library,
  FAULT_MATCH: match,
  ...(fault ? { FAULT_AT: String(fault.at), FAULT_DO: fault.do } : {}),
  ...(fault?.stays ? { FAULT_ON: '1' } : {}),
  ...(log === undefined ? {} : { FAULT_LOG: log }),
});
