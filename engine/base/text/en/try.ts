// English sentences: trying steps out, kept results, examples, the effect of a change, boundaries.
// Keys are codes; see say.ts for the placeholders.

/** Trying a step, and what came out. */
const trying = {
  'app.command.run_step': 'Run this step',
  'app.command.run_here': 'Run to here',
  'app.outline.do.run_step': 'Run this step',
  'app.outline.do.run_here': 'Run to here',
  'try.end.here': 'Tried',
  'try.end.elsewhere': 'Another way',
  'try.no_step': 'The step “{step}” is not in the drawing any more, so nothing was started.',
  'try.nothing_from':
    'This step uses a result of “{step}”, and there is none yet. Nothing was started.',
  'try.no_item':
    'This step works on one item of “{room}”, and no run has had one yet. Nothing was started. Run to here instead.',
  'try.missing': 'Use Run to here, or write a result for “{step}” by hand.',
  'try.last': 'Last result:',
  'try.last.none': 'none yet',
  'try.kept': 'Kept',
  'try.panel': 'Result of “{step}”',
  'try.none':
    'This step has not been tried yet. Run it alone, or run everything up to it. It is practised: nothing leaves this computer.',
  'try.elsewhere':
    'The run took another way and did not get to “{step}”: “{at}” went by **{way}**. Nothing went wrong. Run it with other values to get there.',
  'try.result.empty': 'It hands on nothing.',
  'try.result.value': 'Value',
  'try.from.trial': 'Tried {at}',
  'try.from.run': 'From the last run, {at}',
  'try.from.kept': 'From a run, {at}',
  'try.from.written': 'Written by hand',
  'try.from.recorded': 'answered from a kept result, nothing was called',
  'try.given.kept': '“{step}”: what was kept of it.',
  'try.given.run': '“{step}”: as in the last run that has it.',
  'try.given.nothing': '“{step}”: nothing yet.',
  'try.with': 'Values of the run',
  'try.open_run': 'Open the run',
  'try.ask.label': 'Before anything happens',
  'try.ask.title': 'Carry out “{tool}” in the practice world?',
  'try.ask.practice':
    'Nothing has happened yet. If you say yes, exactly this happens in the practice world. Nothing leaves this computer.',
  'try.ask.yes': 'Do it in the practice world',
  'try.ask.no': 'Leave it undone',
  'why.test_asks': 'This is a test: nothing is changed in it that nobody was asked about.',
};

/** What is kept, and what is saved. */
const keeping = {
  'try.keep': 'Keep this result',
  'try.keep.instead': 'Keep this one instead',
  'try.edit': 'Change it',
  'try.write': 'Write a result',
  'try.forget': 'Keep it no longer',
  'try.edit.title': 'Result of “{step}”',
  'try.edit.way': 'Way out',
  'try.edit.wrong': 'This does not fit.',
  'try.edit.nothing': 'This step hands on nothing but its way out.',
  'try.edit.line': 'Used in tests only.',
  'try.edit.keep': 'Keep it',
  'try.stale.form': 'the form',
  'try.stale.own': 'This step was changed since. Try it again to see what it answers now.',
  'try.stale.before': 'Changed since: {names:and}. Try it again to see what it answers now.',
  'try.stale.both':
    'This step was changed since, and so {names:and}. Try it again to see what it answers now.',
  'try.list': 'Kept results',
  'try.list.help':
    'Tests take these instead of carrying the steps out. An ordinary run never does.',
  'try.list.forget': 'Keep the result of “{step}” no longer',
  'try.examples': 'Saved examples',
  'try.examples.help': 'Beside the contract you see at once which of them would end differently.',
  'try.examples.forget': 'Remove the example “{name}”',
  'try.example.save': 'Save as an example',
  'try.example.saved': 'Saved as an example',
  'try.example.name': 'Name of the example',
  'try.example.help': 'Such as “Train ticket, small”. It lies in the folder of the workflow.',
  'try.example.keep': 'Save it',
  'try.form.kept': 'Use {n|the kept result|the {n} kept results}: {names:and}',
  'try.answer.recorded': 'It was answered from a kept result: nothing was called.',
  'try.form.line': 'A test: {n|one step is|{n} steps are} answered from what was kept.',
  'try.run.tag': 'Test',
  'try.run.only': 'Test of “{step}”',
  'try.run.until': 'Test up to “{step}”',
  'try.run.all': 'Test with kept results',
  'kept.unreadable':
    'The kept results in {place} cannot be read. Nothing was changed. Mend the file, or delete it to begin anew.',
  'kept.no_result': 'The step “{step}” has no result in this run, so nothing was kept.',
  'kept.no_example': 'There is no example called “{id}” any more.',
};

