// Deutsche Sätze: das Blatt Werkzeuge, seine Liste, Schlüssel, Programme, Übungsersatz und
// Ausprobieren.

const list = {
  'tool.list': 'Werkzeuge dieses Ablaufs',
  'tool.list.meta': '{kind} · {effect}',
  'tool.list.problems': '{n|1 Sache|{n} Sachen} anzusehen',
  'tool.list.servers': 'Programme und Adressen',
  'tool.unnamed': 'Noch ohne Namen',
  'tool.add': 'Werkzeug hinzufügen',
  'tool.add.title': 'Was für ein Werkzeug?',
  'tool.add.sub':
    'Durch das Hinzufügen tut es nichts. Was es darf, steht auf seiner Karte, und die setzen Sie in Kraft.',
  'tool.none.title': 'Dieses Werkzeug ist nicht mehr da',
  'tool.none.text': 'Wählen Sie links ein anderes, oder fügen Sie eines hinzu.',
  'tool.kind.http': 'Webadresse',
  'tool.kind.http.help': 'Ein Dienst im Web wird gefragt, oder es wird ihm etwas gesagt.',
  'tool.kind.mail_send': 'Mailkonto, Senden',
  'tool.kind.mail_send.help': 'Sendet Mails an die Personen, die Sie nennen.',
  'tool.kind.mail_read': 'Mailkonto, Lesen',
  'tool.kind.mail_read.help': 'Liest Mails eines Kontos. Darin wird nichts geändert.',
  'tool.kind.mcp': 'Werkzeug eines anderen Programms',
  'tool.kind.mcp_program': 'Programm auf diesem Computer (MCP)',
  'tool.kind.mcp_program.help':
    'Werkzeuge, die ein anderes Programm mitbringt. Vorher sehen Sie, was gestartet wird.',
  'tool.kind.mcp_address': 'Adresse mit Werkzeugen (MCP)',
  'tool.kind.mcp_address.help': 'Werkzeuge, die jemand im Web unter einer Adresse anbietet.',
  'tool.kind.folder': 'Ordner, Lesen',
  'tool.kind.folder.help': 'Liest die Dateien eines Ordners samt ihren Worten.',
  'tool.kind.files': 'Ordner, Dateien',
  'tool.kind.files.help': 'Listet, liest, schreibt oder verschiebt Dateien in einem Ordner.',
  'tool.kind.sql': 'Tabellendatei',
  'tool.kind.sql.help': 'Sucht oder ändert Zeilen in einer SQLite-Datei.',
  'tool.kind.knowledge': 'Wissensordner',
  'tool.kind.knowledge.help': 'Findet in Ihren Dokumenten die Stellen, die von etwas sprechen.',
  'tool.kind.practice': 'Übungswerkzeug',
  'tool.kind.practice.help':
    'Wird nur gespielt: Es antwortet, was Sie aufschreiben, und berührt nichts.',
  'tool.kind.mail_parse': 'Mailleser',
  'tool.kind.mail_parse.help': 'Zerlegt eine vorliegende Mail: wer, worüber, die Worte.',
  'tool.more': 'Mehr zu „{tool}“',
  'tool.remove': 'Dieses Werkzeug entfernen',
  'tool.copy': 'In einen anderen Ablauf kopieren …',
  'tool.copy.title': '„{tool}“ in einen anderen Ablauf kopieren',
  'tool.copy.text':
    'Seine Karte, sein Übungsersatz und das Programm, zu dem es gehört, werden kopiert und sind dort sofort in Kraft. Noch verwendet es dort kein Schritt. Schlüssel gehören dem Arbeitsbereich und werden nicht kopiert.',
  'tool.copy.into': 'Ablauf',
  'tool.copy.do': 'Werkzeug kopieren',
  'tool.copy.close': 'Schließen',
  'tool.copy.done': '„{tool}“ ist jetzt in „{workflow}“.',
  'tool.copy.go': 'Seine Werkzeuge zeigen',
  'tool.copy.conflict':
    'Die Werkzeuge dieses Ablaufs werden gerade geändert. Nichts wurde kopiert; versuchen Sie es noch einmal.',
  'tool.used_by': 'Verwendet von {list:and}.',
  'tool.unused': 'Noch kein Schritt verwendet es.',
  'tool.risks': 'Was daran riskant ist',
};

