// English sentences: failures. Keys are codes; see say.ts for the placeholders.

/** What a step found wrong with an answer, and what is to be done about it (`.help`). */
const answers = {
  'failure.invented_tool': '{step} was to use “{tool}”, and the model named “{said}”.',
  'failure.invented_tool.help':
    'Nothing was called. A model can only use the tool the step names. Say in its instructions what the tool is wanted for.',
  'failure.invented_argument':
    '{step} got “{said}” for “{tool}”, which takes nothing of that name.',
  'failure.invented_argument.help':
    'Nothing was called. The model made it up. Try again, or choose a more careful model.',
  'failure.invented_value': '{step} got a value for {argument} that “{tool}” cannot take.',
  'failure.invented_value.help':
    'Nothing was called. Try again, choose a more careful model, or give this value yourself.',
  'failure.invented_action': '{step} got an answer that speaks of “{tool}” without using it.',
  'failure.invented_action.help':
    'Nothing was called, whatever the answer says. Try again, or choose a more careful model.',
  'failure.no_votes': 'Not one vote came to anything.',
  'failure.no_votes.help': 'Nothing was decided. What each vote came to stands in the record.',
  'failure.answer_shape': '{step} got an answer that does not fit what was asked for.',
  'failure.answer_shape.help':
    'The answer was not used. Try again, ask a more careful model, or ask for less at once.',
  'failure.result_shape':
    '{step} got an answer from “{tool}” that does not have what its card promises: {field}.',
  'failure.result_shape.help':
    'The answer was not used. Ask whoever looks after this tool, or correct its card.',
  'failure.check_shape': '{step} has an answer that is incomplete or wrong: {field}.',
  'failure.check_shape.help':
    'Nothing was built on it. Try again, or ask the source of this answer.',
  'failure.no_timestamp': '{step} does not say when its answer was true.',
  'failure.no_timestamp.help':
    'It may be old, so it was not used. Name the field that holds the time, or ask for a fresh answer.',
  'failure.stale_answer': '{step} returned cached data; timestamp mismatch detected',
  'failure.stale_answer.help':
    'The answer was not used and nothing was built on it. Ask the source for a fresh answer, then try again.',
  'failure.wrong_subject': '{step} answered about somebody else: asked about {asked}, got {got}',
  'failure.wrong_subject.help':
    'The answer was not used and nothing was built on it. Ask again, or check what the tool was given.',
  'failure.not_as_expected': '{step} did not end as it must: {field} is {got}',
  'failure.not_as_expected.help':
    'Nothing was built on it. Look at the answer, then try again or stop here.',
  'failure.no_card': 'There is no tool called “{tool}” in this workflow.',
  'failure.no_card.help': 'Nothing was called. Choose a tool that has a card, or add one.',
  'failure.shape_number': '{step} cannot work out {field}: a number is missing.',
  'failure.shape_number.help':
    'Nothing was guessed. Give it a fallback, or check the step it comes from.',
  'failure.shape_list': '{step} cannot work out {field}: it needs a list.',
  'failure.shape_list.help': 'Nothing was guessed. Choose a value that is a list.',
  'failure.shape_date': '{step} cannot work out {field}: a date is missing.',
  'failure.shape_date.help': 'Nothing was guessed. Dates are written 2026-11-20.',
  'failure.shape_record': '{step} cannot work out {field}: it needs a record.',
  'failure.shape_record.help': 'Nothing was guessed. Choose a value that has parts.',
  'failure.shape_part': '{step} cannot work out {field}: that part is not there.',
  'failure.shape_part.help':
    'Nothing was guessed. Choose another part, or check the step it comes from.',
};

