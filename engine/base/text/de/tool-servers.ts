// German sentences: tools of other programs, what can go wrong with them, and what is agreed to.

const failures = {
  'failure.mcp_unknown_server':
    '„{tool}“ gehört zu „{server}“, und diesen Server nennt der Ablauf nicht.',
  'failure.mcp_unknown_server.help':
    'Nichts wurde aufgerufen. Nennen Sie das Programm oder die Adresse unter „servers“ in tools.json.',
  'failure.mcp_not_agreed':
    '„{tool}“ kommt von „{server}“, und auf diesem Computer hat dem noch niemand zugestimmt.',
  'failure.mcp_not_agreed.help':
    'Nichts wurde gestartet. Lesen Sie mit „interlock tools list“, was gestartet würde, und vertrauen Sie dem dann oder nicht.',
  'failure.mcp_tool_new':
    '„{server}“ hat das Werkzeug hinter „{tool}“, und noch niemand hat gelesen, was es von sich sagt.',
  'failure.mcp_tool_new.help':
    'Nichts wurde aufgerufen. Lesen Sie es mit „interlock tools pin“, und stimmen Sie dann zu oder nicht.',
  'failure.mcp_tool_changed':
    'Das Werkzeug hinter „{tool}“ sagt etwas anderes von sich, als da Sie ihm zustimmten.',
  'failure.mcp_tool_changed.help':
    'Nichts wurde aufgerufen. Lesen Sie mit „interlock tools pin“, was sich geändert hat, und stimmen Sie dann zu oder nicht.',
  'failure.mcp_tool_gone': '„{server}“ hat das Werkzeug hinter „{tool}“ nicht mehr.',
  'failure.mcp_tool_gone.help':
    'Nichts wurde aufgerufen. Sehen Sie mit „interlock tools pin“ nach, was es hat, und berichtigen Sie dann die Karte.',
  'failure.mcp_tool_refused': '{by} hat das Werkzeug hinter „{tool}“, wie es jetzt ist, abgelehnt.',
  'failure.mcp_tool_refused.help': 'Nichts wurde aufgerufen und nichts gestartet.',
  'failure.mcp_host':
    '„{tool}“ darf nicht mit „{server}“ sprechen: Die Adresse steht nicht auf der Karte.',
  'failure.mcp_host.help':
    'Nichts wurde gesendet. Fügen Sie der Karte Rechner und Port hinzu, oder nehmen Sie ein anderes Werkzeug.',
  'failure.mcp_no_program':
    'Das Programm „{command}“ von „{server}“ gibt es auf diesem Computer nicht.',
  'failure.mcp_no_program.help':
    'Nichts wurde gestartet. Installieren Sie es, oder schreiben Sie den ganzen Pfad in tools.json.',
  'failure.mcp_secret': '„{server}“ braucht „{name}“, und das gibt es nicht.',
  'failure.mcp_secret.help':
    'Nichts wurde gestartet. Geben Sie es ein mit „interlock secrets set {secret} --host {place}“, und versuchen Sie es dann noch einmal.',
  'failure.mcp_no_start': '„{server}“ ließ sich nicht starten ({reason}).',
  'failure.mcp_no_start.help':
    'Nichts wurde aufgerufen. Geben Sie den Befehl in einem Terminal ein, um zu sehen, warum.',
  'failure.mcp_ended': '„{server}“ endete, bevor es antwortete. Die letzten Worte: {said}',
  'failure.mcp_ended.help':
    'Es wird von selbst neu gestartet, solange Versuche übrig sind. Wer es herstellt, weiß, was die Worte bedeuten.',
  'failure.mcp_closed': '„{server}“ wurde geschlossen, bevor es antwortete.',
  'failure.mcp_closed.help': 'Es wird von selbst neu gestartet, solange Versuche übrig sind.',
  'failure.mcp_flood':
    '„{server}“ hat mehr als {megabytes} MB gesendet, nach denen niemand gefragt hatte.',
  'failure.mcp_flood.help':
    'Es wurde beendet, und nichts davon wurde benutzt. Sagen Sie es denen, die es herstellen.',
  'failure.mcp_line':
    '„{server}“ hat eine einzelne Nachricht von mehr als {megabytes} MB gesendet.',
  'failure.mcp_line.help':
    'Es wurde beendet, und nichts davon wurde benutzt. Verlangen Sie weniger auf einmal.',
  'failure.mcp_handshake': '„{server}“ antwortet nicht, wie es ein Werkzeugserver tut: {said}',
  'failure.mcp_handshake.help':
    'Nichts wurde aufgerufen. Prüfen Sie, ob der Befehl oder die Adresse zu einem MCP-Server gehört.',
  'failure.mcp_unreachable': '„{server}“ ist bei {place} nicht erreichbar.',
  'failure.mcp_unreachable.help':
    'Nichts wurde gesendet. Es wird noch einmal versucht, solange Versuche übrig sind; prüfen Sie die Adresse.',
  'failure.mcp_key': '„{server}“ nimmt unseren Schlüssel nicht an oder verlangt einen.',
  'failure.mcp_key.help':
    'Nichts wurde aufgerufen. Prüfen Sie das Geheimnis, das dieser Server in tools.json nennt.',
  'failure.mcp_moved':
    '„{server}“ hat uns an eine andere Adresse weitergeschickt. Dorthin wurde nichts gesendet.',
  'failure.mcp_moved.help':
    'Sie haben einer Adresse zugestimmt. Ist sie umgezogen, tragen Sie die neue in tools.json ein.',
  'failure.mcp_busy': '„{server}“ kann gerade keine Aufrufe annehmen ({status}).',
  'failure.mcp_busy.help': 'Es wird von selbst noch einmal versucht, solange Versuche übrig sind.',
  'failure.mcp_status': '„{server}“ ist mit einem eigenen Fehler gescheitert ({status}).',
  'failure.mcp_status.help': 'Nichts wurde beantwortet. Fragen Sie, wer es betreibt.',
  'failure.mcp_asks_back': '„{tool}“ wollte etwas zurückfragen, und das dürfen Werkzeuge nicht.',
  'failure.mcp_asks_back.help':
    'Der Aufruf wurde beendet. Geben Sie mit, was gebraucht wird, oder lassen Sie einen Menschen diesen Schritt tun.',
  'failure.mcp_no_answer': '„{tool}“ hat mit etwas geantwortet, das keine Antwort ist.',
  'failure.mcp_no_answer.help':
    'Es wurde nicht benutzt. Sagen Sie es denen, die dieses Werkzeug herstellen.',
  'failure.mcp_too_large': '„{tool}“ hat mit mehr als {kilobytes} kB geantwortet.',
  'failure.mcp_too_large.help':
    'Es wurde aufgerufen, aber die Antwort wurde nicht benutzt. Verlangen Sie weniger auf einmal.',
};

