// The tools of this computer inside a whole engine: a run uses files, databases and knowledge.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFolder } from './naming.ts';
import type { Folder } from '../1-document/schema.ts';
import { cardSchema } from '../1-document/schema.ts';
import type { JsonObject } from '../base/value.ts';
import { pdfOf, scannedPdf } from '../../e2e/kit/documents.ts';
import { openApp, type App } from './app.ts';
import { fillFiles, inputsOf } from './input-file.ts';
import { openWorkspace } from './open.ts';
import { findPlace } from './place.ts';

const root = fs.mkdtempSync(path.join(tmpdir(), 'interlock-own-'));
const dir = path.join(root, 'workflow');
let app: App;
beforeAll(() => {
  const opened = openApp(openWorkspace(findPlace(path.join(root, 'ws')), Math.random), {
    onQuit: () => {},
  });
  if (opened === 'taken') throw new Error('taken');
  app = opened;
  for (const name of ['inputs', 'docs', 'out'])
    fs.mkdirSync(path.join(dir, name), { recursive: true });
  fs.writeFileSync(path.join(dir, 'docs/terms.pdf'), pdfOf(['Warranty lasts two years.']));
  fs.writeFileSync(path.join(dir, 'inputs/bill.pdf'), pdfOf(['Total 320.00']));
  fs.writeFileSync(path.join(dir, 'inputs/scan.pdf'), scannedPdf());
  const db = new Database(path.join(dir, 'shop.db'));
  db.exec("CREATE TABLE customer(id INTEGER, name TEXT); INSERT INTO customer VALUES (7, 'Ada')");
  db.close();
});
afterAll(async () => {
  await app.close();
  fs.rmSync(root, { recursive: true, force: true });
});

type Step = {
  tool: string;
  adapter: string;
  options: JsonObject;
  args: JsonObject;
  effect?: string;
};

/** A workflow that calls these tools one after another. */
function folderOf(steps: Step[]): Folder {
  const folder = structuredClone(emptyFolder());
  const { scope } = folder.workflow;
  folder.workflow.name = 'Own tools';
  const node = (id: string, type: string, settings: JsonObject) => ({
    id,
    type,
    name: id,
    at: [0, 0] as [number, number],
    settings,
  });
  scope.nodes.splice(
    1,
    0,
    ...steps.map((s) => node(s.tool, 'call_tool@1', { tool: s.tool, args: s.args })),
  );
  const order = ['start', ...steps.map((s) => s.tool), 'done'];
  scope.edges = order.slice(1).map((to, i) => ({ from: order[i] as string, port: 'ok', to }));
  folder.cards = steps.map(({ tool, adapter, options, args, effect = 'read' }) =>
    cardSchema.parse({
      name: tool,
      title: tool,
      adapter,
      options,
      effect,
      class: 'operational',
      idempotency: 'check',
      source: 'untrusted',
      args: Object.keys(args).map((id) => ({ id, label: id, kind: 'long_text' })),
    }),
  );
  folder.rules = [{ id: 'go', name: 'All may run', when: { all: [] }, then: 'allow' }];
  return folder;
}

/** Runs a workflow until it ends or waits. */
async function play(folder: Folder, practice: boolean) {
  const setting = app.workspace.setting();
  const request = { folder, setting, dir, input: {}, practice, pace: 'full' as const };
  const started = await app.engine.startRun(request);
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return app.engine.settled(started.run);
}

test('a run asks knowledge, a database and files, and records which state of a folder it saw', async () => {
  const folder = folderOf([
    {
      tool: 'search',
      adapter: 'knowledge',
      options: { folder: 'docs' },
      args: { query: 'warranty' },
    },
    {
      tool: 'look_up',
      adapter: 'sql',
      options: { file: 'shop.db', table: 'customer', find: ['id'] },
      args: { id: '7' },
    },
    {
      tool: 'keep',
      adapter: 'files',
      options: { folder: 'out', may: ['write'] },
      args: { name: 'answer.txt', text: 'two years' },
      effect: 'write',
    },
  ]);
  const run = await play(folder, false);
  expect(run.failure).toBeUndefined();
  expect(run.status).toBe('done');
  expect(fs.readFileSync(path.join(dir, 'out/answer.txt'), 'utf8')).toBe('two years');
  const settled = app.engine
    .events(run.run, 0, 1000)
    .flatMap((e) =>
      e.type === 'effect.settled' && e.payload ? [{ ...e.head, ...e.payload.value }] : [],
    );
  const of = (step: string) => settled.find((e) => e.node === step);
  const found = of('search')?.v as { version: string; passages: object[] };
  expect(found.passages).toMatchObject([{ file: 'terms.pdf' }]);
  expect(of('search')?.version).toBe(found.version);
  expect(JSON.stringify(of('search')?.labels)).toContain('untrusted');
  expect(of('look_up')?.v).toMatchObject({ row: { id: 7, name: 'Ada' } });
  expect(of('look_up')).not.toHaveProperty('version');
});

test('a PDF handed to a run gives its words, and a scan says that it has none', async () => {
  const fields = ['bill', 'scan'].map((id) => ({ id, label: id, kind: 'file' as const }));
  const filling = { find: inputsOf(dir), read: app.readText };
  const input = await fillFiles(fields, { bill: 'bill.pdf', scan: 'scan.pdf' }, filling);
  expect(input).toMatchObject({
    bill: { type: 'application/pdf', text: 'Total 320.00' },
    scan: { type: 'application/pdf', unread: 'scan' },
  });
});

test('practising never changes a file or a database, and still reads them', async () => {
  const look = {
    tool: 'look',
    adapter: 'files',
    options: { folder: 'docs', may: ['list'] },
    args: {},
  };
  const insert = { file: 'shop.db', table: 'customer', insert: ['name'], write: true };
  const changes: Step[] = [
    {
      tool: 'keep',
      adapter: 'files',
      options: { folder: 'out', may: ['write'] },
      args: { name: 'p.txt', text: 'x' },
    },
    { tool: 'add', adapter: 'sql', options: insert, args: { name: 'Practice' } },
  ];
  for (const change of changes) {
    const run = await play(folderOf([look, { ...change, effect: 'write' }]), true);
    expect(run.path).toContainEqual(expect.objectContaining({ step: 'look', port: 'ok' }));
    expect(run.status, change.tool).not.toBe('done');
  }
  expect(fs.existsSync(path.join(dir, 'out/p.txt'))).toBe(false);
  const db = new Database(path.join(dir, 'shop.db'), { readonly: true });
  expect(db.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(1);
  db.close();
});
