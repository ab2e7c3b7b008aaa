// English sentences: what is done on the canvas (commands, notes, rooms, finding, pasting). See say.ts
// for the placeholders.

const commands = {
  'app.commands.edit': 'Editing',
  'app.commands.add': 'Adding and connecting',
  'app.commands.rooms': 'Rooms and groups',
  'app.commands.arrange': 'Placing',
  'app.commands.view': 'Looking',
  'app.commands.go': 'Going and doing',
  'app.command.undo': 'Undo',
  'app.command.redo': 'Redo',
  'app.command.cut': 'Cut',
  'app.command.copy': 'Copy',
  'app.command.paste': 'Paste',
  'app.command.duplicate': 'Duplicate',
  'app.command.remove': 'Remove',
  'app.command.select_all': 'Select everything',
  'app.command.rename': 'Rename',
  'app.command.add': 'Find and add a step',
  'app.command.add_here': 'Add what follows',
  'app.command.connect': 'Connect',
  'app.command.note': 'Write a note',
  'app.command.group': 'Group',
  'app.command.ungroup': 'Take the room away',
  'app.command.collapse': 'Fold or open the room',
  'app.command.enter': 'Enter the room',
  'app.command.leave': 'Leave the room, select nothing',
  'app.command.nudge': 'Move',
  'app.command.nudge_far': 'Move further',
  'app.command.resize': 'Resize a note',
  'app.command.lock': 'Lock or unlock',
  'app.command.left': 'Align left',
  'app.command.centre': 'Align in one column',
  'app.command.right': 'Align right',
  'app.command.top': 'Align top',
  'app.command.middle': 'Align in one row',
  'app.command.bottom': 'Align bottom',
  'app.command.across': 'Same gaps across',
  'app.command.down': 'Same gaps down',
  'app.command.tidy': 'Tidy up',
  'app.command.in': 'Zoom in',
  'app.command.out': 'Zoom out',
  'app.command.actual': 'Actual size',
  'app.command.fit': 'Fit everything',
  'app.command.walk': 'Walk along the arrows',
  'app.command.find': 'Find in this workflow',
  'app.command.palette': 'All commands',
  'app.command.run': 'Run',
  'app.command.save': 'Save',
  'app.command.stop_all': 'Stop everything',
  'app.command.help': 'Help',
};

const lists = {
  'app.doing.label': 'What to do',
  'app.doing.placeholder': 'Type what you want to do',
  'app.doing.none': 'Nothing is called “{words}”.',
  'app.doing.commands': 'Commands',
  'app.doing.steps': 'Steps to add',
  'app.doing.workflows': 'Workflows',
  'app.doing.add': 'Add “{name}”',
  'app.doing.open': 'Open “{name}”',
  'app.find.label': 'Find in this workflow',
  'app.find.placeholder': 'A step, a setting, a note, a field',
  'app.find.none': 'Nothing here says “{words}”.',
  'app.find.steps': 'Steps',
  'app.find.settings': 'Settings',
  'app.find.notes': 'Notes',
  'app.find.fields': 'Fields of the form',
  'app.menu.label': 'What can be done here',
  'app.here.label': 'What follows',
  'app.here.placeholder': 'What should follow?',
};

const notes = {
  'app.aria.note': 'Note: {text}',
  'app.note.empty': 'Double-click to write.',
  'app.note.text': 'Text of the note',
  'app.note.size': 'Pull to resize',
};

const rooms = {
  'app.room.inside': '{n|1 step|{n} steps}: {names}',
  'app.room.steps': '{n|1 step|{n} steps}',
  'app.room.enter': 'Enter this room',
  'app.room.enter_named': 'Enter “{name}”',
  'app.crumb.label': 'Where you are',
  'app.crumb.out': 'leaves this room',
  'app.step.locked': 'Its place is locked',
};

const several = {
  'app.several.label': 'What is selected',
  'app.several.title': '{n} selected',
  'app.several.steps': '{n|1 step|{n} steps}',
  'app.several.notes': '{n|1 note|{n} notes}',
  'app.several.arrows': '{n|1 arrow|{n} arrows}',
  'app.several.lines': 'Put in line',
};

const pasting = {
  'app.paste.done': '{n|Pasted.|Pasted {n} things.}',
  'app.paste.left': 'Left out: {parts}.',
  'app.paste.unknown': '{n|1 step of a kind|{n} steps of kinds} this version does not know',
  'app.paste.steps': '{n|1 step that could not be read|{n} steps that could not be read}',
  'app.paste.arrows':
    '{n|1 arrow that leads nowhere or in a circle|{n} arrows that lead nowhere or in a circle}',
  'app.paste.notes': '{n|1 note that could not be read|{n} notes that could not be read}',
  'app.paste.unlinked':
    '{n|One of them was linked to a tool or workflow elsewhere|{n} of them were linked to tools or workflows elsewhere}: choose again what it uses here.',
  'app.paste.not_steps': 'What was copied last are no steps. Nothing was pasted.',
  'app.paste.newer': 'These steps were copied in a newer version of Interlock. Nothing was pasted.',
  'app.paste.broken': 'The copied steps cannot be read. Copy them again; nothing was pasted.',
  'app.paste.nothing': 'There is no step in it that this version knows. Nothing was pasted.',
  'app.paste.blocked':
    'The browser keeps the clipboard to itself here. Use the keys instead: Ctrl C, Ctrl X, Ctrl V.',
};

export const appCanvas: Record<string, string> = {
  ...commands,
  ...lists,
  ...notes,
  ...rooms,
  ...several,
  ...pasting,
};
