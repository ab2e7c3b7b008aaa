// English sentences: tools of other programs, what can go wrong with them, and what is agreed to.

const failures = {
  'failure.mcp_unknown_server':
    '“{tool}” belongs to “{server}”, which this workflow does not name.',
  'failure.mcp_unknown_server.help':
    'Nothing was called. Name the program or address under “servers” in tools.json.',
  'failure.mcp_not_agreed':
    '“{tool}” comes from “{server}”, and nobody on this computer has agreed to it yet.',
  'failure.mcp_not_agreed.help':
    'Nothing was started. Read what it would start with "interlock tools list", then trust it or not.',
  'failure.mcp_tool_new':
    '“{server}” has the tool behind “{tool}”, and nobody has read what it says of itself yet.',
  'failure.mcp_tool_new.help':
    'Nothing was called. Read it with "interlock tools pin", then agree to it or not.',
  'failure.mcp_tool_changed':
    'The tool behind “{tool}” says something else of itself than when you agreed to it.',
  'failure.mcp_tool_changed.help':
    'Nothing was called. Read what changed with "interlock tools pin", then agree to it or not.',
  'failure.mcp_tool_gone': '“{server}” no longer has the tool behind “{tool}”.',
  'failure.mcp_tool_gone.help':
    'Nothing was called. Look at what it has with "interlock tools pin", then correct the card.',
  'failure.mcp_tool_refused': '{by} refused the tool behind “{tool}” as it is now.',
  'failure.mcp_tool_refused.help': 'Nothing was called, and nothing was started.',
  'failure.mcp_host': '“{tool}” may not speak to “{server}”: its card does not list that address.',
  'failure.mcp_host.help': 'Nothing was sent. Add host and port to the card, or use another tool.',
  'failure.mcp_no_program': 'The program “{command}” of “{server}” is not on this computer.',
  'failure.mcp_no_program.help':
    'Nothing was started. Install it, or write its whole path in tools.json.',
  'failure.mcp_secret': '“{server}” needs “{name}”, and there is none.',
  'failure.mcp_secret.help':
    'Nothing was started. Enter it with "interlock secrets set {secret} --host {place}", then try again.',
  'failure.mcp_no_start': '“{server}” could not be started ({reason}).',
  'failure.mcp_no_start.help': 'Nothing was called. Try its command in a terminal to see why.',
  'failure.mcp_ended': '“{server}” ended before it answered. Its last words: {said}',
  'failure.mcp_ended.help':
    'It is started again by itself while attempts are left. Its makers know what the words mean.',
  'failure.mcp_closed': '“{server}” was closed before it answered.',
  'failure.mcp_closed.help': 'It is started again by itself while attempts are left.',
  'failure.mcp_flood': '“{server}” sent more than {megabytes} MB nobody had asked for.',
  'failure.mcp_flood.help': 'It was ended, and nothing of it was used. Tell whoever makes it.',
  'failure.mcp_line': '“{server}” sent a single message of more than {megabytes} MB.',
  'failure.mcp_line.help': 'It was ended, and nothing of it was used. Ask it for less at once.',
  'failure.mcp_handshake': '“{server}” does not answer as a tool server does: {said}',
  'failure.mcp_handshake.help':
    'Nothing was called. Check that the command or address is that of an MCP server.',
  'failure.mcp_unreachable': '“{server}” cannot be reached at {place}.',
  'failure.mcp_unreachable.help':
    'Nothing was sent. It is tried again while attempts are left; check the address.',
  'failure.mcp_key': '“{server}” does not accept our key, or asks for one.',
  'failure.mcp_key.help': 'Nothing was called. Check the secret this server names in tools.json.',
  'failure.mcp_moved': '“{server}” sent us on to another address. Nothing was sent there.',
  'failure.mcp_moved.help':
    'You agreed to one address. If it has moved, write the new one in tools.json.',
  'failure.mcp_busy': '“{server}” cannot take calls just now ({status}).',
  'failure.mcp_busy.help': 'It is tried again by itself while attempts are left.',
  'failure.mcp_status': '“{server}” failed with an error of its own ({status}).',
  'failure.mcp_status.help': 'Nothing was answered. Ask whoever runs it.',
  'failure.mcp_asks_back': '“{tool}” wanted to ask something back, and tools may not.',
  'failure.mcp_asks_back.help':
    'Its call was ended. Give it what it needs as an argument, or let a person do this step.',
  'failure.mcp_no_answer': '“{tool}” answered with something that is no answer.',
  'failure.mcp_no_answer.help': 'It was not used. Tell whoever makes this tool.',
  'failure.mcp_too_large': '“{tool}” answered with more than {kilobytes} kB.',
  'failure.mcp_too_large.help':
    'It was called, but the answer was not used. Ask it for less at once.',
};

