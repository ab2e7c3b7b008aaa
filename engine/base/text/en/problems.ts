// English sentences: problems, faults in values, changes that cannot be made, and fixes.
// `problem.<code>` is the sentence, `problem.<code>.help` what it means and what to do.

import { problemFiles } from './problems-files.ts';
import { problemSteps } from './problems-steps.ts';

/** What is wrong with a value that a person or a tool gave: see base/fields.ts. */
const values = {
  'input.missing': '{label} is needed.',
  'input.not_a_number': '{label} must be a number.',
  'input.too_precise': '{label} may have at most two decimals.',
  'input.too_small': '{label} must be at least {min:number}.',
  'input.too_large': '{label} may be at most {max:number}.',
  'input.too_small_money': '{label} must be at least {min:money}.',
  'input.too_large_money': '{label} may be at most {max:money}.',
  'input.not_a_date': '{label} must be a day, written like 2026-11-20.',
  'input.not_a_choice': '{label} must be one of: {choices}.',
  'input.not_text': '{label} must be text.',
  'input.not_a_mail': '{label} must be a mail address.',
  'input.not_a_link': '{label} must be a web address.',
  'input.not_yes_no': '{label} must be yes or no.',
  'input.not_a_file': '{label} must be a file.',
  'input.not_a_list': '{label} must be a list.',
  'input.not_a_record': '{label} must be a group of named values.',
  'input.unknown_field': 'Nothing called “{label}” is asked for here.',
};

/** Where something stands: see 1-document/shape.ts. */
const places = {
  'place.whole': '',
  'place.inside': ', at “{place}”',
  'place.sent': 'what was sent',
};

/** Why a change to the drawing cannot be made: see 1-document/change.ts. */
const edits = {
  'edit.no_step': 'This step is no longer there. Nothing was changed.',
  'edit.no_arrow': 'This arrow is no longer there. Nothing was changed.',
  'edit.other_room': 'An arrow cannot leave its room. Connect the room itself instead.',
  'edit.to_itself': 'An arrow cannot lead back to its own step. Use a loop to repeat it.',
  'edit.twice': 'This arrow is already there.',
  'edit.circle': 'This arrow would run in a circle. Use a loop to repeat steps.',
  'edit.no_room': 'This room is no longer there. Nothing was changed.',
  'edit.into_itself': 'A room cannot be put into itself.',
  'edit.bad_path': 'This setting is no longer there. Nothing was changed.',
  'edit.no_way_in': 'Nothing can lead to the start. A run begins there.',
  'edit.second_start': 'A workflow has one start, and it stands outside of rooms.',
  'edit.too_many': 'This drawing is full. Move a part of it into a workflow of its own.',
  'edit.several_ways':
    'A room has one way on, and these steps lead to different places. Take in what they lead to, or leave out the step that decides.',
  'edit.locked': 'Its place is locked. Unlock it first.',
};

const fixes = {
  'fix.insert_approval': 'Insert an approval',
  'fix.remove_arrow': 'Remove the arrow',
  'fix.remove_setting': 'Remove it',
  'fix.wait_for_coming': 'Wait only for those that come',
};

/** Names of limits and owners, for sentences that speak of one of them. */
const names = {
  'counter.costUsd': 'cost',
  'counter.modelCalls': 'model calls',
  'counter.toolCalls': 'tool calls',
  'counter.tokens': 'tokens',
  'counter.minutes': 'working time',
  'counter.attempts': 'attempts',
  'counter.day': 'cost per day',
  'owner.mission': 'the whole',
  'owner.authority': 'what it may do',
  'owner.cost': 'its cost',
  'owner.memory': 'what it remembers',
  'owner.approvals': 'approvals',
  'owner.incidents': 'trouble',
  'owner.judgment': 'hard cases',
  'unit.days': '{n|1 day|{n} days}',
  'unit.hours': '{n|1 hour|{n} hours}',
  'unit.minutes': '{n} min',
  'unit.seconds': '{n} s',
  'unit.milliseconds': '{n} ms',
};

export const problems: Record<string, string> = {
  ...values,
  ...places,
  ...edits,
  ...fixes,
  ...names,
  ...problemFiles,
  ...problemSteps,
};
