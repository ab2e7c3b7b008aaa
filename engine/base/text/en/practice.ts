// English sentences: what the practice model says in its answers. It is a model, so these are
// values of steps, shown as its words.

const reasons = {
  'practice.category': 'It speaks of {words}.',
  'practice.no_category': 'Nothing in it clearly fits one of the descriptions.',
  'practice.fields': 'Found in the text: {fields}.',
  'practice.no_field': 'None of this stands in the text.',
  'practice.rule': 'The rule says “{rule}”, and this speaks of {words}.',
  'practice.limit': 'The rule says “{rule}”, and this does not keep to “{limit}”.',
  'practice.no_rule': 'The rule says nothing about this.',
  'practice.fact_missing': 'The rule asks for a date or a number that is not given.',
  'practice.no_data': 'There is nothing to write about.',
  'practice.no_argument': 'Nothing says what {label} should be.',
  'practice.counted': 'It has {n:number} {unit}.',
  'practice.stands': 'It speaks of “{said}”.',
  'practice.stands_not': 'It does not say “{said}”.',
  'practice.no_criterion': 'One of the criteria cannot be told from the words alone.',
  'practice.checked': 'Each criterion was held against the words.',
  'practice.draft': 'Written from the data, nothing added.',
  'practice.scripted': 'As scripted for practice.',
};

const drafts = {
  'practice.draft.greeting': 'Dear {name},',
  'practice.draft.closing': 'Kind regards',
  'practice.draft.given': 'Given',
  'practice.draft.plain': 'Here is what is known:',
  'practice.draft.plain.head': 'For your information',
  'practice.draft.welcome': 'Welcome! Here is what you need to know:',
  'practice.draft.welcome.head': 'Welcome',
  'practice.draft.apology': 'We are sorry for the trouble. This is what it is about:',
  'practice.draft.apology.head': 'We are sorry',
  'practice.draft.refusal': 'We are sorry that we cannot agree to this:',
  'practice.draft.refusal.head': 'Not agreed',
  'practice.draft.reminder': 'This is a friendly reminder:',
  'practice.draft.reminder.head': 'Reminder',
  'practice.draft.invitation': 'You are invited:',
  'practice.draft.invitation.head': 'Invitation',
  'practice.draft.confirmation': 'We confirm the following:',
  'practice.draft.confirmation.head': 'Confirmation',
  'practice.draft.thanks': 'Thank you. This is what it is about:',
  'practice.draft.thanks.head': 'Thank you',
  'practice.draft.recommendation': 'This is what speaks for it:',
  'practice.draft.recommendation.head': 'Recommendation',
  'practice.draft.notice': 'We would like to let you know:',
  'practice.draft.notice.head': 'Notice',
};

export const practice: Record<string, string> = { ...reasons, ...drafts };
