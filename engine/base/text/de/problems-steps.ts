// German sentences: problems of a drawing. Keys are codes; see say.ts for the placeholders.
// Form: what to do or what is wrong, then in the help what it means otherwise.

import { pairs } from '../en/pair.ts';

const drawing = pairs({
  id_twice: [
    'Zwei Schritte haben dieselbe Kennung „{id}“.',
    'Kennungen müssen im ganzen Ablauf einmalig sein. Ändern Sie eine.',
  ],
  type_unknown: [
    'Der Schritt „{step}“ ist von einer Art ({type}), die dieses Interlock nicht kennt.',
    'Er stammt aus einer neueren Version, oder sein Name ist falsch geschrieben. Ersetzen Sie den Schritt.',
  ],
  type_generated: [
    'Der Schritt „{step}“ ist von einer Art, die nur Interlock selbst hinzufügt.',
    'Entfernen Sie ihn: Bei Problemen ohne Pfeil wird ohnehin die verantwortliche Person gefragt.',
  ],
  not_a_room: [
    'Der Schritt „{step}“ kann keine anderen Schritte enthalten.',
    'Das können nur Schleifen, „Für jedes“ und Gruppen. Verschieben Sie die Schritte hinaus.',
  ],
  room_empty: ['„{step}“ ist leer.', 'Fügen Sie die Schritte hinzu, die hineingehören.'],
  start_missing: ['Fügen Sie einen Anfang hinzu.', 'Ohne ihn kann kein Lauf beginnen.'],
  start_twice: [
    '„{step}“ ist ein zweiter Anfang.',
    'Ein Lauf beginnt an einer Stelle. Entfernen Sie einen davon.',
  ],
  start_entered: [
    'Ein Pfeil führt zum Anfang „{step}“.',
    'Davor kommt nichts. Entfernen Sie den Pfeil.',
  ],
  unreachable: [
    'Verbinden Sie „{step}“: Kein Pfeil führt dorthin.',
    'So würde er gleich zu Beginn von selbst anfangen. Zeichnen Sie einen Pfeil dorthin, oder entfernen Sie ihn.',
  ],
  arrow_lost: [
    'Ein Pfeil von „{from}“ zu „{to}“ hat ein Ende verloren.',
    'Den Schritt gibt es nicht mehr, oder er liegt in einem anderen Raum. Entfernen Sie den Pfeil.',
  ],
  arrow_twice: [
    'Zwei Pfeile führen auf demselben Weg von „{step}“ zu „{to}“.',
    'Einer genügt. Entfernen Sie den anderen.',
  ],
  way_unknown: [
    '„{step}“ hat keinen Ausgang „{way}“ mehr, aber ein Pfeil zu „{to}“ benutzt ihn noch.',
    'Zeichnen Sie den Pfeil von einem Ausgang, den es gibt, oder entfernen Sie ihn.',
  ],
  circle: [
    'Die Pfeile von „{step}“ führen dorthin zurück.',
    'Schritte wiederholt eine Schleife, und die hat immer ein Ende. Setzen Sie sie in eine.',
  ],
  way_open: [
    'Der Ausgang „{way:said}“ von „{step}“ führt nirgendwohin.',
    'Ein Lauf, der ihn nimmt, endet dort ohne Ergebnis. Verbinden Sie ihn.',
  ],
  join_never: [
    '„{step}“ kann nie beginnen: Er wartet auf Pfeile, die einander ausschließen.',
    'Nur einer dieser Wege wird in einem Lauf genommen. Lassen Sie ihn nur auf die warten, die kommen.',
  ],
  field_twice: [
    'Zwei Felder heißen „{id}“.',
    'Nur eines davon ließe sich ausfüllen. Benennen Sie eines um.',
  ],
  choices_missing: [
    '„{label}“ bietet nichts zur Auswahl.',
    'Fügen Sie hinzu, was man wählen kann.',
  ],
});

