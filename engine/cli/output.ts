// What the command line says: data on stdout, sentences on stderr, never the other way round.
// O1 an error is one sentence on stderr and an exit code; nothing else reaches stderr with it.
// O2 a reader that goes away (`| head`) ends the command quietly.
// O3 no control character of anybody's text reaches the terminal: it could move the cursor, hide
//    what stands there, or type a command.
// O4 no secret this process knows reaches the terminal, whatever it stands in.

import { writeSync } from 'node:fs';
import { say } from '../base/text/say.ts';
import type { Params } from '../base/text/say.ts';
import { createRedactor } from '../secrets/redactor.ts';

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

/** What is never shown (O4); told by whoever comes to know a secret. */
export const hidden = createRedactor();

/** Writes all of a text, also to a slow pipe; a closed one ends the process quietly (O2). */
function write(handle: 1 | 2, text: string): void {
  let rest = Buffer.from(hidden.text(text.toWellFormed()));
  while (rest.length) {
    try {
      rest = rest.subarray(writeSync(handle, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(EXIT.ok);
      if (code === 'EAGAIN') continue;
      if (handle === 2) process.exit(EXIT.no);
      throw new CommandEnd(t('wrong.output', { reason: code ?? '' }), EXIT.no);
    }
  }
}

// Left out are line breaks and tabs; among the others stand the ones that turn the writing around.
// oxlint-disable-next-line no-control-regex -- exactly these are made visible
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** A text made safe for a terminal, of the same length; line breaks and tabs stay (O3). */
const visible = (text: string): string => text.toWellFormed().replace(CONTROL, '\uFFFD');

/** Data as text for programs: what must not reach a terminal stands there as an escape (O3). */
export const dataText = (x: unknown, indent?: number): string =>
  JSON.stringify(x, null, indent).replace(
    CONTROL,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A line, or several, on stdout. */
export const print = (text: string): void => write(1, `${visible(text)}\n`);
/** An object on stdout, spaced so that a person can read it too. */
export const printJson = (x: unknown): void => print(dataText(x, 2));
/** One object, one line. */
export const printLine = (x: unknown): void => print(dataText(x));
/** A sentence beside the data. */
export const tell = (sentence: string): void => write(2, `${visible(sentence)}\n`);

/** One entry of a list: its further lines are indented, so that none passes for another entry. */
export const entry = (text: string): string => text.replaceAll('\n', '\n    ');

/** Columns of equal width, two spaces apart, without trailing space; a row stays one line. */
export function columns(table: string[][], indent = ''): string {
  const rows = table.map((row) => row.map((cell) => cell.replace(/[\n\t]/g, ' ')));
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
