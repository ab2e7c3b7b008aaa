// English sentences: the Tools sheet, its list, keys, programs, doubles, and trying a tool. Keys are
// codes; see say.ts for the placeholders. What a card itself says is in tool-cards.ts.

const list = {
  'tool.list': 'Tools of this workflow',
  'tool.list.meta': '{kind} · {effect}',
  'tool.list.problems': '{n|1 thing|{n} things} to look at',
  'tool.list.servers': 'Programs and addresses',
  'tool.unnamed': 'No name yet',
  'tool.add': 'Add a tool',
  'tool.add.title': 'What is the tool?',
  'tool.add.sub':
    'It does nothing by being added. What it may do is said on its card, and you put that in force.',
  'tool.none.title': 'This tool is not here any more',
  'tool.none.text': 'Choose another one at the left, or add one.',
  'tool.kind.http': 'Web address',
  'tool.kind.http.help': 'A service on the web is asked, or told something.',
  'tool.kind.mail_send': 'Mail account, sending',
  'tool.kind.mail_send.help': 'Sends mails to the people you list.',
  'tool.kind.mail_read': 'Mail account, reading',
  'tool.kind.mail_read.help': 'Reads mails of an account. Nothing in it is changed.',
  'tool.kind.mcp': 'Tool of another program',
  'tool.kind.mcp_program': 'Program on this computer (MCP)',
  'tool.kind.mcp_program.help': 'Tools that another program brings. You see what is started first.',
  'tool.kind.mcp_address': 'Address with tools (MCP)',
  'tool.kind.mcp_address.help': 'Tools that somebody offers on the web under one address.',
  'tool.kind.folder': 'Folder, reading',
  'tool.kind.folder.help': 'Reads the files of one folder, their words included.',
  'tool.kind.files': 'Folder, files',
  'tool.kind.files.help': 'Lists, reads, writes or moves files in one folder.',
  'tool.kind.sql': 'Table file',
  'tool.kind.sql.help': 'Looks up or changes rows in a SQLite file.',
  'tool.kind.knowledge': 'Knowledge folder',
  'tool.kind.knowledge.help': 'Finds the passages in your documents that speak of something.',
  'tool.kind.practice': 'Practice tool',
  'tool.kind.practice.help': 'Only played: it answers what you write down, and touches nothing.',
  'tool.kind.mail_parse': 'Mail reader',
  'tool.kind.mail_parse.help': 'Takes a mail that is at hand apart: who, about what, the words.',
  'tool.more': 'More about “{tool}”',
  'tool.remove': 'Remove this tool',
  'tool.copy': 'Copy into another workflow…',
  'tool.copy.title': 'Copy “{tool}” into another workflow',
  'tool.copy.text':
    'Its card, its double and the program it belongs to are copied and in force there at once. No step there uses it yet. Keys belong to the workspace and are not copied.',
  'tool.copy.into': 'Workflow',
  'tool.copy.do': 'Copy the tool',
  'tool.copy.close': 'Close',
  'tool.copy.done': '“{tool}” is in “{workflow}” now.',
  'tool.copy.go': 'Show its tools',
  'tool.copy.conflict':
    'Somebody is changing the tools of that workflow just now. Nothing was copied; try again.',
  'tool.used_by': 'Used by {list:and}.',
  'tool.unused': 'No step uses it yet.',
  'tool.risks': 'What is risky about it',
};

/** What can be shown of fields of a new tool. */
const fields = {
  'tool.example': '{label} (example)',
  'tool.field.to': 'To',
  'tool.field.subject': 'Subject',
  'tool.field.body': 'Text',
  'tool.field.message_id': 'Number of the message',
  'tool.field.since': 'Since',
  'tool.field.max': 'At most',
  'tool.field.mails': 'Mails',
  'tool.field.mail': 'Mail',
  'tool.field.count': 'How many',
  'tool.field.files': 'Files',
  'tool.field.file': 'File',
  'tool.field.name': 'Name',
  'tool.field.text': 'Text',
  'tool.field.size': 'Size',
  'tool.field.type': 'Type',
  'tool.field.id': 'Number',
  'tool.field.found': 'Found',
  'tool.field.query': 'What to look for',
  'tool.field.passages': 'Passages',
  'tool.field.passage': 'Passage',
  'tool.field.value': 'What it is given',
  'tool.field.answer': 'Answer',
  'tool.field.raw': 'The mail',
  'tool.field.from': 'From',
  'tool.field.date': 'Day',
};

