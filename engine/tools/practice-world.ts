// The practice world on disk: `world.jsonl`, one line per call, and an outbox of real `.eml` files.
// PW1 a line is written and fsynced before the call is answered; a torn last line is no line.
// PW2 nothing here is ever sent or paid: it is what the practice tools did instead.

import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../base/value.ts';
import { emlOf } from './eml.ts';
import type { Deed, World } from './world.ts';

export type Tables = { name: string; rows: { run: string | null; row: JsonObject }[] }[];
/** The world as the app shows it, and its way back to the beginning. */
export type PracticeWorld = World & { read: () => { tables: Tables }; reset: () => void };

const OUTBOX = 'outbox';

function load(file: string): Deed[] {
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as Deed] : [];
      } catch {
        return []; // PW1
      }
    });
}

/** What a call left behind, as rows of tables; a mail is a row of the outbox. */
const traces = ({ rows, mail }: Deed): Deed['rows'] => [
  ...rows,
  ...(mail ? [{ table: OUTBOX, row: { ...mail } }] : []),
];

/** Opens the practice world kept in `dir`; the folder is made on the first write. */
export function openWorld(dir: string): PracticeWorld {
  const file = path.join(dir, 'world.jsonl');
  let deeds = load(file);
  let byKey = new Map(deeds.map((deed) => [deed.key, deed]));

  const append = (deed: Deed): void => {
    fs.mkdirSync(path.join(dir, OUTBOX), { recursive: true, mode: 0o700 });
    if (deed.mail) {
      const name = `${String(deeds.length + 1).padStart(6, '0')}.eml`;
      fs.writeFileSync(path.join(dir, OUTBOX, name), emlOf(deed.mail, deed.at, deed.key));
    }
    const handle = fs.openSync(file, 'a', 0o600);
    try {
      fs.writeSync(handle, `${JSON.stringify(deed)}\n`);
      fs.fsyncSync(handle);
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
    read: () => {
      const tables = new Map<string, Tables[number]['rows']>();
      for (const deed of deeds)
        for (const { table, row } of traces(deed))
          tables.set(table, [...(tables.get(table) ?? []), { run: deed.run, row }]);
      return { tables: [...tables].map(([name, rows]) => ({ name, rows })) };
    },
    reset: () => {
      fs.rmSync(dir, { recursive: true, force: true });
      deeds = [];
      byKey = new Map();
    },
  };
}
