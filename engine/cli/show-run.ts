// A run on the terminal: for machines one object, for people what happened step by step, what it
// cost, and what to do next.

import type { Answers } from '../api/contract.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from '../1-document/schema.ts';
import { asText } from '../base/binding.ts';
import { leafOf } from '../base/leaves.ts';
import { costText } from '../base/text/format.ts';
import { sayPart } from '../base/text/parts.ts';
import { isBlobRef, isObject, type Json } from '../base/value.ts';
import { columns, entry, print, printJson, printLine, t } from './output.ts';
import { exitOf, summaryOf, type Seen, type Summary, type WaitingFor } from './summary.ts';

/** Where the parts come from that a view only names. */
export type Source = {
  blob: (hash: string) => Promise<string | undefined>;
  drawing: (run: string) => Promise<Answers['machineOf'] | undefined>;
};

const nodesOf = (scope: WorkflowScope | undefined): WorkflowNode[] =>
  (scope?.nodes ?? []).flatMap((node) => [node, ...nodesOf(node.scope)]);

/** Names by step id, containers included. */
export const namesOf = (workflow: Workflow | undefined): Map<string, string> =>
  new Map(nodesOf(workflow?.scope).map(({ id, name }) => [id, name]));

type Way = Summary['path'][number];

/** A step's line, and under it what it did inside. */
function wayRows({ step, port, visit, attempts, inner = [] }: Way, nodes: WorkflowNode[]) {
  const node = nodes.find(({ id }) => id === step);
  const tries = (n: number): string => (n > 1 ? t('attempts', { n }) : '');
  const row = [
    node?.name ?? step,
    port,
    visit > 1 ? t('visit', { n: visit }) : '',
    tries(attempts),
  ];
  const moves = inner.map((one) => [
    `  ${sayPart('en', node?.type ?? '', one.part)}`,
    one.port,
    '',
    tries(one.attempts),
  ]);
  return [row, ...moves];
}

/** Large texts of an output, read back so that the answer is whole. */
async function whole(source: Source, value: Json): Promise<Json> {
  if (isBlobRef(value)) {
    const text = await source.blob(value['@blob']);
    return text === undefined ? value.preview : whole(source, leafOf(value, text));
  }
  if (Array.isArray(value)) return Promise.all(value.map((one) => whole(source, one)));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(async ([k, v]) => [k, await whole(source, v)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const waitLines = ({ card, kind, choices, details }: WaitingFor): string => {
  const [title = '', ...rest] = details.split('\n');
  const head = kind === 'timer' ? title : t('waits_for', { kind: t(`kind.${kind}`), title });
  const how = choices.length ? [t('decide_with', { card, choices: choices.join(' | ') })] : [];
  return [head, ...[...rest, ...how].map((line) => `  ${line}`)].join('\n');
};

function outputLines(output: Json): string[] {
  if (!isObject(output)) return output === null ? [] : [asText(output)];
  const { message, ...rest } = output;
  const said = Object.entries(rest).filter(([, value]) => value !== null && value !== '');
  const lines = said.map(([key, value]) => entry(`  ${key}: ${asText(value)}`));
  return [...(typeof message === 'string' ? [message] : []), ...lines];
}

function failureLines(failure: NonNullable<Summary['failure']>, names: Map<string, string>) {
  const { step, message, help } = failure;
  const head = t('failed_at', { step: names.get(step) ?? step });
  return [head, ...[message, help].map((line) => entry(`  ${line}`))];
}

/** What a person reads about a run. */
function text(view: Seen, summary: Summary, workflow: Workflow | undefined): string {
  const nodes = nodesOf(workflow?.scope);
  const steps = summary.path.flatMap((way) => wayRows(way, nodes));
  const { usage, failure, outcome } = summary;
  const status = outcome ? `outcome.${outcome}` : `status.${summary.status}`;
  const head = [view.name, view.version, t(`mode.${view.mode}`), view.run].join('  ');
  const waiting = (summary.waitingFor ?? []).map(waitLines);
  const line = view.queued ? [t('in_line', { run: view.queued.behind })] : [];
  const { status: now } = summary;
  const paused =
    now === 'paused' || now === 'interrupted' ? [t(`resume_with.${now}`, { run: view.run })] : [];
  const ending = failure
    ? failureLines(failure, namesOf(workflow))
    : [t(status), ...outputLines(summary.output)];
  const tags = Object.entries(view.tags ?? {}).map(([name, value]) => `${name}=${value}`);
  const parts = [
    [head, ...(tags.length ? [entry(t('tags', { tags: tags.join(', ') }))] : [])],
    steps.length ? [columns(steps, '  ')] : [],
    waiting.length || paused.length || line.length ? [] : ending,
    ...waiting.map((lines) => [lines]),
    paused,
    line,
    [t(`cost.${view.mode}`, { ...usage, cost: costText('en-US', view.usage.costNano) })],
  ];
  return parts
    .filter((part) => part.length)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

/** Prints a run; answers with the exit code it calls for. `quiet` leaves the text out. */
export async function showRun(
  source: Source,
  view: Seen,
  options: { json?: true; quiet?: boolean | undefined },
): Promise<number> {
  const summary = summaryOf(view);
  summary.output = await whole(source, summary.output);
  if (options.json) (options.quiet ? printLine : printJson)(summary);
  else if (!options.quiet) {
    const drawing = await source.drawing(view.run);
    print(text(view, summary, drawing?.workflow));
  }
  return exitOf(summary);
}