const keys = {
  'tool.part.key': 'Key',
  'tool.keys': 'Keys',
  'tool.keys.meta': 'passwords and access keys',
  'tool.keys.sub':
    'A key is entered once and never shown again. {where} It goes only to the hosts it was entered for.',
  'tool.keys.none': 'No keys yet. A key is entered on the page of the tool that needs it.',
  'tool.keys.lacking': 'not entered yet',
  'tool.key.none': 'It works without a key, or none is set up yet.',
  'tool.key.needs': 'It needs a key',
  'tool.key.take': 'Use a key that is here',
  'tool.key.name': 'Name of the key',
  'tool.key.drop': 'It needs none',
  'tool.key.value': 'The key itself (password or access key)',
  'tool.key.new_value': 'The new key',
  'tool.key.hosts': 'May go only to',
  'tool.key.hosts.help': 'It is never sent to any other host, whatever a tool’s card says.',
  'tool.key.keep': 'Keep the key',
  'tool.key.leave': 'Leave it as it is',
  'tool.key.where.keychain': 'It is kept in the keychain of this computer.',
  'tool.key.where.file':
    'It is kept in an encrypted file of this workspace; the file’s own key is not on this disk.',
  'tool.key.where.environment':
    'This computer has no keychain that can be used, so keys are given to Interlock from outside when it is started.',
  'tool.key.environment':
    'This computer has no keychain that can be used, so no key is kept here. Give it from outside: set {variable} and {variable}_HOSTS before Interlock is started, or set INTERLOCK_SECRET_KEY to keep keys in an encrypted file.',
  'tool.key.kept.keychain': 'Kept in the keychain of this computer.',
  'tool.key.kept.file': 'Kept in the encrypted file of this workspace.',
  'tool.key.kept.environment': 'Given from outside when Interlock was started.',
  'tool.key.since': 'Since {when}.',
  'tool.key.goes_to': 'Goes only to {list:and}.',
  'tool.key.used_by': 'Used by {list:and}.',
  'tool.key.use': '“{tool}” in “{workflow}”',
  'tool.key.unused': 'Nothing uses it.',
  'tool.key.replace': 'Replace',
  'tool.key.forget': 'Forget',
  'tool.key.forget.sure': 'Forget it for good',
  'tool.key.forget.help':
    'It cannot be brought back from here. What uses it fails with a sentence until a key is entered again.',
  'tool.key.not_for':
    'This key may not go to {list:and}. Replace it to let it, or the call fails before anything is sent.',
};

const servers = {
  'tool.server.kind.program': 'Program on this computer',
  'tool.server.kind.address': 'Address on the web',
  'tool.server.remove': 'Remove',
  'tool.server.words': 'What it is',
  'tool.server.command': 'Command',
  'tool.server.command.help': 'A program by its name, or its whole path. No shell is used.',
  'tool.server.command.placeholder': 'mail-tools',
  'tool.server.args': 'Arguments, one by one',
  'tool.server.args.help': 'Each is handed on as it stands; type one and press Enter.',
  'tool.server.env': 'What it may see of the surroundings',
  'tool.server.env.help':
    'Names only, such as MAIL_KEY. Their values are keys of yours with the same name, or this computer’s.',
  'tool.server.address': 'Address',
  'tool.server.address.help': 'The address its makers give for MCP.',
  'tool.server.consent': 'Your agreement',
  'tool.server.force_first':
    'Put it in force first. Nothing is started by that: then you see what exactly would be, and agree or not.',
  'tool.server.exactly': 'Exactly this would be started',
  'tool.server.asks.program':
    'Nobody on this computer has agreed to start it. Read every line: nothing else is started.',
  'tool.server.asks.address':
    'Nobody on this computer has agreed to speak to it. Read every line: nothing else is spoken to.',
  'tool.server.agreed.program':
    'Somebody agreed to start exactly this. A change of any word asks again.',
  'tool.server.agreed.address':
    'Somebody agreed to speak to exactly this. A change of any word asks again.',
  'tool.server.agree.program': 'Agree to start exactly this',
  'tool.server.agree.address': 'Agree to speak to exactly this',
  'tool.server.withdraw': 'Take the agreement back',
  'tool.server.tools': 'Its tools',
  'tool.server.look': 'Look at its tools',
  'tool.server.look.again': 'Look again',
  'tool.server.look.help':
    'It is started, asked what its tools are, and nothing else. None of them is called.',
  'tool.server.agree_tools': 'Agree to {n|this tool|these {n} tools} as shown',
  'tool.server.state.agreed': 'agreed',
  'tool.server.state.new': 'nobody read it yet',
  'tool.server.state.changed': 'changed since you agreed',
  'tool.server.state.gone': 'no longer there',
  'tool.server.used': 'has a card',
  'tool.server.add': 'Add as a tool',
  'tool.server.says': 'It says: “{text}”',
  'tool.server.claims': 'It claims that it {list:and}. Nobody has checked that.',
};

