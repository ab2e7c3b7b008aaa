// English sentences: contract. Keys are codes; see say.ts for the placeholders.
// `bounds.*` name a stretch of figures, `then.*` what happens on a way, `who.*` who is asked.

/** Stretches of a figure; "$500–$5,000" includes both ends. Plain numbers say what they count. */
const bounds = (kind: 'number' | 'money', label: string): Record<string, string> => ({
  [`bounds.${kind}.exactly`]: `${label}exactly {from:${kind}}`,
  [`bounds.${kind}.between`]: `${label}{from:${kind}}–{to:${kind}}`,
  [`bounds.${kind}.from_to_under`]: `${label}from {from:${kind}} to under {to:${kind}}`,
  [`bounds.${kind}.above_up_to`]: `${label}above {from:${kind}}, up to {to:${kind}}`,
  [`bounds.${kind}.above_to_under`]: `${label}above {from:${kind}}, under {to:${kind}}`,
  [`bounds.${kind}.up_to`]: `${label}up to {to:${kind}}`,
  [`bounds.${kind}.under`]: `${label}under {to:${kind}}`,
  [`bounds.${kind}.from`]: `${label}from {from:${kind}}`,
  [`bounds.${kind}.above`]: `${label}above {from:${kind}}`,
  [`bounds.${kind}.any`]: `${label}whatever the figure`,
});

/** Money begins a sentence, so its first letter is large. */
const begin = (entries: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries).map(([code, text]) => [
      code,
      text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
    ]),
  );

export const contract: Record<string, string> = {
  ...begin(bounds('money', '')),
  ...bounds('number', '{label} '),

  'who.role': 'a {role}',
  'who.role_an': 'an {role}',

  'then.approval': 'asks {who:said}',
  'then.question': 'asks {who:said} a question',
  'then.escalate': 'hands it to {who:said}',
  'then.pays': 'pays by itself',
  'then.acts': '“{tool}” by itself',
  'then.runs': 'runs “{name}”',
  'then.decides': 'goes on to “{name}”',
  'then.end_done': 'ends as “{name}”',
  'then.end_refused': 'ends as “{name}”',
  'then.end_does_not_know': 'ends as “{name}”',
  'then.nothing': 'ends there',

  'contract.way.bounds': '**{bounds:said}**: {then:said}.',
  'contract.way.bounds_unless': '**{bounds:said}**, but not “{unless}”: {then:said}.',
  'contract.way.bounds_else': '**{bounds:said}** otherwise: {then:said}.',
  'contract.way.named': '**{way:said}**: {then:said}.',
  'contract.way.straight': 'By itself: **{names:and}**.',
  'contract.way.straight_more': 'By itself: **{names}** and {n} more.',
  'contract.way.harmless': 'Changes nothing outside: it only reads, thinks and answers.',

  'contract.may.read': 'May read with {tools:and}.',
  'contract.may.write': 'May change things with {tools:and}.',
  'contract.may.irreversible': 'May do what cannot be undone with {tools:and}.',
  'contract.may.spend': 'May move money with **{tools:and}**.',
  'contract.may.model': 'May ask a model in {n|one step|{n} steps}.',

  'contract.must_ask.always': '**{step:and}** needs consent first: {gates:or}.',
  'contract.must_ask.or_rule':
    '**{step:and}** needs consent first ({gates:or}), unless a rule allows it: {rules:or}.',
  'contract.must_ask.only_rule':
    '**{step:and}** without asking where a rule allows it: {rules:or}.',
  'contract.must_ask.rule': '**{step:and}** asks {who:said} where the rule “{rules}” says so.',

  'contract.must_never.money': 'Never moves money.',
  'contract.must_never.people': 'Never writes to people outside.',
  'contract.must_never.tools': 'Never uses {tools:or}.',
  'contract.must_never.rule': 'Never what the rule “{rule}” forbids.',

  'contract.limit.costUsd': '{costUsd:cost}',
  'contract.limit.toolCalls': '{toolCalls|one tool call|{toolCalls:number} tool calls}',
  'contract.limit.modelCalls': '{modelCalls|one model call|{modelCalls:number} model calls}',
  'contract.limit.tokens': '{tokens:number} tokens',
  'contract.limit.minutes': '{minutes:time} of work',
  'contract.stops_when.budget_ask': 'Stops and asks at {limits:or}.',
  'contract.stops_when.budget_stop': 'Ends at {limits:or}.',
  'contract.stops_when.rounds': '**{step}** repeats at most {n|once|{n:number} times}.',
  'contract.stops_when.deadline': '**{step}** waits for {who:said} at most {ms:time}.',
};