const settings = pairs({
  setting_missing: [
    '„{setting:said}“ ist in „{step}“ leer.',
    'Füllen Sie es aus. Vorher kann dieser Schritt nicht laufen.',
  ],
  setting_unknown: [
    '„{step}“ hat eine Einstellung „{name}“, die er nicht kennt.',
    'Vielleicht ist sie falsch geschrieben oder gehört zu einer anderen Version. Entfernen Sie sie.',
  ],
  setting_wrong: [
    '„{setting:said}“ in „{step}“ lässt sich nicht lesen.',
    'Wählen oder schreiben Sie es noch einmal.',
  ],
  setting_too_long: [
    '„{setting:said}“ in „{step}“ ist länger als {limit:number} Zeichen.',
    'Kürzen Sie es.',
  ],
  setting_too_large: [
    '„{setting:said}“ in „{step}“ darf höchstens {limit:number} sein.',
    'Verkleinern Sie es.',
  ],
  setting_too_small: [
    '„{setting:said}“ in „{step}“ muss mindestens {limit:number} sein.',
    'Vergrößern Sie es.',
  ],
  setting_too_many: [
    '„{setting:said}“ in „{step}“ hat mehr als {limit:number} Einträge.',
    'Entfernen Sie einige.',
  ],
  setting_too_few: [
    '„{setting:said}“ in „{step}“ braucht mindestens {limit:number} Einträge.',
    'Fügen Sie hinzu, was fehlt.',
  ],
  setting_twice: [
    'In „{step}“ nennt „{setting:said}“ dasselbe zweimal.',
    'Benennen Sie eines um, oder entfernen Sie es.',
  ],
  setting_reserved: [
    'In „{step}“ benutzt „{setting:said}“ einen Namen, der schon etwas bedeutet.',
    'Wählen Sie einen anderen Namen.',
  ],
});

const FILL = 'Vorher kann dieser Schritt nicht laufen.';
/** Settings that are asked for in their own words. */
const missing = pairs({
  'setting_missing.approval.ask': ['Wählen Sie, wer in „{step}“ entscheidet.', FILL],
  'setting_missing.approval.title': ['Schreiben Sie, was in „{step}“ gefragt wird.', FILL],
  'setting_missing.question.ask': ['Wählen Sie, wer in „{step}“ antwortet.', FILL],
  'setting_missing.question.title': ['Schreiben Sie, was in „{step}“ gefragt wird.', FILL],
  'setting_missing.question.fields': [
    'Fügen Sie hinzu, was in „{step}“ beantwortet werden muss.',
    FILL,
  ],
  'setting_missing.escalate.title': ['Schreiben Sie, was die Person in „{step}“ erfährt.', FILL],
  'setting_missing.classify.text': ['Wählen Sie, was „{step}“ liest.', FILL],
  'setting_missing.classify.categories': ['Fügen Sie die Kategorien für „{step}“ hinzu.', FILL],
  'setting_missing.classify.categories.description': [
    'Beschreiben Sie jede Kategorie in „{step}“.',
    'Nur nach der Beschreibung richtet sich der Schritt.',
  ],
  'setting_missing.extract.text': ['Wählen Sie, was „{step}“ liest.', FILL],
  'setting_missing.extract.fields': ['Fügen Sie hinzu, wonach „{step}“ sucht.', FILL],
  'setting_missing.decide.question': ['Schreiben Sie die Frage, die „{step}“ beantwortet.', FILL],
  'setting_missing.decide.rule': ['Schreiben Sie die Regel, nach der „{step}“ entscheidet.', FILL],
  'setting_missing.decide.options': [
    'Fügen Sie die Antworten hinzu, die „{step}“ geben darf.',
    FILL,
  ],
  'setting_missing.call_tool.tool': ['Wählen Sie das Werkzeug, das „{step}“ benutzt.', FILL],
  'setting_missing.condition.cases': ['Fügen Sie „{step}“ einen Fall hinzu.', FILL],
  'setting_missing.condition.cases.when': ['Sagen Sie, wann jeder Fall von „{step}“ gilt.', FILL],
  'setting_missing.confidence_check.of': ['Wählen Sie, wessen Sicherheit „{step}“ ansieht.', FILL],
  'setting_missing.check_result.value': ['Wählen Sie, was „{step}“ prüft.', FILL],
  'setting_missing.shape_data.fields': ['Fügen Sie hinzu, was „{step}“ zusammenstellt.', FILL],
  'setting_missing.loop.until': [
    'Sagen Sie, wann „{step}“ fertig ist.',
    'Sonst würde immer bis zur letzten Runde wiederholt.',
  ],
  'setting_missing.loop.maxRounds': [
    'Sagen Sie, wie oft „{step}“ wiederholen darf.',
    'Eine Schleife hat immer ein Ende.',
  ],
  'setting_missing.for_each.items': ['Wählen Sie die Liste, die „{step}“ durchgeht.', FILL],
  'setting_missing.sub_workflow.workflow': ['Wählen Sie den Ablauf, den „{step}“ startet.', FILL],
  'setting_missing.wait.ms': ['Sagen Sie, wie lange „{step}“ wartet.', FILL],
});

