// A run on the terminal: for machines one object, for people what happened step by step, what it
// cost, and what to do next.

import type { Answers } from '../api/contract.ts';
import type { Workflow, WorkflowScope } from '../1-document/schema.ts';
import { asText } from '../base/binding.ts';
import { leafOf } from '../base/leaves.ts';
import { costText } from '../base/text/format.ts';
import { isBlobRef, isObject, type Json } from '../base/value.ts';
import type { RunView } from '../4-run/view.ts';
import { columns, entry, print, printJson, printLine, t } from './output.ts';
import { exitOf, summaryOf, type Summary, type WaitingFor } from './summary.ts';

/** Where the parts come from that a view only names. */
export type Source = {
  blob: (hash: string) => Promise<string | undefined>;
  drawing: (run: string) => Promise<Answers['machineOf'] | undefined>;
};

/** Names by step id, containers included. */
export function namesOf(workflow: Workflow | undefined): Map<string, string> {
  const names = new Map<string, string>();
  const walk = (scope: WorkflowScope | undefined): void => {
    for (const node of scope?.nodes ?? []) {
      names.set(node.id, node.name);
      walk(node.scope);
    }
  };
  walk(workflow?.scope);
  return names;
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
function text(view: RunView, summary: Summary, names: Map<string, string>): string {
  const steps = summary.path.map(({ step, port, visit, attempts }) => [
    names.get(step) ?? step,
    port,
    visit > 1 ? t('visit', { n: visit }) : '',
    attempts > 1 ? t('attempts', { n: attempts }) : '',
  ]);
  const { usage, failure, outcome } = summary;
  const status = outcome ? `outcome.${outcome}` : `status.${summary.status}`;
  const head = [view.name, view.version, t(`mode.${view.mode}`), view.run].join('  ');
  const waiting = (summary.waitingFor ?? []).map(waitLines);
  const paused = summary.status === 'paused' ? [t('resume_with', { run: view.run })] : [];
  const ending = failure
    ? failureLines(failure, names)
    : [t(status), ...outputLines(summary.output)];
  const parts = [
    [head],
    steps.length ? [columns(steps, '  ')] : [],
    waiting.length || paused.length ? [] : ending,
    ...waiting.map((lines) => [lines]),
    paused,
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
  view: RunView,
  options: { json?: true; quiet?: boolean | undefined },
): Promise<number> {
  const summary = summaryOf(view);
  summary.output = await whole(source, summary.output);
  if (options.json) (options.quiet ? printLine : printJson)(summary);
  else if (!options.quiet) {
    const drawing = await source.drawing(view.run);
    print(text(view, summary, namesOf(drawing?.workflow)));
  }
  return exitOf(summary);
}