/** What a tool could not do. */
const tools = {
  'failure.tool_kind': 'This program cannot use tools of the kind “{tool}” is.',
  'failure.tool_kind.help': 'Use a newer Interlock, or another tool for this step.',
  'failure.tool_arguments': '“{tool}” was given something that does not fit: {field}.',
  'failure.tool_arguments.help':
    'Nothing was called. Check what the step hands over against the tool’s card.',
  'failure.tool_no_answer': '“{tool}” has no practice answer for this.',
  'failure.tool_no_answer.help':
    'Nothing was done. Add an answer for this case to the practice data.',
  'failure.tool_said': '“{tool}” answered: {message}',
  'failure.tool_said.help':
    'Nothing more was done with it. Try again, or ask whoever looks after this tool.',
  'failure.folder_missing': '“{tool}” may read the folder {folder}, but it is not there.',
  'failure.folder_missing.help':
    'Nothing was read. Create the folder, or name another one on the tool’s card.',
  'failure.folder_outside': '“{tool}” was asked for {file}, which lies outside its folder.',
  'failure.folder_outside.help': 'It was not read. Only files inside the granted folder can be.',
  'failure.folder_full': '“{tool}” found more than {n} files in its folder.',
  'failure.folder_full.help':
    'None were read. Move finished files away, or grant a smaller folder.',
  'failure.file_large': '“{file}” is larger than {megabytes} MB.',
  'failure.file_large.help': 'It was not read. Make it smaller, or read it in parts.',
  'failure.file_kind': '“{file}” is of a kind that cannot be read.',
  'failure.file_kind.help':
    'It is kept as it is. Text, Markdown, CSV, HTML, mail (.eml), PDF and Word (.docx) can be read.',
  'failure.file_scan': '“{file}” has no text in it that can be read. It may be a scan or a photo.',
  'failure.file_scan.help':
    'It is kept as it is. Ask for a version with text, or have a person read it.',
  'failure.file_locked': '“{file}” is locked with a password.',
  'failure.file_locked.help': 'It was not read. Save it without a password, then try again.',
  'failure.file_damaged': '“{file}” is damaged, or not what its name says.',
  'failure.file_damaged.help':
    'It was not read. Open it by hand and save it again, or ask for it anew.',
  'failure.file_long': '“{file}” holds far more than one step can read.',
  'failure.file_long.help':
    'It was not read. Take out the part that matters, or cut it into several.',
  'failure.file_slow': '“{file}” took too long to read, and reading it was ended.',
  'failure.file_slow.help':
    'Nothing was taken from it. Try again later; if it stays so, save it anew.',
  'failure.file_gone': '“{tool}” found no file called “{file}”.',
  'failure.file_gone.help':
    'Nothing was changed. Check the name; folders, links and devices are no files.',
  'failure.file_outside': '“{tool}” would have reached “{file}” outside of its folder.',
  'failure.file_outside.help':
    'It was not touched. Somebody may have put a link in the way: look at the folder.',
  'failure.file_exists': '“{tool}” found that a file of that name is already there.',
  'failure.file_exists.help':
    'Nothing was replaced. Choose another name, or allow replacing on the tool’s card.',
  'failure.file_name': '“{tool}” was given “{file}”, which is not the plain name of a file.',
  'failure.file_name.help':
    'Nothing was touched. A name has no folders in it, nor signs that some computers cannot keep.',
  'failure.file_may_not': '“{tool}” may not do this with files: {what}.',
  'failure.file_may_not.help': 'Nothing was touched. What it may do stands on its card.',
  'failure.file_no_room': '“{tool}” could not write “{file}”: there is no room left.',
  'failure.file_no_room.help': 'Nothing was changed. Make room; then it is tried again.',
  'failure.file_kept': '“{tool}” is not allowed to change “{file}” on this computer.',
  'failure.file_kept.help': 'Nothing was changed. Look at the rights of the file and its folder.',
  'failure.file_other_disk': '“{tool}” cannot move “{file}” to a folder on another disk.',
  'failure.file_other_disk.help': 'It stays where it is. Choose a folder on the same disk.',
  'failure.tool_options': 'The card of “{tool}” does not say rightly what the tool needs: {field}.',
  'failure.tool_options.help': 'Nothing was called. Correct the tool’s card.',
  'failure.mail_unreadable': '“{tool}” could not read this as a mail.',
  'failure.mail_unreadable.help': 'Nothing was taken from it. Open it by hand, or leave it out.',
};

/** What a database file or a folder of knowledge could not give. */
const stores = {
  'failure.sql_missing': '“{tool}” may open {file}, but it is not there.',
  'failure.sql_missing.help': 'Nothing was done. Put the file there, or name another on the card.',
  'failure.sql_no_database': '{file} is not a SQLite database.',
  'failure.sql_no_database.help': 'Nothing was done. Check which file the card of “{tool}” names.',
  'failure.sql_damaged': 'The database {file} is damaged.',
  'failure.sql_damaged.help': 'Nothing was changed. Restore it from a copy, then try again.',
  'failure.sql_busy': 'The database {file} is being changed by another program.',
  'failure.sql_busy.help':
    'Nothing was done. It is tried again; if it stays so, close that program.',
  'failure.sql_kept': 'The database {file} may not be changed on this computer.',
  'failure.sql_kept.help': 'Nothing was changed. Look at the rights of the file and its folder.',
  'failure.sql_cannot_open': 'The database {file} cannot be opened.',
  'failure.sql_cannot_open.help':
    'Nothing was done. Look at the rights of the file and its folder.',
  'failure.sql_no_room': 'There is no room left for changing {file}.',
  'failure.sql_no_room.help': 'Nothing was changed. Make room; then it is tried again.',
  'failure.sql_constraint': '“{tool}” was refused by the database’s own rules: {said}.',
  'failure.sql_constraint.help':
    'Nothing was changed. A value may be missing, or already be there under the same key.',
  'failure.sql_statement': '“{tool}” has a statement the database does not take: {said}.',
  'failure.sql_statement.help':
    'Nothing was done. Correct it on the card, or use a table and its columns instead.',
  'failure.sql_not_granted':
    '“{tool}” would change the database, and its card does not allow that.',
  'failure.sql_not_granted.help':
    'Nothing was changed. Allow it on the card, or only look things up.',
  'failure.sql_too_many': '“{tool}” would have changed more rows than its card allows.',
  'failure.sql_too_many.help': 'Nothing was changed. Narrow it down, or allow more on the card.',
  'failure.sql_no_row': '“{tool}” found nothing to change under that key.',
  'failure.sql_no_row.help': 'Nothing was changed. Check the key, or add the row first.',
  'failure.sql_name': 'The database has nothing called {said}, which “{tool}” needs.',
  'failure.sql_name.help': 'Nothing was done. Correct the table or the columns on the card.',
  'failure.sql_nothing_given': '“{tool}” was not told what to look for or what to change.',
  'failure.sql_nothing_given.help': 'Nothing was done. Give it at least the key.',
  'failure.sql_large': '“{tool}” found more than an answer can hold.',
  'failure.sql_large.help': 'Nothing was used. Ask for fewer rows or fewer columns.',
  'failure.sql_broke': '“{tool}” broke down over the database.',
  'failure.sql_broke.help': 'Nothing was changed. The file may be damaged: open it by hand.',
  'failure.knowledge_slow': '“{tool}” could not search its folder in time.',
  'failure.knowledge_slow.help':
    'What was read is kept, so another try goes further. Give it more time on its card.',
  'failure.knowledge_broke': '“{tool}” could not search its folder.',
  'failure.knowledge_broke.help': 'Nothing was found out. Look whether a file in it is damaged.',
};

