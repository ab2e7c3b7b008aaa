// English sentences: the tour of four stops. See say.ts.

export const tour: Record<string, string> = {
  'tour.label': 'Tour',
  'tour.invite': 'Show me around',
  'tour.again': 'Take the tour of four stops',
  'tour.n': '{n} of {of}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.done': 'Done',
  'tour.end': 'End the tour',
  'tour.promise': 'What it promises',
  'tour.promise.text':
    'These sentences say what happens by itself and where a person decides. They change with every edit.',
  'tour.drawing': 'The drawing',
  'tour.drawing.text':
    'Read it downwards. Each card is a step; its shape says who is at work: an agent, a tool, a check or a person. Select one to see its settings.',
  'tour.limits': 'Its limits',
  'tour.limits.text':
    'One run can use at most this. Nothing starts beyond it, whatever the drawing says.',
  'tour.run': 'Try it',
  'tour.run.text':
    'Run it with the practice model; nothing leaves this computer. Afterwards the run can be played back, step by step.',
};
