// The practice world on disk: `world.jsonl`, one line per call, and an outbox of real `.eml` files.
// PW1 a line is written and fsynced before the call is answered; a torn line is no line, and the
//     next one stands alone.
// PW2 rows that stood there from the start belong to no run and survive a reset.
// PW3 nothing here is ever sent or paid: it is what the practice tools did instead.

import fs from 'node:fs';
import path from 'node:path';
import { canonical } from '../base/canonical.ts';
import type { JsonObject } from '../base/value.ts';
import { emlOf } from './eml.ts';
import type { Deed, World } from './world.ts';

export type Tables = { name: string; rows: { run: string | null; row: JsonObject }[] }[];
/** The world as the app shows it, and its way back to the beginning. */
export type PracticeWorld = World & { read: () => { tables: Tables }; reset: () => void };

const OUTBOX = 'outbox';

function load(file: string): { deeds: Deed[]; isTorn: boolean } {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const deeds = text.split('\n').flatMap((line) => {
    try {
      const deed = JSON.parse(line) as Partial<Deed> | null;
      return deed?.key !== undefined && Array.isArray(deed.rows) ? [deed as Deed] : [];
    } catch {
      return []; // PW1
    }
  });
  return { deeds, isTorn: text !== '' && !text.endsWith('\n') };
}

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
  const file = path.join(dir, 'world.jsonl');
  let { deeds, isTorn } = load(file);
  let byKey = new Map(deeds.map((deed) => [deed.key, deed]));

  const append = (deed: Deed): void => {
    fs.mkdirSync(path.join(dir, OUTBOX), { recursive: true, mode: 0o700 });
    if (deed.mail) {
      const name = `${String(deeds.length + 1).padStart(6, '0')}.eml`;
      fs.writeFileSync(path.join(dir, OUTBOX, name), emlOf(deed.mail, deed.at, deed.key));
    }
    const handle = fs.openSync(file, 'a', 0o600);
    const line = `${isTorn ? '\n' : ''}${JSON.stringify(deed)}\n`;
    try {
      isTorn = true; // until all of it is there: the disk may be full
      fs.writeFileSync(handle, line);
      fs.fsyncSync(handle);
      isTorn = false;
    } finally {
      fs.closeSync(handle);
    }
  };

  return {
    answered: (key) => byKey.get(key)?.reply,
    rows: (table) =>
      deeds.flatMap(traces).flatMap((trace) => (trace.table === table ? [trace.row] : [])),
    record: (deed) => {
      if (byKey.has(deed.key)) return;
      append(deed);
      deeds.push(deed);
      byKey.set(deed.key, deed);
    },
    read: () => ({
      tables: tablesOf([
        ...seeds().map((seed) => ({ ...seed, run: null })),
        ...deeds.flatMap((deed) => traces(deed).map((trace) => ({ ...trace, run: deed.run }))),
      ]),
    }),
    reset: () => {
      fs.rmSync(dir, { recursive: true, force: true });
      isTorn = false;
      deeds = [];
      byKey = new Map();
    },
  };
}
