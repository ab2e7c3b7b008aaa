// What the panel says of a step's boundaries: read off the drawing, never made up.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAMPLES, SETTING } from '../../e2e/kit/problems.ts';
import { loadFolder } from '../../engine/1-document/load.ts';
import type { Folder, WorkflowNode } from '../../engine/1-document/schema.ts';
import { drawingOf } from '../../engine/2-validate/drawing.ts';
import { judge } from '../../engine/3-compile/judge.ts';
import { registry } from '../../nodes/index.ts';
import { t } from '../words.ts';
import { boundsOf } from './bounds-facts.ts';

const sample = (slug: string): Folder => {
  const { folder } = loadFolder(path.join(SAMPLES, slug));
  if (!folder) throw new Error(`the sample ${slug} cannot be read`);
  return folder;
};
const expense = sample('expense-approval');

/** The facts of a step in words, label and text, after a change to the drawing. */
function facts(
  id: string,
  change: (node: WorkflowNode) => WorkflowNode = (node) => node,
  folder = expense,
): string[] {
  const { workflow } = folder;
  const nodes = workflow.scope.nodes.map((node) => (node.id === id ? change(node) : node));
  const changed = { ...folder, workflow: { ...workflow, scope: { ...workflow.scope, nodes } } };
  const drawing = drawingOf(changed, SETTING, registry);
  const step = drawing.steps.get(id);
  if (!step) throw new Error(`no step ${id}`);
  const found = boundsOf(drawing, step, judge(changed, SETTING, registry));
  return found.map(({ key, text }) => `${t(`app.bounds.${key}`)}: ${text}`);
}

describe('a step that moves money', () => {
  test('names the gates and the rules that let it, and that it happens once', () => {
    expect(facts('pay')).toEqual([
      'Changes outside this run: Yes, it moves money',
      'Allowed by: Ask a manager or Ask a director, or a rule',
      'A rule allows it: “Claims under $500 pay by themselves”',
      'A rule asks first: “Claims from $500 need a person”',
      'Asked twice: Still happens once',
      'Takes at most: 10 s each time',
      'Tries at most: 3 times',
    ]);
  });
  test('says so when nobody lets it', () => {
    const alone = { ...expense, rules: [] };
    const mail = (node: WorkflowNode): WorkflowNode => ({
      ...node,
      settings: { tool: 'send_mail', args: {} },
    });
    expect(facts('pay', mail, alone)).toContain('Allowed by: Nobody yet');
  });
  test('follows its own time and tries', () => {
    const patient = (node: WorkflowNode): WorkflowNode => ({
      ...node,
      timeoutMs: 90_000,
      attempts: 1,
    });
    expect(facts('pay', patient)).toContain('Takes at most: 1 min 30 s each time');
    expect(facts('pay', patient)).toContain('Tries at most: once');
  });
});

test('an approval says what agreeing opens, and for how much', () => {
  expect(facts('ask_manager')).toEqual([
    'Changes outside this run: Nothing',
    'Agreeing allows: Pay',
    'How far that goes: Once each, exactly as shown; a change is asked again',
    'Working time: None while it waits',
    'Text from outside: It shows some, marked as such',
  ]);
  const free = ({ settings: { covers: _covers, ...settings }, ...node }: WorkflowNode) => ({
    ...node,
    settings,
  });
  expect(facts('ask_manager', free)).toContain('Agreeing allows: Pay');
});

test('an agent says what it costs at most, and where its text comes from', () => {
  expect(facts('check_claim').map((fact) => fact.replace(/\$[\d.]+/, '$…'))).toEqual([
    'Changes outside this run: Nothing, it reads',
    'Costs at most: $…, all tries together',
    'Takes at most: 1 min each time',
    'Tries at most: 3 times',
  ]);
  const mails = sample('mail-to-crm');
  const inner = mails.workflow.scope.nodes.flatMap(({ scope }) => scope?.nodes ?? []);
  const reader = inner.find(({ type }) => type.startsWith('extract@'))?.id ?? '';
  expect(facts(reader, undefined, mails)).toContain(
    'Text from outside: It reads some, and treats it as untrusted',
  );
});

test('what only leads the flow has no boundaries of its own', () => {
  expect(facts('start')).toEqual([]);
});
