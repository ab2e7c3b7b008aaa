// A run as one object for machines, and the exit code that goes with it. Pure.
// R1 the object is the same for every command that changes or shows a run.
// R2 the exit code follows from it alone.

import { asText } from '../base/binding.ts';
import { moneyText } from '../base/text/format.ts';
import { isSaid, say } from '../base/text/say.ts';
import { isObject, type Json } from '../base/value.ts';
import type { CardBody } from '../4-run/events.ts';
import { itemsOn } from '../4-run/place.ts';
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
  /** `interrupted`: it is under way, and no engine works on it. */
  status: RunView['status'] | 'interrupted';
  outcome: string | null;
  output: Json;
  /** `inner` unfolds a step that makes several calls. */
  path: Omit<RunView['path'][number], 'at'>[];
  usage: {
    costUsd: number;
    modelCalls: number;
    toolCalls: number;
    tokens: number;
    ms: number;
  };
  waitingFor?: WaitingFor[];
  /** It waits in line until that run has ended. */
  behind?: string;
  failure?: { step: string; kind: string; message: string; help: string };
};

/** A run as it stands: the record alone cannot know whether anybody works on it. */
export type Seen = Omit<RunView, 'status'> & Pick<Summary, 'status'>;

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

/** The label of a fact; what the engine found itself is named by a code. */
const labelOf = ({ label }: { label: string }): string =>
  isSaid(label) ? say('en', label) : label;

/**
 * What stands on a card, entry by entry: why, facts, what exactly will happen. Whatever somebody
 * else wrote, each entry is one line, and what follows it is indented.
 */
export function cardLines({
  body,
  proposal,
  votes,
}: Pick<CardView, 'body' | 'proposal' | 'votes'>): string[] {
  const { recommendation, detail, rule } = body;
  const fields = body.fields.map(({ field, value }) => ({
    label: field.label,
    value: proposal?.[field.id] ?? value ?? null,
    field,
  }));
  const covers = body.covers.map((call) =>
    [
      [...itemsOn(call.within ?? '').map((n) => t('card.item', { n: n + 1 })), willDo(call)].join(
        ': ',
      ),
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
    ...[...body.facts, ...fields].map((fact) => `${labelOf(fact)}: ${shown(fact)}`),
    ...covers,
    ...(body.groups ?? []).flatMap(groupLines),
    ...togetherLines(body, votes),
    ...(body.escalates ?? []).map(({ to, at }) =>
      t('card.escalates', { who: to, at: new Date(at).toISOString() }),
    ),
  ].map(entry);
}

const willDo = ({ toolTitle }: CardBody['covers'][number]): string =>
  t('card.will', { tool: toolTitle });

/** A long list summed up: how many calls, what they come to, and what is still open. */
function groupLines(group: NonNullable<CardBody['groups']>[number]): string[] {
  const { stepName: step, toolTitle: tool, count, unknown, total, currency } = group;
  const sum = total === undefined ? undefined : moneyText('en-US', total, currency);
  const line =
    sum === undefined
      ? t('card.group', { step, tool, count })
      : t('card.group.total', { step, tool, count, total: sum });
  return unknown ? [line, t('card.group.unknown', { n: unknown })] : [line];
}

/** Who must agree, by what rule, and what was said so far. */
const togetherLines = ({ quorum }: CardBody, votes: CardView['votes'] = []): string[] =>
  quorum
    ? [
        t('card.quorum', { need: quorum.need, who: quorum.of.join('\n') }),
        t('card.quorum.lost'),
        ...votes.map(({ by, choice }) => t('card.vote', { who: by, choice })),
      ]
    : [];

function waitingOf(view: Seen): WaitingFor[] {
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
function failureOf({ failure }: Seen): Summary['failure'] {
  if (!failure) return undefined;
  const { step, kind, code, params } = failure;
  const help = isSaid(`${code}.help`) ? say('en', `${code}.help`, params) : t('failure.help');
  return { step, kind, message: say('en', code, params), help };
}

/** The run as one object (R1). */
export function summaryOf(view: Seen): Summary {
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
    path: view.path.map(({ at: _at, ...way }) => way),
    usage: { costUsd: costNano / NANO, modelCalls, toolCalls, tokens, ms: workMs },
    ...(waiting.length ? { waitingFor: waiting } : {}),
    ...(view.queued ? { behind: view.queued.behind } : {}),
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
    case 'interrupted':
      return EXIT.waits;
    case 'running':
    case 'waiting':
      return waitingFor?.some((one) => one.kind === 'limit') ? EXIT.limit : EXIT.waits;
  }
}
