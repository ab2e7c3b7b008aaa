// English sentences: problems of files, before anything is drawn. Keys are codes; see say.ts.

import { pairs } from './pair.ts';

const at = 'in {file:said}{where:said}';

export const problemFiles: Record<string, string> = pairs({
  file_missing: [
    'There is no {file} in this folder.',
    'A workflow is a folder with a workflow.json in it. Choose such a folder.',
  ],
  folder_missing: [
    'There is no folder {file}.',
    'It may have been moved or renamed. Check the name and try again.',
  ],
  file_not_a_file: [
    '{file} is a folder or a link, not a file.',
    'Links are not followed. Put the file itself there.',
  ],
  file_unreadable: [
    '{file} cannot be read.',
    'Another program may hold it, or you may not have the right to read it.',
  ],
  file_too_big: [
    '{file} is larger than {megabytes} MB.',
    'A workflow is a drawing. Large data belongs into files that a run is given.',
  ],
  file_empty: ['{file} is empty.', 'Restore it from a copy or an autosave.'],
  file_not_text: [
    '{file} is not text (UTF-8).',
    'It may be a picture or a packed file, or have been saved with another encoding.',
  ],
  file_broken: [
    '{file} cannot be read from line {line}, column {column}: “{found}” is not expected there.',
    'A comma, a quote or a bracket is usually missing or too many just before.',
  ],
  file_cut_off: [
    '{file} ends too early, at line {line}, column {column}.',
    'The end of the file is missing. Restore it from a copy or an autosave.',
  ],
  file_too_deep: [
    '{file} is nested more than {depth} levels deep, at line {line}, column {column}.',
    'No drawing needs that. The file is damaged or was made to do harm.',
  ],
  file_forbidden_name: [
    '{file} uses the name “{name}”, at line {line}, column {column}, which is not allowed.',
    'This name could change how the program itself works. Use another one.',
  ],
  file_double_name: [
    '{file} uses the name “{name}” twice in one place, at line {line}, column {column}.',
    'Only one of the two could count. Remove or rename one.',
  ],
  not_a_workflow: [
    '{file} is not a workflow of Interlock.',
    'Its first line must say “format”: “interlock/workflow@1”.',
  ],
  version_newer: [
    '{file} was made by a newer Interlock (version {version} of the format).',
    'Nothing was changed. Update Interlock to open it.',
  ],
  version_unknown: [
    '{file} has an old form (version {version}) that this Interlock cannot read any more.',
    'Open and save it once with the release that made it.',
  ],
  workspace_file_missing: [
    'The workspace has no {file}.',
    'Restore it, or move the folder away: the next start then makes a new workspace.',
  ],
  unknown_time_zone: [
    'The time zone “{zone}” in {file} is not known.',
    'Write one such as Europe/Berlin or UTC.',
  ],
  person_twice: ['The person “{id}” stands twice in {file}.', 'Give one of them another id.'],
  stand_in_unknown: [
    'The stand-in of {name} is “{standIn}”, who is not in {file}.',
    'Name somebody who is there, or remove the stand-in.',
  ],
  prompt_without_head: [
    '{file} does not begin with its head.',
    'A prompt begins with three dashes, a few lines such as “status: draft”, and three dashes.',
  ],
  prompt_bad_line: [
    'Line {line} of {file} cannot be read.',
    'Every line of the head is a name, a colon and a value.',
  ],
  prompt_too_long: [
    '{file} is longer than {limit:number} letters.',
    'Move what is data into a file that a run is given.',
  ],
  prompt_misplaced: [
    '{file} is not used: it lies in the wrong place.',
    'Prompts lie in prompts/<id>/<version>.md, such as prompts/reply/1.0.0.md.',
  ],

  shape_unknown_name: [
    `The name “{name}” is not known ${at}.`,
    'It may be misspelt, or belong to another version. Remove or correct it.',
  ],
  shape_missing: [`“{name}” is missing ${at}.`, 'It must be there. Add it.'],
  shape_needs_text: [`A text is needed ${at}.`, 'Write it between double quotes.'],
  shape_needs_number: [`A number is needed ${at}.`, 'Write digits, without quotes.'],
  shape_needs_whole: [`A whole number is needed ${at}.`, 'Write digits, without a point.'],
  shape_needs_yes_no: [`Yes or no is needed ${at}.`, 'Write true or false, without quotes.'],
  shape_needs_list: [`A list is needed ${at}.`, 'Write it between square brackets.'],
  shape_needs_group: [
    `A group of named values is needed ${at}.`,
    'Write it between curly brackets.',
  ],
  shape_not_offered: [
    `What stands ${at}, is not one of: {offered}.`,
    'Choose one of them, spelt exactly so.',
  ],
  shape_empty: [`There is nothing ${at}.`, 'Fill it in.'],
  shape_too_long: [`The text ${at}, is longer than {limit:number} letters.`, 'Shorten it.'],
  shape_too_many: [`There are more than {limit:number} entries ${at}.`, 'Remove some.'],
  shape_too_few: [`There are fewer than {limit:number} entries ${at}.`, 'Add what is missing.'],
  shape_too_large: [`The number ${at}, is larger than {limit:number}.`, 'Make it smaller.'],
  shape_too_small: [`The number ${at}, is smaller than {limit:number}.`, 'Make it larger.'],
  shape_bad_id: [
    `The id ${at}, cannot be used.`,
    'Ids are small letters and digits joined by single underscores, at most 48 of them.',
  ],
  shape_bad_form: [
    `“{name}” is not written as it must be ${at}.`,
    'Compare it with another workflow that works.',
  ],
  shape_wrong: [`What stands ${at}, cannot be read.`, 'Compare it with another workflow.'],
});
