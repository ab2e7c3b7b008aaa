// A program whose workspace holds a workflow for every kind of card, and runs begun in it the way
// anybody with a token may begin them.

import { expect, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunView } from '../../engine/4-run/view.ts';
import type { Answers, WorkflowDoc } from '../../engine/api/contract.ts';
import { writeCardWorkflows } from './card-workflows.ts';
import { letIn, startProgram, type Program } from './program.ts';

/** Starts it on a workspace of its own, or again on one it had before. */
export async function startCardProgram(before?: Program): Promise<Program> {
  if (before) return startProgram(before.workspace);
  const workspace = mkdtempSync(path.join(tmpdir(), 'interlock-cards-'));
  writeCardWorkflows(workspace);
  return startProgram(workspace);
}

/** Asks the program for something, as its pages do. */
export async function ask<N extends keyof Answers>(
  { origin, token }: Program,
  name: N,
  input: object,
): Promise<Answers[N]> {
  const answer = await fetch(`${origin}/api/${name}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  return (await answer.json()) as Answers[N];
}

type More = { input?: Record<string, string>; practice?: boolean; pace?: 'watch' | 'full' };

/** Begins a run with the examples of its form; answers with its id. */
export async function begin(program: Program, slug: string, more: More = {}): Promise<string> {
  const { workflow }: WorkflowDoc = await ask(program, 'workflow', { slug });
  const examples = Object.fromEntries(workflow.input.map(({ id, example }) => [id, example]));
  const { run } = await ask(program, 'startRun', {
    pace: 'full',
    ...more,
    slug,
    input: { ...examples, ...more.input },
  });
  return run;
}

/** Waits until the run looks as wanted. */
export async function until(
  program: Program,
  run: string,
  holds: (view: RunView) => boolean,
): Promise<RunView> {
  await expect.poll(async () => holds(await ask(program, 'run', { run }))).toBe(true);
  return ask(program, 'run', { run });
}

/** A step of the run is at work. */
export const isAtWork = ({ effects }: RunView): boolean =>
  Object.values(effects).some(({ status }) => status === 'started');

/** Opens a place of the program in a page. */
export async function show(page: Page, program: Program, place: string): Promise<void> {
  await letIn(page, program);
  await page.goto(`${program.origin}/${place}`);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}
