// English sentences: what the door says when a call waits, is passed on or is not made at all.
// Each failure says what happened; its `.help` says what that means and what to do next.

/** Why a call waits, or why another model is asked. */
const waiting = {
  'why.places_taken': 'It is asked {most} times at once already and waits its turn.',
  'why.breaker_errors':
    '{failed} of the last {n} tries failed, so it is left alone for a while. Then one try decides.',
  'why.breaker_slow':
    'It takes {ms:number} ms and more; {most:number} ms are allowed. It is left alone for a while.',
  'why.asked_to_wait': 'It asked to be left alone for a while.',
  'why.model_stands_in':
    '“{model}” is asked, because “{first}” does not answer well at the moment.',
  'why.over_maximum':
    '“{model}” was given {given:number} tokens at most and says it used {said:number}. It does not honour limits, so the run is held. Look at what it cost before you let it go on.',
  'why.prompt_grew': 'What is sent is {percent}% longer than in the first round.',
  'why.quarantined':
    'The program ended {times} times in a row while “{step}” was at work, so this step is held. Look at what it does before you let it go on; then it is tried again.',
};

/** Calls that were not made, and answers that were not believed. */
const failures = {
  'failure.too_long':
    '“{step}” would send about {tokens:number} tokens; “{model}” can take {most:number} beside its answer. Most of it is “{part}” ({share}%).',
  'failure.too_long.help':
    'Nothing was sent, and nothing is ever cut. Give the step less text, or choose a model that reads more.',
  'failure.too_long_for_step':
    '“{step}” would send about {tokens:number} tokens; at most {most:number} are allowed here. Most of it is “{part}” ({share}%).',
  'failure.too_long_for_step.help':
    'Nothing was sent, and nothing is ever cut. Give the step less text, or allow it more.',
  'failure.repeated_call': '“{tool}” was asked for the very same thing {times} times in a row.',
  'failure.repeated_call.help':
    'The last time it was not called: a model goes round in circles here. Look at what it is told, then try again or stop.',
  'failure.hallucinated_tool_use':
    '“{model}” wanted to call {n:number} tools at once; {offered} is offered here.',
  'failure.hallucinated_tool_use.help':
    'Nothing was called. It is asked again by itself while tries are left. If it goes on, change the instructions or the model.',
  'failure.hallucinated_arguments': '“{model}” wrote arguments that cannot be read safely.',
  'failure.hallucinated_arguments.help':
    'Nothing was called. It is asked again by itself while tries are left. If it goes on, change the instructions or the model.',
  'failure.answer_page': '“{tool}” sent a web page instead of an answer.',
  'failure.answer_page.help':
    'It was not used. Often an address has moved or wants a sign-in. Check the tool.',
  'failure.answer_error': '“{tool}” answered, but its answer is an error: {said}',
  'failure.answer_error.help': 'The answer was not used. Check what the step hands over.',
  'failure.answer_empty': '“{tool}” answered with nothing.',
  'failure.answer_empty.help': 'An empty answer is not taken for success. Check the tool.',
  'failure.answer_stale': '“{tool}” answered with something that was true too long ago.',
  'failure.answer_stale.help':
    'The answer was not used. Its card says how old an answer may be. Try again later.',
  'failure.answer_other_subject': '“{tool}” was asked about “{asked}” and answered about “{got}”.',
  'failure.answer_other_subject.help': 'The answer was not used. Check the tool before you go on.',
  'failure.answer_no_proof':
    '“{tool}” says it is done, but nothing shows it: “{field}” is missing.',
  'failure.answer_no_proof.help':
    'It is not taken for done. Check outside whether it happened before it is done again.',
};

export const door: Record<string, string> = { ...waiting, ...failures };
