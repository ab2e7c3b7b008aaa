// German sentences: with what somebody begins: files that come and go, a guided start, and a drawing
// made of a description.

import { pairs } from '../en/pair.ts';

const files = pairs({
  single_not_one: [
    '„{file}“ ist kein Ablauf von Interlock.',
    'Nichts wurde daraus genommen. Wählen Sie eine Datei, die auf .interlock endet, oder bitten Sie, sie noch einmal zu speichern.',
  ],
});

const draw = {
  'draw.no_model':
    'Es ist kein echtes Modell eingerichtet, und nur ein echtes kann nach einer Beschreibung zeichnen.',
  'draw.no_model.help':
    'Richten Sie eines in den Einstellungen ein, oder beantworten Sie die Fragen: Die brauchen kein Modell.',
  'draw.practising':
    'Der Übungsmodus ist an, also wird nichts gesendet, und nichts kann gezeichnet werden.',
  'draw.practising.help':
    'Schalten Sie den Übungsmodus aus, oder beantworten Sie die Fragen: Die brauchen kein Modell.',
  'draw.does_not_know': 'Das Modell konnte aus dieser Beschreibung keinen Ablauf machen.',
  'draw.does_not_know.help':
    'Nichts wurde gezeichnet. Sagen Sie, was hereinkommt, was damit geschehen soll und wer entscheidet.',
  'draw.nothing': 'Das Modell hat geantwortet, aber in seiner Antwort ist kein Schritt.',
  'draw.nothing.help':
    'Nichts wurde gezeichnet. Sagen Sie in einfachen Worten, was geschehen soll, eins nach dem anderen.',
};

const importing = {
  'import.title': 'Datei importieren',
  'import.line': 'Ein Ablauf, den Ihnen jemand geschickt hat. Er öffnet sich ohne Verbindungen.',
  'import.drop': 'Zum Öffnen fallen lassen',
  'import.drop.line':
    'Ein Ablauf als eine Datei (.interlock). Nichts darin wird ausgeführt; er öffnet sich ohne Verbindungen.',
  'import.not_this':
    '„{name}“ ist kein Ablauf. Dateien von Abläufen enden auf .interlock. Nichts wurde geändert.',
  'import.several':
    'Ein Ablauf nach dem anderen. Nichts wurde geändert; lassen Sie eine einzelne Datei fallen.',
  'import.too_big':
    '„{name}“ ist größer als {mb} MB. Ein Ablauf ist eine Zeichnung; nichts wurde gelesen.',
  'import.unreadable':
    '„{name}“ lässt sich nicht lesen. Vielleicht wurde die Datei inzwischen verschoben. Nichts wurde geändert.',
  'import.failed': 'Nichts wurde importiert. {why}',
  'import.done': '„{name}“ kam aus einer Datei, ohne Verbindungen.',
  'import.done.text':
    'Sehen Sie ihn sich zuerst an. Außerhalb kann er nichts tun, bevor Sie {n|ein Werkzeug|{n} Werkzeuge} verbunden haben, jedes für sich.',
  'import.done.none': 'Sehen Sie ihn sich zuerst an. Er benutzt nichts außerhalb dieses Computers.',
  'import.link': 'Verbinden',
  'import.look': 'Ansehen und verbinden',
  'import.linked': 'Verbunden',
  'import.link.tool': '„{step}“ möchte „{title}“ benutzen',
  'import.link.workflow': '„{step}“ möchte den Ablauf „{title}“ aufrufen',
  'import.link.about': '{class:said} · {effect:said} · {adapter:said}',
  'import.link.missing': 'ist nicht mitgekommen',
  'import.hosts': 'spricht mit {hosts}',
  'import.secrets':
    'Außerdem nötig: {n|der Schlüssel|die Schlüssel} {names}. Schlüssel reisen nie in einer Datei; geben Sie sie unter Werkzeuge ein.',
  'import.allowing':
    '{n|Eine mitgekommene Regel lässt|{n} mitgekommene Regeln lassen} etwas ohne Rückfrage geschehen: {names}. Ansehen lässt sich das unter Regeln.',
  'import.renamed':
    'Ein Ablauf dieser Art ist schon hier, deshalb bekam dieser einen eigenen Namen.',
  'import.close': 'Diese Liste schließen',
  'import.fold': 'Diese Liste einklappen',
  'import.unfold': 'Diese Liste ausklappen',
  'export.save': 'Als Datei speichern',
  'export.saved': '„{name}“ liegt bei Ihren Downloads.',
  'export.left': '„{name}“ wurde ohne {files} gespeichert: Dafür war kein Platz.',
  'start.effect.none': 'ändert nichts',
  'start.effect.read': 'liest nur',
  'start.effect.write': 'schreibt',
  'start.effect.irreversible': 'nicht rückgängig zu machen',
  'start.effect.spend': 'bewegt Geld',
  'start.class.customer_data': 'Kundendaten',
  'start.class.communication': 'Kommunikation',
  'start.class.operational': 'Betrieb',
  'start.class.workflow': 'dieser Ablauf',
  'start.class.money': 'Geld',
  'start.adapter.practice': 'Übungswerkzeug',
  'start.adapter.folder': 'ein Ordner',
  'start.adapter.mail_parse': 'liest Mails',
  'start.adapter.http': 'eine Webadresse',
  'start.adapter.mcp': 'ein anderes Programm',
  'start.adapter.files': 'Dateien',
  'start.adapter.mail_send': 'sendet Mail',
  'start.adapter.mail_read': 'ein Mailkonto',
  'start.adapter.sql': 'eine Tabellendatei',
  'start.adapter.knowledge': 'sucht in einem Ordner',
};

