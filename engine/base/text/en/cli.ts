// English sentences of the command line, the servers and the API. Keys are codes; see say.ts.

/** What every way in may answer. */
const api: Record<string, string> = {
  'unknown.command': 'There is no command called "{name}".',
  'unknown.run': 'There is no run called "{run}" in this workspace.',
  'unknown.card': 'There is nothing called "{card}" to decide in this workspace.',
  'unknown.workflow': 'There is no workflow called "{slug}" in this workspace.',
  'workflow.not_fine':
    '{first:said} {errors|Nothing else keeps it from running.|In all {errors} things keep it from running.}',
  'workflow.not_one': '{place} is not a workflow. Name a workflow.json, or the folder it lies in.',
  'unknown.value': 'This value is not kept here any more.',
  'api.bad_input': '{what:said} Nothing was changed.',
  'api.not_json': 'Only well-formed JSON is read here. Nothing was changed.',
  'api.not_by_reading': '"{name}" changes something, so it must be sent as a POST.',
  'api.too_large': 'This is larger than {mb} MB, the most that is taken here. Nothing was changed.',
  'api.file_empty': 'What was sent is empty. Nothing was changed.',
  'api.file_too_big':
    'This is larger than {megabytes} MB, the most that is taken here. Nothing was changed.',
  'api.file_not_text': 'What was sent is not text. Nothing was changed.',
  'api.file_broken':
    'What was sent is broken off or malformed near "{found}". Nothing was changed.',
  'api.file_cut_off': 'What was sent ends in the middle. Nothing was changed.',
  'api.file_too_deep':
    'What was sent is nested more than {depth} levels deep. Nothing was changed.',
  'api.file_forbidden_name':
    'The name "{name}" is not allowed in what is sent. Nothing was changed.',
  'api.file_double_name': 'The name "{name}" stands twice in what was sent. Nothing was changed.',
  'api.bad_key': 'An idempotency key has 1 to 200 characters.',
  'api.key_reused':
    'This idempotency key was already used for something else. Nothing was changed.',
  'api.bug':
    'Something inside Interlock broke. What was recorded is safe; try again, and report it if it stays.',
  'input.file_missing':
    'The file "{name}" was not found. Choose another one, or put it into the workflow\'s "inputs" folder.',
  'input.file_too_big': 'The file "{name}" is larger than {mb} MB, the most one file may have.',
};

const server: Record<string, string> = {
  'server.wrong_host': 'This server answers only to the address it printed.',
  'server.wrong_address': 'This server answers only to plain paths.',
  'server.wrong_method': 'This server answers only GET and POST.',
  'server.no_upgrade': 'This server has no such connection.',
  'server.wrong_origin': "Only the designer's own page may ask this.",
  'server.token_missing':
    'This window is not connected. Open the address that "interlock start" prints.',
  'server.token_wrong':
    'This window belongs to an earlier start. Open the address that "interlock start" prints now.',
  'server.used_code':
    'This address was already used or is older than a minute. Press Enter where Interlock runs, or run "interlock start" again, for a new one.',
  'server.too_many': 'Too many wrong attempts. Wait a minute and open a new address.',
  'server.no_designer':
    'A command or the desktop app is working in this workspace, without a page for the browser. Start the designer when it has ended.',
  'server.foreign_socket':
    'The folder {folder} belongs to somebody else, so Interlock will not use it.',
  'server.no_socket':
    'Commands cannot be taken in the folder {folder} ({reason}), so nothing was started. Set TMPDIR to a folder with a shorter name that you may write to.',
  'workspace.no_folder':
    'The folder {dir} cannot be used as a workspace ({reason}). Choose another one with --workspace.',
  'workspace.taken':
    'Another Interlock holds this workspace and does not answer. End it, or wait a moment and try again.',
};

