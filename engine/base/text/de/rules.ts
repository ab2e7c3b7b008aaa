// Deutsche Sätze: Regeln, was in Kraft ist, und Regeln, die an früheren Läufen versucht werden.

/** What rules can look at. */
const facts = {
  'rule.source.call': 'Der Aufruf',
  'rule.source.time': 'Seine Zeit',
  'rule.fact.tool': 'Werkzeug',
  'rule.fact.class': 'Art des Werkzeugs',
  'rule.fact.effect': 'was es ändert',
  'rule.fact.amount': 'der Betrag',
  'rule.fact.step': 'Schritt',
  'rule.fact.workflow': 'Ablauf',
  'rule.fact.mode': 'Übung oder echt',
  'rule.fact.hour': 'die Uhrzeit',
  'rule.fact.weekday': 'Wochentag',
  'rule.fact.origin': '{argument}: woher es kommt',
  'rule.mode.practice': 'eine Übung',
  'rule.mode.real': 'echt',
  'rule.weekday.monday': 'Montag',
  'rule.weekday.tuesday': 'Dienstag',
  'rule.weekday.wednesday': 'Mittwoch',
  'rule.weekday.thursday': 'Donnerstag',
  'rule.weekday.friday': 'Freitag',
  'rule.weekday.saturday': 'Samstag',
  'rule.weekday.sunday': 'Sonntag',
  'rule.origin.untrusted': 'Text von außen',
  'rule.origin.private': 'Vertrauliches',
  'rule.origin.model': 'die Antwort eines Modells',
  'rule.origin.user': 'was eine Person eingegeben hat',
  'rule.origin.input': 'etwas aus dem Formular',
  'rule.origin.workflow': 'etwas aus der Zeichnung selbst',
};

/** Conditions in words. */
const words = {
  'rule.words.tool': '{value} wird verwendet',
  'rule.words.class': 'das Werkzeug ist von der Art {value}',
  'rule.words.effect': 'das Werkzeug {value}',
  'rule.words.step': 'es ist der Schritt {value}',
  'rule.words.workflow': 'es ist der Ablauf {value}',
  'rule.words.mode': 'der Lauf ist {value}',
  'rule.words.weekday': 'es ist {value}',
  'rule.words.origin': '„{field}“ enthält {value}',
  'rule.words.leaf': '{field} {op} {value}',
  'rule.words.bare': '{field} {op}',
  'rule.words.or': '{list:or}',
  'rule.words.quoted': '„{value}“',
  'rule.words.and': '{list:and}',
  'rule.words.either': 'entweder {list:or}',
  'rule.words.group': '({what})',
  'rule.words.not': 'es gilt nicht: {what}',
  'rule.words.never': 'niemals',
  'rule.words.open': '…',
  'rule.words.other': 'das, was in „{field}“ steht',
  'rule.words.unfinished': '…',
};

const sentences = {
  'rule.says.allow': 'Wenn gilt: {when}, dann **geschieht es ohne Rückfrage**.',
  'rule.says.ask': 'Wenn gilt: {when}, dann **wird vorher gefragt: {who}**.',
  'rule.says.deny': 'Wenn gilt: {when}, dann wird es **abgelehnt**.',
  'rule.says.allow.always': '**Jeder Aufruf geschieht ohne Rückfrage**.',
  'rule.says.ask.always': 'Vor jedem Aufruf **wird gefragt: {who}**.',
  'rule.says.deny.always': '**Jeder Aufruf wird abgelehnt**.',
  'rule.ask.default': 'wer für Freigaben zuständig ist',
  'rule.ask.role': 'die Rolle „{role}“',
  'rule.ask.slot.mission': 'wer für den Ablauf zuständig ist',
  'rule.ask.slot.authority': 'wer für seine Werkzeuge zuständig ist',
  'rule.ask.slot.cost': 'wer für seine Kosten zuständig ist',
  'rule.ask.slot.memory': 'wer für das zuständig ist, was er sich merkt',
  'rule.ask.slot.approvals': 'wer für Freigaben zuständig ist',
  'rule.ask.slot.incidents': 'wer für Störungen zuständig ist',
  'rule.ask.slot.judgment': 'wer für sein Urteil zuständig ist',
};

