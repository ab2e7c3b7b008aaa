// English sentences: the app's frame and home; the designer's and the runs' stand in files of their
// own. Keys are codes; see say.ts for the placeholders.

import { appCanvas } from './app-canvas.ts';
import { appDesign } from './app-design.ts';
import { appOutline } from './app-outline.ts';

const frame = {
  'app.close': 'Close',
  'app.cancel': 'Cancel',
  'app.keep': 'Keep it',
  'app.rail.label': 'Main',
  'app.rail.mark': 'Interlock, home',
  'app.rail.home': 'Home',
  'app.rail.design': 'Design',
  'app.rail.runs': 'Runs',
  'app.rail.inbox': 'Inbox',
  'app.rail.help': 'Help',
  'app.rail.settings': 'Settings',
  'app.rail.waiting': '{n|one decision waits|{n} decisions wait}',
  'app.practice.line': 'Practice model. Nothing leaves this computer.',
  'app.lost': 'Interlock does not answer. Nothing is lost; it is tried again by itself.',
  'app.offline':
    'Interlock does not answer. Nothing was changed. Check that it still runs, then try again.',
  'app.unreadable': 'The answer could not be read. Nothing is known to have changed. Try again.',
  'app.signed_out': 'This page is no longer allowed in. Open a new one.',
  'app.no_token.title': 'This page has no way in',
  'app.no_token.text':
    'Each page is opened by its own address, which works once. Run this command, or open the address it printed last.',
  'app.broken.title': 'This page stopped working',
  'app.broken.text':
    'Your workflows and runs are safe; only this page is affected. Show it again, and if it stops again, tell us this line:',
  'app.broken.again': 'Show it again',
  'app.missing.title': 'There is nothing here',
  'app.missing.text': 'This address leads nowhere. It may be of something that was removed.',
  'app.missing.home': 'Go home',
  'app.time.now': 'just now',
  'app.time.ago': '{n} min ago',
  'app.time.short': '{n} s',
  'app.file.size': '{n} kB',
  'app.file.none': 'No file yet',
  'app.file.outside': 'From outside',
  'app.file.choose': 'Choose a file',
  'app.file.another': 'Choose another',
  'app.shape.agent': 'agent, one job',
  'app.shape.tool': 'tool',
  'app.shape.gate': 'check or limit',
  'app.shape.person': 'person decides',
};

const settings = {
  'app.settings.title': 'Settings',
  'app.settings.scheme': 'Light or dark',
  'app.settings.scheme.light': 'Light',
  'app.settings.scheme.dark': 'Dark',
  'app.settings.scheme.auto': 'As the system',
  'app.settings.language': 'Language',
  'app.settings.language.en': 'English',
  'app.settings.workspace': 'Workspace',
  'app.settings.models': 'Models',
  'app.settings.quit': 'End Interlock',
  'app.settings.quit.help': 'Closing this page leaves Interlock running.',
  'app.settings.quit.shell':
    'Closing this window ends Interlock too. What runs goes on at the next start.',
  'app.settings.ended': 'Interlock has ended. This page can be closed.',
  'app.help.title': 'Help',
  'app.help.shapes':
    'A step’s shape says what it is. How it is going stands in words below its name.',
  'app.help.keys': 'Keys',
};

const home = {
  'app.home.title.first': 'What should run by itself, and where should a person decide?',
  'app.home.title': 'Welcome back',
  'app.home.practice.first':
    'Everything here works now, with a practice model. No key, no account, nothing leaves this computer.',
  'app.home.samples': 'Start from something that works',
  'app.home.also': 'And one that goes wrong on purpose:',
  'app.home.try': 'Try it',
  'app.home.steps': '{n|1 step|{n} steps}',
  'app.home.agents': '{n|1 agent|{n} agents}',
  'app.home.approvals': '{n|1 person asked|{n} people asked}',
  'app.home.own': 'Or begin with your own',
  'app.home.empty': 'Start empty',
  'app.home.empty.line': 'One form, one end. Add what happens between.',
  'app.home.new_name': 'New workflow',
  'app.home.waiting': '**{n|1 decision is waiting.|{n} decisions are waiting.}** {title}',
  'app.home.due': 'due {when}',
  'app.home.decide': 'Decide',
  'app.home.never': 'Never ran',
  'app.home.recent': 'Recent',
  'app.home.recent.workflow': 'Workflow',
  'app.home.recent.last': 'Last run',
  'app.home.recent.cost': 'Median cost',
  'app.home.recent.runs': 'Runs',
  'app.home.recent.when': 'When',
  'app.run.running': 'Working',
  'app.run.waiting': 'Waiting',
  'app.run.paused': 'Paused',
  'app.run.done': 'Done',
  'app.run.refused': 'Refused',
  'app.run.failed': 'Failed',
  'app.run.stopped': 'Stopped',
  'app.workflows.title': 'Workflows',
  'app.workflows.sub': 'Everything in this workspace.',
  'app.workflows.workflow': 'Workflow',
  'app.workflows.purpose': 'What it is for',
  'app.workflows.steps': 'Steps',
  'app.workflows.when': 'Changed',
  'app.workflows.actions': 'Actions',
  'app.workflows.more': 'More for {name}',
  'app.workflows.copy': 'Make a copy',
  'app.workflows.copy_name': '{name}, copy',
  'app.workflows.remove': 'Remove it',
  'app.workflows.remove.title': 'Remove “{name}”?',
  'app.workflows.remove.text':
    'The workflow and its folder are removed. Runs it made stay in the record and can still be played back.',
};

export const app: Record<string, string> = {
  ...frame,
  ...settings,
  ...home,
  ...appDesign,
  ...appCanvas,
  ...appOutline,
};
