// Workflows as documents: listing, opening, saving, judging them.

import type { App } from '../workspace/app.ts';
import { fileValue, plainName } from '../workspace/input-file.ts';
import type { Listed } from '../workspace/workflows.ts';
import { analyse, problemsOf } from './analyse.ts';
import type { WorkflowDoc, WorkflowEntry } from './contract.ts';
import type { Handlers } from './handler.ts';
import { docOf } from './workflow-doc.ts';

/** The samples a first visitor sees as tiles, in this order; others are mentioned below them. */
const TILES = ['expense-approval', 'customer-onboarding', 'mail-to-crm', 'document-approval'];

type DocumentName =
  | 'workspace'
  | 'workflows'
  | 'workflow'
  | 'analyse'
  | 'saveWorkflow'
  | 'createWorkflow'
  | 'deleteWorkflow'
  | 'addInputFile';

/** True when no role asks anything but the practice model. */
const isPracticeOnly = (app: App): boolean =>
  Object.values(app.workspace.setting().models).every((entries) =>
    entries.every((entry) => entry.provider === 'practice'),
  );

/** One line of the list; a workflow whose files cannot be read is listed by its folder's name. */
function entryOf(app: App, { slug, changedAt, isSample, loaded }: Listed): WorkflowEntry {
  const { folder } = loaded;
  const { id, name, version, purpose, scope } = folder?.workflow ?? {
    id: '',
    name: slug,
    version: '',
    purpose: '',
    scope: { nodes: [] },
  };
  const found = folder ? problemsOf(folder, app) : loaded.problems;
  return {
    slug,
    id,
    name,
    version,
    purpose,
    changedAt,
    sample: isSample,
    steps: scope.nodes.length,
    problems: found.filter((problem) => problem.severity === 'error').length,
    featured: isSample && TILES.includes(slug),
  };
}

/** Tiles first and in their order, then the rest by name. */
const inOrder = (a: WorkflowEntry, b: WorkflowEntry): number => {
  const place = ({ slug, featured }: WorkflowEntry): number =>
    featured ? TILES.indexOf(slug) : TILES.length;
  return place(a) - place(b) || a.name.localeCompare(b.name);
};

function doc(app: App, slug: string): WorkflowDoc {
  const { hash, folder } = app.workflows.open(slug);
  return docOf(slug, hash, folder);
}

export const documentHandlers: Handlers<DocumentName> = {
  workspace: (app) => {
    const { workspace, people, models, rules } = app.workspace.setting();
    const { id, name, timeZone, currency, language } = workspace;
    const practising = {
      practiceOnly: isPracticeOnly(app),
      practice: workspace.practice !== false,
    };
    return { id, name, timeZone, currency, language, people, models, rules, ...practising };
  },
  workflows: (app) =>
    app.workflows
      .list()
      .map((one) => entryOf(app, one))
      .sort(inOrder),
  workflow: (app, { slug }) => doc(app, slug),
  analyse: (app, { slug, workflow }) =>
    analyse({ ...app.workflows.open(slug).folder, workflow }, app),
  saveWorkflow: (app, { slug, hash, workflow, how, by }) => {
    const saved = app.workflows.save(slug, hash, workflow, { how, by });
    return 'conflict' in saved ? { conflict: doc(app, slug) } : saved;
  },
  createWorkflow: (app, { name, ...like }) => ({ slug: app.workflows.create(name, like) }),
  deleteWorkflow: (app, { slug }) => {
    app.workflows.remove(slug);
    return { ok: true };
  },
  addInputFile: async (app, { slug, name, base64 }) => {
    const bytes = Buffer.from(base64, 'base64');
    const file = await fileValue(plainName(name), bytes, app.readText);
    app.workflows.addInput(slug, plainName(name), bytes);
    return { file };
  },
};
