// English sentences: failures the engine itself reports, and commands it cannot carry out.
// Each says what happened; its `.help` says what that means and what to do next.

/** Failures of a run. */
const ofRuns = {
  'failure.arguments': '“{tool}” cannot be called: {argument} does not fit its card.',
  'failure.arguments.help': 'Nothing was called. Check what the step hands over, then run again.',
  'failure.setting': 'This step cannot work with its setting “{setting}”.',
  'failure.setting.help': 'Nothing was called. Open the step and correct the setting.',
  'failure.call_broke': 'The call broke off before an answer came.',
  'failure.call_broke.help': 'It is tried again by itself while attempts are left.',
  'failure.timed_out': 'No answer came within {seconds} seconds.',
  'failure.timed_out.help':
    'It is tried again by itself while attempts are left. Give the step more time if it needs it.',
  'failure.interrupted': 'The program ended while this was being answered.',
  'failure.interrupted.help':
    'It was asked again after the restart. What the lost try may have cost is counted.',
  'failure.nothing_to_call': 'This step has nothing it could call.',
  'failure.nothing_to_call.help': 'Choose a tool or a model for it.',
  'failure.unknown_step': 'This program does not know this kind of step.',
  'failure.unknown_step.help':
    'The run was made with another version of the program. Update it, or replace the step.',
  'failure.child_stopped': 'The workflow inside this step was stopped.',
  'failure.child_stopped.help': 'Its own record says why. Run again when that is settled.',
  'failure.child_at_limit': 'The workflow inside this step was ended at its limit.',
  'failure.child_at_limit.help':
    'What it had done stands in its record. Go on without its answer, or run it again with more room.',
  'failure.no_such_workflow': 'There is no workflow “{workflow}” here.',
  'failure.no_such_workflow.help': 'Nothing was started. Choose a workflow of this workspace.',
  'failure.too_nested': 'Workflows are nested too deeply at “{workflow}”.',
  'failure.too_nested.help':
    'Nothing was started. A workflow may start another one, but not endlessly.',
  'failure.not_a_list': 'There is no list to go through.',
  'failure.not_a_list.help': 'Nothing was started. Choose a value that is a list.',
  'failure.list_too_long':
    'The list has {count:number} items; at most {most:number} can be gone through.',
  'failure.list_too_long.help': 'Nothing was started. Give it a shorter list, or several runs.',
  'failure.price_unknown': 'Nobody knows what this model costs.',
  'failure.price_unknown.help': 'Nothing was asked. Enter its price in the models settings.',
  'failure.too_large': 'This is too large to keep: {field}.',
  'failure.too_large.help': 'It was not used. Give or ask for less at once.',
  'failure.reserved_name': '{field} uses the name “@blob”, which Interlock keeps for itself.',
  'failure.reserved_name.help':
    'It was not used. Whoever made it must call that part something else.',
  'failure.too_deep': 'This is nested too deeply: {field}.',
  'failure.too_deep.help': 'It was not used. Give or ask for something simpler.',
  'failure.refused_by': '{by} refused this.',
  'failure.refused_by.help': 'Nothing was done.',
  'failure.too_few_to_agree':
    '{need} people must agree here, and only {count|1 person|{count} people} can be asked.',
  'failure.too_few_to_agree.help':
    'Nobody was asked. Name more people in the step, or ask for fewer agreements.',
  'failure.outcome_unknown': 'Whether this happened is not known.',
  'failure.outcome_unknown.help':
    'Somebody decided to treat it as failed. Check outside before it is done again.',
  'failure.bug': 'The program made a mistake and stopped this run: {reason}',
  'failure.bug.help': 'Nothing recorded is lost. Report it with the run’s record.',
  'failure.way_out_not_drawn': 'The way out “{port}” leads nowhere.',
  'failure.way_out_not_drawn.help': 'The run ended there. Draw where it should go on.',
  way_out_not_drawn: 'The way out “{port}” leads nowhere.',
  'failure.limit.costUsd': 'Stopped at “{step}”: {used} of at most {cap} is spent or held back.',
  'failure.limit.modelCalls': 'Stopped at “{step}”: {used} of at most {cap} model calls are made.',
  'failure.limit.toolCalls': 'Stopped at “{step}”: {used} of at most {cap} tool calls are made.',
  'failure.limit.tokens': 'Stopped at “{step}”: {used} of at most {cap} tokens are used.',
  'failure.limit.minutes': 'Stopped at “{step}”: {used} of at most {cap} of work are used.',
  'failure.limit.attempts': 'Stopped at “{step}”: {used} of at most {cap} tries are used.',
  'failure.limit.day': 'Stopped at “{step}”: today’s limit of {cap} is reached.',
  ...Object.fromEntries(
    ['costUsd', 'modelCalls', 'toolCalls', 'tokens', 'minutes', 'attempts', 'day'].map(
      (counter) => [
        `failure.limit.${counter}.help`,
        'Nothing more was started. Find out why so much was needed before you raise the limit.',
      ],
    ),
  ),
};

/** Commands that could not be carried out. */
const ofCommands = {
  'run.not_active': 'This run is not under way any more, so nothing was changed.',
  'run.already_paused': 'This run is paused already, so nothing was changed. Resume it to go on.',
  'run.not_paused':
    'This run is not paused, so nothing was changed. Only a paused run can be resumed or stepped.',
  'run.unknown': 'There is no run {run} here.',
  'run.held':
    'This run could not be taken up again ({reason}), so nothing was changed. It can still be stopped.',
  'run.overlaps':
    'Run {run} is about the same thing and has not ended, so this one was not started. Stop that one, or wait for its end.',
  'run.waits_in_line':
    'Run {run} is about the same thing. This one starts when that one has ended.',
  'run.stopping':
    'Everything is being stopped, so nothing new is started. Try again when what runs has finished.',
  'run.nothing_to_release': 'No key is locked, so nothing was changed.',
  'decide.already': '{by} has decided this already: {choice}.',
  'decide.no_longer_open': 'Nobody waits for this decision any more, so nothing was changed.',
  'decide.too_late': 'The time for this decision is over, so nothing was changed.',
  'decide.asked_already':
    '{person} is asked already, so nothing was changed. Choose somebody else.',
  'decide.escalated': '{from} has not answered in time. {to} is asked now.',
  'decide.away': '{from} is away. {to} is asked instead.',
  'decide.unknown_card': 'There is no decision {card} here.',
  'decide.unknown_person': 'There is no person “{person}” here, so nothing was done.',
  'decide.unknown_choice': '“{choice}” is not possible here. Possible: {choices}.',
  'decide.own_run': '{person} started this run and cannot decide about it.',
  'decide.not_asked': '{person} is not asked here. {to} is.',
  'decide.over_limit':
    '{by} may approve at most {limit:money}; this is {amount:money}. {to} is asked now.',
  'decide.over_limit_nobody':
    '{by} may approve at most {limit:money}; this is {amount:money}, and nobody here may approve that much.',
  'decide.rule_denies': 'The rule “{rule}” forbids this, so it cannot be approved.',
  'decide.hand_to_nobody': 'Say to whom this should go. Nothing was changed.',
  'decide.hand_to_whom':
    'There is no person “{person}” here, so it was not handed over. Choose somebody else.',
  'decide.handed': '{by} handed this over to {to}.',
};

export const engineFailures: Record<string, string> = { ...ofRuns, ...ofCommands };
