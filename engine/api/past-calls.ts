// The calls that the last runs made, as rules look at them: read off the record, never made again.
// PC1 a call is held against the card its workflow has now; where that has none any more, against
//     the card its run was started with.
// PC2 large values are read back whole, so that a pattern sees what the door saw.

import type { Card, Folder } from '../1-document/schema.ts';
import type { EffectView, RunView } from '../4-run/view.ts';
import { leafReader } from '../base/leaves.ts';
import { isBlobRef, isObject, type Json, type JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { amountOf, argLabels, localTime } from '../policy/facts.ts';
import type { PastCall } from '../policy/tried.ts';
import type { App } from '../workspace/app.ts';

/** Runs looked at, the newest first. */
const LAST_RUNS = 50;

/** What a run was started from, read once for all runs of one machine. */
type Known = Map<string, Folder | undefined>;
export type Past = PastCall & { stepName: string; title: string; workflowName: string };

/** The calls of the last runs; of one workflow, or of all. Tests of parts are not among them. */
export function pastCalls(app: App, workflow?: string): { runs: number; calls: Past[] } {
  const roots = app.engine
    .runs(LAST_RUNS * 2, workflow)
    .filter(({ test }) => test === undefined)
    .slice(0, LAST_RUNS);
  const current = new Map(
    app.workflows.list().flatMap(({ loaded }) => {
      const { folder } = loaded;
      return folder ? [[folder.workflow.id, folder.cards] satisfies [string, Card[]]] : [];
    }),
  );
  const known: Known = new Map();
  const calls = roots.flatMap((root) =>
    withChildren(app, root).flatMap((view) => {
      const folder = pinned(app, view, known);
      return Object.values(view.effects).flatMap(
        (effect) => callOf(app, { view, effect, folder, cards: current.get(view.workflow) }) ?? [],
      );
    }),
  );
  return { runs: roots.length, calls };
}

function withChildren(app: App, view: RunView): RunView[] {
  const children = view.children.flatMap(({ child }) => app.engine.run(child) ?? []);
  return [view, ...children.flatMap((child) => withChildren(app, child))];
}

function pinned(app: App, view: RunView, known: Known): Folder | undefined {
  if (!known.has(view.machine)) known.set(view.machine, app.engine.folderOf(view.run));
  return known.get(view.machine);
}

type Recorded = {
  view: RunView;
  effect: EffectView;
  folder: Folder | undefined;
  cards: Card[] | undefined;
};

function callOf(app: App, { view, effect, folder, cards = [] }: Recorded): Past | undefined {
  const { kind, admission } = effect;
  if ((kind !== 'tool' && kind !== 'model') || effect.reused !== undefined) return undefined;
  const call = (effect.call ?? {}) as { tool?: string; args?: JsonObject };
  const tool = kind === 'model' ? 'model' : (effect.tool ?? call.tool);
  if (tool === undefined) return undefined;
  const byName = ({ name }: Card): boolean => name === tool;
  const card = kind === 'model' ? undefined : (cards.find(byName) ?? folder?.cards.find(byName)); // PC1
  if (kind === 'tool' && !card) return undefined;
  const read = wholeBy(app.engine.blob);
  const args = read(call.args ?? {}) as JsonObject;
  const input = effect.input ?? { v: null, labels: {} };
  const { timeZone } = app.workspace.setting().workspace;
  return {
    run: view.run,
    effect: effect.id,
    at: effect.openedAt,
    isSteered: admission?.why.code === 'why.untrusted_steered',
    ...(card ? { card: card as AuthorityCard } : {}),
    facts: {
      tool,
      class: card?.class ?? 'workflow',
      effect: card?.effect ?? effect.effectClass,
      step: effect.node,
      workflow: view.workflow,
      mode: view.mode,
      args,
      labels: argLabels(args, { v: read(input.v), labels: input.labels }),
      ...(card ? amountOf(card as AuthorityCard, args) : {}),
      ...localTime(timeZone, effect.openedAt),
    },
    title: card?.title ?? tool,
    stepName: nameOf(folder, effect.node),
    workflowName: view.name,
  };
}

/** A value with everything that lies elsewhere put back (PC2). */
function wholeBy(stored: (hash: string) => string | undefined): (x: Json) => Json {
  const open = leafReader(stored);
  const read = (x: Json): Json => {
    if (Array.isArray(x)) return x.map(read);
    if (isBlobRef(x)) return open(x);
    if (!isObject(x)) return x;
    return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, read(value)]));
  };
  return read;
}

function nameOf(folder: Folder | undefined, step: string): string {
  const find = (scope: Folder['workflow']['scope'] | undefined): string | undefined => {
    for (const node of scope?.nodes ?? []) {
      const found = node.id === step ? node.name : find(node.scope);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(folder?.workflow.scope) ?? step;
}
