// English sentences: problems of a drawing. Keys are codes; see say.ts for the placeholders.
// Form: what to do or what is wrong, then in the help what it means otherwise.

import { pairs } from './pair.ts';

const drawing = pairs({
  id_twice: [
    'Two steps share the id “{id}”.',
    'Ids must be unique in the whole workflow. Change one.',
  ],
  type_unknown: [
    'The step “{step}” is of a kind ({type}) this Interlock does not know.',
    'It was made by a newer release, or its name is misspelt. Replace the step.',
  ],
  type_generated: [
    'The step “{step}” is of a kind that is only ever added by Interlock itself.',
    'Remove it: unconnected problems ask their owner anyway.',
  ],
  not_a_room: [
    'The step “{step}” cannot hold other steps.',
    'Only loops, for-each and groups can. Move the steps out.',
  ],
  room_empty: ['“{step}” is empty.', 'Add the steps that belong into it.'],
  start_missing: ['Add a start.', 'Without one no run can begin.'],
  start_twice: ['“{step}” is a second start.', 'A run begins in one place. Remove one of them.'],
  start_entered: [
    'An arrow leads into the start “{step}”.',
    'Nothing comes before it. Remove the arrow.',
  ],
  unreachable: [
    'Connect “{step}”: no arrow leads to it.',
    'As it stands it would start by itself at the beginning. Draw an arrow to it, or remove it.',
  ],
  arrow_lost: [
    'An arrow from “{from}” to “{to}” has lost an end.',
    'The step is gone or lies in another room. Remove the arrow.',
  ],
  arrow_twice: [
    'Two arrows lead from “{step}” to “{to}” by the same way.',
    'One is enough. Remove the other.',
  ],
  way_unknown: [
    '“{step}” has no way out “{way}” any more, but an arrow to “{to}” still uses it.',
    'Draw the arrow from a way that exists, or remove it.',
  ],
  circle: [
    'The arrows from “{step}” lead back to it.',
    'Steps are repeated by a loop, which always has a bound. Put them into one.',
  ],
  way_open: [
    'The way out “{way:said}” of “{step}” leads nowhere.',
    'A run that takes it ends there without a result. Connect it.',
  ],
  join_never: [
    '“{step}” can never start: it waits for arrows that exclude each other.',
    'Only one of these ways is taken in a run. Let it wait only for those that come.',
  ],
  field_twice: [
    'Two fields are called “{id}”.',
    'Only one of them could be filled in. Rename one.',
  ],
  choices_missing: ['“{label}” offers nothing to choose from.', 'Add the choices.'],
});

const settings = pairs({
  setting_missing: [
    '“{setting:said}” is empty in “{step}”.',
    'Fill it in. Until then this step cannot run.',
  ],
  setting_unknown: [
    '“{step}” has a setting “{name}” that it does not know.',
    'It may be misspelt, or belong to another version. Remove it.',
  ],
  setting_wrong: ['“{setting:said}” in “{step}” cannot be read.', 'Choose or write it again.'],
  setting_too_long: [
    '“{setting:said}” in “{step}” is longer than {limit:number} letters.',
    'Shorten it.',
  ],
  setting_too_large: [
    '“{setting:said}” in “{step}” may be at most {limit:number}.',
    'Make it smaller.',
  ],
  setting_too_small: [
    '“{setting:said}” in “{step}” must be at least {limit:number}.',
    'Make it larger.',
  ],
  setting_too_many: [
    '“{setting:said}” in “{step}” has more than {limit:number} entries.',
    'Remove some.',
  ],
  setting_too_few: [
    '“{setting:said}” in “{step}” needs at least {limit:number} entries.',
    'Add what is missing.',
  ],
  setting_twice: [
    'In “{step}”, “{setting:said}” names the same thing twice.',
    'Rename or remove one.',
  ],
  setting_reserved: [
    'In “{step}”, “{setting:said}” uses a name that already means something.',
    'Choose another name.',
  ],
});

