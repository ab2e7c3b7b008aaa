// English sentences: with what somebody begins: files that come and go, a guided start, and a drawing
// made of a description.

import { pairs } from './pair.ts';

const files = pairs({
  single_not_one: [
    '“{file}” is not a workflow of Interlock.',
    'Nothing was taken from it. Choose a file that ends in .interlock, or ask whoever sent it to save it again.',
  ],
});

const draw = {
  'draw.no_model': 'No real model is set up, and only a real one can draw from a description.',
  'draw.no_model.help':
    'Set one up in the settings, or answer the questions instead: they need no model.',
  'draw.practising': 'Practice mode is on, so nothing is sent and nothing can be drawn.',
  'draw.practising.help':
    'Switch practice mode off, or answer the questions instead: they need no model.',
  'draw.does_not_know': 'The model could not make a workflow of this description.',
  'draw.does_not_know.help':
    'Nothing was drawn. Say what comes in, what should happen with it, and who decides.',
  'draw.nothing': 'The model answered, but there is no step in its answer.',
  'draw.nothing.help':
    'Nothing was drawn. Say in plain words what should happen, one thing after another.',
};

const importing = {
  'import.title': 'Import a file',
  'import.line': 'A workflow somebody sent you. It opens linked to nothing.',
  'import.drop': 'Drop it to open it',
  'import.drop.line':
    'A workflow as one file (.interlock). Nothing in it is run; it opens linked to nothing.',
  'import.not_this':
    '“{name}” is not a workflow. Files of workflows end in .interlock. Nothing was changed.',
  'import.several': 'One workflow at a time. Nothing was changed; drop a single file.',
  'import.too_big': '“{name}” is larger than {mb} MB. A workflow is a drawing; nothing was read.',
  'import.unreadable':
    '“{name}” cannot be read. It may have been moved meanwhile. Nothing was changed.',
  'import.failed': 'Nothing was imported. {why}',
  'import.done': '“{name}” came from a file, linked to nothing.',
  'import.done.text':
    'Look at it first. It can do nothing outside until you have linked {n|one tool|{n} tools}, each by itself.',
  'import.done.none': 'Look at it first. It uses nothing outside of this computer.',
  'import.link': 'Link',
  'import.look': 'Look and link',
  'import.linked': 'Linked',
  'import.link.tool': '“{step}” wants to use “{title}”',
  'import.link.workflow': '“{step}” wants to call the workflow “{title}”',
  'import.link.about': '{class:said} · {effect:said} · {adapter:said}',
  'import.link.missing': 'did not come along',
  'import.hosts': 'speaks to {hosts}',
  'import.secrets':
    'It also needs {n|the key|the keys} {names}. Keys never travel in a file; enter them in Tools.',
  'import.allowing':
    '{n|One rule that came|{n} rules that came} with it let something happen without asking: {names}. Look at {n|it|them} under Rules.',
  'import.renamed':
    'A workflow of the same kind is here already, so this one got a name of its own.',
  'import.close': 'Close this list',
  'import.fold': 'Fold this list',
  'import.unfold': 'Unfold this list',
  'export.save': 'Save as a file',
  'export.saved': '“{name}” was saved with your downloads.',
  'export.left': '“{name}” was saved without {files}: there was no room for {n|it|them}.',
  'start.effect.none': 'changes nothing',
  'start.effect.read': 'only reads',
  'start.effect.write': 'writes',
  'start.effect.irreversible': 'cannot be undone',
  'start.effect.spend': 'moves money',
  'start.class.customer_data': 'customer data',
  'start.class.communication': 'communication',
  'start.class.operational': 'operations',
  'start.class.workflow': 'this workflow',
  'start.class.money': 'money',
  'start.adapter.practice': 'practice tool',
  'start.adapter.folder': 'a folder',
  'start.adapter.mail_parse': 'reads mails',
  'start.adapter.http': 'a web address',
  'start.adapter.mcp': 'another program',
  'start.adapter.files': 'files',
  'start.adapter.mail_send': 'sends mail',
  'start.adapter.mail_read': 'a mail account',
  'start.adapter.sql': 'a table file',
  'start.adapter.knowledge': 'searches a folder',
};

