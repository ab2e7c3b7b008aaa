// English words for the parts of a result that every step of a kind has, beside those a person
// names. `node.<type>.value.<path>`; see say.ts.

type Words = Record<string, string>;

const under = (type: string, words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([path, word]) => [`node.${type}.value.${path}`, word]),
  );

/** What every answer of a model says beside the answer itself. */
const sure: Words = {
  reason: 'Reason',
  confidence: 'Confidence',
  'confidence.share': 'Share',
  'confidence.source': 'Source',
};
/** What every decision of a person says beside what was filled in. */
const decided: Words = { note: 'Note', by: 'Decided by', at: 'Decided at' };
const chosen: Words = { ...sure, choice: 'Choice' };
const judged: Words = { ...sure, failed: 'Not met', reasons: 'Reasons' };
const voted: Words = { ...chosen, votes: 'Votes' };

export const nodeValues: Words = {
  ...under('classify', { ...sure, category: 'Category', name: 'Name' }),
  ...under('extract', sure),
  ...under('draft', { ...sure, text: 'Text' }),
  ...under('decide', chosen),
  ...under('use_tool', sure),
  ...under('use_tool_ask', { ...sure, args: 'Arguments' }),
  ...under('critic', { ...judged, text: 'Text' }),
  ...under('critic_check', judged),
  ...under('consensus', voted),
  ...under('consensus_count', voted),
  ...under('condition', { way: 'Way', says: 'Reason', from: 'From', to: 'To' }),
  ...under('budget_check', {
    costUsd: 'Cost',
    modelCalls: 'Model calls',
    toolCalls: 'Tool calls',
    tokens: 'Tokens',
    minutes: 'Minutes of work',
  }),
  ...under('confidence_check', { share: 'Share', source: 'Source' }),
  ...under('approval', decided),
  ...under('question', decided),
  ...under('escalate', decided),
  ...under('ask_owner', decided),
  'app.reach.file.text': 'text',
};
