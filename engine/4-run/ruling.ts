// What is said to a call before anything starts: by the rules, by the card of its tool, and by
// where its arguments came from.
// RU1 rules and cards are heard as pinned and as they stand now; the stricter word holds. A card
//     that was taken away forbids at once.
// RU2 the order is rules → origin (policy/sink.ts) → card (policy/conditions.ts); each can only
//     make the word stricter.

import type { JsonObject } from '../base/value.ts';
import type { AuthorityCard, Said, ToolCall } from '../node.ts';
import { byCard, closer, REVOKED } from '../policy/conditions.ts';
import { amountOf, argLabels, localTime } from '../policy/facts.ts';
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

/** What a call shows whatever its card says; labels are worked out only when a rule looks. */
type Known = Omit<RuleFacts, 'class' | 'effect' | 'amount' | 'labels'> & {
  labelled: () => RuleFacts['labels'];
};

/** The ruling for an open effect of the turn's run. */
export function ruling(turn: Turn, effect: LiveEffect): Decision {
  const { live } = turn;
  const { call, card } = effect;
  const args = call?.kind === 'tool' ? call.args : {};
  const tool = call?.kind === 'tool' ? call.tool : 'model';
  let labels: RuleFacts['labels'] | undefined;
  const labelled = (): RuleFacts['labels'] => (labels ??= argLabels(args, effect.input.settings));
  const known = knownOf(live, { tool, step: effect.row.node, args, labelled }, turn.at);
  if (!card) {
    const facts = new Facts(known, { class: 'workflow', effect: classOf(effect) });
    return heard(live, (rules) => decideRule(rules, facts));
  }
  let steered: boolean | undefined;
  const isHere = (): boolean => (steered ??= isSteered(turn.run, live, effect.row.step));
  return heard(live, (rules, standing) => {
    const own = standing ? standing.cards.find(({ name }) => name === card.name) : card;
    if (!own) return REVOKED; // RU1
    const spoken = own as AuthorityCard;
    const facts = new Facts(known, spoken);
    const rule = ruleFor(rules, facts);
    const sink = { card: spoken, labels: labelled, isSteered: isHere };
    return byCard(atSink(wordOf(rule, spoken.effect), rule, sink), spoken, facts);
  });
}

/** What the rules say to a call that a gate covers, before it is made: does one forbid it? */
export function rulingFor(live: LiveRun, call: CoveredCall, at: number): Decision {
  const { tool, step } = call;
  const args = Object.fromEntries(call.args.map((a) => [a.id, a.value]));
  const labels = Object.fromEntries(call.args.map((a) => [a.id, a.labels]));
  const known = knownOf(live, { tool, step, args, labelled: () => labels }, at);
  return heard(live, (rules) => decideRule(rules, new Facts(known, call.card)));
}

type Hear = (rules: readonly PolicyRule[], standing?: Standing) => Decision;

/** The stricter of what is said by what was pinned and by what stands now (RU1). */
function heard({ plan, row }: LiveRun, hear: Hear): Decision {
  const pinned = hear(plan.rules);
  if (!plan.now) return pinned;
  const standing = plan.now.folder(row.workflow, plan.dir);
  const own = plan.now.rules() ?? plan.pinnedRules;
  if (!standing && own === plan.pinnedRules) return pinned; // the same words, heard already
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

const knownOf = (
  { plan, row }: LiveRun,
  { tool, step, args, labelled }: Pick<Known, 'tool' | 'step' | 'args' | 'labelled'>,
  at: number,
): Known => {
  const { hour, weekday } = localTime(plan.setting.workspace.timeZone, at);
  const { workflow, mode } = row;
  return { tool, step, args, labelled, workflow, mode, hour, weekday };
};

type OfCard = Pick<AuthorityCard, 'class' | 'effect' | 'amountArg'>;

/**
 * The facts of a call with what its card says. A class and no object with a getter: V8 gives each
 * of those a shape of its own, and keeps with it all that the getter knows.
 */
class Facts implements RuleFacts {
  readonly tool: string;
  readonly class: string;
  readonly effect: RuleFacts['effect'];
  readonly step: string;
  readonly workflow: string;
  readonly mode: RuleFacts['mode'];
  readonly args: JsonObject;
  readonly amount: number | undefined;
  readonly hour: number;
  readonly weekday: string;
  readonly #labelled: Known['labelled'];

  constructor(known: Known, card: OfCard) {
    this.tool = known.tool;
    this.class = card.class;
    this.effect = card.effect;
    this.step = known.step;
    this.workflow = known.workflow;
    this.mode = known.mode;
    this.args = known.args;
    this.amount = amountOf(card, known.args).amount;
    this.hour = known.hour;
    this.weekday = known.weekday;
    this.#labelled = known.labelled;
  }

  get labels(): RuleFacts['labels'] {
    return this.#labelled();
  }
}
