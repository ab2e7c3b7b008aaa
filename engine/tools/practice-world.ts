// The practice world on disk: `world.jsonl`, one line per call, and an outbox of real `.eml` files.
// PW1 a line is written and fsynced before the call is answered (line-file.ts).
// PW2 rows that stood there from the start belong to no run and survive a reset.
// PW3 nothing here is ever sent or paid: it is what the practice tools did instead.

import fs from 'node:fs';
import path from 'node:path';
import { canonical } from '../base/canonical.ts';
import type { JsonObject } from '../base/value.ts';
import { emlOf } from './eml.ts';
import { openLines, type LineFile } from './line-file.ts';
import type { Deed, World } from './world.ts';

export type Tables = { name: string; rows: { run: string | null; row: JsonObject }[] }[];
/** The world as the app shows it, and its way back to the beginning. */
export type PracticeWorld = World & { read: () => { tables: Tables }; reset: () => void };

const OUTBOX = 'outbox';

/** The calls written down so far. */
const openDeeds = (dir: string): LineFile<Deed> =>
  openLines<Deed>(
    path.join(dir, 'world.jsonl'),
    ({ key, rows }) => key !== undefined && Array.isArray(rows),
  );

/** What a call left behind, as rows of tables; a mail is a row of the outbox. */
const traces = ({ rows, mail }: Deed): Deed['rows'] => [
  ...rows,
  ...(mail ? [{ table: OUTBOX, row: { ...mail } }] : []),
];

/** Every row of every table by its table, each row once. */
function tablesOf(traces: { run: string | null; table: string; row: JsonObject }[]): Tables {
  const tables = new Map<string, Tables[number]['rows']>();
  const seen = new Set<string>();
  for (const { run, table, row } of traces) {
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    const same = canonical([table, row]);
    if (run === null && seen.has(same)) continue; // several workflows may start from one customer
    seen.add(same);
    rows.push({ run, row });
  }
  return [...tables].map(([name, rows]) => ({ name, rows }));
}

/**
 * Opens the practice world kept in `dir`; the folder is made on the first write. `seeds` names the
 * rows that stand there from the start, for showing them (PW2).
 */
export function openWorld(
  dir: string,
  seeds: () => { table: string; row: JsonObject }[] = () => [],
): PracticeWorld {
  let deeds = openDeeds(dir);
  let byKey = new Map(deeds.all.map((deed) => [deed.key, deed]));

  const keepMail = ({ mail, at, key }: Deed): void => {
    if (!mail) return;
    fs.mkdirSync(path.join(dir, OUTBOX), { recursive: true, mode: 0o700 });
    const name = `${String(deeds.all.length + 1).padStart(6, '0')}.eml`;
    fs.writeFileSync(path.join(dir, OUTBOX, name), emlOf(mail, at, key));
  };

  return {
    answered: (key) => byKey.get(key)?.reply,
    rows: (table) =>
      deeds.all.flatMap(traces).flatMap((trace) => (trace.table === table ? [trace.row] : [])),
    record: (deed) => {
      if (byKey.has(deed.key)) return;
      keepMail(deed);
      deeds.append(deed);
      byKey.set(deed.key, deed);
    },
    read: () => ({
      tables: tablesOf([
        ...seeds().map((seed) => ({ ...seed, run: null })),
        ...deeds.all.flatMap((deed) => traces(deed).map((trace) => ({ ...trace, run: deed.run }))),
      ]),
    }),
    reset: () => {
      fs.rmSync(dir, { recursive: true, force: true });
      deeds = openDeeds(dir);
      byKey = new Map();
    },
  };
}
