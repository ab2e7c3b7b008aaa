// What the rules say to a call: pinned and current, the stricter of the two.

import { decideRule, stricter, type Decision, type RuleFacts } from '../policy/rules.ts';
import { labelsAt, type JsonObject, type Value } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import type { CoveredCall } from './covered.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { classOf } from './effect-facts.ts';

/** The ruling for an open effect. */
export function ruling(live: LiveRun, effect: LiveEffect, at: number): Decision {
  const { call, card } = effect;
  const args = call?.kind === 'tool' ? call.args : {};
  const facts: RuleFacts = {
    tool: call?.kind === 'tool' ? call.tool : 'model',
    class: card?.class ?? 'workflow',
    effect: classOf(effect),
    step: effect.row.node,
    workflow: live.row.workflow,
    mode: live.row.mode,
    args,
    get labels() {
      return argLabels(args, effect.input.settings); // looked at by few rules
    },
    hour: hourOf(live, at),
    ...amountOf(card, args),
  };
  return decideBoth(live, facts);
}

/** The ruling for a call that a gate covers, before it is made. */
export function rulingFor(live: LiveRun, call: CoveredCall, at: number): Decision {
  const args = Object.fromEntries(call.args.map((a) => [a.id, a.value]));
  const labels = Object.fromEntries(call.args.map((a) => [a.id, a.labels]));
  return decideBoth(live, {
    tool: call.tool,
    class: call.card.class,
    effect: call.effect,
    step: call.step,
    workflow: live.row.workflow,
    mode: live.row.mode,
    args,
    labels,
    hour: hourOf(live, at),
    ...amountOf(call.card, args),
  });
}

function decideBoth(live: LiveRun, facts: RuleFacts): Decision {
  const pinned = decideRule(live.plan.rules, facts);
  const current = live.plan.currentRules();
  return current === live.plan.rules ? pinned : stricter(pinned, decideRule(current, facts));
}

const argLabels = (args: JsonObject, settings: Value): Record<string, string[]> =>
  Object.fromEntries(Object.keys(args).map((id) => [id, labelsAt(settings.labels, `args.${id}`)]));

function amountOf(card: AuthorityCard | undefined, args: JsonObject): { amount?: number } {
  const amount = card?.amountArg === undefined ? undefined : args[card.amountArg];
  return typeof amount === 'number' ? { amount } : {};
}

/** Hour of the day in the workspace's time zone; worked out once per quarter of an hour. */
function hourOf(live: LiveRun, at: number): number {
  const { timeZone } = live.plan.setting.workspace;
  const quarter = Math.floor(at / 900_000);
  const known = hours.get(timeZone);
  if (known?.quarter === quarter) return known.hour;
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hour12: false, timeZone });
  const hour = Number(format.format(at)) % 24;
  hours.set(timeZone, { quarter, hour });
  return hour;
}
const hours = new Map<string, { quarter: number; hour: number }>();
