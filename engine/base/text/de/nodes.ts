// German sentences: steps. Keys are codes; see say.ts for the placeholders.
// `node.<type>.title|sentence|live…|port.<id>|setting.<path>[.help|.placeholder]`, `way.<name>` for
// ways out named by their bounds, `operation.<name>` for what *Shape data* can do.

import { agent, expect } from './nodes-shared.ts';
import { severalCalls } from './nodes-several.ts';

const show = (type: string): Record<string, string> => ({
  [`node.${type}.setting.show`]: 'Angaben auf der Karte',
  [`node.${type}.setting.show.help`]: 'Was die Person sehen muss, in der Reihenfolge des Lesens.',
  [`node.${type}.setting.show.label`]: 'Beschriftung',
  [`node.${type}.setting.show.value`]: 'Wert',
  [`node.${type}.setting.show.field`]: 'Geschrieben als',
});

const person = (type: string): Record<string, string> => ({
  [`node.${type}.setting.ask`]: 'Wer gefragt wird',
  [`node.${type}.setting.ask.help`]: 'Eine Person oder eine Rolle wie „manager“.',
  [`node.${type}.setting.title`]: 'Was gefragt wird',
});

const deadline = (type: string): Record<string, string> => ({
  [`node.${type}.setting.withinMs`]: 'Antwort innerhalb von',
  [`node.${type}.setting.withinMs.help`]:
    'Danach geht der Schritt über „Keine Antwort“ hinaus. Leer: Er wartet.',
  [`node.${type}.port.timeout`]: 'Keine Antwort',
});

const startAndEnd = {
  'node.start.title': 'Anfang',
  'node.start.sentence': 'Hier beginnt ein Lauf, mit dem, wonach das Formular fragt.',
  'node.start.live': 'Beginnt mit dem, wonach das Formular fragt.',
  'node.start.port.ok': 'Beginn',
  'node.end.title': 'Ende',
  'node.end.sentence': 'Sagt, wie der Lauf ausging und was er zurückgibt.',
  'node.end.live.done': 'Beendet den Lauf: fertig.',
  'node.end.live.refused': 'Beendet den Lauf: abgelehnt.',
  'node.end.live.does_not_know': 'Beendet den Lauf: weiß es nicht.',
  'node.end.setting.outcome': 'Wie es ausging',
  'node.end.setting.outcome.help': 'Fertig, abgelehnt oder „weiß es nicht“.',
  'node.end.setting.output': 'Was er zurückgibt',
  'node.end.setting.output.help': 'Werte aus früheren Schritten.',
  'node.end.setting.output.message': 'Satz, der am Ende gezeigt wird',
  'node.end.setting.output.message.placeholder': 'Automatisch bezahlt.',
};

