// English sentences: why. Keys are codes; see say.ts for the placeholders.

/** Why a gate that looks at figures sent the run its way. */
const gates = {
  'why.confidence_enough': '{percent}% sure; {least}% was asked for.',
  'why.confidence_low': '{percent}% sure, but {least}% was asked for.',
  'why.confidence_none': 'The step did not say how sure it was.',
  'why.confidence_from.self': 'Only the model’s own word, which does not count here.',
  'why.confidence_from.votes': 'From votes, which do not count here.',
  'why.confidence_from.logprobs': 'From the model’s probabilities, which do not count here.',
  'why.confidence_from.rule': 'From a rule, which does not count here.',
  'why.budget_over.costUsd': 'The run has cost {used:money}; the check allows {cap:money}.',
  'why.budget_over.modelCalls': '{used} model calls so far; the check allows {cap}.',
  'why.budget_over.toolCalls': '{used} tool calls so far; the check allows {cap}.',
  'why.budget_over.tokens': '{used:number} tokens so far; the check allows {cap:number}.',
  'why.budget_over.minutes': '{used} minutes of work so far; the check allows {cap}.',
};

export const why: Record<string, string> = {
  ...gates,
  'why.paused': 'The run is paused.',
  'why.paused_by': 'Paused by {by}.',
  'why.stopped_by': 'Stopped by {by}.',
  'why.breakpoint': 'Paused before “{step}”, where a stop is set.',
  'why.no_card': 'This tool has no card, so nobody has said what it may do.',
  'why.denied_by_rule': 'The rule “{rule}” forbids it.',
  'why.allowed_by_rule': 'The rule “{rule}” allows it.',
  'why.rule_asks': 'The rule “{rule}” wants somebody to agree first.',
  'why.granted': '{by} agreed to exactly this.',
  'why.changed_since_approval': 'It is no longer what was agreed to.',
  'why.rate': 'It is called often enough for now and waits its turn.',
  'why.no_longer_needed': 'The run went on another way.',
  'why.may_have_happened': 'The program ended while “{tool}” was at work. It may have happened.',
  'why.default.none': 'It changes nothing outside this run.',
  'why.default.read': 'It only reads.',
  'why.default.write':
    'It changes something outside, and no rule speaks of it, so somebody must agree.',
  'why.default.irreversible': 'It cannot be undone, and no rule allows it.',
  'why.default.spend': 'It moves money, and no rule allows it.',
  'why.limit.costUsd': 'What this could cost does not fit under the cost limit of this run.',
  'why.limit.modelCalls': 'The limit of model calls is reached.',
  'why.limit.toolCalls': 'The limit of tool calls is reached.',
  'why.limit.tokens': 'What this could use does not fit under the limit of tokens.',
  'why.limit.minutes': 'The limit of working time is reached.',
  'why.limit.attempts': 'The limit of tries is reached.',
  'why.limit.day': 'What this could cost does not fit under today’s cost limit of all runs.',
};
