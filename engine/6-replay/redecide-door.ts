// What the door would say to a call that is only thought of: go, ask, or no.
// DO1 a gate on the way that somebody opened speaks for the steps it covers.
// DO2 else the rules say it, and the card of the tool can only make their word stricter. Where an
//     argument came from is not looked at here: what was asked about for that reason then counts
//     as asked about now.

import type { Past } from './past.ts';
import { byCard } from '../policy/conditions.ts';
import { decideRule, type RuleFacts } from '../policy/rules.ts';
import type { Drawn } from './redecide-plan.ts';
import type { Question } from './redecide-step.ts';

type CallOf = Extract<Question, { is: 'call' }>;

/** The word of the door (DO1, DO2). */
export function doorSays(
  drawn: Drawn,
  { step, card, tool, isActing }: CallOf,
  { past, passed }: { past: Past; passed: ReadonlySet<string> },
): 'go' | 'ask' | 'no' {
  if (!tool) return 'go';
  if (!card) return 'no';
  if (isActing && [...passed].some((gate) => drawn.covers[gate]?.includes(step))) return 'go';
  const { setting, folder } = drawn;
  const amount = card.amountArg === undefined ? undefined : tool.args[card.amountArg];
  const facts: RuleFacts = {
    tool: tool.tool,
    class: card.class,
    effect: card.effect,
    step,
    workflow: folder.workflow.id,
    mode: past.context['mode'] === 'real' ? 'real' : 'practice',
    args: tool.args,
    labels: Object.fromEntries(Object.keys(tool.args).map((id) => [id, ['input']])),
    ...(typeof amount === 'number' ? { amount } : {}),
    ...timeOf(setting.workspace.timeZone, past.at),
  };
  const word = byCard(decideRule([...setting.rules, ...folder.rules], facts), card, facts);
  return word.then === 'allow' ? 'go' : word.then === 'ask' ? 'ask' : 'no';
}

function timeOf(timeZone: string, at: string): Pick<RuleFacts, 'hour' | 'weekday'> {
  const options = { hour: '2-digit', weekday: 'long', hour12: false, timeZone } as const;
  const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(new Date(at));
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return { hour: Number(part('hour')) % 24, weekday: part('weekday').toLowerCase() };
}
