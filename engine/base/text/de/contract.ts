// German sentences: contract. Keys are codes; see say.ts for the placeholders.
// `bounds.*` name a stretch of figures, `then.*` what happens on a way, `who.*` who is asked.

/** Stretches of a figure; "$500–$5,000" includes both ends. Plain numbers say what they count. */
const bounds = (kind: 'number' | 'money', label: string): Record<string, string> => ({
  [`bounds.${kind}.exactly`]: `${label}genau {from:${kind}}`,
  [`bounds.${kind}.between`]: `${label}{from:${kind}}–{to:${kind}}`,
  [`bounds.${kind}.from_to_under`]: `${label}ab {from:${kind}} bis unter {to:${kind}}`,
  [`bounds.${kind}.above_up_to`]: `${label}über {from:${kind}}, bis {to:${kind}}`,
  [`bounds.${kind}.above_to_under`]: `${label}über {from:${kind}}, unter {to:${kind}}`,
  [`bounds.${kind}.up_to`]: `${label}bis {to:${kind}}`,
  [`bounds.${kind}.under`]: `${label}unter {to:${kind}}`,
  [`bounds.${kind}.from`]: `${label}ab {from:${kind}}`,
  [`bounds.${kind}.above`]: `${label}über {from:${kind}}`,
  [`bounds.${kind}.any`]: `${label}bei jedem Wert`,
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

  'who.role': 'die Rolle „{role}“',
  'who.role_an': 'die Rolle „{role}“',

  'then.approval': 'fragt {who:said}',
  'then.question': 'stellt eine Frage an {who:said}',
  'then.escalate': 'gibt es an {who:said}',
  'then.pays': 'zahlt von selbst',
  'then.acts': '„{tool}“ von selbst',
  'then.runs': 'lässt „{name}“ laufen',
  'then.decides': 'geht weiter zu „{name}“',
  'then.end_done': 'endet als „{name}“',
  'then.end_refused': 'endet als „{name}“',
  'then.end_does_not_know': 'endet als „{name}“',
  'then.nothing': 'endet dort',

  'contract.way.bounds': '**{bounds:said}**: {then:said}.',
  'contract.way.bounds_unless': '**{bounds:said}**, aber nicht „{unless}“: {then:said}.',
  'contract.way.bounds_else': '**{bounds:said}** sonst: {then:said}.',
  'contract.way.named': '**{way:said}**: {then:said}.',
  'contract.way.straight': 'Von selbst: **{names:and}**.',
  'contract.way.straight_more': 'Von selbst: **{names}** und {n} mehr.',
  'contract.way.harmless': 'Ändert außen nichts: liest, denkt und antwortet nur.',

  'contract.may.read': 'Darf lesen mit {tools:and}.',
  'contract.may.write': 'Darf etwas ändern mit {tools:and}.',
  'contract.may.irreversible': 'Darf tun, was nicht rückgängig zu machen ist, mit {tools:and}.',
  'contract.may.spend': 'Darf Geld bewegen mit **{tools:and}**.',
  'contract.may.model': 'Darf in {n|einem Schritt|{n} Schritten} ein Modell fragen.',

  'contract.must_ask.always': '**{step:and}** braucht vorher Zustimmung: {gates:or}.',
  'contract.must_ask.or_rule':
    '**{step:and}** braucht vorher Zustimmung ({gates:or}), außer eine Regel erlaubt es: {rules:or}.',
  'contract.must_ask.only_rule':
    '**{step:and}** ohne zu fragen, wo eine Regel es erlaubt: {rules:or}.',
  'contract.must_ask.rule': '**{step:and}** fragt {who:said}, wo die Regel „{rules}“ es sagt.',

  'contract.must_never.money': 'Bewegt nie Geld.',
  'contract.must_never.people': 'Schreibt nie an Menschen außerhalb.',
  'contract.must_never.tools': 'Benutzt nie {tools:or}.',
  'contract.must_never.rule': 'Nie, was die Regel „{rule}“ verbietet.',

  'contract.limit.costUsd': '{costUsd:cost}',
  'contract.limit.toolCalls': '{toolCalls|ein Werkzeugaufruf|{toolCalls:number} Werkzeugaufrufe}',
  'contract.limit.modelCalls': '{modelCalls|ein Modellaufruf|{modelCalls:number} Modellaufrufe}',
  'contract.limit.tokens': '{tokens:number} Token',
  'contract.limit.minutes': '{minutes:time} Arbeit',
  'contract.stops_when.budget_ask': 'Hält an und fragt, sobald dies erreicht ist: {limits:or}.',
  'contract.stops_when.budget_stop': 'Endet, sobald dies erreicht ist: {limits:or}.',
  'contract.stops_when.rounds': '**{step}** wiederholt höchstens {n|einmal|{n:number}-mal}.',
  'contract.stops_when.deadline': '**{step}** wartet höchstens {ms:time} auf {who:said}.',
};
