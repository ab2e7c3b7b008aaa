// German sentences: trying steps out, kept results, examples, the effect of a change, boundaries.

const trying = {
  'app.command.run_step': 'Diesen Schritt ausführen',
  'app.command.run_here': 'Bis hierher ausführen',
  'app.outline.do.run_step': 'Diesen Schritt ausführen',
  'app.outline.do.run_here': 'Bis hierher ausführen',
  'try.end.here': 'Erprobt',
  'try.end.elsewhere': 'Anderer Weg',
  'try.no_step':
    'Der Schritt „{step}“ steht nicht mehr in der Zeichnung. Es wurde nichts gestartet.',
  'try.nothing_from':
    'Dieser Schritt braucht ein Ergebnis von „{step}“, und es gibt noch keines. Es wurde nichts gestartet.',
  'try.no_item':
    'Dieser Schritt bearbeitet ein Stück aus „{room}“, und noch kein Lauf hatte eines. Es wurde nichts gestartet. Führen Sie stattdessen bis hierher aus.',
  'try.missing':
    'Führen Sie bis hierher aus, oder schreiben Sie ein Ergebnis von Hand. Es fehlt: „{step}“.',
  'try.last': 'Letztes Ergebnis:',
  'try.last.none': 'noch keines',
  'try.kept': 'Behalten',
  'try.panel': 'Ergebnis: „{step}“',
  'try.none':
    'Dieser Schritt wurde noch nicht erprobt. Führen Sie ihn allein aus oder alles bis zu ihm. Es wird geübt: Nichts verlässt diesen Computer.',
  'try.elsewhere':
    'Der Lauf nahm einen anderen Weg und kam nicht an. Ziel: „{step}“. „{at}“ ging weiter über **{way}**. Es ist nichts schiefgegangen. Mit anderen Werten kommt der Lauf hierher.',
  'try.result.empty': 'Er gibt nichts weiter.',
  'try.result.value': 'Wert',
  'try.from.trial': 'Erprobt, {at}',
  'try.from.run': 'Aus dem letzten Lauf, {at}',
  'try.from.kept': 'Aus einem Lauf, {at}',
  'try.from.written': 'Von Hand geschrieben',
  'try.from.recorded': 'aus einem behaltenen Ergebnis beantwortet, nichts wurde aufgerufen',
  'try.given.kept': '„{step}“: was davon behalten wurde.',
  'try.given.run': '„{step}“: wie im letzten Lauf, der es hat.',
  'try.given.nothing': '„{step}“: noch nichts.',
  'try.with': 'Werte des Laufs',
  'try.open_run': 'Lauf öffnen',
  'try.ask.label': 'Bevor etwas geschieht',
  'try.ask.title': '„{tool}“ in der Übungswelt ausführen?',
  'try.ask.practice':
    'Es ist noch nichts geschehen. Wenn Sie zustimmen, geschieht genau das in der Übungswelt. Nichts verlässt diesen Computer.',
  'try.ask.yes': 'In der Übungswelt ausführen',
  'try.ask.no': 'Nicht ausführen',
  'why.test_asks': 'Das ist ein Versuch: Darin wird nichts geändert, wonach niemand gefragt wurde.',
};