const doubles = {
  'tool.part.double': 'Its practice double',
  'tool.double.note': 'answers in its place whenever you practise',
  'tool.double.answer': 'Answer {n}',
  'tool.double.else': 'whenever nothing above fits',
  'tool.double.when': 'Only when…',
  'tool.double.remove': 'Remove answer {n}',
  'tool.double.add': 'Add an answer',
  'tool.double.fails': 'It fails',
  'tool.double.fails.message': 'The service does not answer.',
  'tool.double.says': 'What it says when it fails',
  'tool.double.placeholder': 'Fixed words, or {example}',
  'tool.double.leaves':
    'It also leaves {n|1 trace|{n} traces} in the practice world. That part is kept as it is.',
  'tool.double.none.http':
    'Without a double it fails while you practise: nothing goes outside then.',
  'tool.double.none.mail_send':
    'Without a double it fails while you practise: nothing goes outside then.',
  'tool.double.none.mail_read':
    'Without a double it fails while you practise: nothing goes outside then.',
  'tool.double.none.mcp':
    'Without a double it fails while you practise: no program is started then.',
  'tool.double.none.files':
    'Without a double it fails while you practise, unless it only reads: nothing is changed then.',
  'tool.double.none.sql':
    'Without a double it fails while you practise, unless it only reads: nothing is changed then.',
  'tool.double.none.folder': 'Without a double it reads the real folder, also while you practise.',
  'tool.double.none.knowledge':
    'Without a double it searches the real folder, also while you practise.',
  'tool.double.none.mail_parse': 'Without a double it does its real work, which touches nothing.',
  'tool.double.none.practice':
    'Without an answer it fails: a practice tool is nothing but its answers.',
};

const trying = {
  'tool.part.try': 'Try it',
  'tool.try.note': 'nothing is called by looking',
  'tool.try.run_name': 'Try: {tool}',
  'tool.try.exactly': 'Exactly this would be sent',
  'tool.try.nothing': 'Nothing: it takes no arguments.',
  'tool.try.key': 'the key “{secret}”, which is not shown',
  'tool.try.part.address': 'Address',
  'tool.try.part.header': 'Header',
  'tool.try.part.key': 'Key',
  'tool.try.part.body': 'Text',
  'tool.try.part.place': 'At',
  'tool.try.part.from': 'From',
  'tool.try.part.to': 'To',
  'tool.try.part.cc': 'Copy to',
  'tool.try.part.bcc': 'Hidden copy to',
  'tool.try.part.subject': 'Subject',
  'tool.try.part.folder': 'Folder',
  'tool.try.part.doing': 'Does',
  'tool.try.part.file': 'File',
  'tool.try.part.statement': 'Asks the table',
  'tool.try.part.argument': 'Given',
  'tool.try.double': 'Its double answers',
  'tool.try.leaves':
    'In a practice run it would also leave {n|1 row|{n} rows} in {list:and}. Nothing was left now.',
  'tool.try.mail': 'And a mail to {to}: “{subject}”.',
  'tool.try.real': 'Ask it for real…',
  'tool.try.real.not_in_force': 'Put it in force first; then it can be asked.',
  'tool.try.real.never':
    'It changes something outside, so it is never called just to try it. In a run, its rules and approvals decide.',
  'tool.try.real.title': 'Ask “{tool}” for real?',
  'tool.try.real.text':
    'This leaves the practice: exactly what stands here is sent, once. It only reads. The call is recorded as a run of its own, under your rules and limits.',
  'tool.try.real.yes': 'Ask it now',
  'tool.try.real.no': 'Leave it',
  'tool.try.real.answer': 'It answered',
  'tool.try.asking': 'It is being asked…',
  'tool.try.run': 'Show the run',
  'tool.try.waits': 'It waits for somebody. The run says for whom and why.',
  'tools.only_reads':
    '“{tool}” changes something outside. Nothing was called: only tools that read can be tried for real.',
  'tools.not_in_force': 'This tool is not in force. Nothing was called; put it in force first.',
  'tools.not_linked':
    '“{tool}” came with somebody else’s workflow and is not linked. Nothing was called; link it first.',
};

const linking = {
  'link.title': 'Not linked yet.',
  'link.text':
    'It came with a workflow of somebody else’s. Until you link it, it is only played and never called{n|. It is the last one.|; {n} tools wait like this.}',
  'link.hosts': 'It would speak to {list:and}.',
  'link.place': 'It would work in “{place}” on this computer.',
  'link.effect.none': 'It changes nothing.',
  'link.effect.read': 'It only reads.',
  'link.effect.write': 'It writes something outside.',
  'link.effect.irreversible': 'What it does cannot be taken back.',
  'link.effect.spend': 'It moves money.',
  'link.key': 'It uses the key “{secret}”.',
  'link.wrong': '{n|1 thing is|{n} things are} not finished on its card.',
  'link.open': 'still open',
  'link.steps': 'Linking gives it back to {list:and}.',
  'link.do': 'Link this tool',
};

export const tools: Record<string, string> = {
  ...list,
  ...fields,
  ...keys,
  ...servers,
  ...doubles,
  ...trying,
  ...linking,
};