const parts = {
  'tools.part.command': 'Command',
  'tools.part.file': 'Program',
  'tools.part.arg': 'Argument',
  'tools.part.cwd': 'Works in',
  'tools.part.env': 'May see',
  'tools.part.address': 'Address',
  'tools.part.secret': 'Secret',
  'tools.part.title': 'Title',
  'tools.part.description': 'What it says it does',
  'tools.part.args': 'What it is given',
  'tools.part.hints': 'What it claims',
  'tools.from.secret': 'from your secrets',
  'tools.from.computer': 'from this computer',
  'tools.from.nowhere': 'there is none',
  'tools.warning.fetches_code':
    'This command fetches what it runs each time. What it does tomorrow may be something else.',
  'tools.warning.deceptive':
    'Some of this does not look like what it is. Signs that hide stand as ⟨U+…⟩.',
  'tools.warning.no_program': 'This program is not on this computer.',
  'tools.warning.no_secret': 'It names something to see that is not here.',
  'tools.claim.reads': 'only reads',
  'tools.claim.destroys': 'may destroy',
  'tools.claim.repeats': 'may be repeated',
  'tools.claim.outside': 'reaches outside',
};

const refusals = {
  'tools.other_words': 'What “{server}” would start is not what you saw. Nothing was agreed to.',
  'tools.other_tool': 'A tool of “{server}” says something else by now. Nothing was agreed to.',
};

const commands = {
  'cli.tools.about': 'what tools of other programs a workflow names, and who agreed to them',
  'cli.tools.list.about': 'the servers of a workflow, what exactly they would start, their state',
  'cli.tools.pin.about': 'start an agreed server, show what its tools say, agree to it',
  'cli.tools.trust.about': 'agree to start a server or speak to it, exactly as shown',
  'cli.argument.server': 'id of a server in tools.json',
  'cli.option.agree': 'the code of what you saw: agrees to exactly that',
  'cli.option.withdraw': 'take back what was agreed to about this server',
  'cli.wrong.server': 'This workflow names no server called “{server}”.',
  'cli.tools.none': 'This workflow names no tools of other programs.',
  'cli.tools.state.agreed': 'agreed',
  'cli.tools.state.asks': 'asks',
  'cli.tools.state.new': 'new',
  'cli.tools.state.changed': 'changed',
  'cli.tools.state.gone': 'gone',
  'cli.tools.claims': 'claims: {claims}',
  'cli.tools.unused': 'no card uses it',
  'cli.tools.agree_with': 'To agree to exactly this: {command}',
  'cli.tools.agreed': 'Agreed to “{server}”.',
  'cli.tools.pinned': 'Agreed to {n|1 tool|{n} tools} of “{server}”.',
  'cli.tools.withdrawn': 'Nothing is agreed to about “{server}” any more.',
  'cli.tools.all_agreed': 'Everything “{server}” says is agreed to.',
};

export const toolServers: Record<string, string> = {
  ...failures,
  ...parts,
  ...refusals,
  ...commands,
};