const keeping = {
  'try.keep': 'Dieses Ergebnis behalten',
  'try.keep.instead': 'Stattdessen dieses behalten',
  'try.edit': 'Ändern',
  'try.write': 'Ergebnis schreiben',
  'try.forget': 'Nicht länger behalten',
  'try.edit.title': 'Ergebnis: „{step}“',
  'try.edit.way': 'Ausgang',
  'try.edit.wrong': 'Das passt nicht.',
  'try.edit.nothing': 'Dieser Schritt gibt nur seinen Ausgang weiter.',
  'try.edit.line': 'Nur für Versuche.',
  'try.edit.keep': 'Behalten',
  'try.stale.form': 'das Formular',
  'try.stale.own':
    'Dieser Schritt wurde seither geändert. Erproben Sie ihn neu, um zu sehen, was er jetzt antwortet.',
  'try.stale.before':
    'Seither geändert: {names:and}. Erproben Sie den Schritt neu, um zu sehen, was er jetzt antwortet.',
  'try.stale.both':
    'Dieser Schritt wurde seither geändert, außerdem: {names:and}. Erproben Sie ihn neu, um zu sehen, was er jetzt antwortet.',
  'try.list': 'Behaltene Ergebnisse',
  'try.list.help':
    'Versuche nehmen sie, statt die Schritte auszuführen. Ein gewöhnlicher Lauf tut das nie.',
  'try.list.forget': 'Ergebnis nicht länger behalten: „{step}“',
  'try.examples': 'Gespeicherte Beispiele',
  'try.examples.help': 'Neben der Zusage sehen Sie sofort, welche davon anders enden würden.',
  'try.examples.forget': 'Beispiel entfernen: „{name}“',
  'try.example.save': 'Als Beispiel speichern',
  'try.example.saved': 'Als Beispiel gespeichert',
  'try.example.name': 'Name des Beispiels',
  'try.example.help': 'Etwa „Fahrkarte, klein“. Es liegt im Ordner des Ablaufs.',
  'try.example.keep': 'Speichern',
  'try.form.kept':
    '{n|Das behaltene Ergebnis|Die {n} behaltenen Ergebnisse} verwenden: {names:and}',
  'try.answer.recorded':
    'Es wurde aus einem behaltenen Ergebnis beantwortet: Nichts wurde aufgerufen.',
  'try.form.line':
    'Ein Versuch: {n|Ein Schritt wird|{n} Schritte werden} aus Behaltenem beantwortet.',
  'try.run.tag': 'Versuch',
  'try.run.only': 'Versuch: „{step}“',
  'try.run.until': 'Versuch bis: „{step}“',
  'try.run.all': 'Versuch mit behaltenen Ergebnissen',
  'kept.unreadable':
    'Die behaltenen Ergebnisse können nicht gelesen werden: {place}. Es wurde nichts geändert. Reparieren Sie die Datei, oder löschen Sie sie, um neu zu beginnen.',
  'kept.no_result':
    'Der Schritt „{step}“ hat in diesem Lauf kein Ergebnis. Es wurde nichts behalten.',
  'kept.no_example': 'Es gibt kein Beispiel mehr mit dem Namen „{id}“.',
};

const effect = {
  'try.effect.label': 'Was diese Zeichnung geändert hätte',
  'try.effect.examples': '{n|1 von {of} Beispielen endet|{n} von {of} Beispielen enden} anders',
  'try.effect.runs.asks':
    '{n|1 Ihrer letzten {of} Läufe hätte|{n} Ihrer letzten {of} Läufe hätten} gefragt',
  'try.effect.runs.asks_not':
    '{n|1 Ihrer letzten {of} Läufe hätte|{n} Ihrer letzten {of} Läufe hätten} nicht gefragt',
  'try.effect.runs.calls': '{n} Ihrer letzten {of} Läufe {n|wäre|wären} anders',
  'try.effect.runs.ends':
    '{n|1 Ihrer letzten {of} Läufe hätte|{n} Ihrer letzten {of} Läufe hätten} anders geendet',
  'try.effect.runs.other':
    '{n|1 Ihrer letzten {of} Läufe hätte|{n} Ihrer letzten {of} Läufe hätten} einen anderen Weg genommen',
  'try.effect.unknown': '{n} nicht zu sagen',
  'try.effect.of_examples': 'Gespeicherte Beispiele',
  'try.effect.of_runs': 'Letzte Läufe',
  'try.effect.of_unknown': 'Nicht zu sagen',
  'try.effect.run': '{form}, {at}',
  'try.effect.no_end': 'kein Ende',
  'try.effect.one.asks': 'Jemand würde gefragt: „{step}“.',
  'try.effect.one.asks_not': 'Niemand würde mehr gefragt: „{step}“.',
  'try.effect.one.calls': 'Hier würde etwas anderes getan: „{step}“.',
  'try.effect.one.ends': 'Das Ende wäre „{to}“ statt „{from}“.',
  'try.effect.one.unknown.never':
    'Es lief noch nie bis zum Ende. Führen Sie es einmal aus und speichern Sie es neu.',
  'try.effect.one.unknown.model':
    'Nicht zu sagen, ohne das Modell noch einmal zu fragen: „{step}“.',
  'try.effect.one.unknown.tool':
    'Nicht zu sagen, ohne das Werkzeug noch einmal zu verwenden: „{step}“.',
  'try.effect.one.unknown.person': 'Es hängt davon ab, was jemand sagen würde: „{step}“.',
  'try.effect.one.unknown.workflow':
    'Nicht zu sagen, ohne den anderen Ablauf noch einmal auszuführen: „{step}“.',
  'try.effect.one.unknown.time': 'Es hängt von der Zeit ab: „{step}“.',
  'try.effect.one.unknown.too_long': 'Es ist zu lang, um hier verfolgt zu werden.',
  'try.effect.how':
    'Aus Aufgezeichnetem ermittelt: Kein Modell wurde gefragt, nichts wurde aufgerufen. Was ein Mensch geantwortet hat, gilt als gleich geblieben.',
};