const commands: Record<string, string> = {
  'cli.about': 'Governed agent workflows: draw, check, run, approve, replay.',
  'cli.exit_codes': `Exit codes:
  0    ended, whatever the outcome; or the answer is yes
  1    failed or stopped; or the answer is no
  2    wrong usage or a bad file
  3    waits for a person or a time, or is paused
  4    waits at a limit
  5    failed because a rule denied it
  130  interrupted

FILE is a workflow.json or its folder.`,
  'cli.help.about': 'say how a command is used',
  'cli.start.about': 'open the designer',
  'cli.check.about': 'list what is wrong with a workflow',
  'cli.compile.about': 'print the state machine a workflow compiles to',
  'cli.run.about': 'run a workflow until it ends or waits',
  'cli.runs.about': 'list runs, newest first',
  'cli.show.about': 'show one run',
  'cli.pause.about': 'let what is under way finish and start nothing new',
  'cli.resume.about': 'go on with a paused or interrupted run',
  'cli.step.about': 'let exactly one step of a paused run go ahead',
  'cli.stop.about': 'stop a run for good, with a receipt',
  'cli.stop-all.about': 'stop everything that is under way, with one receipt',
  'cli.inbox.about': 'list what waits for a person',
  'cli.decide.about': 'answer what waits for a person',
  'cli.replay.about': 'go through a recorded run again, calling nothing',
  'cli.verify.about': 'check that the record of runs was not changed',
  'cli.ceiling.about': 'the most a run can cost and do',
  'cli.contract.about': 'what a workflow may and may not do, in sentences',
  'cli.export.about': 'write a workflow in a form that runs elsewhere',
  'cli.argument.file': 'workflow.json or its folder',
  'cli.argument.run': 'id of a run',
  'cli.argument.some_run': 'id of a run; all runs when left out',
  'cli.argument.card': 'id of what waits, from "interlock inbox"',
  'cli.argument.choice': 'one of its choices',
  'cli.argument.release': 'let stopped runs use their keys again',
  'cli.option.how': 'let what is at work finish, only the step it is at, or nothing',
  'cli.option.tag': 'only runs with this tag, as name=value',
  'cli.option.help': 'say how this is used',
  'cli.option.json': 'print one object for programs instead of text',
  'cli.option.workspace':
    'workspace folder (default: INTERLOCK_WORKSPACE, else Documents/Interlock)',
  'cli.option.by': 'act as this person (an id from people.json)',
  'cli.option.set': 'give one input field; may be repeated',
  'cli.option.edit': 'change one field of the decision; may be repeated',
  'cli.option.answer': 'answer what waits at a step; may be repeated',
  'cli.option.input': 'all input fields as JSON: literal, @file, or - for standard input',
  'cli.option.practice': 'practice model and practice tools: nothing leaves this computer',
  'cli.option.events': 'print each journal event as it commits, one JSON object per line',
  'cli.option.note': 'a note to whoever reads the decision',
  'cli.option.to': 'the person it is handed over to',
  'cli.option.limit': 'how many to list',
  'cli.option.out': 'write to this file instead of printing',
  'cli.option.print': 'print the drawing after this pass, or "machine"',
  'cli.option.flat': 'compile to flat states, the second implementation',
  'cli.option.to_seq': 'stop after this event of the run',
  'cli.option.to_dir': 'folder to write into',
  'cli.option.target': 'what to write: xstate, or file (one file to mail or to import)',
  'cli.option.browser': 'open in the browser even where the desktop app is installed',
  'cli.option.port': 'port to listen on (default: any free one)',
};