const guided = {
  'start.title': 'What should happen?',
  'start.line': 'A few plain questions, and a finished workflow fitted to your answers.',
  'start.how': 'How do you want to say it?',
  'start.how.questions': 'Answer a few questions',
  'start.how.words': 'Describe it',
  'start.words.label': 'What should happen?',
  'start.words.place':
    'A customer writes that something arrived broken. If it cost less than $50, pay it back; else ask the team lead.',
  'start.words.help':
    'What comes in, what should happen with it, who decides, and from which amount.',
  'start.words.send':
    '{model} at {place} draws it. Your words and the names of your people are sent there.',
  'start.words.cost': 'At most {cost}.',
  'start.words.cost.unknown': 'What it costs is not known: set a price for the model.',
  'start.words.draw': 'Draw it',
  'start.words.drawing': '{model} is drawing. You can give it up at any moment.',
  'start.words.cancel': 'Give it up',
  'start.words.switch': 'Switch practice mode off',
  'start.words.set_up': 'Set up a model',
  'start.words.again': 'Change the description',
  'start.words.open': 'Open this drawing',
  'start.words.offer':
    'Nothing is opened or run yet. This is what it would add to an empty workflow:',
  'start.words.took': 'It took {time} and cost {cost}, in {n|one question|{n} questions}.',
  'start.words.took.unknown':
    'It took {time}, in {n|one question|{n} questions}. What it cost is not known.',
  'start.words.fine': 'Nothing is wrong with it.',
  'start.words.problems':
    '{n|One thing is|{n} things are} left for you; each is named in the drawing.',
  'start.words.wish': '“{step}” is linked to no tool. It is meant to: {wish}',
  'start.words.adds.steps': '{n|one step|{n} steps}',
  'start.words.adds.arrows': '{n|one arrow|{n} arrows}',
  'start.words.adds.fields': '{n|one field|{n} fields} in the form',
  'start.words.adds.people': '{n|one place|{n} places} where a person decides',
  'start.words.opened': 'This drawing was made by {model} of your description. Nothing is linked.',
  'start.q.what': 'What comes in?',
  'start.q.what.claim': 'A claim or a bill',
  'start.q.what.claim.line': 'An amount, what it was for, a receipt',
  'start.q.what.document': 'A document',
  'start.q.what.document.line': 'A contract or report somebody has to agree to',
  'start.q.what.mail': 'Mails in a folder',
  'start.q.what.mail.line': 'Who wrote, and what about',
  'start.q.what.customer': 'A new customer',
  'start.q.what.customer.line': 'To be looked up, checked and welcomed',
  'start.q.what.other': 'Something else',
  'start.q.what.other.line': 'An empty drawing, or a description of your own',
  'start.q.happen': 'What should happen?',
  'start.q.happen.claim.alone': 'Small ones are paid by themselves, larger ones are asked about',
  'start.q.happen.claim.ask': 'A person agrees to every one of them',
  'start.q.happen.document.summary': 'Check it, sum it up, have it approved, tell everybody',
  'start.q.happen.document.ask': 'The same, and a person sees every message before it goes out',
  'start.q.happen.mail.alone': 'File contacts by itself, ask where it is not sure',
  'start.q.happen.mail.ask': 'Ask somebody before anything is filed',
  'start.q.happen.customer.alone': 'Open the account, book a call, send the welcome mail',
  'start.q.happen.customer.ask': 'The same, and a person sees the welcome mail first',
  'start.q.who': 'Who must agree?',
  'start.q.who.first': 'Who agrees',
  'start.q.who.from': 'From which amount',
  'start.q.who.from.help': 'Below it, what keeps to the policy is paid by itself.',
  'start.q.who.above': 'Above which amount',
  'start.q.who.second': 'Who agrees above it',
  'start.q.who.trouble': 'Who is told of trouble',
  'start.q.cost': 'What may it cost?',
  'start.q.cost.run': 'At most, for one run',
  'start.q.cost.minutes': 'Minutes of work, at most',
  'start.q.cost.help':
    'Questions to models and calls of tools stop at this limit, and somebody is asked.',
  'start.q.name': 'What is it called?',
  'start.back': 'Back',
  'start.next': 'Next',
  'start.make': 'Make it',
  'start.step': 'Question {n} of {of}',
  'start.will': 'What it will do',
  'start.will.not_yet': 'Your answers stand here as soon as something follows from them.',
  'start.wrong.amounts': 'The second amount must be larger than the first.',
  'start.wrong.name': 'A workflow needs a name.',
  'start.name.claim': 'Claims',
  'start.name.document': 'Document approval',
  'start.name.mail': 'Mail to contacts',
  'start.name.customer': 'New customers',
  'start.wrong.same': 'Choose two different people: the second decides what the first may not.',
  'start.wrong.limit':
    '{who} may approve at most {amount}. Choose somebody else, or a smaller amount.',
  'start.fitted': 'Made of “{sample}” and fitted to your answers',
  'start.fitted.text': 'Everything can be taken back, here one by one or with Ctrl+Z.',
  'start.fit.back': 'Take back',
  'start.fit.taken': 'Taken back',
  'start.fit.from': 'Asks somebody from {amount} on',
  'start.fit.above': 'Asks somebody else above {amount}',
  'start.fit.always': 'Asks somebody about every claim',
  'start.fit.rules': '{n|A rule follows|Rules follow}: {names:and}',
  'start.fit.ask': '“{step}” asks {who}',
  'start.fit.owner': '{who} is told when something goes wrong',
  'start.fit.cost': 'At most {cost} a run',
  'start.fit.minutes': 'At most {n|one minute|{n} minutes} of work a run',
  'start.fit.gate': '{who} agrees before “{step}”',
  'start.fit.gate.name': 'Agree first?',
  'start.fit.gate.title': 'Go on with “{step}”?',
  'start.rule.below': 'Claims under {amount} pay by themselves',
  'start.rule.from': 'Claims from {amount} need a person',
};

const commandLine = {
  'cli.import.about': 'take a workflow that came as one file into the workspace',
  'cli.argument.single': 'a file that ends in .interlock',
  'cli.imported': 'Imported as {slug}. Nothing in it was run, and it is linked to nothing.',
  'cli.imported.link': '{step} wants {key:said} {value}',
  'cli.imported.tool': 'the tool',
  'cli.imported.workflow': 'the workflow',
  'cli.imported.secrets': 'It needs the keys: {names}.',
  'cli.imported.allowing': 'Rules that came with it let this happen without asking: {names}.',
  'cli.exported.file': 'Written to {file}.',
  'cli.exported.left': 'Left out, for want of room: {names}.',
  'cli.wrong.exists': '{file} is there already, and nothing is written over it. Name another file.',
};

export const start: Record<string, string> = {
  ...files,
  ...draw,
  ...importing,
  ...guided,
  ...commandLine,
};
