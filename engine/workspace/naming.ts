// What a new workflow is called on disk and in the machine, and what it starts with. Pure.

import type { Folder, Workflow } from '../1-document/schema.ts';
import { freeName, isId, wordsIn } from '../base/ids.ts';

const words = (name: string, mark: string): string =>
  wordsIn(name, mark)
    .slice(0, 40)
    .replace(new RegExp(`^${mark}|${mark}$`, 'g'), '');

/** A folder name nobody has yet. */
export function slugOf(name: string, taken: string[]): string {
  const base = words(name, '-') || 'workflow';
  return freeName(base, '-', (slug) => taken.includes(slug));
}

/** A workflow id made of its folder's name. */
export function idOf(slug: string): string {
  const id = words(slug, '_');
  return isId(id) ? id : isId(`workflow_${id}`) ? `workflow_${id}` : 'workflow';
}

/** Two steps and an arrow, and limits small enough to be safe and large enough to try things. */
const emptyWorkflow = (): Workflow => ({
  format: 'interlock/workflow@1',
  id: 'workflow',
  name: '',
  version: '0.1.0',
  purpose: '',
  owners: {},
  tags: {},
  input: [],
  budget: {
    costUsd: 0.05,
    modelCalls: 10,
    toolCalls: 20,
    tokens: 20_000,
    minutes: 10,
    attempts: 30,
    onLimit: 'ask',
  },
  scope: {
    nodes: [
      { id: 'start', type: 'start@1', name: 'Start', at: [0, 0], settings: {} },
      { id: 'done', type: 'end@1', name: 'Done', at: [0, 240], settings: { outcome: 'done' } },
    ],
    edges: [{ from: 'start', port: 'ok', to: 'done' }],
    notes: [],
  },
  breakpoints: [],
});

/** A workflow folder with nothing in it yet. */
export const emptyFolder = (): Folder => ({
  workflow: emptyWorkflow(),
  rules: [],
  cards: [],
  practice: { answers: [], tools: [], world: {} },
  prompts: [],
  inputs: [],
});