const parts = {
  'tools.part.command': 'Befehl',
  'tools.part.file': 'Programm',
  'tools.part.arg': 'Angabe',
  'tools.part.cwd': 'Arbeitet in',
  'tools.part.env': 'Darf sehen',
  'tools.part.address': 'Adresse',
  'tools.part.secret': 'Geheimnis',
  'tools.part.title': 'Titel',
  'tools.part.description': 'Was es nach eigenen Worten tut',
  'tools.part.args': 'Was ihm gegeben wird',
  'tools.part.hints': 'Was es behauptet',
  'tools.from.secret': 'aus Ihren Geheimnissen',
  'tools.from.computer': 'von diesem Computer',
  'tools.from.nowhere': 'es gibt keines',
  'tools.warning.fetches_code':
    'Dieser Befehl holt jedes Mal, was er ausführt. Morgen kann das etwas anderes sein.',
  'tools.warning.deceptive':
    'Manches hiervon sieht nicht aus wie das, was es ist. Zeichen, die sich verstecken, stehen als ⟨U+…⟩.',
  'tools.warning.no_program': 'Dieses Programm gibt es auf diesem Computer nicht.',
  'tools.warning.no_secret': 'Es nennt etwas, das es sehen will und das nicht hier ist.',
  'tools.claim.reads': 'liest nur',
  'tools.claim.destroys': 'kann zerstören',
  'tools.claim.repeats': 'darf wiederholt werden',
  'tools.claim.outside': 'reicht nach außen',
};

const refusals = {
  'tools.other_words':
    'Was „{server}“ starten würde, ist nicht, was Sie gesehen haben. Es gilt keine Zustimmung.',
  'tools.other_tool':
    'Ein Werkzeug von „{server}“ sagt inzwischen etwas anderes. Es gilt keine Zustimmung.',
};

const commands = {
  'cli.tools.about':
    'welche Werkzeuge anderer Programme ein Ablauf nennt und wer ihnen zugestimmt hat',
  'cli.tools.list.about': 'die Server eines Ablaufs, was genau sie starten würden, ihr Stand',
  'cli.tools.pin.about':
    'einen zugestimmten Server starten, zeigen, was seine Werkzeuge sagen, dem zustimmen',
  'cli.tools.trust.about':
    'zustimmen, einen Server zu starten oder anzusprechen, genau wie gezeigt',
  'cli.argument.server': 'Kennung eines Servers in tools.json',
  'cli.option.agree': 'der Code dessen, was Sie gesehen haben: stimmt genau dem zu',
  'cli.option.withdraw': 'zurücknehmen, wozu bei diesem Server zugestimmt wurde',
  'cli.wrong.server': 'Dieser Ablauf nennt keinen Server „{server}“.',
  'cli.tools.none': 'Dieser Ablauf nennt keine Werkzeuge anderer Programme.',
  'cli.tools.state.agreed': 'zugestimmt',
  'cli.tools.state.asks': 'fragt',
  'cli.tools.state.new': 'neu',
  'cli.tools.state.changed': 'geändert',
  'cli.tools.state.gone': 'weg',
  'cli.tools.claims': 'behauptet: {claims}',
  'cli.tools.unused': 'keine Karte benutzt es',
  'cli.tools.agree_with': 'Um genau dem zuzustimmen: {command}',
  'cli.tools.agreed': '„{server}“ zugestimmt.',
  'cli.tools.pinned': '{n|1 Werkzeug|{n} Werkzeugen} von „{server}“ zugestimmt.',
  'cli.tools.withdrawn': 'Bei „{server}“ ist nichts mehr zugestimmt.',
  'cli.tools.all_agreed': 'Allem, was „{server}“ sagt, ist zugestimmt.',
};

export const toolServers: Record<string, string> = {
  ...failures,
  ...parts,
  ...refusals,
  ...commands,
};