const agents = {
  ...agent('classify'),
  'node.classify.title': 'Einordnen',
  'node.classify.sentence': 'Ordnet einen Text in genau eine Ihrer Kategorien ein.',
  'node.classify.live': 'Ordnet ein in: {categories}.',
  'node.classify.port.ok': 'Eingeordnet',
  'node.classify.setting.text': 'Was er liest',
  'node.classify.setting.instructions': 'Was zu beachten ist',
  'node.classify.setting.instructions.placeholder': 'Nach Zweck, Kategorie und Datum beurteilen.',
  'node.classify.setting.categories': 'Kategorien',
  'node.classify.setting.categories.help':
    'Die Beschreibung entscheidet: Sagen Sie, was hineingehört und was nicht.',
  'node.classify.setting.categories.id': 'Kurzname',
  'node.classify.setting.categories.name': 'Name',
  'node.classify.setting.categories.description': 'Gehört hierher, wenn',
  'node.classify.setting.ways': 'Ein Ausgang für jede Kategorie',
  'node.classify.setting.ways.help':
    'Aus: ein Ausgang, und spätere Schritte sehen die Kategorie an.',
  ...agent('extract'),
  'node.extract.title': 'Auslesen',
  'node.extract.sentence': 'Liest benannte Felder aus einem Text.',
  'node.extract.live': 'Findet {fields}.',
  'node.extract.port.ok': 'Gefunden',
  'node.extract.setting.text': 'Was er liest',
  'node.extract.setting.instructions': 'Was zu beachten ist',
  'node.extract.setting.fields': 'Zu findende Felder',
  'node.extract.setting.fields.help':
    'Fehlt ein Pflichtfeld, geht der Schritt über „Unsicher“ hinaus.',
  ...agent('draft'),
  'node.draft.title': 'Entwerfen',
  'node.draft.sentence': 'Schreibt einen Text nach Ihren Anweisungen und Daten. Er sendet nichts.',
  'node.draft.live': 'Schreibt einen Text. Er sendet nichts.',
  'node.draft.port.ok': 'Geschrieben',
  'node.draft.setting.instructions': 'Was zu schreiben ist',
  'node.draft.setting.instructions.placeholder':
    'Begrüßen Sie die Kundin mit Namen, und sagen Sie, was als Nächstes geschieht.',
  'node.draft.setting.data': 'Was er benutzen darf',
  'node.draft.setting.fields': 'Teile des Texts',
  'node.draft.setting.fields.help': 'Leer: ein Text. Oder nennen Sie Teile, etwa Betreff und Text.',
  ...agent('decide'),
  'node.decide.title': 'Entscheiden',
  'node.decide.sentence':
    'Beantwortet eine Frage nach einer geschriebenen Regel, mit einer Ihrer Möglichkeiten.',
  'node.decide.live': 'Entscheidet zwischen: {options}.',
  'node.decide.setting.question': 'Frage',
  'node.decide.setting.rule': 'Die Regel, nach der er sich richtet',
  'node.decide.setting.rule.placeholder': 'Ein Antrag ohne Beleg wird zurückgegeben.',
  'node.decide.setting.data': 'Was er ansieht',
  'node.decide.setting.options': 'Möglichkeiten',
  'node.decide.setting.options.help': 'Jede Möglichkeit ist ein Ausgang.',
  'node.decide.setting.options.id': 'Kurzname',
  'node.decide.setting.options.name': 'Name',
  'node.decide.setting.options.description': 'Richtig, wenn',
};

const tools = {
  'node.call_tool.title': 'Werkzeug aufrufen',
  'node.call_tool.sentence':
    'Ruft ein Werkzeug mit Werten aus dem Lauf auf. Kein Modell wird gefragt.',
  'node.call_tool.live': 'Ruft {tool} auf, einmal.',
  'node.call_tool.port.ok': 'Fertig',
  'node.call_tool.port.error': 'Misslungen',
  'node.call_tool.setting.tool': 'Werkzeug',
  'node.call_tool.setting.tool.help': 'Seine Karte sagt, was es darf und wer es erlaubt.',
  'node.call_tool.setting.args': 'Was ihm gegeben wird',
  'node.call_tool.setting.expect': 'Wann seine Antwort zählt',
  'node.call_tool.setting.expect.help':
    'Eine Antwort, die alt oder unvollständig ist oder jemand anderen betrifft, wird nicht benutzt.',
  ...expect('node.call_tool.setting.expect.'),
};