const problems = {
  'rule.problem.no_name':
    'Geben Sie der Regel einen Namen. Er steht auf jeder Karte und in jeder Aufzeichnung.',
  'rule.problem.unfinished':
    'Schließen Sie die Bedingung ab. Vorher kann die Regel nicht in Kraft treten.',
  'rule.problem.no_tool': 'Sie nennt ein Werkzeug, das es nicht gibt. Für dieses gilt sie nie.',
  'rule.problem.nobody': 'Wählen Sie, wer gefragt wird. Niemand hier heißt „{who}“.',
  'rule.problem.never': 'Sie kommt nie an die Reihe: „{rule}“ steht davor und entscheidet zuerst.',
  'rule.problem.all': 'Sie lässt alles geschehen, auch Geld und Mails, ohne jemanden zu fragen.',
};

const table = {
  'rule.table': 'Regeln, die erste passende entscheidet',
  'rule.head.order': 'Reihe',
  'rule.head.when': 'Wann',
  'rule.head.who': 'Wer oder was',
  'rule.head.then': 'Dann',
  'rule.head.decides': 'Zuletzt entschieden',
  'rule.any_who': 'jedes Werkzeug',
  'rule.any_when': 'immer',
  'rule.then.allow': 'Geschieht',
  'rule.then.ask': 'Fragen: {who}',
  'rule.then.deny': 'Abgelehnt',
  'rule.then': 'Dann',
  'rule.then.pick.allow': 'Es geschieht',
  'rule.then.pick.ask': 'Jemand wird gefragt',
  'rule.then.pick.deny': 'Abgelehnt',
  'rule.ask.label': 'Wer gefragt wird',
  'rule.ask.roles': 'Rollen',
  'rule.ask.people': 'Personen',
  'rule.ask.slots': 'Zuständige',
  'rule.name': 'Name der Regel',
  'rule.name.placeholder': 'Ansprüche unter 500 $ zahlen sich von selbst',
  'rule.condition': 'Wann sie gilt',
  'rule.add': 'Regel hinzufügen',
  'rule.new': 'Neue Regel',
  'rule.remove': 'Die Regel „{name}“ entfernen',
  'rule.copy': 'Die Regel „{name}“ kopieren',
  'rule.copy_of': '{name} (Kopie)',
  'rule.open': 'Die Regel „{name}“ ändern',
  'rule.move': '„{name}“ verschieben, Regel {n} von {of}',
  'rule.move.help': 'Pfeil auf und Pfeil ab verschieben sie.',
  'rule.moved': '„{name}“ ist jetzt Regel {n} von {of}.',
  'rule.removed': '„{name}“ ist entfernt. Rückgängig holt sie zurück.',
  'rule.none':
    'Noch keine Regeln. Dann geschieht, was nur liest; was schreibt, wird gefragt; was nicht zurückgenommen werden kann oder Geld bewegt, wird abgelehnt.',
  'rule.rest': 'Alles, wovon keine Regel spricht',
  'rule.rest.then': 'Lesen geschieht · Schreiben wird gefragt · alles andere wird abgelehnt',
  'rule.first':
    'Zuerst {n|kommt 1 Regel|kommen {n} Regeln} des Arbeitsbereichs. Sie gelten für jeden Ablauf.',
  'rule.first.none': 'Der Arbeitsbereich hat keine eigenen Regeln. Sie kämen vor diesen.',
  'rule.first.link': 'Regeln des Arbeitsbereichs',
  'rule.sub.workspace':
    'Diese gelten für jeden Ablauf hier und kommen vor dessen eigenen. Die erste passende entscheidet.',
  'rule.sink.note':
    'Wo Text von außen in {fields:or} steht, wird trotzdem gefragt: Diese Regel sagt nicht, wie er aussehen muss.',
};

