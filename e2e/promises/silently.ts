// Doing something with every way out of the process closed: nothing is sent, started, scheduled or
// written, and whoever tries is named and broken off.
// SI1 synchronous work only: what it leaves behind runs after the ways are open again.

import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import workers from 'node:worker_threads';

/** Every way out of a process: the network, other processes and threads, writing files. */
const WAYS: [object, string[]][] = [
  [globalThis, ['fetch', 'WebSocket', 'setTimeout', 'setInterval', 'setImmediate']],
  [net.Socket.prototype, ['connect']],
  [net, ['connect', 'createConnection', 'createServer']],
  [dgram, ['createSocket']],
  [dns, ['lookup', 'resolve']],
  [http, ['request', 'get', 'createServer']],
  [https, ['request', 'get']],
  [childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  [workers, ['Worker']],
  [fs, ['writeFileSync', 'appendFileSync', 'writeSync', 'openSync', 'mkdirSync', 'renameSync']],
  [fs, ['rmSync', 'unlinkSync', 'copyFileSync', 'symlinkSync', 'truncateSync', 'writeFile']],
  [fs, ['createWriteStream', 'open', 'appendFile', 'mkdir', 'rename', 'rm', 'unlink']],
  [fs.promises, ['open', 'writeFile', 'appendFile', 'mkdir', 'rename', 'rm', 'unlink']],
];

const isReading = (flags: unknown): boolean =>
  flags === undefined || flags === 'r' || flags === fs.constants.O_RDONLY;

/** Does something with every way out closed; also says which were tried. */
export function silently<T>(work: () => T): { result: T; tried: string[] } {
  const tried: string[] = [];
  const before = WAYS.flatMap(([of, names]) =>
    names.map((name) => [of, name, Object.getOwnPropertyDescriptor(of, name)] as const),
  );
  for (const [of, name, was] of before) {
    const real = was?.value as (...given: unknown[]) => unknown;
    const shut = (...given: unknown[]): unknown => {
      // Files may be read.
      if (name === 'openSync' && isReading(given[1])) return real(...given);
      tried.push(name);
      throw new Error(`${name} was tried`);
    };
    Object.defineProperty(of, name, { configurable: true, value: shut });
  }
  syncBuiltinESMExports();
  try {
    return { result: work(), tried };
  } finally {
    for (const [of, name, was] of before) if (was) Object.defineProperty(of, name, was);
    syncBuiltinESMExports();
  }
}