const references = pairs({
  reference_root_unknown: [
    '„{step}“ sieht „{path}“ an, und das lässt sich nicht ansehen.',
    'Wählen Sie den Wert neu aus der Liste.',
  ],
  reference_input_unknown: [
    '„{step}“ sieht die Angabe „{name}“ an, nach der nicht gefragt wird.',
    'Fügen Sie sie zu dem hinzu, wonach der Lauf fragt, oder wählen Sie einen anderen Wert.',
  ],
  reference_step_unknown: [
    '„{step}“ sieht einen Schritt „{id}“ an, den es nicht gibt.',
    'Er wurde entfernt oder umbenannt. Wählen Sie den Wert neu.',
  ],
  reference_looks_at_itself: [
    '„{step}“ sieht das eigene Ergebnis an.',
    'Das gibt es noch nicht. Wählen Sie einen Wert aus einem früheren Schritt.',
  ],
  reference_step_out_of_sight: [
    '„{step}“ sieht „{other}“ an; dieser Schritt liegt in einem anderen Raum.',
    'Von außen ist nur das Ergebnis des ganzen Raums zu sehen.',
  ],
  reference_step_not_before: [
    '„{step}“ sieht „{other}“ an; dieser Schritt kommt nicht davor.',
    'Von dort führt kein Pfeil hierher. Verbinden Sie die beiden, oder wählen Sie einen anderen Wert.',
  ],
  reference_step_part_unknown: [
    '„{step}“ sieht einen Teil von „{other}“ an, den Schritte nicht haben.',
    'Ein Schritt hat ein Ergebnis und den Weg, den er nahm. Wählen Sie den Wert neu.',
  ],
  reference_value_unknown: [
    '„{step}“ sieht „{name}“ an, was „{other}“ nicht liefert.',
    'Wählen Sie einen der Werte, die geliefert werden.',
  ],
  reference_item_part_unknown: [
    '„{step}“ sieht „{name}“ an, was die Einträge der Liste nicht haben.',
    'Wählen Sie einen ihrer Teile.',
  ],
  reference_only_in_each: [
    '„{step}“ sieht den aktuellen Eintrag an, liegt aber nicht in einem „Für jedes“.',
    'Verschieben Sie den Schritt in eines, oder wählen Sie einen anderen Wert.',
  ],
  reference_only_in_loop: [
    '„{step}“ sieht eine frühere Runde an, liegt aber nicht in jener Schleife.',
    'Verschieben Sie den Schritt in die Schleife, oder wählen Sie einen anderen Wert.',
  ],
  reference_may_be_empty: [
    'Sagen Sie, was „{step}“ benutzt, wenn „{what}“ leer bleibt.',
    'Es muss nicht ausgefüllt werden. Geben Sie einen Ersatzwert an, oder machen Sie es zur Pflicht.',
  ],
  reference_may_be_missing: [
    'Sagen Sie, was „{step}“ benutzt, wenn „{other}“ kein „{what}“ liefert.',
    'Vielleicht wird jener Weg nicht genommen oder endet ohne diesen Wert. Geben Sie einen Ersatzwert an.',
  ],
  pattern_unreadable: [
    'Das Muster „{pattern}“ in „{step}“ lässt sich nicht lesen.',
    'Es würde nie passen. Berichtigen Sie es.',
  ],
});