const tried = {
  'tried.title': 'An früheren Läufen versucht',
  'tried.none':
    'Noch kein Lauf hat ein Werkzeug aufgerufen, also gibt es nichts, woran diese Regeln versucht werden können.',
  'tried.unfinished':
    'Schließen Sie die oben markierten Regeln ab; dann werden sie an den letzten Läufen versucht.',
  'tried.same':
    '**Nichts würde anders entschieden** ({runs|letzter Lauf|letzte {runs} Läufe}, {n|1 Aufruf|{n} Aufrufe} betrachtet).',
  'tried.change':
    '**{n|1 Aufruf würde|{n} Aufrufe würden} anders entschieden**, von {of|1|{of}} ({runs|letzter Lauf|letzte {runs} Läufe}).',
  'tried.now': 'In Kraft',
  'tried.then': 'Wie hier gezeigt',
  'tried.allow': 'geschehen',
  'tried.ask': 'werden gefragt',
  'tried.deny': 'werden abgelehnt',
  'tried.counts': 'Aufrufe der letzten Läufe, nach dem Wort der Regeln',
  'tried.list': 'Aufrufe, über die anders entschieden würde',
  'tried.head.call': 'Aufruf',
  'tried.head.now': 'In Kraft',
  'tried.head.then': 'Wie hier gezeigt',
  'tried.head.run': 'Lauf',
  'tried.word.allow': 'geschieht',
  'tried.word.ask': 'wird gefragt',
  'tried.word.deny': 'wird abgelehnt',
  'tried.by': 'durch „{rule}“',
  'tried.more': 'Und {n} weitere.',
  'tried.decides': '{n|1 Aufruf|{n} Aufrufe}',
  'tried.show': 'Den Lauf zeigen: {when}',
};

/** What is in force, and what is only drawn. */
const force = {
  'force.same': 'In Kraft, wie gezeigt.',
  'force.changed':
    '**Noch nicht in Kraft.** Läufe richten sich weiter nach dem, was hier vorher stand.',
  'force.changed.so': '**Noch nicht in Kraft.** {so}',
  'force.saving': 'Tritt in Kraft …',
  'force.failed': '**Nicht in Kraft.** {why}',
  'force.put': 'In Kraft setzen',
  'force.blocked': '**Noch nicht in Kraft.** Erst muss fertig sein, was markiert ist.',
  'force.undo': 'Rückgängig',
  'force.redo': 'Wiederholen',
  'force.discard': 'Verwerfen',
  'force.done': 'Jetzt in Kraft. Was strenger wurde, bindet auch laufende Läufe.',
  'force.earlier': 'Früher',
  'force.earlier.none': 'Noch nichts wurde ersetzt.',
  'force.earlier.until': 'Stand bis {when}',
  'force.earlier.brought': 'Als Entwurf zurückgeholt. Er ist noch nicht in Kraft.',
  'force.conflict.title': 'Es wurde inzwischen anderswo geändert',
  'force.conflict.text':
    'Jemand anderes oder ein anderes Programm hat etwas anderes in Kraft gesetzt, seit Sie begonnen haben. Von beidem ist nichts verloren.',
  'force.conflict.theirs': 'Nehmen, was in Kraft ist',
  'force.conflict.yours': 'Mit meinem weitermachen',
  'force.draft': 'Entwurf',
  'authority.no_earlier':
    'Dieser frühere Stand ist nicht mehr aufgehoben. Wählen Sie einen anderen aus der Liste.',
};

export const rules: Record<string, string> = {
  ...facts,
  ...words,
  ...sentences,
  ...problems,
  ...table,
  ...tried,
  ...force,
};