const said: Record<string, string> = {
  'cli.wrong.run': 'There is no run called "{run}"; "interlock runs" lists those there are.',
  'cli.wrong.pair': '"{text}" should have the form name=value.',
  'cli.wrong.input':
    '--input needs the input fields as one group of named values, such as {example}; or @file, or - for standard input.',
  'cli.wrong.input_file':
    '{file} cannot be read, so nothing was started. Check the name and that you may read it.',
  'cli.input.stdin': 'Standard input',
  'cli.wrong.limit': 'It should be a whole number from 1 to {most}.',
  'cli.wrong.port': 'It should be a whole number from 0 to 65535.',
  'cli.wrong.seq': 'It should be the number of an event, from 1 on.',
  'cli.wrong.pass': 'There is no pass called "{pass}"; there are: {passes}.',
  'cli.wrong.output': 'What this came to cannot be written to where it should go ({reason}).',
  'cli.wrong.out': 'The file {file} cannot be written ({reason}).',
  'cli.wrong.not_empty':
    'The folder {dir} holds other files, so nothing was written there; name a new one.',
  'cli.wrong.target': 'There is no export called "{target}"; there are: xstate, file.',
  'cli.wrong.port_taken': 'Port {port} is already in use; choose another one, or leave --port out.',
  'cli.wrong.not_built':
    'The designer was not built: run "npm run build" in the folder of Interlock.',
  'cli.examples_taken': '{n|The example was taken for|The examples were taken for}: {fields}.',
  'cli.answer_unused': 'Nothing asked at “{step}”, so the answer given for it was not used.',
  'cli.answer_left': 'Run {run} still waits for it.',
  'cli.elsewhere': 'Another Interlock holds this workspace, so it carries this out.',
  'cli.gone':
    'The Interlock that carried this out has ended. What was done is recorded; "interlock runs" shows it.',
  'cli.interrupted': 'Interrupted.',
  'cli.kept': 'Run {run} is kept as it is; "interlock resume {run}" goes on with it.',
  'cli.resume.ended': 'This run has ended, so there is nothing to go on with.',
  'cli.bug': 'Something inside Interlock broke: {what}',
  'cli.handed': 'Handed over to {to}.',
  'cli.paused': 'Run {run} is paused.',
  'cli.still_finishes': '  {name} still finishes.',
  'cli.stopped': 'Run {run} is stopped.',
  'cli.receipt.done': 'done',
  'cli.receipt.notDone': 'not done',
  'cli.receipt.unknown': 'unknown',
  'cli.receipt.waiting': 'was waiting',
  'cli.receipt.nothing': 'nothing',
  'cli.stop_all.nothing': 'Nothing is under way here, so nothing was stopped.',
  'cli.stop_all.stopped': '{n|1 run was|{n} runs were} under way.',
  'cli.stop_all.did': '“{name}” has used “{title}”.',
  'cli.stop_all.maybe': '“{name}” may have used “{title}”; nobody can know.',
  'cli.stop_all.undo': 'To undo it: {undo}',
  'cli.stop_all.locked':
    'The keys of {n|1 stopped run are|{n} stopped runs are} locked. "interlock stop-all release" unlocks them.',
  'cli.stop_all.released': '{n|1 run may|{n} runs may} use keys again.',
  'cli.tags': 'About: {tags}',
  'cli.in_line': 'Waits in line: it starts when run {run} has ended.',
  'cli.inbox.empty': 'Nothing waits for a person.',
  'cli.runs.empty': 'Nothing has run in this workspace yet.',
  'cli.waits_for': 'Waits for a person ({kind}): {title}',
  'cli.waits_until': 'Waits until {at}',
  'cli.decide_with': 'interlock decide {card} {choices}',
  'cli.resume_with.paused': 'Paused. Go on with: interlock resume {run}',
  'cli.resume_with.interrupted':
    'Interrupted: the program ended while it ran. Go on with: interlock resume {run}',
  'cli.until': 'until {at}',
  'cli.for': 'for {who} ({id})',
  'cli.round': 'round {n}',
  'cli.visit': 'visit {n}',
  'cli.attempts': '{n} attempts',
  'cli.failed_at': 'Failed at {step}',
  'cli.failure.help':
    'See "interlock show" for what happened before; mend the cause and run again.',
  'cli.cost.practice':
    'would cost {cost}  {modelCalls|1 model call|{modelCalls} model calls}  {toolCalls|1 tool call|{toolCalls} tool calls}  {ms:time}',
  'cli.cost.real':
    'cost {cost}  {modelCalls|1 model call|{modelCalls} model calls}  {toolCalls|1 tool call|{toolCalls} tool calls}  {ms:time}',
  'cli.mode.practice': 'practice',
  'cli.mode.real': 'real',
  'cli.card.will': 'Will do: {tool}',
  'cli.card.not_known': 'not known yet',
  'cli.card.rule': 'Rule: {rule}',
  'cli.card.item': 'Item {n}',
  'cli.card.group': '{count|1 call|{count} calls} of “{step}” ({tool})',
  'cli.card.group.total': '{count|1 call|{count} calls} of “{step}” ({tool}), {total} in all',
  'cli.card.group.unknown':
    '{n|1 of them is|{n} of them are} not known yet and will be asked about.',
  'cli.card.quorum': '{need} of these must agree: {who:and}.',
  'cli.card.quorum.lost': 'It is refused as soon as so many cannot agree any more.',
  'cli.card.vote': '{who}: {choice}',
  'cli.card.escalates': 'If nobody answers, {who} is asked at {at}.',
  'cli.card.recommended': 'Recommended: {choice}. {reason}',
  'cli.kind.approval': 'approval',
  'cli.kind.question': 'question',
  'cli.kind.limit': 'limit',
  'cli.kind.unknown': 'outcome unknown',
  'cli.kind.trouble': 'trouble',
  'cli.kind.tool_changed': 'tool changed',
  'cli.status.running': 'running',
  'cli.status.interrupted': 'interrupted',
  'cli.status.waiting': 'waiting',
  'cli.status.paused': 'paused',
  'cli.status.done': 'done',
  'cli.status.failed': 'failed',
  'cli.status.stopped': 'stopped',
  'cli.status.damaged': 'damaged',
  'cli.outcome.done': 'Done.',
  'cli.outcome.refused': 'Refused.',
  'cli.outcome.does_not_know': 'It does not know.',
  'cli.outcome.stopped_at_limit': 'Stopped at a limit.',
  'cli.problem.error': 'error',
  'cli.problem.warning': 'warning',
  'cli.check.fine': 'Nothing is wrong with {name}.',
  'cli.check.count': '{errors|1 error|{errors} errors}, {warnings|1 warning|{warnings} warnings}.',
  'cli.ceiling.most':
    'At most {toolCalls|1 tool call|{toolCalls} tool calls}, {modelCalls|1 model call|{modelCalls} model calls}, {minutes} min, {cost}.',
  'cli.ceiling.path': 'Reached by: {path}',
  'cli.ceiling.no_price': 'No price is known for: {names}',
  'cli.verify.none': 'Nothing has run in this workspace yet, so there is nothing to check.',
  'cli.verify.ok': 'The record is as it was written.',
  'cli.verify.bad': 'The record was changed after it was written.',
  'cli.replay.same':
    'Replayed {n|1 event|{n} events}, calling nothing: the same way and the same values.',
  'cli.replay.removed':
    'Event {seq} of {run} cannot be gone through again: values of this run were removed on purpose.',
  'cli.replay.differs': 'Replaying came to something else at event {seq} of {run}.',
  'cli.exported': 'Written to {dir}: {files}.',
  'cli.written': 'Written to {file}.',
  'cli.start.address': `Interlock is open at

  {address}

The address works once, for a minute. Press Enter for a new one, Ctrl+C to end.`,
  'cli.start.again': 'Interlock is already open on this workspace. A new address: {address}',
  'cli.start.fresh': 'A new address: {address}',
  'cli.start.set_aside':
    'The record of runs was damaged, so it was moved to {folder} and a new one was begun. Workflows are as they were.',
  'cli.start.ending': 'Ending …',
  'cli.start.no_shell':
    'The desktop app could not be opened, or broke. The designer goes on in the browser.',
};

export const cli: Record<string, string> = { ...api, ...server, ...commands, ...said };
