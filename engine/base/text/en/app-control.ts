// English sentences: stopping everything, how the engine stands, and what waits its turn. Keys are
// codes; see say.ts for the placeholders.

const dialog = {
  'app.rail.stop_all': 'Stop all',
  'app.stop_all.title': 'Stop everything?',
  'app.stop_all.sub': 'All runs of this workspace. What is stopped stays stopped.',
  'app.stop_all.nothing': 'Nothing is under way here, so there is nothing to stop.',
  'app.stop_all.count.runs': '{n|run|runs} under way',
  'app.stop_all.count.queued': 'waiting in line',
  'app.stop_all.count.approvals': '{n|decision|decisions} open',
  'app.stop_all.count.delegated': 'handed to other runs',
  'app.stop_all.count.memory': 'memory {n|write|writes}',
  'app.stop_all.how': 'How it stops',
  'app.stop_all.way.finish': 'Finish what runs',
  'app.stop_all.way.finish.help':
    'Nothing new starts. {n|1 run goes|{n} runs go} on until the end or until somebody is waited for. What waits in line is stopped.',
  'app.stop_all.way.finish.none':
    'Nothing new starts. No step is at work just now, so only what waits in line is stopped.',
  'app.stop_all.way.after_step': 'Stop after this step',
  'app.stop_all.way.after_step.help':
    '{steps:and} is let finish and recorded, then its run stops. All else stops at once.',
  'app.stop_all.way.after_step.none': 'No step is at work just now, so everything stops at once.',
  'app.stop_all.way.now': 'Stop now',
  'app.stop_all.way.now.help':
    'Everything halts within 2 seconds. {steps:and} is broken off, and nobody may know whether it happened.',
  'app.stop_all.way.now.none': 'Everything halts within 2 seconds. No step is at work just now.',
  'app.stop_all.what': 'What is there now',
  'app.stop_all.row.runs': 'Runs under way',
  'app.stop_all.row.queued': 'Waiting in line',
  'app.stop_all.row.approvals': 'Decisions open',
  'app.stop_all.row.memory': 'Memory writes',
  'app.stop_all.row.keys': 'Keys in use',
  'app.stop_all.row.actions': 'Done outside already',
  'app.stop_all.row.delegated': 'Handed to other runs',
  'app.stop_all.row.readers': 'Who reads what comes out',
  'app.stop_all.none': 'none',
  'app.stop_all.doing': '{name}: {doing:and} at work',
  'app.stop_all.waits': '{name}: waits for {who:and}',
  'app.stop_all.stands': '{name}: {status}',
  'app.stop_all.behind': '{name}: behind another run about the same thing',
  'app.stop_all.card': '{name}: {kind}, {who} is asked',
  'app.stop_all.write': '{name}',
  'app.stop_all.key': '{name}: used by {n|1 run|{n} runs}',
  'app.stop_all.key.locked': '{name}: locked',
  'app.stop_all.did': '“{title}” at “{name}”, {at}',
  'app.stop_all.maybe': '“{title}” at “{name}”: it may have happened',
  'app.stop_all.undo': 'To undo it: {undo}',
  'app.stop_all.no_undo': 'Nobody has said how this is undone.',
  'app.stop_all.child': '{name}',
  'app.stop_all.reader.caller': '{name} started {n|1 run|{n} runs} and reads the answer',
  'app.stop_all.reader.tool': '“{name}” was written to by {n|1 run|{n} runs}',
  'app.stop_all.more': 'and {n|one more|{n} more}',
  'app.stop_all.do': 'Stop everything',
  'app.stop_all.cancel': 'Cancel',
  'app.stop_all.receipt_after': 'You get a receipt afterwards.',
  'app.stop_all.last': 'The last receipt',
};

const receipt = {
  'app.stop_all.over': 'Everything is stopped',
  'app.stop_all.over.finish': 'What ran has finished',
  'app.stop_all.going': 'Stopping everything',
  'app.stop_all.going_on':
    '{n|1 run is|{n} runs are} still let finish. This page follows until {n|it is|they are} over.',
  'app.stop_all.by': '{way}, by {who}, {at}',
  'app.stop_all.total': 'All runs together',
  'app.stop_all.none_stopped': 'Nothing was under way, so nothing was stopped.',
  'app.stop_all.of': 'Run by run',
  'app.stop_all.done_outside': 'Done outside',
  'app.stop_all.unknown_help':
    'Nobody can know whether it happened. Look outside before it is done again.',
  'app.stop_all.open': 'Open the run',
  'app.stop_all.copy': 'Copy',
  'app.stop_all.copied': 'The receipt is copied.',
  'app.stop_all.not_copied': 'It could not be copied. Print it, or select the text.',
  'app.stop_all.print': 'Print',
  'app.keys.locked':
    'The keys of {n|1 stopped run|{n} stopped runs} are locked. Nothing {n|it|they} left behind can use them.',
  'app.keys.release': 'Let them be used again',
  'app.keys.released': '{n|1 run may|{n} runs may} use keys again.',
};

/** How the engine stands. */
const standing = {
  'app.standing.trouble': '**Paused: nothing can be recorded.** {what} Since {at}.',
  'app.standing.disk':
    '**Paused: the disk is full.** Nothing new starts since {at}. Free some space; it then goes on by itself.',
  'app.standing.stopping': 'Everything is being stopped. Nothing new starts.',
  'app.standing.draining': 'Interlock is ending. What is at work still finishes.',
  'app.standing.show': 'Show the receipt',
  'app.live.disk': '**Paused: the disk is full.** Free some space; it then goes on by itself.',
  'app.live.no_record': '**Paused: nothing can be recorded.** {what}',
  'app.live.held': '**Not taken up again.** {why}',
};

/** What waits its turn, stands in line, or was held back by the engine itself. */
const turn = {
  'app.live.turn': '**“{step}” has to wait.** {why} It is tried at {at}, in {time}.',
  'app.live.turn.open': '**“{step}” has to wait.** {why}',
  'app.live.in_line':
    '**Waiting in line.** An earlier run is about the same thing. This one starts by itself once that has ended.',
  'app.live.in_line.show': 'Show that run',
  'app.live.paused_why': '**Paused.** {why}',
  'app.light.in_line': 'Waits in line',
  'app.light.turn': 'Waits until {at}',
  'app.light.turn.open': 'Waits its turn',
  'app.light.held_back': 'Held back',
  'app.happened.turn': 'waits its turn until {at}',
  'app.happened.turn.open': 'waits its turn',
  'app.happened.inner': '{n|1 move inside|{n} moves inside}',
  'app.happened.inner.label': 'Inside “{step}”',
  'app.paused.title': 'Why it is paused',
  'app.runs.in_line': 'in line',
  'app.runs.tag': 'Which tag',
  'app.runs.tag.all': 'All tags',
  'app.runs.tag.one': '{name}: {value}',
  'app.runs.tag.only': 'Only runs with {name}: {value}',
  'app.runs.none_like': 'No run is like this.',
};

export const appControl: Record<string, string> = { ...dialog, ...receipt, ...standing, ...turn };
