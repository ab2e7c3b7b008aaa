// With what somebody begins: people, models, practising, files that come and go, and a drawing
// made of a description.
// HS1 a key that comes in is used for one question; what keeps it is `setSecret` alone.

import path from 'node:path';
import { usesOf } from '../1-document/person-use.ts';
import type { ModelEntry } from '../1-document/schema.ts';
import { LIMITS } from '../base/limits.ts';
import { refuse } from '../base/refused.ts';
import { isObject, type Json } from '../base/value.ts';
import { placeOf, placeText } from '../net/hosts.ts';
import type { ModelCall } from '../node.ts';
import type { App } from '../workspace/app.ts';
import { foldersIn, saveModels, savePeople, setPractice } from '../workspace/change-setting.ts';
import { shippedDir } from '../workspace/create.ts';
import { draw, drawAtMost, drawsWith } from '../workspace/drawing.ts';
import { modelUse } from '../workspace/model-use.ts';
import { exportSingle, importSingle } from '../workspace/single.ts';
import { openFolder } from '../workspace/workflows.ts';
import type { START_COMMANDS, START_QUERIES } from './contract-start.ts';
import type { Handlers } from './handler.ts';
import { docOf } from './workflow-doc.ts';

type StartName = keyof typeof START_COMMANDS | keyof typeof START_QUERIES;

/** The shortest question a model can be asked that shows that it answers as a step needs it. */
const TRIAL: ModelCall = {
  kind: 'model',
  role: 'fast',
  maxOutputTokens: LIMITS.trialTokens,
  task: {
    do: 'draft',
    instructions: 'Greet whoever is named in the data, in one short sentence.',
    data: { name: 'Interlock' },
  },
};

/** What the model wrote, bounded: it is somebody else's text. */
function saidIn(answer: Json): string {
  const text = isObject(answer) ? answer['text'] : undefined;
  return typeof text === 'string'
    ? text
        .toWellFormed()
        .replace(/\p{C}+/gu, ' ')
        .slice(0, 200)
    : '';
}

const hostOf = ({ address }: ModelEntry): string =>
  placeText(placeOf(new URL(address ?? 'https://api.openai.com/v1')));

/** What each person is used for; open cards wait for somebody, too. */
function personUses(app: App) {
  const { people, rules } = app.workspace.setting();
  const around = { people, rules, folders: foldersIn(app.workspace.dir) };
  const cards = app.engine.inbox();
  return Object.fromEntries(
    people.map((person) => [
      person.id,
      [
        ...usesOf(around, person),
        ...cards
          .filter(({ to }) => to === person.id)
          .map(({ body }) => ({ code: 'card' as const, params: { title: body.title } })),
      ],
    ]),
  );
}

export const startHandlers: Handlers<StartName> = {
  savePeople: (app, { was, people }) => {
    savePeople(app.workspace, was, people);
    return { ok: true };
  },
  saveModels: (app, { was, models }) => {
    saveModels(app.workspace, was, models);
    return { ok: true };
  },
  setPractice: (app, { practice }) => {
    setPractice(app.workspace, practice);
    return { ok: true };
  },
  personUses: (app) => ({ uses: personUses(app) }),
  modelUse: (app) => ({ workflows: modelUse(app.engine) }),
  listModels: (app, { job, address, key, secret }) =>
    app.asking.list(job, {
      address,
      ...(key === undefined ? {} : { key }),
      ...(secret === undefined ? {} : { secret }),
    }),
  tryModel: async (app, { job, entry, key }) => {
    if (entry.provider === 'practice') refuse('models.practice_needs_no_test');
    const { ms, tokens, costNano, ...told } = await app.asking.ask({
      job,
      entry,
      key,
      call: TRIAL,
    });
    const spent = { ms, tokens, costNano };
    if (!told.ok) return { ok: false, trouble: told.failure, ...spent };
    return { ok: true, said: saidIn(told.reply.answer), ...spent };
  },
  cancelJob: (app, { job }) => ({ cancelled: app.asking.cancel(job) }),
  drawCost: (app, { description }) => {
    const setting = app.workspace.setting();
    const drawing = drawsWith(setting);
    if ('why' in drawing) return drawing;
    const { entry } = drawing;
    const atMost = drawAtMost(app.asking, entry, { description, setting }) ?? null;
    return { model: entry.model, at: hostOf(entry), atMost };
  },
  drawWorkflow: (app, { job, description }) => {
    const setting = app.workspace.setting();
    const drawing = drawsWith(setting);
    if ('why' in drawing) return refuse(drawing.why.code, drawing.why.params);
    const { asking, registry } = app;
    return draw({ job, asking, entry: drawing.entry, registry, description, setting });
  },
  importFile: (app, { name, base64 }) => {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > LIMITS.documentBytes)
      refuse('problem.file_too_big', { file: name, megabytes: LIMITS.documentBytes / 1_048_576 });
    const listed = app.workflows.list();
    return importSingle(path.basename(name), bytes, {
      root: path.join(app.workspace.dir, 'workflows'),
      slugs: listed.map(({ slug }) => slug),
      ids: listed.flatMap(({ loaded }) => loaded.folder?.workflow.id ?? []),
      registry: app.registry,
    });
  },
  exportFile: (app, { slug }) => exportSingle(app.workflows.open(slug)),
  sample: (_app, { slug }) => {
    const { folder, hash } = openFolder(shippedDir(slug));
    return docOf(slug, hash, folder);
  },
};
