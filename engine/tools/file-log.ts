// What changes to files were begun, so that a call that was cut off can say whether it happened.
// FL1 a change is written down, with what the file was and what it will be, before it begins.
// FL2 only the newest thousands are kept; of an older one nobody claims that it did not happen.

import fs from 'node:fs';
import { z } from 'zod';
import type { JsonObject } from '../base/value.ts';
import { openLines } from './line-file.ts';

/**
 * `before` and `after` are marks of what stands there; null = nothing. `from` is gone afterwards.
 */
export type Change = {
  key: string;
  folder: string;
  name: string;
  before: string | null;
  after: string;
  /** What the call answers once it has happened. */
  value: JsonObject;
};

export type FileLog = {
  begin: (change: Change) => void;
  /** The change of a key; `forgotten` when it may have been one that is no longer kept (FL2). */
  of: (key: string) => Change | 'forgotten' | undefined;
  /** True when a later change found exactly what this one was to leave: it did happen. */
  wasBuiltOn: (change: Change) => boolean;
};

const KEPT = 5000;
const lineSchema = z.union([
  z.strictObject({ forgot: z.literal(true) }),
  z.looseObject({ key: z.string(), folder: z.string(), name: z.string(), after: z.string() }),
]);
type Line = Change | { forgot: true };

const open = (file: string) => openLines<Line>(file, (line) => lineSchema.safeParse(line).success);

/** Opens the log kept in `file`; a long one is shortened first. */
export function openFileLog(file: string): FileLog {
  let lines = open(file);
  if (lines.all.length > 2 * KEPT) {
    const kept: Line[] = [{ forgot: true }, ...lines.all.slice(-KEPT)];
    const half = `${file}.part`;
    fs.writeFileSync(half, kept.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      mode: 0o600,
      flush: true,
    });
    fs.renameSync(half, file);
    lines = open(file);
  }
  const changes = lines.all.flatMap((line) => ('forgot' in line ? [] : [line]));
  const hasForgotten = changes.length < lines.all.length;
  const byKey = new Map(changes.map((change) => [change.key, change]));
  return {
    begin: (change) => {
      lines.append(change);
      byKey.set(change.key, change);
    },
    of: (key) => byKey.get(key) ?? (hasForgotten ? 'forgotten' : undefined),
    wasBuiltOn: ({ key, folder, name, after }) =>
      [...byKey.values()].some(
        (c) => c.key !== key && c.folder === folder && c.name === name && c.before === after,
      ),
  };
}