const FILL = 'Until then this step cannot run.';
/** Settings that are asked for in their own words. */
const missing = pairs({
  'setting_missing.approval.ask': ['Choose who decides in “{step}”.', FILL],
  'setting_missing.approval.title': ['Write what is asked in “{step}”.', FILL],
  'setting_missing.question.ask': ['Choose who answers in “{step}”.', FILL],
  'setting_missing.question.title': ['Write what is asked in “{step}”.', FILL],
  'setting_missing.question.fields': ['Add what has to be answered in “{step}”.', FILL],
  'setting_missing.escalate.title': ['Write what the person is told in “{step}”.', FILL],
  'setting_missing.classify.text': ['Choose what “{step}” reads.', FILL],
  'setting_missing.classify.categories': ['Add the categories for “{step}”.', FILL],
  'setting_missing.classify.categories.description': [
    'Describe every category in “{step}”.',
    'The description is all the step goes by.',
  ],
  'setting_missing.extract.text': ['Choose what “{step}” reads.', FILL],
  'setting_missing.extract.fields': ['Add what “{step}” looks for.', FILL],
  'setting_missing.decide.question': ['Write the question “{step}” answers.', FILL],
  'setting_missing.decide.rule': ['Write the rule “{step}” decides by.', FILL],
  'setting_missing.decide.options': ['Add the answers “{step}” may give.', FILL],
  'setting_missing.call_tool.tool': ['Choose the tool “{step}” uses.', FILL],
  'setting_missing.condition.cases': ['Add a case to “{step}”.', FILL],
  'setting_missing.condition.cases.when': ['Say when each case of “{step}” holds.', FILL],
  'setting_missing.confidence_check.of': ['Choose whose confidence “{step}” looks at.', FILL],
  'setting_missing.check_result.value': ['Choose what “{step}” checks.', FILL],
  'setting_missing.shape_data.fields': ['Add what “{step}” puts together.', FILL],
  'setting_missing.loop.until': [
    'Say when “{step}” is finished.',
    'Otherwise it would always repeat until its last round.',
  ],
  'setting_missing.loop.maxRounds': [
    'Say how often “{step}” may repeat.',
    'A loop always has a bound.',
  ],
  'setting_missing.for_each.items': ['Choose the list “{step}” goes through.', FILL],
  'setting_missing.sub_workflow.workflow': ['Choose the workflow “{step}” runs.', FILL],
  'setting_missing.wait.ms': ['Say how long “{step}” waits.', FILL],
});

const references = pairs({
  reference_root_unknown: [
    '“{step}” looks at “{path}”, which is nothing it can look at.',
    'Choose the value again from the list.',
  ],
  reference_input_unknown: [
    '“{step}” looks at the input “{name}”, which is not asked for.',
    'Add it to what the run asks for, or choose another value.',
  ],
  reference_step_unknown: [
    '“{step}” looks at a step “{id}” that is not there.',
    'It was removed or renamed. Choose the value again.',
  ],
  reference_looks_at_itself: [
    '“{step}” looks at its own result.',
    'It does not have one yet. Choose a value from an earlier step.',
  ],
  reference_step_out_of_sight: [
    '“{step}” looks at “{other}”, which lies inside another room.',
    'From outside, only the result of the room as a whole can be seen.',
  ],
  reference_step_not_before: [
    '“{step}” looks at “{other}”, which does not come before it.',
    'No arrow leads from there to here. Connect them, or choose another value.',
  ],
  reference_step_part_unknown: [
    '“{step}” looks at a part of “{other}” that steps do not have.',
    'A step has a result and the way it took. Choose the value again.',
  ],
  reference_value_unknown: [
    '“{step}” looks at “{name}”, which “{other}” does not give.',
    'Choose one of the values it gives.',
  ],
  reference_item_part_unknown: [
    '“{step}” looks at “{name}”, which the items of the list do not have.',
    'Choose one of their parts.',
  ],
  reference_only_in_each: [
    '“{step}” looks at the current item, but is not inside a for-each.',
    'Move it into one, or choose another value.',
  ],
  reference_only_in_loop: [
    '“{step}” looks at an earlier round, but is not inside that loop.',
    'Move it into the loop, or choose another value.',
  ],
  reference_may_be_empty: [
    'Say what “{step}” uses when “{what}” is left empty.',
    'It need not be filled in. Give a value to fall back on, or make it required.',
  ],
  reference_may_be_missing: [
    'Say what “{step}” uses when “{other}” gives no “{what}”.',
    'That way may not be taken, or may end without it. Give a value to fall back on.',
  ],
  pattern_unreadable: [
    'The pattern “{pattern}” in “{step}” cannot be read.',
    'It would never match. Correct it.',
  ],
});

const tools = pairs({
  card_twice: ['Two tools are called “{tool}”.', 'Rename one of them in tools.json.'],
  evidence_unknown: [
    'The card of “{tool}” wants evidence for “{name}”, which the tool does not take.',
    'Nothing would ever be checked. Name one of its arguments in tools.json.',
  ],
  rule_twice: [
    'Two rules have the id “{rule}”.',
    'The record of a run names rules by it. Rename one.',
  ],
  card_missing: [
    'The tool “{tool}” that “{step}” uses has no card.',
    'Without a card nobody has said what it may do, so it cannot be used. Choose another tool.',
  ],
  argument_missing: [
    'Choose what goes into “{label}” for “{tool}”.',
    '“{step}” cannot run without it.',
  ],
  argument_missing_mail: ['Choose who receives it.', '“{label}” is empty in “{step}”.'],
  argument_unknown: ['“{tool}” takes nothing called “{name}”.', 'Remove it from “{step}”.'],
  argument_wrong: [
    'What “{step}” gives to “{tool}” does not fit “{label}”.',
    'The call would be refused. Choose another value.',
  ],
  unguarded: [
    'This can change things outside. It needs a rule or an approval before it can run.',
    '“{step}” uses “{tool}”, and no rule speaks of it. Insert an approval, or write a rule.',
  ],
  unguarded_people: [
    'This can write to people outside. It needs a rule or an approval before it can run.',
    '“{step}” uses “{tool}”, and no rule speaks of it. Insert an approval, or write a rule.',
  ],
  unguarded_money: [
    'This can move money. It needs a rule or an approval before it can run.',
    '“{step}” uses “{tool}”, and no rule speaks of it. Insert an approval, or write a rule.',
  ],
  rule_denies: [
    'The rule “{rule}” forbids what “{step}” does.',
    'A run would fail there. Change the rule or remove the step.',
  ],
  self_assured: [
    '“{step}” accepts the model’s own word before “{target}”, which cannot be undone.',
    'Ask for a confidence from votes or rules, or insert an approval.',
  ],
});

