// What is announced: how a drawing changed, and what happened in a run, in plain words.
// SA1 pure; nothing is said where nothing changed that can be seen in the outline.
// SA2 much at once is summed up: nobody listens to thirty sentences.

import { stepsOf, type Placed } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { edgeId } from '../../engine/base/ids.ts';
import type { Registry } from '../../engine/node.ts';
import type { Lit } from '../canvas/lit.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { t } from '../words.ts';

const MANY = 3;

type Steps = Map<string, Placed>;
const byId = (workflow: Workflow): Steps =>
  new Map([...stepsOf(workflow.scope)].map((placed) => [placed.node.id, placed]));

type Edge = { from: string; port: string; to: string };
const arrows = (steps: Steps): Map<string, Edge> => {
  const scopes = new Set([...steps.values()].map(({ scope }) => scope));
  return new Map([...scopes].flatMap(({ edges }) => edges.map((edge) => [edgeId(edge), edge])));
};

/** The sentences, or how many there are. */
function summed(code: string, all: string[]): string[] {
  return all.length > MANY ? [t(`${code}.many`, { n: all.length })] : all;
}

type Version = { steps: Steps; arrows: Map<string, Edge>; registry: Registry };

const versionOf = (workflow: Workflow, registry: Registry): Version => {
  const steps = byId(workflow);
  return { steps, arrows: arrows(steps), registry };
};
const nameIn = ({ steps }: Version, id: string): string => steps.get(id)?.node.name ?? id;

/** An arrow by the names of its steps and its way. */
function arrowWords(code: string, at: Version, { from, port, to }: Edge): string {
  const node = at.steps.get(from)?.node;
  const ways = node ? stepFacts(at.registry, node).ways : [];
  const way = ways.find((one) => one.id === port)?.words ?? port;
  return t(code, { from: nameIn(at, from), way, to: nameIn(at, to) });
}

/** A new step, and what it follows. */
function addedWords(id: string, added: ReadonlySet<string>, drawn: Edge[], now: Version): string {
  const from = drawn.find((edge) => edge.to === id && !added.has(edge.from))?.from;
  const name = nameIn(now, id);
  return from === undefined
    ? t('app.said.added', { name })
    : t('app.said.added.after', { name, from: nameIn(now, from) });
}

/** Steps that are in both versions: what became of their names and rooms. */
function keptWords(old: Version, now: Version): string[] {
  return [...now.steps].flatMap(([id, placed]) => {
    const before = old.steps.get(id);
    if (!before) return [];
    const { name } = placed.node;
    const words: string[] = [];
    if (before.node.name !== name)
      words.push(t('app.said.renamed', { name, old: before.node.name }));
    if (before.in !== placed.in)
      words.push(
        placed.in === ''
          ? t('app.said.out', { name })
          : t('app.said.in', { name, room: nameIn(now, placed.in) }),
      );
    return words;
  });
}

/** What changed from one version of a drawing to the next; empty where nothing did (SA1). */
export function changeWords(before: Workflow, after: Workflow, registry: Registry): string {
  if (before.scope === after.scope) return '';
  const [old, now] = [versionOf(before, registry), versionOf(after, registry)];
  const added = new Set([...now.steps.keys()].filter((id) => !old.steps.has(id)));
  const removed = [...old.steps.keys()].filter((id) => !now.steps.has(id));
  const drawn = [...now.arrows].filter(([id]) => !old.arrows.has(id)).map(([, edge]) => edge);
  const gone = [...old.arrows].filter(([id]) => !now.arrows.has(id)).map(([, edge]) => edge);
  // The arrows of a new step are part of adding it, those of a removed one part of removing it.
  const isOld = ({ from, to }: Edge): boolean => now.steps.has(from) && now.steps.has(to);
  const own = drawn.filter(({ from, to }) => !added.has(from) && !added.has(to));
  const led = (edge: Edge): boolean =>
    own.some((e) => e.from === edge.from && e.port === edge.port);
  const lost = added.size > 0 ? [] : gone.filter((edge) => isOld(edge) && !led(edge));
  return [
    ...summed(
      'app.said.added',
      [...added].map((id) => addedWords(id, added, drawn, now)),
    ),
    ...summed(
      'app.said.removed',
      removed.map((id) => t('app.said.removed', { name: nameIn(old, id) })),
    ),
    ...keptWords(old, now),
    ...summed(
      'app.said.drawn',
      own.map((edge) => arrowWords('app.said.drawn', now, edge)),
    ),
    ...summed(
      'app.said.gone',
      lost.map((edge) => arrowWords('app.said.gone', old, edge)),
    ),
  ].join(' ');
}

/** What happened in a run since the light was another one; the newest last (SA2). */
export function litWords(
  before: Lit,
  after: Lit,
  steps: readonly { id: string; name: string }[],
): string {
  const news = steps.flatMap(({ id, name }) => {
    const [old, now] = [before.steps[id], after.steps[id]];
    if (!now || now.state === 'skipped' || now.state === 'idle') return [];
    if (old?.state === now.state && old.word === now.word) return [];
    return [t('app.said.step', { name, words: now.word ?? t(`app.state.${now.state}`) })];
  });
  return news.slice(-MANY).join(' ');
}