/** What can be shown of fields of a new tool. */
const fields = {
  'tool.example': '{label} (Beispiel)',
  'tool.field.to': 'An',
  'tool.field.subject': 'Betreff',
  'tool.field.body': 'Text',
  'tool.field.message_id': 'Nummer der Nachricht',
  'tool.field.since': 'Seit',
  'tool.field.max': 'Höchstens',
  'tool.field.mails': 'Mails',
  'tool.field.mail': 'Mail',
  'tool.field.count': 'Wie viele',
  'tool.field.files': 'Dateien',
  'tool.field.file': 'Datei',
  'tool.field.name': 'Name',
  'tool.field.text': 'Text',
  'tool.field.size': 'Größe',
  'tool.field.type': 'Art',
  'tool.field.id': 'Nummer',
  'tool.field.found': 'Gefunden',
  'tool.field.query': 'Wonach gesucht wird',
  'tool.field.passages': 'Stellen',
  'tool.field.passage': 'Stelle',
  'tool.field.value': 'Was es bekommt',
  'tool.field.answer': 'Antwort',
  'tool.field.raw': 'Die Mail',
  'tool.field.from': 'Von',
  'tool.field.date': 'Tag',
};

const keys = {
  'tool.part.key': 'Schlüssel',
  'tool.keys': 'Schlüssel',
  'tool.keys.meta': 'Passwörter und Zugangsschlüssel',
  'tool.keys.sub':
    'Ein Schlüssel wird einmal eingegeben und nie wieder gezeigt. {where} Er geht nur an die Hosts, für die er eingegeben wurde.',
  'tool.keys.none':
    'Noch keine Schlüssel. Ein Schlüssel wird auf der Seite des Werkzeugs eingegeben, das ihn braucht.',
  'tool.keys.lacking': 'noch nicht eingegeben',
  'tool.key.none': 'Es kommt ohne Schlüssel aus, oder es ist noch keiner eingerichtet.',
  'tool.key.needs': 'Es braucht einen Schlüssel',
  'tool.key.take': 'Einen vorhandenen Schlüssel nehmen',
  'tool.key.name': 'Name des Schlüssels',
  'tool.key.drop': 'Es braucht keinen',
  'tool.key.value': 'Der Schlüssel selbst (Passwort oder Zugangsschlüssel)',
  'tool.key.new_value': 'Der neue Schlüssel',
  'tool.key.hosts': 'Darf nur gehen an',
  'tool.key.hosts.help':
    'An einen anderen Host wird er nie gesendet, was immer auf der Karte eines Werkzeugs steht.',
  'tool.key.keep': 'Schlüssel aufbewahren',
  'tool.key.leave': 'So lassen',
  'tool.key.where.keychain': 'Er liegt im Schlüsselbund dieses Computers.',
  'tool.key.where.file':
    'Er liegt in einer verschlüsselten Datei dieses Arbeitsbereichs; deren eigener Schlüssel liegt nicht auf dieser Platte.',
  'tool.key.where.environment':
    'Dieser Computer hat keinen nutzbaren Schlüsselbund; Schlüssel werden Interlock deshalb beim Start von außen gegeben.',
  'tool.key.environment':
    'Dieser Computer hat keinen Schlüsselbund, der sich benutzen lässt; deshalb wird hier kein Schlüssel aufbewahrt. Geben Sie ihn von außen: Setzen Sie {variable} und {variable}_HOSTS, bevor Interlock startet, oder setzen Sie INTERLOCK_SECRET_KEY, um Schlüssel in einer verschlüsselten Datei aufzubewahren.',
  'tool.key.kept.keychain': 'Liegt im Schlüsselbund dieses Computers.',
  'tool.key.kept.file': 'Liegt in der verschlüsselten Datei dieses Arbeitsbereichs.',
  'tool.key.kept.environment': 'Wurde beim Start von Interlock von außen gegeben.',
  'tool.key.since': 'Seit {when}.',
  'tool.key.goes_to': 'Geht nur an {list:and}.',
  'tool.key.used_by': 'Verwendet von {list:and}.',
  'tool.key.use': '„{tool}“ in „{workflow}“',
  'tool.key.unused': 'Nichts verwendet ihn.',
  'tool.key.replace': 'Ersetzen',
  'tool.key.forget': 'Vergessen',
  'tool.key.forget.sure': 'Endgültig vergessen',
  'tool.key.forget.help':
    'Von hier kann er nicht zurückgeholt werden. Was ihn verwendet, scheitert mit einem Satz, bis wieder ein Schlüssel eingegeben ist.',
  'tool.key.not_for':
    'Dieser Schlüssel darf nicht gehen an {list:and}. Ersetzen Sie ihn, um das zu erlauben; sonst scheitert der Aufruf, bevor etwas gesendet wird.',
};