const bounds = {
  'bounds.print': 'Seite drucken',
  'bounds.errors':
    'In der Zeichnung muss zuerst etwas in Ordnung gebracht werden. Für eine Zeichnung, die nicht laufen kann, wird nichts zugesagt.',
  'bounds.ways': 'Was er tut',
  'bounds.may': 'Was er darf',
  'bounds.must_ask': 'Wovor er fragen muss',
  'bounds.must_never': 'Was er nie tut',
  'bounds.stops_when': 'Wann er aufhört',
  'bounds.proof': 'Was bewiesen ist',
  'bounds.proof.none': 'Er ändert außerhalb nichts, also gibt es nichts zu beweisen.',
  'bounds.proof.how':
    'Jeder Weg durch die Zeichnung wurde betrachtet, was immer die Bedingungen sagen. Eine Regel kann ändern, wer Regeln ändern darf.',
  'bounds.proof.path': 'Weg ohne einen Menschen: {path}',
  'bounds.remember': 'Was er sich merken darf',
  'bounds.remember.none':
    'Nichts über einen Lauf hinaus: Was ein Lauf erfährt, weiß der nächste nicht.',
  'bounds.record': 'Was er aufzeichnen muss',
  'bounds.record.all':
    'Jeden Schritt: was hineinging, was herauskam, welche Regel es erlaubt hat, wer entschieden hat und was es gekostet hat. Die Aufzeichnung ist versiegelt und kann geprüft werden.',
  'bounds.record.data': 'Er bekommt: {fields:and}.',
  'bounds.most': 'Was er höchstens verbrauchen darf',
  'bounds.most.help':
    'Ein Lauf, nach dem Kleineren aus dem, was die Zeichnung brauchen kann, und den Grenzen unten. Warten auf Menschen zählt nicht als Zeit.',
  'bounds.most.costUsd': 'Kosten',
  'bounds.most.modelCalls': 'Modellaufrufe',
  'bounds.most.toolCalls': 'Werkzeugaufrufe',
  'bounds.most.minutes': 'Arbeit',
  'bounds.most.path': 'Der teuerste Weg: {path}',
  'bounds.most.unknown': 'nicht bekannt, Preis fehlt: {models:and}',
  'bounds.stop': 'Wie er gestoppt wird',
  'bounds.stop.one':
    'Jeder Lauf kann auf seiner eigenen Seite angehalten oder gestoppt werden. Was unterwegs ist, wird aufgezeichnet.',
  'bounds.stop.all':
    '„Alles stoppen“ hält alle Läufe innerhalb von zwei Sekunden an und sagt, was getan wurde, was nicht, und was niemand wissen kann. Ein gestoppter Lauf bleibt gestoppt.',
  'bounds.stop.who': 'Für Vorfälle steht ein: {who}.',
  'bounds.stop.nobody': 'Für Vorfälle ist noch niemand benannt. Benennen Sie unten jemanden.',
  'bounds.effect': 'Wirkung auf Beispiele und Läufe',
  'bounds.effect.none':
    'Nichts würde einen anderen Weg nehmen: {examples|ein gespeichertes Beispiel|{examples} gespeicherte Beispiele}, {runs|ein letzter Lauf|{runs} letzte Läufe}.',
  'bounds.effect.nothing': 'Es ist kein Beispiel gespeichert und noch nichts gelaufen.',
  'bounds.sign.owner': 'Name und Unterschrift, verantwortlich',
  'bounds.sign.approver': 'Name und Unterschrift, Freigaben',
  'proof.all': '{ways|der einzige Weg ist|alle {ways} Wege sind} geprüft',
  'proof.more': 'mehr als {ways} Wege sind geprüft',
  'proof.gates': '**{step}** geschieht nur nach {gates:or}: {checked:said}.',
  'proof.rule_or':
    '**{step}** geschieht nur nach {gates:or} oder wo die Regel „{rules:or}“ es erlaubt.',
  'proof.rule': '**{step}** geschieht nur, wo die Regel „{rules:or}“ es erlaubt.',
  'proof.asked_or':
    '**{step}** fragt vorher {gates:or}. Wo keines davon auf dem Weg lag, wird für diesen einen Aufruf jemand gefragt.',
  'proof.asked':
    'Auf dem Weg zu **{step}** wird niemand gefragt; für jeden Aufruf wird jemand gefragt.',
  'proof.refused_or':
    '**{step}** geschieht nach {gates:or}. Auf jedem anderen Weg wird es abgelehnt, weil keine Regel es erlaubt.',
  'proof.refused':
    '**{step}** wird immer abgelehnt: Niemand wird danach gefragt, und keine Regel erlaubt es.',
};

export const tryOut: Record<string, string> = { ...trying, ...keeping, ...effect, ...bounds };
