// What is said to a call before anything starts: by the rules, by the card of its tool, and by
// where its arguments came from.
// RU1 rules and cards are heard as pinned and as they stand now; the stricter word holds. A card
//     that was taken away forbids at once.
// RU2 the order is rules → origin (policy/sink.ts) → card (policy/conditions.ts); each can only
//     make the word stricter.

import { isObject, labelsAt, type JsonObject, type Value } from '../base/value.ts';
import type { AuthorityCard, Said, ToolCall } from '../node.ts';
import { byCard, closer, REVOKED } from '../policy/conditions.ts';
import {
  decideRule,
  ruleFor,
  stricter,
  wordOf,
  type Decision,
  type PolicyRule,
  type RuleFacts,
} from '../policy/rules.ts';
import { atSink } from '../policy/sink.ts';
import { checkArgs } from './args.ts';
import type { CoveredCall } from './covered.ts';
import { classOf } from './effect-facts.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import type { Standing } from './plan.ts';
import { isSteered } from './steering.ts';
import type { Turn } from './turn.ts';

type Known = Omit<RuleFacts, 'class' | 'effect' | 'amount'>;

/** The ruling for an open effect of the turn's run. */
export function ruling(turn: Turn, effect: LiveEffect): Decision {
  const { live, at } = turn;
  const { call, card } = effect;
  const args = call?.kind === 'tool' ? call.args : {};
  const known: Known = {
    tool: call?.kind === 'tool' ? call.tool : 'model',
    step: effect.row.node,
    workflow: live.row.workflow,
    mode: live.row.mode,
    args,
    get labels() {
      return argLabels(args, effect.input.settings); // looked at by few rules
    },
    ...timeOf(live, at),
  };
  if (!card) {
    const facts = { ...known, class: 'workflow', effect: classOf(effect) };
    return heard(live, (rules) => decideRule(rules, facts));
  }
  let steered: boolean | undefined;
  const isHere = (): boolean => (steered ??= isSteered(turn.run, live, effect.row.step));
  return heard(live, (rules, standing) => {
    const own = standing ? standing.cards.find(({ name }) => name === card.name) : card;
    if (!own) return REVOKED; // RU1
    const spoken = own as AuthorityCard;
    const facts = factsOf(known, spoken);
    const rule = ruleFor(rules, facts);
    const sink = { card: spoken, labels: () => known.labels, isSteered: isHere };
    return byCard(atSink(wordOf(rule, spoken.effect), rule, sink), spoken, facts);
  });
}

/** What the rules say to a call that a gate covers, before it is made: does one forbid it? */
export function rulingFor(live: LiveRun, call: CoveredCall, at: number): Decision {
  const args = Object.fromEntries(call.args.map((a) => [a.id, a.value]));
  const labels = Object.fromEntries(call.args.map((a) => [a.id, a.labels]));
  const known: Known = {
    tool: call.tool,
    step: call.step,
    workflow: live.row.workflow,
    mode: live.row.mode,
    args,
    labels,
    ...timeOf(live, at),
  };
  return heard(live, (rules) => decideRule(rules, factsOf(known, call.card)));
}

type Hear = (rules: readonly PolicyRule[], standing?: Standing) => Decision;

/** The stricter of what is said by what was pinned and by what stands now (RU1). */
function heard({ plan, row }: LiveRun, hear: Hear): Decision {
  const pinned = hear(plan.rules);
  if (!plan.now) return pinned;
  const standing = plan.now.folder(row.workflow, plan.dir);
  const own = plan.now.rules() ?? plan.pinnedRules;
  const rules = [...own, ...(standing?.rules ?? plan.folder.rules)];
  return stricter(pinned, hear(rules, standing));
}

/** The effect with its card as close as it was pinned or stands now, whichever is closer. */
export function withCardNow({ live }: Turn, effect: LiveEffect): LiveEffect {
  const now = effect.card && cardNow(live, effect.card.name);
  return effect.card && now ? { ...effect, card: closer(effect.card, now) } : effect;
}

/** What is wrong with the arguments by the card as it stands now, if anything. */
export function misfitNow(live: LiveRun, { tool, args }: ToolCall): Said | undefined {
  const now = cardNow(live, tool);
  return now && checkArgs(now, args);
}

/** The card of a tool as it stands now; undefined where nothing newer is known. */
const cardNow = ({ plan, row }: LiveRun, name: string): AuthorityCard | undefined =>
  plan.now?.folder(row.workflow, plan.dir)?.cards.find((card) => card.name === name) as
    | AuthorityCard
    | undefined;

/** The facts of a call with what its card says; the labels stay as lazy as they were. */
const factsOf = (known: Known, card: AuthorityCard): RuleFacts =>
  Object.defineProperties(
    { class: card.class, effect: card.effect, ...amountOf(card, known.args) },
    Object.getOwnPropertyDescriptors(known),
  ) as RuleFacts;

/** Labels by argument. One that stands nowhere in the settings may come from anything in them. */
function argLabels(args: JsonObject, { v, labels }: Value): Record<string, string[]> {
  const given = isObject(v) && isObject(v['args']) ? v['args'] : {};
  const of = (id: string): string =>
    Object.hasOwn(given, id) && given[id] !== null ? `args.${id}` : '';
  return Object.fromEntries(Object.keys(args).map((id) => [id, labelsAt(labels, of(id))]));
}

function amountOf(card: AuthorityCard, args: JsonObject): { amount?: number } {
  const amount = card.amountArg === undefined ? undefined : args[card.amountArg];
  return typeof amount === 'number' ? { amount } : {};
}

type Time = Pick<RuleFacts, 'hour' | 'weekday'>;

/** Hour and weekday in the workspace's time zone; worked out once per quarter of an hour. */
function timeOf(live: LiveRun, at: number): Time {
  const { timeZone } = live.plan.setting.workspace;
  const quarter = Math.floor(at / 900_000);
  const known = times.get(timeZone);
  if (known?.quarter === quarter) return known.time;
  const options = { hour: '2-digit', weekday: 'long', hour12: false, timeZone } as const;
  const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(at);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  const time = { hour: Number(part('hour')) % 24, weekday: part('weekday').toLowerCase() };
  times.set(timeZone, { quarter, time });
  return time;
}
const times = new Map<string, { quarter: number; time: Time }>();