/** What a change would have done. */
const effect = {
  'try.effect.label': 'What this drawing would have changed',
  'try.effect.examples': '{n|1 of {of} examples ends|{n} of {of} examples end} differently',
  'try.effect.runs.asks': '{n} of your last {of} runs would have asked',
  'try.effect.runs.asks_not': '{n} of your last {of} runs would not have asked',
  'try.effect.runs.calls': '{n} of your last {of} runs would differ',
  'try.effect.runs.ends': '{n} of your last {of} runs would have ended differently',
  'try.effect.runs.other': '{n} of your last {of} runs would have gone another way',
  'try.effect.unknown': '{n} cannot be told',
  'try.effect.of_examples': 'Saved examples',
  'try.effect.of_runs': 'Last runs',
  'try.effect.of_unknown': 'Cannot be told',
  'try.effect.run': '{form}, {at}',
  'try.effect.no_end': 'no end',
  'try.effect.one.asks': 'Somebody would be asked: “{step}”.',
  'try.effect.one.asks_not': 'Nobody would be asked at “{step}” any more.',
  'try.effect.one.calls': 'It would do something else at “{step}”.',
  'try.effect.one.ends': 'It would end as “{to}” instead of “{from}”.',
  'try.effect.one.unknown.never': 'It was never run to its end. Run it once and save it again.',
  'try.effect.one.unknown.model': 'It cannot be told without asking the model again at “{step}”.',
  'try.effect.one.unknown.tool': 'It cannot be told without using the tool again at “{step}”.',
  'try.effect.one.unknown.person': 'It depends on what somebody would say at “{step}”.',
  'try.effect.one.unknown.workflow':
    'It cannot be told without running the other workflow again at “{step}”.',
  'try.effect.one.unknown.time': 'It depends on the time at “{step}”.',
  'try.effect.one.unknown.too_long': 'It is too long to be followed here.',
  'try.effect.how':
    'Worked out from what was recorded: no model was asked and nothing was called. A person’s answer is taken to be the same.',
};

/** The sheet of boundaries. */
const bounds = {
  'bounds.print': 'Print this page',
  'bounds.errors':
    'Something in the drawing must be put right first. Nothing is promised about a drawing that cannot run.',
  'bounds.ways': 'What it does',
  'bounds.may': 'What it may do',
  'bounds.must_ask': 'What it must ask before',
  'bounds.must_never': 'What it never does',
  'bounds.stops_when': 'When it stops',
  'bounds.proof': 'What is proved',
  'bounds.proof.none': 'It changes nothing outside, so there is nothing to prove.',
  'bounds.proof.how':
    'Every way through the drawing was looked at, whatever the conditions say. A rule can be changed by whoever may change rules.',
  'bounds.proof.path': 'Way without a person: {path}',
  'bounds.remember': 'What it may remember',
  'bounds.remember.none': 'Nothing beyond a run: what one run learns, the next does not know.',
  'bounds.record': 'What it must record',
  'bounds.record.all':
    'Every step: what went in, what came out, which rule allowed it, who decided and what it cost. The record is sealed and can be checked.',
  'bounds.record.data': 'It is given: {fields:and}.',
  'bounds.most': 'What it may use at most',
  'bounds.most.help':
    'One run, by the smaller of what the drawing can need and the limits below. Waiting for people does not count as time.',
  'bounds.most.costUsd': 'Cost',
  'bounds.most.modelCalls': 'Model calls',
  'bounds.most.toolCalls': 'Tool calls',
  'bounds.most.minutes': 'Work',
  'bounds.most.path': 'The dearest way: {path}',
  'bounds.most.unknown': 'not known: no price for {models:and}',
  'bounds.stop': 'How it is stopped',
  'bounds.stop.one':
    'Any run can be paused or stopped from its own page. What is in flight is recorded.',
  'bounds.stop.all':
    '“Stop everything” halts all runs within two seconds and says what was done, what was not, and what nobody can know. A stopped run stays stopped.',
  'bounds.stop.who': '{who} answers for incidents.',
  'bounds.stop.nobody': 'Nobody is named for incidents yet. Name someone below.',
  'bounds.effect': 'Effect on examples and runs',
  'bounds.effect.none':
    'None of {examples|the one saved example|the {examples} saved examples} and {runs|the last run|the last {runs} runs} would go another way.',
  'bounds.effect.nothing': 'No example is saved and nothing has been run yet.',
  'bounds.sign.owner': 'Name and signature, owner',
  'bounds.sign.approver': 'Name and signature, approvals',
  'proof.all': '{ways|the only way is|all {ways} ways are} checked',
  'proof.more': 'more than {ways} ways are checked',
  'proof.gates': '**{step}** only happens after {gates:or}: {checked:said}.',
  'proof.rule_or':
    '**{step}** only happens after {gates:or}, or where the rule “{rules:or}” allows it.',
  'proof.rule': '**{step}** only happens where the rule “{rules:or}” allows it.',
  'proof.asked_or':
    '**{step}** asks {gates:or}, and where none of them was passed, somebody is asked for that one call.',
  'proof.asked': 'Nobody is asked on the way to **{step}**; somebody is asked for each call.',
  'proof.refused_or':
    '**{step}** happens after {gates:or}. On any other way it is refused, because no rule allows it.',
  'proof.refused': '**{step}** is always refused: nobody is asked for it, and no rule allows it.',
};

export const tryOut: Record<string, string> = { ...trying, ...keeping, ...effect, ...bounds };