const tools = pairs({
  card_twice: ['Zwei Werkzeuge heißen „{tool}“.', 'Benennen Sie eines in tools.json um.'],
  evidence_unknown: [
    'Die Karte von „{tool}“ verlangt einen Beleg für „{name}“, das dieses Werkzeug nicht nimmt.',
    'So würde nie etwas geprüft. Nennen Sie in tools.json etwas, das ihm gegeben wird.',
  ],
  rule_twice: [
    'Zwei Regeln haben die Kennung „{rule}“.',
    'Die Aufzeichnung eines Laufs nennt Regeln bei ihrer Kennung. Ändern Sie eine.',
  ],
  card_missing: [
    'Das Werkzeug „{tool}“, das „{step}“ benutzt, hat keine Karte.',
    'Ohne Karte hat niemand gesagt, was es darf; deshalb ist es nicht benutzbar. Wählen Sie ein anderes Werkzeug.',
  ],
  argument_missing: [
    'Wählen Sie, was bei „{tool}“ in „{label}“ kommt.',
    '„{step}“ kann ohne das nicht laufen.',
  ],
  argument_missing_mail: ['Wählen Sie, wer es erhält.', '„{label}“ ist in „{step}“ leer.'],
  argument_unknown: [
    '„{tool}“ nimmt nichts mit dem Namen „{name}“.',
    'Entfernen Sie es aus „{step}“.',
  ],
  argument_wrong: [
    'Was „{step}“ an „{tool}“ gibt, passt nicht zu „{label}“.',
    'Der Aufruf würde abgelehnt. Wählen Sie einen anderen Wert.',
  ],
  unguarded: [
    'Dieser Schritt kann außen etwas ändern. Er braucht eine Regel oder eine Freigabe, bevor er laufen kann.',
    '„{step}“ benutzt „{tool}“, und keine Regel spricht davon. Fügen Sie eine Freigabe ein, oder schreiben Sie eine Regel.',
  ],
  unguarded_people: [
    'Dieser Schritt kann an Menschen außerhalb schreiben. Er braucht eine Regel oder eine Freigabe, bevor er laufen kann.',
    '„{step}“ benutzt „{tool}“, und keine Regel spricht davon. Fügen Sie eine Freigabe ein, oder schreiben Sie eine Regel.',
  ],
  unguarded_money: [
    'Dieser Schritt kann Geld bewegen. Er braucht eine Regel oder eine Freigabe, bevor er laufen kann.',
    '„{step}“ benutzt „{tool}“, und keine Regel spricht davon. Fügen Sie eine Freigabe ein, oder schreiben Sie eine Regel.',
  ],
  rule_denies: [
    'Die Regel „{rule}“ verbietet, was „{step}“ tut.',
    'Ein Lauf würde dort scheitern. Ändern Sie die Regel, oder entfernen Sie den Schritt.',
  ],
  self_assured: [
    '„{step}“ lässt vor „{target}“ das eigene Wort des Modells gelten, und das ist nicht rückgängig zu machen.',
    'Verlangen Sie eine Sicherheit aus Stimmen oder Regeln, oder fügen Sie eine Freigabe ein.',
  ],
});

const outside = pairs({
  all_three: [
    '„{step}“ würde zusammenbringen, was vertraulich ist, Text von außen und einen Weg hinaus.',
    'Zwei davon sind in Ordnung; bei allen dreien könnte, wer den Text geschrieben hat, sich Vertrauliches mit „{tool}“ schicken lassen. Fügen Sie eine Freigabe ein.',
  ],
  steered_from_outside: [
    'Text von außen entscheidet, ob „{step}“ geschieht, und das lässt sich nicht zurücknehmen.',
    '„{other}“ richtet sich danach, was jemand außerhalb geschrieben hat, und die Regel „{rule}“ nennt diesen Schritt nicht. Fügen Sie eine Freigabe ein, oder lassen Sie die Regel sagen, für welchen Schritt sie gilt.',
  ],
  argument_from_outside: [
    'Vor „{step}“ wird jedes Mal jemand gefragt, weil „{label}“ von außen kommt.',
    'Die Regel „{rule}“ erlaubt „{tool}“, sagt aber nicht, wie „{label}“ aussehen muss. Lassen Sie sie es sagen, oder fügen Sie eine Freigabe ein.',
  ],
  reader_has_tool: [
    '„{step}“ liest Text von außen und könnte „{tool}“ so benutzen, wie jener Text es will.',
    'Lassen Sie einen Schritt den Text lesen und in festen Feldern antworten, und einen anderen das Werkzeug benutzen.',
  ],
  open_answer_decides: [
    '„{what}“ von „{other}“ ist freier Text über etwas, das jemand außerhalb geschrieben hat, und „{step}“ richtet sich danach.',
    'Entscheiden dürfen nur feste Auswahlen, Zahlen, Tage und ja oder nein. Lassen Sie stattdessen einen Schritt entscheiden, der in Kategorien einordnet.',
  ],
});