const gates = {
  'node.condition.title': 'Bedingung',
  'node.condition.sentence': 'Wählt den Weg, indem sie Werte ansieht. Kein Modell wird gefragt.',
  'node.condition.live': 'Wählt einen von {n} Wegen.',
  'node.condition.port.otherwise': 'Sonst',
  'node.condition.setting.cases': 'Ausgänge',
  'node.condition.setting.cases.help':
    'Von oben nach unten geprüft; der erste passende wird genommen.',
  'node.condition.setting.cases.port': 'Kurzname',
  'node.condition.setting.cases.label': 'Name am Pfeil',
  'node.condition.setting.cases.label.help':
    'Leer: nach seinen Grenzen benannt, etwa „Unter 500 $“.',
  'node.condition.setting.cases.when': 'Wenn',
  'node.condition.setting.cases.says': 'Was er sagt',
  'node.condition.setting.cases.says.help':
    'Ein Satz, den spätere Schritte zeigen können, etwa warum dieser Weg genommen wurde.',
  'node.condition.setting.otherwise': 'In jedem anderen Fall',
  'node.condition.setting.otherwise.label': 'Name am Pfeil',
  'node.condition.setting.otherwise.says': 'Was er sagt',
  'node.condition.setting.currency': 'Beträge sind in',
  'node.budget_check.title': 'Budgetprüfung',
  'node.budget_check.sentence':
    'Geht nur weiter, solange der Lauf weniger verbraucht hat, als Sie sagen.',
  'node.budget_check.live':
    'Geht weiter, solange {n|eine Grenze|{n} Grenzen} eingehalten {n|ist|sind}.',
  'node.budget_check.port.ok': 'Genug übrig',
  'node.budget_check.port.over': 'Verbraucht',
  'node.budget_check.setting.costUsd': 'Kosten, höchstens',
  'node.budget_check.setting.modelCalls': 'Modellaufrufe, höchstens',
  'node.budget_check.setting.toolCalls': 'Werkzeugaufrufe, höchstens',
  'node.budget_check.setting.tokens': 'Token, höchstens',
  'node.budget_check.setting.minutes': 'Minuten Arbeit, höchstens',
  'node.budget_check.setting.minutes.help': 'Warten auf Menschen zählt nicht.',
  'node.confidence_check.title': 'Sicherheitsprüfung',
  'node.confidence_check.sentence': 'Geht nur weiter, wenn ein früherer Schritt sicher genug war.',
  'node.confidence_check.live': 'Geht ab {percent} % Sicherheit weiter.',
  'node.confidence_check.port.ok': 'Sicher genug',
  'node.confidence_check.port.low': 'Nicht sicher genug',
  'node.confidence_check.setting.of': 'Wie sicher war',
  'node.confidence_check.setting.of.help': 'Die Sicherheit eines früheren Schritts.',
  'node.confidence_check.setting.atLeast': 'Mindestens',
  'node.confidence_check.setting.accept': 'Was zählt',
  'node.confidence_check.setting.accept.help':
    'Das eigene Wort eines Modells ist schwach. Vor etwas, das nicht rückgängig zu machen ist, zählt es nie allein.',
  'node.check_result.title': 'Ergebnis prüfen',
  'node.check_result.sentence': 'Sieht eine Antwort an, bevor etwas darauf aufbaut.',
  'node.check_result.live': 'Macht {n|eine Prüfung|{n} Prüfungen}, bevor es weitergeht.',
  'node.check_result.port.ok': 'Wie es sein soll',
  'node.check_result.port.failed': 'Nicht wie es sein soll',
  'node.check_result.setting.value': 'Was geprüft wird',
  'node.check_result.setting.step': 'Wessen Antwort es ist',
  'node.check_result.setting.step.help':
    'Der Schritt, dessen Quelle sagt, wann die Antwort zutraf.',
  'node.check_result.setting.called': 'Wie es heißen soll',
  'node.check_result.setting.called.placeholder': 'Die Adresse',
  ...expect('node.check_result.setting.'),
};

