// A run as one object for machines, and the exit code that goes with it. Pure.
// R1 the object is the same for every command that changes or shows a run.
// R2 the exit code follows from it alone.

import { asText } from '../base/binding.ts';
import { moneyText } from '../base/text/format.ts';
import { isSaid, say } from '../base/text/say.ts';
import { isObject, type Json } from '../base/value.ts';
import type { CardBody } from '../4-run/events.ts';
import type { CardView, RunView } from '../4-run/view.ts';
import { EXIT, entry, t } from './output.ts';

export type WaitingFor = {
  card: string;
  kind: CardView['kind'] | 'timer';
  step: string;
  choices: string[];
  /** All a person reads on it, line by line. */
  details: string;
};
export type Summary = {
  run: string;
  workflow: string;
  version: string;
  machine: string;
  status: RunView['status'];
  outcome: string | null;
  output: Json;
  path: { step: string; port: string; visit: number; attempts: number }[];
  usage: {
    costUsd: number;
    modelCalls: number;
    toolCalls: number;
    tokens: number;
    ms: number;
  };
  waitingFor?: WaitingFor[];
  failure?: { step: string; kind: string; message: string; help: string };
};

const NANO = 1_000_000_000;

type Fact = CardBody['facts'][number];

/** A value as a person reads it: money with currency, a choice by its label, a file by its name. */
export function shown({ value, field }: Pick<Fact, 'value' | 'field'>): string {
  if (field?.kind === 'money' && typeof value === 'number')
    return moneyText('en-US', value, field.currency);
  if (field?.kind === 'choice')
    return field.choices?.find((choice) => choice.id === value)?.label ?? asText(value);
  if (isObject(value) && typeof value['name'] === 'string' && typeof value['size'] === 'number')
    return value['name'];
  return asText(value);
}

/**
 * What stands on a card, entry by entry: why, facts, what exactly will happen. Whatever somebody
 * else wrote, each entry is one line, and what follows it is indented.
 */
export function cardLines({ body, proposal }: Pick<CardView, 'body' | 'proposal'>): string[] {
  const { recommendation, detail, rule } = body;
  const fields = body.fields.map(({ field, value }) => ({
    label: field.label,
    value: proposal?.[field.id] ?? value ?? null,
    field,
  }));
  const covers = body.covers.map((call) =>
    [
      t('card.will', { tool: call.toolTitle }),
      ...call.args.map((arg) =>
        entry(`${arg.label}: ${arg.known ? shown(arg) : t('card.not_known')}`),
      ),
    ].join('\n'),
  );
  const what = detail ? [detail.code, `${detail.code}.help`].filter(isSaid) : [];
  return [
    body.title,
    ...what.map((code) => say('en', code, detail?.params)),
    ...(rule ? [t('card.rule', { rule: rule.name })] : []),
    ...(recommendation
      ? [t('card.recommended', { choice: recommendation.choice, reason: recommendation.reason })]
      : []),
    ...[...body.facts, ...fields].map((fact) => `${fact.label}: ${shown(fact)}`),
    ...covers,
  ].map(entry);
}

function waitingOf(view: RunView): WaitingFor[] {
  const cards = Object.values(view.cards)
    .filter((card) => card.state === 'open')
    .sort((a, b) => a.openedAt - b.openedAt)
    .map(({ id, kind, step, choices, ...card }) => ({
      card: id,
      kind,
      step,
      choices,
      details: cardLines(card).join('\n'),
    }));
  const timers = view.open
    .map((id) => view.effects[id])
    .filter((effect) => effect?.kind === 'timer')
    .map((effect) => ({
      card: effect?.id ?? '',
      kind: 'timer' as const,
      step: effect?.node ?? '',
      choices: [],
      details: t('waits_until', { at: new Date(effect?.dueAt ?? 0).toISOString() }),
    }));
  return [...cards, ...timers];
}

/** The failure in words; one without help of its own gets the general one. */
function failureOf({ failure }: RunView): Summary['failure'] {
  if (!failure) return undefined;
  const { step, kind, code, params } = failure;
  const help = isSaid(`${code}.help`) ? say('en', `${code}.help`, params) : t('failure.help');
  return { step, kind, message: say('en', code, params), help };
}

/** The run as one object (R1). */
export function summaryOf(view: RunView): Summary {
  const waiting = view.endedAt === undefined ? waitingOf(view) : [];
  const failure = failureOf(view);
  const { costNano, modelCalls, toolCalls, tokens, workMs } = view.usage;
  return {
    run: view.run,
    workflow: view.workflow,
    version: view.version,
    machine: view.machine,
    status: view.status,
    outcome: view.outcome ?? null,
    output: view.output?.v ?? null,
    path: view.path.map(({ step, port, visit, attempts }) => ({ step, port, visit, attempts })),
    usage: { costUsd: costNano / NANO, modelCalls, toolCalls, tokens, ms: workMs },
    ...(waiting.length ? { waitingFor: waiting } : {}),
    ...(failure ? { failure } : {}),
  };
}

/** The exit code of a command that drove a run (R2). */
export function exitOf({ status, outcome, failure, waitingFor }: Summary): number {
  switch (status) {
    case 'done':
      return outcome === 'stopped_at_limit' ? EXIT.no : EXIT.ok;
    case 'failed':
      return failure?.kind === 'denied' ? EXIT.denied : EXIT.no;
    case 'stopped':
      return EXIT.no;
    case 'paused':
      return EXIT.waits;
    case 'running':
    case 'waiting':
      return waitingFor?.some((one) => one.kind === 'limit') ? EXIT.limit : EXIT.waits;
  }
}
