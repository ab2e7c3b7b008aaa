// A drawing made by hand held against the sample *Expense approval*: both are compiled by the real
// command line and printed, and nothing but the ids may differ.

import { expect } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/expense-approval');
const CLI = path.resolve(import.meta.dirname, '../../engine/cli/bin.js');

export type Advice = { choice: string; reason: string | { '@text': string } };
export type Settings = {
  cases?: { port: string }[];
  instructions: string;
  categories: { name: string; description: string }[];
  show: { label: string; field?: unknown }[];
  recommend: Advice[];
  output: Record<string, unknown>;
};
type Drawn = {
  id: string;
  name: string;
  input: { id: string; label: string; choices?: { label: string }[] }[];
  scope: { nodes: { id: string; name: string; settings: Settings }[] };
};
const read = (folder: string): Drawn =>
  JSON.parse(readFileSync(path.join(folder, 'workflow.json'), 'utf8')) as Drawn;
export const sample = read(SAMPLE);

/** What a step of the sample says, for texts too long to stand in a test. */
export const inSample = (id: string): Settings =>
  sample.scope.nodes.find((node) => node.id === id)?.settings as Settings;

/** Tools and prompts are not drawn; those of the sample are put beside an empty drawing. */
export function giveTools(folder: string): void {
  for (const file of ['tools.json', 'practice.json', 'prompts'])
    cpSync(path.join(SAMPLE, file), path.join(folder, file), { recursive: true });
}

type Ids = Map<string, string>;

/** The sample's ids for what is called the same: steps by name, fields by label, ways in order. */
function idsLike(own: Drawn): { steps: Ids; fields: Ids; ports: Ids } {
  const byName = new Map(sample.scope.nodes.map(({ name, id }) => [name, id]));
  const byLabel = new Map(sample.input.map(({ label, id }) => [label, id]));
  const portsOf = ({ scope }: Drawn): string[] =>
    scope.nodes.flatMap(({ settings }) => settings.cases?.map(({ port }) => port) ?? []);
  const ports = portsOf(sample);
  return {
    steps: new Map(own.scope.nodes.map(({ name, id }) => [id, byName.get(name) ?? id])),
    fields: new Map(own.input.map(({ label, id }) => [id, byLabel.get(label) ?? id])),
    ports: new Map(portsOf(own).map((port, i) => [port, ports[i] ?? port])),
  };
}

/** The drawing under the sample's ids. */
function underIds(own: Drawn): unknown {
  const { steps, fields, ports } = idsLike(own);
  const renamed = (text: string): string =>
    text
      .replaceAll(/\bsteps\.(\w+)/g, (_all, id: string) => `steps.${steps.get(id) ?? id}`)
      .replaceAll(/\binput\.(\w+)/g, (_all, id: string) => `input.${fields.get(id) ?? id}`);
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value === 'string') {
      if (key === 'port') return ports.get(value) ?? value;
      if (key === 'from' || key === 'to' || key === 'covers') return steps.get(value) ?? value;
      return /^(@ref|@text|field)$/.test(key) ? renamed(value) : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const { id, label, name } = value as Record<string, string>;
    const ids = label === undefined ? (name === undefined ? undefined : steps) : fields;
    const entries = Object.entries(value).map(([k, one]) => [renamed(k), walk(one, k)]);
    return { ...Object.fromEntries(entries), ...(id && ids ? { id: ids.get(id) ?? id } : {}) };
  };
  const { id: _id, name: _name, ...rest } = own;
  return { ...(walk(rest, '') as object), id: sample.id, name: sample.name };
}

/** The machine of a drawing beside the sample's tools and prompts as it is printed, in lines. */
function printed(drawn: unknown): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'interlock-printed-'));
  cpSync(SAMPLE, folder, { recursive: true });
  writeFileSync(path.join(folder, 'workflow.json'), JSON.stringify(drawn));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, 'compile', folder, '--print', 'machine'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  rmSync(folder, { recursive: true });
  return stdout.replace(/^machine .*/, 'machine').split('\n');
}

/** Holds what was drawn in a folder against the sample, machine against machine. */
export function expectTheSample(folder: string): void {
  const machine = printed(underIds(read(folder)));
  expect(machine.length).toBeGreaterThan(50);
  expect(machine).toEqual(printed(sample));
}
