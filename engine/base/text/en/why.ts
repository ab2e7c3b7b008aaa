// English sentences: why. Keys are codes; see say.ts for the placeholders.

/** Why a gate that looks at figures sent the run its way. */
const gates = {
  'why.confidence_enough': '{percent}% sure; {least}% was asked for.',
  'why.confidence_low': '{percent}% sure, but {least}% was asked for.',
  'why.votes_enough': '{n} of {of} votes are for “{option}”.',
  'why.votes_few': 'Only {n} of {of} votes are for “{option}”.',
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

/** Why the door asks, or forbids, although a rule allows it. */
const origins = {
  'why.untrusted_argument':
    '“{argument}” comes from text that somebody outside wrote, and no rule names it, so somebody must agree.',
  'why.untrusted_steered':
    'Text that somebody outside wrote decided that this happens, and no rule names this step, so somebody must agree.',
  'why.private_leaves':
    '“{argument}” would take what is private to an address that text from outside had a hand in, so somebody must agree.',
  'why.card_always': 'The card of this tool wants somebody to agree to every call.',
  'why.card_when': 'The card of this tool wants somebody to agree to a call like this one.',
  'why.no_evidence':
    '“{argument}” rests on nothing but a model’s word or the drawing, and the card of this tool wants more, so somebody must agree.',
  'why.card_unlinked':
    'This tool came with a workflow of somebody else’s, and nobody here has linked it yet. Nothing was called; link it on the Tools sheet.',
  'why.card_revoked':
    'The card of this tool was taken away while the run went on, so the tool may not be used any more.',
};

/** Limits that are not the run's: today's of all runs, and the own one of a step or workflow. */
const limits = {
  'why.limit.day': 'What this could cost does not fit under today’s cost limit of all runs.',
  'why.limit.day.modelCalls': 'Today’s limit of model calls of all runs is reached.',
  'why.limit.day.toolCalls': 'Today’s limit of tool calls of all runs is reached.',
  'why.limit.day.tokens': 'What this could use does not fit under today’s limit of tokens.',
  'why.limit.day.minutes': 'Today’s limit of working time of all runs is reached.',
  'why.limit.day.attempts': 'Today’s limit of tries of all runs is reached.',
  'why.limit.own.costUsd': 'What this could cost does not fit under the cost limit of “{of}”.',
  'why.limit.own.modelCalls': 'The limit of model calls of “{of}” is reached.',
  'why.limit.own.toolCalls': 'The limit of tool calls of “{of}” is reached.',
  'why.limit.own.tokens': 'What this could use does not fit under the limit of tokens of “{of}”.',
  'why.limit.own.minutes': 'The limit of working time of “{of}” is reached.',
  'why.limit.own.attempts': 'The limit of tries of “{of}” is reached.',
};

export const why: Record<string, string> = {
  ...gates,
  ...origins,
  'why.paused': 'The run is paused.',
  'why.paused_by': 'Paused by {by}.',
  'why.stopped_by': 'Stopped by {by}.',
  'why.stopped_all': 'Stopped by {by}, with everything else.',
  'why.stops_after_step': 'Stopping: what is under way is let finish, and nothing new starts.',
  'why.replaced': 'A newer run about the same thing took its place.',
  'why.cannot_recover': 'The program could not take this run up again: {reason}',
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
  ...limits,
};
