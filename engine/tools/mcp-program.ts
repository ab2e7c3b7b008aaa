// A tool server as a program on this computer, seen as a channel of messages. The only file that
// starts one.
// R1 no shell ever sees a word of the command; the environment is exactly what is handed in.
// R2 everything it sends is bounded: one message, and what comes before it answers something.
// R3 whatever goes wrong with it closes this channel and nothing else; the reason is kept.
// R4 `close` resolves when nothing of it is left, at the latest after CLOSE_MS.

import { spawn, type ChildProcess } from 'node:child_process';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import type { Clock } from '../4-run/ports.ts';
import type { ChildProgram } from './child-node.ts';
import { heard } from './mcp-answer.ts';
import type { Order, Report } from './mcp-keeper.ts';
import { library } from './mcp-library.ts';

const MEGABYTE = 1024 * 1024;
/** Longest message, and most bytes that may come without answering anything (R2). */
const LINE_BYTES = 4 * MEGABYTE;
const UNASKED_BYTES = 32 * MEGABYTE;
const KEPT_CHARS = 2000;
const CLOSE_MS = 5000;

/** A program to start, and the keeper that stands beside it. */
export type ProgramReach = { order: Order; keeper: ChildProgram };
/** Why a program is no longer there: a code of the catalogue's `mcp.` and its parameters. */
export type Ended = { code: string; params?: Record<string, string | number> };

export type Program = {
  transport: Transport;
  /** Why it ended, once it has. */
  ended: () => Ended | undefined;
  /** The last words on its error output, in one line. */
  lastWords: () => string;
  close: () => Promise<void>;
};

/** Cuts a stream of bytes into lines of at most LINE_BYTES; `false` when one is longer (R2). */
function lineCutter(take: (line: string) => void): (chunk: Buffer) => boolean {
  let parts: Buffer[] = [];
  let held = 0;
  return (chunk) => {
    let rest = chunk;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      const line = Buffer.concat([...parts, rest.subarray(0, at)]);
      [parts, held, rest] = [[], 0, rest.subarray(at + 1)];
      if (line.length > LINE_BYTES) return false;
      take(line.toString('utf8'));
    }
    if (rest.length) parts.push(rest);
    held += rest.length;
    return held <= LINE_BYTES;
  };
}

/** A message, or undefined for what is none; nothing a program sends can throw here. */
function messageIn(line: string): JSONRPCMessage | undefined {
  try {
    return library().deserializeMessage(line);
  } catch {
    return undefined;
  }
}

const isAnswer = (message: JSONRPCMessage): boolean => 'result' in message || 'error' in message;

/** What a server sends, bounded and taken apart; `stop` is told why it must end (R2). */
function intake(deliver: (message: JSONRPCMessage) => void, stop: (why: Ended) => void) {
  let words = '';
  let unasked = 0;
  const flooded = (bytes: number): boolean => {
    unasked += bytes;
    if (unasked <= UNASKED_BYTES) return false;
    stop({ code: 'mcp.flood', params: { megabytes: UNASKED_BYTES / MEGABYTE } });
    return true;
  };
  const cut = lineCutter((line) => {
    const message = line.trim() ? messageIn(line) : undefined;
    if (!message) return;
    if (isAnswer(message)) unasked = 0;
    deliver(message);
  });
  return {
    output: (chunk: Buffer): void => {
      if (flooded(chunk.length) || cut(chunk)) return;
      stop({ code: 'mcp.line', params: { megabytes: LINE_BYTES / MEGABYTE } });
    },
    errors: (chunk: Buffer): void => {
      if (!flooded(chunk.length)) words = `${words}${chunk.toString('utf8')}`.slice(-KEPT_CHARS);
    },
    words: () => heard(words),
  };
}

const exitOf = (program: ChildProcess): Promise<void> =>
  new Promise((resolve) => program.once('exit', () => resolve()));

/** Starts the keeper, which waits for its order. */
function startKeeper({ order, keeper }: ProgramReach): ChildProcess {
  const program = spawn(keeper.node, [keeper.file], {
    cwd: order.cwd,
    env: keeper.env,
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
    shell: false, // R1
    windowsHide: true,
  });
  for (const stream of [program.stdin, program.stdout, program.stderr])
    stream?.on('error', () => {}); // what breaks a pipe is told by its end
  program.send(order);
  return program;
}

/** Why what the keeper reports ends the channel; undefined for its good news. */
function endedBy(report: Report): Ended | undefined {
  if ('failed' in report) return { code: 'mcp.no_start', params: { reason: report.failed } };
  return 'ended' in report ? { code: 'mcp.ended', params: { how: report.ended } } : undefined;
}

/**
 * Starts nothing yet: the transport's `start` does, and fails when the program cannot be started.
 */
export function programOf(reach: ProgramReach, after: Clock['after']): Program {
  let keeper: ChildProcess | undefined;
  let started: number | undefined;
  let ended: Ended | undefined;
  let gone: Promise<void> = Promise.resolve();
  let failStart: (error: Error) => void = () => {};

  /** The first reason counts; the channel closes once (R3). */
  const end = (why: Ended): void => {
    if (ended) return;
    ended = why;
    failStart(new Error(why.code));
    keeper?.stdin?.destroy();
    if (keeper?.connected) keeper.disconnect();
    transport.onclose?.();
  };
  const taken = intake((message) => void (ended ?? transport.onmessage?.(message)), end);

  const listen = (program: ChildProcess, ready: () => void): void => {
    program.stdout?.on('data', (chunk: Buffer) => void (ended ?? taken.output(chunk)));
    program.stderr?.on('data', (chunk: Buffer) => void (ended ?? taken.errors(chunk)));
    program.on('message', (report: Report) => {
      const why = endedBy(report);
      if (why) return end(why);
      if ('started' in report) started = report.started;
      ready();
    });
    program.once('error', () => end({ code: 'mcp.no_start', params: { reason: 'node' } }));
    gone = exitOf(program).then(() => {
      killGroup(started); // its keeper may have been killed before it could
      end({ code: 'mcp.ended', params: { how: 'gone' } });
    });
  };

  const transport: Transport & { stderr: null; pid: number | null } = {
    // these two say that this is a program's pipe, where silence means an older server
    stderr: null,
    get pid() {
      return started ?? null;
    },
    start: () =>
      new Promise((resolve, reject) => {
        failStart = reject;
        keeper = startKeeper(reach);
        listen(keeper, resolve);
      }),
    send: (message) =>
      new Promise((resolve, reject) => {
        if (ended || !keeper?.stdin) return reject(new Error(ended?.code ?? 'mcp.closed'));
        const line = `${JSON.stringify(message)}\n`;
        keeper.stdin.write(line, (error) => (error ? reject(error) : resolve()));
      }),
    close: async () => {
      end({ code: 'mcp.closed' });
      if (!keeper) return;
      const cancel = after(CLOSE_MS, () => {
        killGroup(started);
        keeper?.kill('SIGKILL');
      });
      await gone; // R4
      cancel();
    },
  };
  return {
    transport,
    ended: () => ended,
    lastWords: taken.words,
    close: () => transport.close(),
  };
}

/** Ends a server's group at once; nothing when it is gone already. */
function killGroup(pid: number | undefined): void {
  if (!pid || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody is left in it
  }
}