const limits = pairs({
  too_many_steps: [
    'Der Ablauf hat {n:number} Schritte; möglich sind höchstens {limit:number}.',
    'Verlegen Sie einige in einen eigenen Ablauf.',
  ],
  too_many_branches: [
    '{n:number} Pfeile verlassen „{step}“ auf einem Weg; nebeneinander können höchstens {limit:number} laufen.',
    'Nehmen Sie für viele Dinge einer Art ein „Für jedes“.',
  ],
  condition_too_long: [
    'Eine Bedingung in „{step}“ hat {n:number} Teile; lesbar sind höchstens {limit:number}.',
    'Verteilen Sie sie auf mehrere Schritte.',
  ],
  price_unknown: [
    'Niemand hat gesagt, was das Modell „{model}“ kostet.',
    '„{step}“ benutzt es, und ohne Preis kann keine Grenze halten. Tragen Sie ihn bei den Modellen des Arbeitsbereichs ein.',
  ],
  answer_longer_than_model: [
    '„{step}“ erlaubt {most:number} Token, sein Modell liefert höchstens {least:number}.',
    'Längere Antworten werden abgeschnitten. Senken Sie das eine, oder erhöhen Sie das andere.',
  ],
  prompt_missing: [
    'Den Prompt „{prompt}“, den „{step}“ benutzt, gibt es nicht.',
    'Wählen Sie einen anderen, oder nehmen Sie die Anweisungen.',
  ],
  budget_nothing: [
    'Die Grenze für {counter:said} erlaubt nichts, aber der Ablauf braucht etwas davon.',
    'Jeder Lauf würde sofort anhalten. Erhöhen Sie sie.',
  ],
});

const people = pairs({
  owner_unknown: [
    '„{owner}“ verantwortet hier: {slot:said}, steht aber nicht unter den Personen.',
    'Bis jemand genannt ist, wird die erste Person gefragt.',
  ],
  rule_asks_nobody: [
    'Die Regel „{rule}“ fragt „{ask}“, und niemand hat diesen Namen oder diese Rolle.',
    'Worum es geht, würde für immer warten. Wählen Sie jemanden.',
  ],
  nobody_to_ask: [
    'Niemand heißt „{ask}“ oder hat diese Rolle; deshalb kann „{step}“ niemanden fragen.',
    'Es würde für immer gewartet. Wählen Sie jemanden.',
  ],
  too_few_to_agree: [
    'In „{step}“ müssen {need} Personen zustimmen, und {count|nur 1 Person kann|nur {count} Personen können} gefragt werden.',
    'Niemand würde gefragt. Nennen Sie mehr Personen, oder verlangen Sie weniger Zustimmungen.',
  ],
  asked_out_of_turn: [
    '„{step}“ fragt „{ask}“ nicht später als die Person davor.',
    'Das würde nie helfen. Geben Sie mehr Zeit als bei der Person davor.',
  ],
  may_not_approve: [
    'Wählen Sie in „{step}“ jemanden, der Geld freigeben darf: „{ask}“ darf keines freigeben.',
    'Jede Entscheidung dort würde abgelehnt.',
  ],
});

const advice = pairs({
  model_for_figures: [
    '„{step}“ fragt ein Modell nur nach Zahlen.',
    'Eine Bedingung tut das umsonst und immer gleich.',
  ],
  prompt_long: [
    'Die Anweisungen von „{step}“ sind {n:number} Zeichen lang.',
    'Über {limit:number} lenken sie von dem ab, worum es geht. Kürzen Sie sie.',
  ],
  nothing_to_write: [
    'Sagen Sie, was „{step}“ schreiben soll.',
    'Der Schritt hat weder Anweisungen noch einen Prompt.',
  ],
  attempts_useless: [
    '„{step}“ ruft nichts auf; ein weiterer Versuch ändert also nichts.',
    'Entfernen Sie die Zahl der Versuche.',
  ],
});

export const problemSteps: Record<string, string> = {
  ...drawing,
  ...settings,
  ...missing,
  ...references,
  ...tools,
  ...outside,
  ...limits,
  ...people,
  ...advice,
};