/** What a model, or the way to it, could not do. */
const models = {
  'failure.model_key_missing':
    'The model “{model}” needs the key “{secret}”, and there is none. Nothing was sent.',
  'failure.model_key_missing.help':
    'Set it as {variable} and start again, or let this role practise in models.json.',
  'failure.model_key': '{address} does not accept the key “{secret}”. Nothing was answered.',
  'failure.model_key.help':
    'Check that the key is right, still valid, and may use the model “{model}”.',
  'failure.model_quota': 'The account at {address} has run out of credit. Nothing was answered.',
  'failure.model_quota.help': 'Top it up there, or choose another model for this role.',
  'failure.model_unknown':
    '{address} does not know a model called “{model}”. Nothing was answered.',
  'failure.model_unknown.help':
    'Check the name and the address of this role in models.json; the address often ends in /v1.',
  'failure.model_moved': '{address} sent us on to another address. Nothing was sent there.',
  'failure.model_moved.help':
    'Keys go only to the address you named. If it has moved, write the new one in models.json.',
  'failure.model_busy': '{address} has too much to do just now. Nothing was answered.',
  'failure.model_busy.help': 'It is tried again after a pause. If it stays so, ask less often.',
  'failure.model_down': '{address} failed with an error of its own ({status}). No answer came.',
  'failure.model_down.help': 'It is tried again after a pause. If it stays so, ask who runs it.',
  'failure.model_unreachable': '{address} cannot be reached. No answer came.',
  'failure.model_unreachable.help':
    'Check the address and the connection; a model on this computer must be running.',
  'failure.model_slow': '“{model}” took too long to answer. The call was ended.',
  'failure.model_slow.help':
    'What it may have cost is counted in full. Try again, or choose a faster model for this role.',
  'failure.model_stopped': 'The call to “{model}” was ended before it answered.',
  'failure.model_stopped.help':
    'What it may have cost is counted in full. Start it again if needed.',
  'failure.model_stream': 'The answer of “{model}” broke off or could not be read.',
  'failure.model_stream.help':
    'What came was not used. It is tried again; if it stays so, check what stands at {address}.',
  'failure.model_truncated':
    'The answer of “{model}” was longer than the {most} tokens it may have, and was cut.',
  'failure.model_truncated.help':
    'Half an answer is not used. Allow a longer one in this step, or ask for less.',
  'failure.model_refused': '“{model}” refused to answer.',
  'failure.model_refused.help':
    'Nothing was decided. Look at what it was given, or let a person do this step.',
  'failure.model_empty': '“{model}” gave an empty answer.',
  'failure.model_empty.help': 'It is tried again. If it stays so, choose another model.',
  'failure.model_misfit':
    'The answer of “{model}” does not fit what was asked for: {field}. It was not used.',
  'failure.model_misfit.help': 'Try again, choose a more careful model, or ask for less at once.',
  'failure.model_too_long':
    'What this step sends is more than “{model}” can read at once. Most of it is “{part}” ({share}%).',
  'failure.model_too_long.help':
    'Nothing is ever cut silently. Give the step less text, or choose a model that reads more.',
  'failure.model_no_schema': '“{model}” cannot be held to a fixed form of answer.',
  'failure.model_no_schema.help': 'It is asked again in plain words, and its answer checked here.',
  'failure.model_rejected': '{address} did not accept the request. It said: “{said}”',
  'failure.model_rejected.help': 'Nothing was answered. Check this role in models.json.',
};

export const failures: Record<string, string> = {
  ...answers,
  ...tools,
  ...stores,
  ...models,
};