const guided = {
  'start.title': 'Was soll geschehen?',
  'start.line': 'Ein paar einfache Fragen, und ein fertiger Ablauf, Ihren Antworten angepasst.',
  'start.how': 'Wie möchten Sie es sagen?',
  'start.how.questions': 'Ein paar Fragen beantworten',
  'start.how.words': 'Beschreiben',
  'start.words.label': 'Was soll geschehen?',
  'start.words.place':
    'Ein Kunde schreibt, dass etwas zerbrochen ankam. Unter 50 $ wird es erstattet, sonst wird die Teamleitung gefragt.',
  'start.words.help':
    'Was hereinkommt, was damit geschehen soll, wer entscheidet und ab welchem Betrag.',
  'start.words.send':
    '{model} bei {place} zeichnet es. Ihre Worte und die Namen Ihrer Personen werden dorthin gesendet.',
  'start.words.cost': 'Höchstens {cost}.',
  'start.words.cost.unknown':
    'Was es kostet, ist nicht bekannt: Nennen Sie einen Preis für das Modell.',
  'start.words.draw': 'Zeichnen',
  'start.words.drawing': '{model} zeichnet. Sie können es jederzeit abbrechen.',
  'start.words.cancel': 'Abbrechen',
  'start.words.switch': 'Übungsmodus ausschalten',
  'start.words.set_up': 'Ein Modell einrichten',
  'start.words.again': 'Beschreibung ändern',
  'start.words.open': 'Diese Zeichnung öffnen',
  'start.words.offer':
    'Noch ist nichts geöffnet oder gelaufen. Das käme zu einem leeren Ablauf hinzu:',
  'start.words.took': 'Es hat {time} gedauert und {cost} gekostet, mit {n|einer Frage|{n} Fragen}.',
  'start.words.took.unknown':
    'Es hat {time} gedauert, mit {n|einer Frage|{n} Fragen}. Was es gekostet hat, ist nicht bekannt.',
  'start.words.fine': 'Alles in Ordnung damit.',
  'start.words.problems':
    '{n|Ein Punkt bleibt|{n} Punkte bleiben} für Sie; jeder ist in der Zeichnung genannt.',
  'start.words.wish': '„{step}“ ist mit keinem Werkzeug verbunden. Gedacht ist: {wish}',
  'start.words.adds.steps': '{n|ein Schritt|{n} Schritte}',
  'start.words.adds.arrows': '{n|ein Pfeil|{n} Pfeile}',
  'start.words.adds.fields': '{n|ein Feld|{n} Felder} im Formular',
  'start.words.adds.people': '{n|eine Stelle|{n} Stellen}, an denen ein Mensch entscheidet',
  'start.words.opened':
    'Diese Zeichnung hat {model} nach Ihrer Beschreibung gemacht. Nichts ist verbunden.',
  'start.q.what': 'Was kommt herein?',
  'start.q.what.claim': 'Eine Abrechnung oder Rechnung',
  'start.q.what.claim.line': 'Ein Betrag, wofür er war, ein Beleg',
  'start.q.what.document': 'Ein Dokument',
  'start.q.what.document.line': 'Ein Vertrag oder Bericht, dem jemand zustimmen muss',
  'start.q.what.mail': 'Mails in einem Ordner',
  'start.q.what.mail.line': 'Wer geschrieben hat und worüber',
  'start.q.what.customer': 'Eine neue Kundin oder ein neuer Kunde',
  'start.q.what.customer.line': 'Nachschlagen, prüfen und begrüßen',
  'start.q.what.other': 'Etwas anderes',
  'start.q.what.other.line': 'Eine leere Zeichnung oder eine eigene Beschreibung',
  'start.q.happen': 'Was soll geschehen?',
  'start.q.happen.claim.alone': 'Kleine werden von selbst bezahlt, bei größeren wird gefragt',
  'start.q.happen.claim.ask': 'Ein Mensch stimmt jeder einzelnen zu',
  'start.q.happen.document.summary':
    'Prüfen, zusammenfassen, freigeben lassen, allen Bescheid sagen',
  'start.q.happen.document.ask':
    'Dasselbe, und ein Mensch sieht jede Nachricht, bevor sie hinausgeht',
  'start.q.happen.mail.alone': 'Kontakte von selbst ablegen, im Zweifel fragen',
  'start.q.happen.mail.ask': 'Jemanden fragen, bevor etwas abgelegt wird',
  'start.q.happen.customer.alone': 'Konto öffnen, Gespräch buchen, Begrüßung senden',
  'start.q.happen.customer.ask': 'Dasselbe, und ein Mensch sieht die Begrüßung zuerst',
  'start.q.who': 'Wer muss zustimmen?',
  'start.q.who.first': 'Wer stimmt zu',
  'start.q.who.from': 'Ab welchem Betrag',
  'start.q.who.from.help': 'Darunter wird von selbst bezahlt, was der Richtlinie entspricht.',
  'start.q.who.above': 'Über welchem Betrag',
  'start.q.who.second': 'Wer stimmt darüber zu',
  'start.q.who.trouble': 'Wer erfährt von Störungen',
  'start.q.cost': 'Was darf es kosten?',
  'start.q.cost.run': 'Höchstens, für einen Lauf',
  'start.q.cost.minutes': 'Höchstens so viele Minuten Arbeit',
  'start.q.cost.help':
    'An dieser Grenze halten Fragen an Modelle und Aufrufe von Werkzeugen an, und jemand wird gefragt.',
  'start.q.name': 'Wie heißt es?',
  'start.back': 'Zurück',
  'start.next': 'Weiter',
  'start.make': 'Anlegen',
  'start.step': 'Frage {n} von {of}',
  'start.will': 'Was es tun wird',
  'start.will.not_yet': 'Ihre Antworten stehen hier, sobald etwas daraus folgt.',
  'start.wrong.amounts': 'Der zweite Betrag muss größer sein als der erste.',
  'start.wrong.name': 'Ein Ablauf braucht einen Namen.',
  'start.name.claim': 'Abrechnungen',
  'start.name.document': 'Dokumentfreigabe',
  'start.name.mail': 'Mails zu Kontakten',
  'start.name.customer': 'Neue Kundschaft',
  'start.wrong.same':
    'Wählen Sie zwei verschiedene Personen: Die zweite entscheidet, was die erste nicht darf.',
  'start.wrong.limit':
    '{who} darf höchstens {amount} freigeben. Wählen Sie jemand anderen oder einen kleineren Betrag.',
  'start.fitted': 'Aus „{sample}“ gemacht und Ihren Antworten angepasst',
  'start.fitted.text': 'Alles lässt sich zurücknehmen, hier einzeln oder mit Strg+Z.',
  'start.fit.back': 'Zurücknehmen',
  'start.fit.taken': 'Zurückgenommen',
  'start.fit.from': 'Fragt jemanden ab {amount}',
  'start.fit.above': 'Fragt jemand anderen über {amount}',
  'start.fit.always': 'Fragt bei jeder Abrechnung jemanden',
  'start.fit.rules': '{n|Eine Regel folgt|Regeln folgen}: {names:and}',
  'start.fit.ask': 'Bei „{step}“ wird gefragt: {who}',
  'start.fit.owner': '{who} erfährt, wenn etwas schiefgeht',
  'start.fit.cost': 'Höchstens {cost} je Lauf',
  'start.fit.minutes': 'Höchstens {n|eine Minute|{n} Minuten} Arbeit je Lauf',
  'start.fit.gate': '{who} stimmt zu, vor „{step}“',
  'start.fit.gate.name': 'Erst zustimmen?',
  'start.fit.gate.title': 'Weiter mit „{step}“?',
  'start.rule.below': 'Abrechnungen unter {amount} werden von selbst bezahlt',
  'start.rule.from': 'Abrechnungen ab {amount} brauchen einen Menschen',
};

const commandLine = {
  'cli.import.about': 'einen Ablauf, der als eine Datei kam, in den Arbeitsbereich aufnehmen',
  'cli.argument.single': 'eine Datei, die auf .interlock endet',
  'cli.imported': 'Importiert als {slug}. Nichts darin ist gelaufen, und nichts ist verbunden.',
  'cli.imported.link': '{step} möchte {key:said} {value}',
  'cli.imported.tool': 'das Werkzeug',
  'cli.imported.workflow': 'den Ablauf',
  'cli.imported.secrets': 'Nötige Schlüssel: {names}.',
  'cli.imported.allowing': 'Mitgekommene Regeln lassen dies ohne Rückfrage geschehen: {names}.',
  'cli.exported.file': 'Geschrieben nach {file}.',
  'cli.exported.left': 'Aus Platzmangel weggelassen: {names}.',
  'cli.wrong.exists':
    '{file} ist schon da, und nichts wird überschrieben. Nennen Sie eine andere Datei.',
};

export const start: Record<string, string> = {
  ...files,
  ...draw,
  ...importing,
  ...guided,
  ...commandLine,
};
