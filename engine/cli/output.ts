// What the command line says: data on stdout, sentences on stderr, never the other way round.
// O1 an error is one sentence on stderr and an exit code; nothing else reaches stderr with it.
// O2 a reader that goes away (`| head`) ends the command quietly.

import { writeSync } from 'node:fs';
import { say } from '../base/text/say.ts';
import type { Params } from '../base/text/say.ts';

/** How a command ends; what each number means stands in `interlock --help`. */
export const EXIT = {
  ok: 0,
  no: 1,
  usage: 2,
  waits: 3,
  limit: 4,
  denied: 5,
  interrupted: 130,
} as const;

/** Ends a command with a sentence and an exit code. */
export class CommandEnd extends Error {
  readonly exit: number;
  constructor(sentence: string, exit: number = EXIT.usage) {
    super(sentence);
    this.exit = exit;
  }
}

/** A sentence of the command line's own catalogue. */
export const t = (code: string, params: Params = {}): string => say('en', `cli.${code}`, params);

/** Writes all of a text, also to a slow pipe; a closed one ends the process quietly (O2). */
function write(handle: 1 | 2, text: string): void {
  let rest = Buffer.from(text.toWellFormed());
  while (rest.length) {
    try {
      rest = rest.subarray(writeSync(handle, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(EXIT.ok);
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** A line, or several, on stdout. */
export const print = (text: string): void => write(1, `${text}\n`);
/** An object on stdout, spaced so that a person can read it too. */
export const printJson = (x: unknown): void => write(1, `${JSON.stringify(x, null, 2)}\n`);
/** One object, one line. */
export const printLine = (x: unknown): void => write(1, `${JSON.stringify(x)}\n`);
/** A sentence beside the data. */
export const tell = (sentence: string): void => write(2, `${sentence}\n`);

// Control characters of a text somebody else wrote could move the cursor or hide what stands there.
// oxlint-disable-next-line no-control-regex -- exactly these are made visible
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** A text made safe for a terminal; line breaks and tabs stay. */
export const visible = (text: string): string => text.toWellFormed().replace(CONTROL, '\uFFFD');

/** Columns of equal width, two spaces apart, without trailing space. */
export function columns(rows: string[][], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows
    .map(
      (row) =>
        indent +
        row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd(),
    )
    .join('\n');
}