const outside = pairs({
  all_three: [
    '“{step}” would bring together what is private, text from outside, and a way out.',
    'Any two of the three are fine; with all three, whoever wrote the text could have private data sent to them by “{tool}”. Insert an approval.',
  ],
  steered_from_outside: [
    'Text from outside decides whether “{step}” happens, and it cannot be taken back.',
    '“{other}” goes by what somebody outside wrote, and the rule “{rule}” does not name this step. Insert an approval, or let the rule say for which step it is.',
  ],
  argument_from_outside: [
    'Somebody is asked every time before “{step}”, because “{label}” comes from outside.',
    'The rule “{rule}” allows “{tool}”, but does not say what “{label}” must look like. Let it say so, or insert an approval.',
  ],
  reader_has_tool: [
    '“{step}” reads text from outside and could use “{tool}” as that text tells it to.',
    'Let one step read the text and answer in fixed fields, and another use the tool.',
  ],
  open_answer_decides: [
    '“{what}” of “{other}” is free text about what somebody outside wrote, and “{step}” goes by it.',
    'Only fixed choices, numbers, days and yes or no may decide. Let a step that sorts into categories decide instead.',
  ],
});

const limits = pairs({
  too_many_steps: [
    'The workflow has {n:number} steps; at most {limit:number} are possible.',
    'Move some into a workflow of their own.',
  ],
  too_many_branches: [
    '{n:number} arrows leave “{step}” by one way; at most {limit:number} can run side by side.',
    'Use a for-each for many things of one kind.',
  ],
  condition_too_long: [
    'A condition in “{step}” has {n:number} parts; at most {limit:number} can be read.',
    'Split it into several steps.',
  ],
  price_unknown: [
    'Nobody has said what the model “{model}” costs.',
    '“{step}” uses it, and no limit can hold without a price. Write it in the models of the workspace.',
  ],
  answer_longer_than_model: [
    '“{step}” allows {most:number} tokens, its model gives at most {least:number}.',
    'Longer answers are cut. Lower the one or raise the other.',
  ],
  prompt_missing: [
    'The prompt “{prompt}” that “{step}” uses is not there.',
    'Choose another one, or use the instructions.',
  ],
  budget_nothing: [
    'The limit for {counter:said} is nothing, but the workflow needs some.',
    'Every run would stop at once. Raise it.',
  ],
});

const people = pairs({
  owner_unknown: [
    '“{owner}”, who answers for {slot:said}, is not among the people.',
    'Until somebody is named, the first person is asked.',
  ],
  rule_asks_nobody: [
    'The rule “{rule}” asks “{ask}”, and there is nobody of that name or role.',
    'What it speaks of would wait for ever. Choose somebody.',
  ],
  nobody_to_ask: [
    'Nobody is called “{ask}” or has that role, so “{step}” has nobody to ask.',
    'It would wait for ever. Choose somebody.',
  ],
  too_few_to_agree: [
    '{need} people must agree in “{step}”, and only {count|1 person|{count} people} can be asked.',
    'Nobody would be asked. Name more people, or ask for fewer agreements.',
  ],
  asked_out_of_turn: [
    '“{step}” asks “{ask}” not later than whoever was asked before.',
    'It would never help. Give it more time than the one before.',
  ],
  may_not_approve: [
    'Choose somebody who may approve money in “{step}”: “{ask}” may not approve any.',
    'Every decision there would be refused.',
  ],
});

const advice = pairs({
  model_for_figures: [
    '“{step}” asks a model about figures alone.',
    'A condition does that for nothing and always alike.',
  ],
  prompt_long: [
    'The instructions of “{step}” are {n:number} letters long.',
    'Above {limit:number} they take attention from what they are about. Shorten them.',
  ],
  nothing_to_write: [
    'Say what “{step}” should write.',
    'It has neither instructions nor a prompt.',
  ],
  attempts_useless: [
    '“{step}” calls nothing, so trying again changes nothing.',
    'Remove the number of attempts.',
  ],
});

export const problemSteps: Record<string, string> = {
  ...drawing,
  ...settings,
  ...missing,
  ...references,
  ...tools,
  ...outside,
  ...limits,
  ...people,
  ...advice,
};