const servers = {
  'tool.server.kind.program': 'Programm auf diesem Computer',
  'tool.server.kind.address': 'Adresse im Web',
  'tool.server.remove': 'Entfernen',
  'tool.server.words': 'Was es ist',
  'tool.server.command': 'Befehl',
  'tool.server.command.help':
    'Ein Programm mit seinem Namen oder seinem ganzen Pfad. Es wird keine Shell benutzt.',
  'tool.server.command.placeholder': 'mail-werkzeuge',
  'tool.server.args': 'Angaben, eine nach der anderen',
  'tool.server.args.help':
    'Jede wird weitergegeben, wie sie dasteht; tippen Sie eine und drücken Sie Enter.',
  'tool.server.env': 'Was es von der Umgebung sehen darf',
  'tool.server.env.help':
    'Nur Namen, etwa MAIL_KEY. Ihre Werte sind Ihre Schlüssel gleichen Namens oder die dieses Computers.',
  'tool.server.address': 'Adresse',
  'tool.server.address.help': 'Die Adresse, die der Anbieter für MCP nennt.',
  'tool.server.consent': 'Ihre Zustimmung',
  'tool.server.force_first':
    'Setzen Sie es zuerst in Kraft. Dadurch startet nichts: Danach sehen Sie, was genau gestartet würde, und stimmen zu oder nicht.',
  'tool.server.exactly': 'Genau das würde gestartet',
  'tool.server.asks.program':
    'Noch niemand auf diesem Computer hat zugestimmt, es zu starten. Lesen Sie jede Zeile: Nichts anderes wird gestartet.',
  'tool.server.asks.address':
    'Noch niemand auf diesem Computer hat zugestimmt, damit zu sprechen. Lesen Sie jede Zeile: Mit nichts anderem wird gesprochen.',
  'tool.server.agreed.program':
    'Jemand hat zugestimmt, genau dies zu starten. Jedes geänderte Wort fragt von neuem.',
  'tool.server.agreed.address':
    'Jemand hat zugestimmt, mit genau diesem zu sprechen. Jedes geänderte Wort fragt von neuem.',
  'tool.server.agree.program': 'Zustimmen, genau dies zu starten',
  'tool.server.agree.address': 'Zustimmen, mit genau diesem zu sprechen',
  'tool.server.withdraw': 'Zustimmung zurücknehmen',
  'tool.server.tools': 'Seine Werkzeuge',
  'tool.server.look': 'Seine Werkzeuge ansehen',
  'tool.server.look.again': 'Noch einmal ansehen',
  'tool.server.look.help':
    'Es wird gestartet und nach seinen Werkzeugen gefragt, sonst nichts. Keines davon wird aufgerufen.',
  'tool.server.agree_tools': '{n|Diesem Werkzeug|Diesen {n} Werkzeugen} zustimmen, wie gezeigt',
  'tool.server.state.agreed': 'zugestimmt',
  'tool.server.state.new': 'hat noch niemand gelesen',
  'tool.server.state.changed': 'geändert, seit Sie zugestimmt haben',
  'tool.server.state.gone': 'nicht mehr da',
  'tool.server.used': 'hat eine Karte',
  'tool.server.add': 'Als Werkzeug hinzufügen',
  'tool.server.says': 'Es sagt: „{text}“',
  'tool.server.claims': 'Es behauptet von sich: {list:and}. Niemand hat das geprüft.',
};

const doubles = {
  'tool.part.double': 'Sein Übungsersatz',
  'tool.double.note': 'antwortet an seiner Stelle, wann immer Sie üben',
  'tool.double.answer': 'Antwort {n}',
  'tool.double.else': 'wenn nichts darüber passt',
  'tool.double.when': 'Nur wenn …',
  'tool.double.remove': 'Antwort {n} entfernen',
  'tool.double.add': 'Antwort hinzufügen',
  'tool.double.fails': 'Es scheitert',
  'tool.double.fails.message': 'Der Dienst antwortet nicht.',
  'tool.double.says': 'Was es sagt, wenn es scheitert',
  'tool.double.placeholder': 'Feste Worte oder {example}',
  'tool.double.leaves':
    'Es hinterlässt auch {n|1 Spur|{n} Spuren} in der Übungswelt. Dieser Teil bleibt, wie er ist.',
  'tool.double.none.http':
    'Ohne Übungsersatz scheitert es, wenn Sie üben: Dann geht nichts nach außen.',
  'tool.double.none.mail_send':
    'Ohne Übungsersatz scheitert es, wenn Sie üben: Dann geht nichts nach außen.',
  'tool.double.none.mail_read':
    'Ohne Übungsersatz scheitert es, wenn Sie üben: Dann geht nichts nach außen.',
  'tool.double.none.mcp':
    'Ohne Übungsersatz scheitert es, wenn Sie üben: Dann wird kein Programm gestartet.',
  'tool.double.none.files':
    'Ohne Übungsersatz scheitert es, wenn Sie üben, außer es liest nur: Dann wird nichts geändert.',
  'tool.double.none.sql':
    'Ohne Übungsersatz scheitert es, wenn Sie üben, außer es liest nur: Dann wird nichts geändert.',
  'tool.double.none.folder':
    'Ohne Übungsersatz liest es den wirklichen Ordner, auch wenn Sie üben.',
  'tool.double.none.knowledge':
    'Ohne Übungsersatz durchsucht es den wirklichen Ordner, auch wenn Sie üben.',
  'tool.double.none.mail_parse':
    'Ohne Übungsersatz tut es seine wirkliche Arbeit, die nichts berührt.',
  'tool.double.none.practice':
    'Ohne Antwort scheitert es: Ein Übungswerkzeug ist nichts als seine Antworten.',
};

