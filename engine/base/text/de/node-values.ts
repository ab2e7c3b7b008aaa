// German words for the parts of a result that every step of a kind has, beside those a person
// names. `node.<type>.value.<path>`; see say.ts.

type Words = Record<string, string>;

const under = (type: string, words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([path, word]) => [`node.${type}.value.${path}`, word]),
  );

/** What every answer of a model says beside the answer itself. */
const sure: Words = {
  reason: 'Grund',
  confidence: 'Sicherheit',
  'confidence.share': 'Anteil',
  'confidence.source': 'Quelle',
};
/** What every decision of a person says beside what was filled in. */
const decided: Words = { note: 'Notiz', by: 'Entschieden von', at: 'Entschieden am' };
const chosen: Words = { ...sure, choice: 'Wahl' };
const judged: Words = { ...sure, failed: 'Nicht erfüllt', reasons: 'Gründe' };
const voted: Words = { ...chosen, votes: 'Stimmen' };

export const nodeValues: Words = {
  ...under('classify', { ...sure, category: 'Kategorie', name: 'Name' }),
  ...under('extract', sure),
  ...under('draft', { ...sure, text: 'Text' }),
  ...under('decide', chosen),
  ...under('use_tool', sure),
  ...under('use_tool_ask', { ...sure, args: 'Angaben' }),
  ...under('critic', { ...judged, text: 'Text' }),
  ...under('critic_check', judged),
  ...under('consensus', voted),
  ...under('consensus_count', voted),
  ...under('condition', { way: 'Weg', says: 'Grund', from: 'Von', to: 'Bis' }),
  ...under('budget_check', {
    costUsd: 'Kosten',
    modelCalls: 'Modellaufrufe',
    toolCalls: 'Werkzeugaufrufe',
    tokens: 'Token',
    minutes: 'Minuten Arbeit',
  }),
  ...under('confidence_check', { share: 'Anteil', source: 'Quelle' }),
  ...under('approval', decided),
  ...under('question', decided),
  ...under('escalate', decided),
  ...under('ask_owner', decided),
  'app.reach.file.text': 'Text',
};
