// English sentences that several kinds of steps share: settings of agents, expectations.

/** The settings every agent step has. */
export const agent = (type: string): Record<string, string> => ({
  [`node.${type}.setting.role`]: 'Kind of model',
  [`node.${type}.setting.role.help`]:
    'Fast is cheap and good enough for most. Careful is for steps where a mistake costs.',
  [`node.${type}.setting.maxOutputTokens`]: 'Longest answer',
  [`node.${type}.setting.maxOutputTokens.help`]:
    'In tokens, about four letters each. The answer is cut here, so the cost has a bound.',
  [`node.${type}.setting.minConfidence`]: 'Sure enough from',
  [`node.${type}.setting.minConfidence.help`]:
    'Below this the step leaves by “Unsure” instead of guessing.',
  [`node.${type}.setting.longestPrompt`]: 'Longest request',
  [`node.${type}.setting.longestPrompt.help`]:
    'In tokens. A longer request is not sent and never cut. Empty: as much as the model can take.',
  [`node.${type}.setting.standIn`]: 'If the model does not answer',
  [`node.${type}.setting.standIn.help`]:
    'As drawn: the next model is asked, except where the answer leads to something that cannot be undone and nobody is asked in between.',
  [`node.${type}.setting.standIn.as_drawn`]: 'As drawn',
  [`node.${type}.setting.standIn.never`]: 'Ask a person, no other model',
  [`node.${type}.setting.standIn.always`]: 'Ask the next model',
  [`node.${type}.setting.prompt`]: 'Prompt',
  [`node.${type}.setting.prompt.help`]:
    'A versioned prompt of this workflow, used instead of the instructions.',
  [`node.${type}.port.unsure`]: 'Unsure',
  [`node.${type}.port.error`]: 'Did not work',
});

/** The expectations a result can be held to. */
export const expect = (under: string): Record<string, string> => ({
  [`${under}fields`]: 'Fields it must have',
  [`${under}fields.help`]: 'An answer in which one of them is missing or wrong is not used.',
  [`${under}freshWithinMs`]: 'Not older than',
  [`${under}freshWithinMs.help`]:
    'Measured from when this step runs. An answer from a cache is not used.',
  [`${under}timestampField`]: 'Field that says when it was true',
  [`${under}timestampField.help`]: 'Empty: the time the tool itself gives with its answer.',
  [`${under}timestampField.placeholder`]: 'checked_at',
  [`${under}subject`]: 'Must be about',
  [`${under}subject.help`]: 'An answer about somebody else is not used.',
  [`${under}subject.field`]: 'Field of the answer',
  [`${under}subject.equals`]: 'Must be the same as',
  [`${under}must`]: 'Must hold',
  [`${under}must.help`]: 'What has to be so in the answer, such as “status is verified”.',
});