const people = {
  ...person('approval'),
  ...show('approval'),
  ...deadline('approval'),
  'node.approval.title': 'Freigabe',
  'node.approval.sentence':
    'Ein Mensch stimmt zu, lehnt ab oder gibt zurück, bevor etwas geschieht.',
  'node.approval.live': 'Bittet {ask} um Freigabe.',
  'node.approval.port.approved': 'Freigegeben',
  'node.approval.port.refused': 'Abgelehnt',
  'node.approval.port.sent_back': 'Zurückgegeben',
  'node.approval.setting.title.placeholder': 'Diesen Antrag bezahlen?',
  'node.approval.setting.fields': 'Was geändert werden darf',
  'node.approval.setting.fields.help':
    'Die Person darf dies vor der Freigabe berichtigen. Spätere Schritte benutzen, was freigegeben wurde.',
  'node.approval.setting.fields.field': 'Feld',
  'node.approval.setting.fields.value': 'Vorgeschlagen',
  'node.approval.setting.recommend': 'Empfehlung',
  'node.approval.setting.recommend.help':
    'Die erste passende wird als Rat gezeigt, mit ihrem Grund. Die Person entscheidet.',
  'node.approval.setting.recommend.when': 'Wenn',
  'node.approval.setting.recommend.choice': 'Geraten wird',
  'node.approval.setting.recommend.reason': 'Weil',
  'node.approval.setting.recommend.confidence': 'Wie sicher',
  'node.approval.setting.covers': 'Was die Entscheidung erlaubt',
  'node.approval.setting.covers.help':
    'Leer: jeder Schritt, der etwas ändert, bis zur nächsten Freigabe.',
  'node.approval.setting.quorum': 'Mehrere müssen zustimmen',
  'node.approval.setting.quorum.help':
    'Verschiedene Personen. Abgelehnt ist es, sobald genug von ihnen nicht mehr zustimmen können.',
  'node.approval.setting.quorum.of': 'Wer gefragt wird',
  'node.approval.setting.quorum.need': 'Wie viele zustimmen müssen',
  'node.approval.setting.escalate': 'Wenn niemand antwortet',
  'node.approval.setting.escalate.help':
    'Wer als Nächstes gefragt wird und wann. Die erste Antwort zählt.',
  'node.approval.setting.escalate.to': 'Dann fragen',
  'node.approval.setting.escalate.afterMs': 'Nach',
  'node.approval.setting.allowSelf': 'Wer den Lauf gestartet hat, darf entscheiden',
  ...person('question'),
  ...show('question'),
  ...deadline('question'),
  'node.question.title': 'Frage',
  'node.question.sentence': 'Ein Mensch trägt ein, was der Lauf nicht herausfinden kann.',
  'node.question.live': 'Fragt {ask} nach {fields}.',
  'node.question.port.answered': 'Beantwortet',
  'node.question.setting.title.placeholder': 'Welche Kundin ist das?',
  'node.question.setting.fields': 'Wonach gefragt wird',
  'node.question.setting.fields.field': 'Feld',
  'node.question.setting.fields.value': 'Vorgeschlagen',
  ...person('escalate'),
  ...show('escalate'),
  'node.escalate.title': 'Weiterreichen',
  'node.escalate.sentence': 'Gibt eine Störung an die verantwortliche Person und wartet.',
  'node.escalate.live': 'Gibt die Störung an {ask}.',
  'node.escalate.port.handled': 'Erledigt',
  'node.escalate.setting.title.placeholder': 'Diese Kundin ließ sich nicht anlegen',
  'node.ask_owner.title': 'Verantwortliche fragen',
  'node.ask_owner.sentence':
    'Wo ein Problem keinen eigenen Pfeil hat, wird die verantwortliche Person gefragt.',
  'node.ask_owner.live': 'Fragt die verantwortliche Person, wenn „{step}“ ein Problem hat.',
  'node.ask_owner.port.retry': 'Noch einmal versuchen',
  'node.ask_owner.port.go_on': 'Weitermachen',
  'node.ask_owner.port.stop': 'Stoppen',
  'node.ask_owner.setting.step': 'Schritt',
  'node.ask_owner.setting.name': 'Name des Schritts',
  'node.ask_owner.setting.port': 'Ausgang',
  'node.ask_owner.setting.fields': 'Was zum Weitermachen nötig ist',
};

