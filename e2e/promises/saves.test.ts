// Saving over the real program's own interface while it is killed again and again: no save that was
// acknowledged is ever lost, and the folder always loads.

import { afterAll, expect, test } from 'vitest';
import { loadFolder } from '../../engine/1-document/load.ts';
import { keptIn, readKept } from '../../engine/1-document/version-files.ts';
import fs from 'node:fs';
import path from 'node:path';
import { startProgram, type Program } from '../kit/program.ts';
import { seeded } from '../kit/seeded.ts';

const KILLS = 4;
const SLUG = 'expense-approval';
let workspace: string | undefined;
afterAll(() => workspace && fs.rmSync(workspace, { recursive: true, force: true }));

async function ask<T>({ origin, token }: Program, name: string, body: object): Promise<T> {
  const answer = await fetch(`${origin}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
}
type Doc = { hash: string; workflow: { name: string } };

/** Saves under ever higher numbers until the program is killed; the last one it acknowledged. */
async function saveUntilKilled(program: Program, from: number, random: () => number) {
  const { hash: first, workflow } = await ask<Doc>(program, 'workflow', { slug: SLUG });
  let [hash, acknowledged, n] = [first, from, from];
  let isDead = false;
  const enough = from + 2 + Math.floor(random() * 12);
  const wait = Math.floor(random() * 25);
  while (!isDead) {
    n += 1;
    if (n === enough) setTimeout(() => void program.kill().then(() => (isDead = true)), wait);
    const next = { ...workflow, name: `Save ${n}`, purpose: 'x'.repeat((n * 97) % 1500) };
    const save = { slug: SLUG, hash, workflow: next };
    const answer = await ask<{ hash?: string }>(program, 'saveWorkflow', save).catch(() => ({}));
    if (!('hash' in answer) || answer.hash === undefined) break;
    hash = answer.hash;
    acknowledged = n;
  }
  return { acknowledged, tried: n };
}

test('a program that is killed while it saves has every save it acknowledged, and never half of one', async () => {
  const random = seeded(25);
  let program = await startProgram();
  ({ workspace } = program);
  let last = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const { acknowledged, tried } = await saveUntilKilled(program, last, random);
    await program.kill().catch(() => undefined);
    const dir = path.join(program.workspace, 'workflows', SLUG);
    const { folder, problems } = loadFolder(dir);
    expect(problems).toEqual([]);
    const stands = Number(/^Save (\d+)$/.exec(folder?.workflow.name ?? '')?.[1] ?? -1);
    expect(stands).toBeGreaterThanOrEqual(acknowledged);
    expect(stands).toBeLessThanOrEqual(tried);
    const versions = path.join(program.workspace, '.state/versions', SLUG);
    for (const { id } of keptIn(versions))
      expect(JSON.parse(readKept(versions, id) ?? '').name).toMatch(/^(Save \d+|Expense)/);
    // The next program goes on from there, and knows what it found.
    program = await startProgram(program.workspace);
    const { workflow } = await ask<Doc>(program, 'workflow', { slug: SLUG });
    expect(workflow.name).toBe(`Save ${stands}`);
    last = stands;
  }
  await program.halt();
  expect(last).toBeGreaterThan(KILLS);
}, 180_000);
