// English sentences: what each kind of card says beyond what all cards share. Keys are codes; see
// say.ts for the placeholders.

/** A limit: whose it is, how far it is used, what each answer does. */
const limit = {
  'card.limit.title.run': 'Add {amount}?',
  'card.limit.title.step': 'Add {amount} to “{name}”?',
  'card.limit.title.child': 'Add {amount} to “{name}”?',
  'card.limit.title.day': 'Add {amount} to today’s limit?',
  'card.limit.stands.run': 'Where the run stands',
  'card.limit.stands.step': 'Where “{name}” stands',
  'card.limit.stands.child': 'Where “{name}” stands',
  'card.limit.stands.day': 'Where today stands, all runs together',
  'card.limit.stands.whole': 'The run itself',
  'card.limit.if_extend.run': 'It goes on, up to {total} in all.',
  'card.limit.if_extend.step': '“{name}” goes on, up to {total}. The run’s own limit stays.',
  'card.limit.if_extend.child': '“{name}” goes on, up to {total}. The run’s own limit stays.',
  'card.limit.if_extend.day': 'All runs together may use {total} today, and this one goes on.',
  'card.limit.if_over': 'The step leaves by “{way}”; what is drawn there follows.',
  'card.limit.if_stop': 'If it stops',
  'card.limit.if_stop_words': 'The run ends here and stays stopped. What is done stays done.',
};

const unknown = {
  'card.unknown.if.check': 'If you check',
  'card.unknown.if.again': 'If it is sent again',
  'card.unknown.if.done': 'If treated as done',
  'card.unknown.if.fail': 'If treated as failed',
};

const trouble = {
  'card.trouble.tried': 'Tried',
  'card.trouble.tried_words': '{n|once|{n} times}, last at {at}',
  'card.trouble.if.retry': 'If tried again',
  'card.trouble.if.go-on': 'If it goes on',
  'card.trouble.if.stop': 'If it stops',
};

/** A tool that must be seen before it is called. */
const tool = {
  'card.tag.tool.changed': 'A tool changed',
  'card.tag.tool.new': 'A new tool',
  'card.tag.tool.start': 'A program to start',
  'app.live.waiting.tool_new': '**Waiting for {who}** to look at a tool before it is used.',
  'card.tool.title.changed': 'Use “{tool}” as it is now?',
  'card.tool.title.new': 'Use “{tool}” of “{server}”?',
  'card.tool.title.start': 'Start “{server}”?',
  'card.tool.box.changed': 'What is different',
  'card.tool.box.new': 'What it says of itself',
  'card.tool.box.start': 'Exactly this is started or spoken to',
  'card.tool.differs': '{parts:and} {n|is|are} not what you agreed to.',
  'card.tool.part.title': 'its title',
  'card.tool.part.description': 'what it says it does',
  'card.tool.part.args': 'what it is given',
  'card.tool.part.hints': 'what it claims about itself',
  'card.tool.args.all': 'It is given {fields:and}.',
  'card.tool.args.none': 'It is given nothing.',
  'card.tool.args.new': 'It now also takes {fields:and}.',
  'card.tool.args.gone': 'It no longer takes {fields:and}.',
  'card.tool.args.changed': 'What it says about {fields:and} is different.',
  'card.tool.before': 'As you agreed to it',
  'card.tool.now': 'As it is now',
  'card.tool.nothing_before': 'There was nothing here.',
  'card.tool.nothing_now': 'Nothing is left of it.',
  'card.tool.gone': 'removed',
  'card.tool.new': 'added',
  'card.tool.left_out': 'Lines that are the same are left out here.',
  'card.tool.trust': 'Trust it as shown',
  'card.tool.refuse': 'Refuse',
  'card.tool.if.trust': 'If you trust it',
  'card.tool.if.refuse': 'If you refuse',
  'card.next.name.trust': 'Trust',
  'card.next.tool_changed.trust':
    'It is called now, and you are not asked again until it says something else.',
  'card.next.tool_changed.refuse': 'It is not called. The step counts as forbidden.',
  'card.decided.trust': 'Trusted by {who}',
  'card.did.trust': 'trusted it as it is',
};

/** Several people, and who is asked next. */
const together = {
  'card.together': '{need} of {of} people must agree',
  'card.together.agreed': 'agreed',
  'card.together.refused': 'refused',
  'card.together.asked': 'is asked',
  'card.together.other': 'agreed to something else, is asked again',
  'card.together.more': '{n|One more agreement is|{n} more agreements are} needed.',
  'card.together.refusal_ends': 'One refusal ends it as refused.',
  'card.together.refusals':
    'One refusal does not end it: {n|the other one|the other {n}} can still agree.',
  'card.together.short': '{who} and {n|one more|{n} more}',
  'card.together.any': '{who:or}',
  'card.together.who': '{who:and}, {need} of whom must agree',
  'card.escalates': 'If nobody answers',
  'card.escalates.words': 'It goes to {next:or} on {at}.',
  'card.nobody.escalates': 'If {who} does not answer, it goes to {next:or} on {at}.',
  'app.live.escalates': 'On {at} it goes to {next:or}.',
};

/** Many calls behind one decision. */
const calls = {
  'card.calls.spend': '**{n|1 payment|{count} payments}**, {total} in all',
  'card.calls.spend.plain': '**{n|1 payment|{count} payments}**',
  'card.calls.times': '**“{tool}”**, {n|once|{count} times}',
  'card.calls.unknown':
    'Of {n|one|{count}} of them something is not known yet; {n|it is|each is} asked about when it comes.',
  'card.calls.title': 'Make {count} payments, {total} in all?',
  'card.calls.show': '{n|Show it|Show all {count}}',
  'card.calls.hide': 'Hide the list',
  'card.calls.list': 'All calls of “{step}”',
  'card.door.if.approve': 'If you approve',
  'card.door.if.refuse': 'If you refuse',
};

/** Where values come from. */
const origin = {
  'card.source.web': 'a web page',
  'card.source.mail': 'a mail',
  'card.source.file': 'a file',
  'card.source.tool': '“{tool}”',
  'card.from.source': '{fields:and}: from {source:and}. Somebody else wrote it.',
  'card.from.written': '{fields:and} was written by a model.',
  'card.from.user': '{fields:and} was filled in by a person during the run.',
  'card.origin.source': 'Part of it comes from {source:and}: somebody else wrote it.',
};

export const cardKinds: Record<string, string> = {
  ...limit,
  ...unknown,
  ...trouble,
  ...tool,
  ...together,
  ...calls,
  ...origin,
};
