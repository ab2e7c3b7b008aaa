// Versions of workflows: looking at them, naming and publishing them, and the ways back.

import type { Folder } from '../1-document/schema.ts';
import type { HISTORY_COMMANDS, HISTORY_QUERIES, Parts } from './contract-history.ts';
import type { Handlers } from './handler.ts';

type HistoryName = keyof typeof HISTORY_COMMANDS | keyof typeof HISTORY_QUERIES;

const partsOf = ({ cards, rules, prompts, servers }: Folder): Parts => ({
  cards,
  rules,
  prompts,
  ...(servers ? { servers } : {}),
});

export const historyHandlers: Handlers<HistoryName> = {
  nameVersion: (app, { slug, id, name }) => {
    app.versions.name(slug, id, name);
    return { ok: true };
  },
  setAside: (app, { slug, workflow, name, by }) => ({
    id: app.versions.setAside(slug, workflow, name, by),
  }),
  publishWorkflow: (app, { slug, hash, ...how }) => app.versions.publish(slug, hash, how),
  copyVersion: (app, { slug, id, name }) => ({ slug: app.versions.copy(slug, id, name) }),
  versions: (app, { slug }) => ({ versions: app.versions.list(slug) }),
  version: (app, { slug, id }) => {
    const { workflow, folder } = app.versions.read(slug, id);
    return { workflow, parts: folder ? partsOf(folder) : null };
  },
  published: (app, { slug }) => {
    const last = app.versions.last(slug);
    if (!last) return { last: null };
    const { version, at, note, by, found } = last.published;
    const { workflow } = last.folder;
    const said = { version, at, note, ...(by === undefined ? {} : { by }) };
    return { last: { ...said, isFound: found === true, workflow, ...partsOf(last.folder) } };
  },
  mark: (app, { slug }) => app.versions.mark(slug),
};