const flow = {
  'node.parallel.title': 'Nebeneinander',
  'node.parallel.sentence': 'Alles, was von hier gezeichnet ist, läuft nebeneinander.',
  'node.parallel.live': 'Beginnt alles, was von hier gezeichnet ist, nebeneinander.',
  'node.parallel.port.ok': 'Nebeneinander',
  'node.join.title': 'Zusammenführen',
  'node.join.sentence': 'Wartet auf das, was nebeneinander läuft.',
  'node.join.live': 'Wartet auf die Pfeile, die hierher führen.',
  'node.join.port.ok': 'Zusammen',
  'node.loop.title': 'Schleife',
  'node.loop.sentence': 'Wiederholt, was darin liegt, bis es gut ist, nie öfter, als Sie sagen.',
  'node.loop.live': 'Höchstens {n|einmal|{n}-mal}.',
  'node.loop.port.done': 'Fertig',
  'node.loop.port.over': 'Zu oft',
  'node.loop.port.error': 'Misslungen',
  'node.loop.setting.maxRounds': 'Höchstens',
  'node.loop.setting.maxRounds.help': 'Wie oft wiederholt wird, bevor sie aufgibt.',
  'node.loop.setting.until': 'Bis',
  'node.for_each.title': 'Für jedes',
  'node.for_each.sentence': 'Tut, was darin liegt, einmal für jeden Eintrag einer Liste.',
  'node.for_each.live': 'Einmal für jeden Eintrag, {n|einer nach dem anderen|{n} auf einmal}.',
  'node.for_each.port.ok': 'Alle fertig',
  'node.for_each.port.error': 'Misslungen',
  'node.for_each.setting.items': 'Liste',
  'node.for_each.setting.concurrency': 'Auf einmal',
  'node.for_each.setting.concurrency.help': 'Wie viele Einträge gleichzeitig in Arbeit sind.',
  'node.group.title': 'Gruppe',
  'node.group.sentence': 'Ein Raum für Schritte, die zusammengehören.',
  'node.group.live': 'Hält Schritte zusammen; ein Problem darin geht über einen Ausgang hinaus.',
  'node.group.port.ok': 'Fertig',
  'node.group.port.error': 'Misslungen',
  'node.sub_workflow.title': 'Anderer Ablauf',
  'node.sub_workflow.sentence':
    'Lässt einen anderen Ablauf als einen Schritt laufen, innerhalb derselben Grenzen.',
  'node.sub_workflow.live': 'Lässt „{workflow}“ laufen.',
  'node.sub_workflow.port.ok': 'Fertig',
  'node.sub_workflow.port.refused': 'Abgelehnt',
  'node.sub_workflow.port.error': 'Misslungen',
  'node.sub_workflow.setting.workflow': 'Ablauf',
  'node.sub_workflow.setting.input': 'Was ihm gegeben wird',
  'node.wait.title': 'Warten',
  'node.wait.sentence': 'Geht nach einer Zeit weiter. Solange wird nichts aufgehalten.',
  'node.wait.live': 'Geht nach {minutes|einer Minute|{minutes} Minuten} weiter.',
  'node.wait.live.later': 'Geht nach einer Zeit weiter, die erst dann bekannt ist.',
  'node.wait.port.ok': 'Zeit ist um',
  'node.wait.setting.ms': 'Wie lange',
  'node.shape_data.title': 'Daten formen',
  'node.shape_data.sentence':
    'Stellt Werte zusammen: Summen, Anzahlen, Tage, Teile. Kein Modell wird gefragt.',
  'node.shape_data.live': 'Ermittelt {fields}.',
  'node.shape_data.port.ok': 'Bereit',
  'node.shape_data.port.error': 'Misslungen',
  'node.shape_data.setting.fields': 'Werte',
  'node.shape_data.setting.fields.help': 'Jeder wird aus früheren Werten ermittelt.',
  'node.shape_data.setting.fields.id': 'Name',
  'node.shape_data.setting.fields.do': 'Wie',
};

const operations = {
  'operation.set': 'So übernehmen',
  'operation.sum': 'Zusammenzählen',
  'operation.difference': 'Abziehen',
  'operation.count': 'Zählen',
  'operation.round': 'Runden',
  'operation.join': 'Texte verbinden',
  'operation.add_days': 'Tage zu einem Datum zählen',
  'operation.pick': 'Einen Teil nehmen',
  'operation.rename': 'Teile umbenennen',
};

/** Ways out named by their bounds, once for plain numbers and once for money. */
const waysIn = (kind: 'number' | 'money'): Record<string, string> => ({
  [`way.${kind}.under`]: `Unter {to:${kind}}`,
  [`way.${kind}.at_most`]: `Bis {to:${kind}}`,
  [`way.${kind}.between`]: `{from:${kind}}–{to:${kind}}`,
  [`way.${kind}.at_least`]: `Ab {from:${kind}}`,
  [`way.${kind}.above`]: `Über {from:${kind}}`,
  [`way.${kind}.exactly`]: `{to:${kind}}`,
});

export const nodes: Record<string, string> = {
  ...startAndEnd,
  ...agents,
  ...severalCalls,
  ...tools,
  ...gates,
  ...people,
  ...flow,
  ...operations,
  ...waysIn('number'),
  ...waysIn('money'),
};
