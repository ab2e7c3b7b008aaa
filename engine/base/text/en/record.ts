// English sentences: the record of runs, its files, and what checking it found.

export const record: Record<string, string> = {
  'record.locked':
    'Another Interlock is working with this workspace. Close it, or give it the command instead.',
  'record.foreign':
    'The file {file} is not a record of Interlock, so it was left alone. Move it away and start again.',
  'record.newer':
    'The record {file} was written by a newer Interlock, so it was left alone. Open it with that one.',
  'record.older':
    'The record {file} was written by an older Interlock. Start the app once, and it is brought up to date.',
  'record.settings':
    'The record {file} cannot be kept safely here: the setting {name} does not hold. Keep it on a local disk.',
  'record.disk_full':
    'The disk is full, so nothing more is recorded and nothing more is started. Free some space, then resume.',
  'record.busy':
    'Another program holds the record {file}. Nothing was lost; close that program and try again.',
  'record.damaged':
    'The record {file} is damaged. Workflows are not in it and are safe; restore the file from a copy, or move it away.',
  'record.not_allowed':
    'Interlock may not write to {file}. Give it the right to, or choose another folder.',
  'record.cannot_open':
    'The record {file} cannot be opened. See that its folder exists and that not too many files are open.',
  'record.failed':
    'The record {file} could not be read or written ({reason}). Nothing half-written was kept; see that its disk is there and works.',
  'verify.ok': '{events|Its one event is as it was|All {events} events are as they were} written.',
  'verify.newer':
    '{events|Its one event fits|All {events} events fit} together; the newest {count|is|{count} are} not anchored yet.',
  'verify.removed':
    'All {events} events are as they were written; {count|1 value was|{count} values were} removed on purpose, and the record says by whom.',
  'verify.retired':
    'Its {events|1 event was|{events} events were} removed to make room; the seal they ended with is kept.',
  'verify.changed':
    'Event {seq} was changed after it was written. What follows it cannot be trusted.',
  'verify.missing': 'Event {seq} is missing. What follows it cannot be trusted.',
  'verify.cut': 'The end was cut off: event {seq} was written once and is gone.',
  'verify.rewritten':
    'The events from {seq} on were replaced: they do not fit the anchors kept beside the record.',
  'verify.unsealed':
    'This record was written without seals, so nothing can be said about event {seq}.',
};