const trying = {
  'tool.part.try': 'Ausprobieren',
  'tool.try.note': 'durch Ansehen wird nichts aufgerufen',
  'tool.try.run_name': 'Versuch: {tool}',
  'tool.try.exactly': 'Genau das würde gesendet',
  'tool.try.nothing': 'Nichts: Es braucht keine Angaben.',
  'tool.try.key': 'der Schlüssel „{secret}“, der nicht gezeigt wird',
  'tool.try.part.address': 'Adresse',
  'tool.try.part.header': 'Kopfzeile',
  'tool.try.part.key': 'Schlüssel',
  'tool.try.part.body': 'Text',
  'tool.try.part.place': 'Bei',
  'tool.try.part.from': 'Von',
  'tool.try.part.to': 'An',
  'tool.try.part.cc': 'Kopie an',
  'tool.try.part.bcc': 'Blindkopie an',
  'tool.try.part.subject': 'Betreff',
  'tool.try.part.folder': 'Ordner',
  'tool.try.part.doing': 'Tut',
  'tool.try.part.file': 'Datei',
  'tool.try.part.statement': 'Fragt die Tabelle',
  'tool.try.part.argument': 'Bekommt',
  'tool.try.double': 'Sein Übungsersatz antwortet',
  'tool.try.leaves':
    'In einem Übungslauf hinterließe es auch {n|1 Zeile|{n} Zeilen} in {list:and}. Jetzt blieb nichts zurück.',
  'tool.try.mail': 'Und eine Mail an {to}: „{subject}“.',
  'tool.try.real': 'Wirklich fragen …',
  'tool.try.real.not_in_force': 'Setzen Sie es zuerst in Kraft; dann kann es gefragt werden.',
  'tool.try.real.never':
    'Es ändert draußen etwas; deshalb wird es nie nur zum Ausprobieren aufgerufen. In einem Lauf entscheiden seine Regeln und Freigaben.',
  'tool.try.real.title': '„{tool}“ wirklich fragen?',
  'tool.try.real.text':
    'Das verlässt die Übung: Genau was hier steht, wird einmal gesendet. Es liest nur. Der Aufruf wird als eigener Lauf aufgezeichnet, unter Ihren Regeln und Grenzen.',
  'tool.try.real.yes': 'Jetzt fragen',
  'tool.try.real.no': 'Lassen',
  'tool.try.real.answer': 'Es hat geantwortet',
  'tool.try.asking': 'Es wird gefragt …',
  'tool.try.run': 'Den Lauf zeigen',
  'tool.try.waits': 'Es wartet auf jemanden. Der Lauf sagt, auf wen und warum.',
  'tools.only_reads':
    '„{tool}“ ändert draußen etwas. Nichts wurde aufgerufen: Nur Werkzeuge, die lesen, lassen sich wirklich ausprobieren.',
  'tools.not_in_force':
    'Dieses Werkzeug ist nicht in Kraft. Nichts wurde aufgerufen; setzen Sie es zuerst in Kraft.',
  'tools.not_linked':
    '„{tool}“ kam mit einem fremden Ablauf und ist nicht verbunden. Nichts wurde aufgerufen; verbinden Sie es zuerst.',
};

const linking = {
  'link.title': 'Noch nicht verbunden.',
  'link.text':
    'Es kam mit einem fremden Ablauf. Bis Sie es verbinden, wird es nur gespielt und nie aufgerufen{n|. Es ist das letzte.|; {n} Werkzeuge warten so.}',
  'link.hosts': 'Es spräche mit {list:and}.',
  'link.place': 'Es arbeitete in „{place}“ auf diesem Computer.',
  'link.effect.none': 'Es ändert nichts.',
  'link.effect.read': 'Es liest nur.',
  'link.effect.write': 'Es schreibt etwas nach draußen.',
  'link.effect.irreversible': 'Was es tut, kann nicht zurückgenommen werden.',
  'link.effect.spend': 'Es bewegt Geld.',
  'link.key': 'Es verwendet den Schlüssel „{secret}“.',
  'link.wrong': '{n|1 Sache ist|{n} Sachen sind} auf seiner Karte nicht fertig.',
  'link.open': 'noch offen',
  'link.steps': 'Durch das Verbinden bekommen es zurück: {list:and}.',
  'link.do': 'Dieses Werkzeug verbinden',
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
