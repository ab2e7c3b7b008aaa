// German sentences: what the door says when a call waits, is passed on or is not made at all.
// Each failure says what happened; its `.help` says what that means and what to do next.

/** Why a call waits, or why another model is asked. */
const waiting = {
  'why.places_taken':
    'Es wird schon {most}-mal gleichzeitig gefragt; dies wartet, bis es dran ist.',
  'why.breaker_errors':
    '{failed} der letzten {n} Versuche sind gescheitert; deshalb wird es eine Weile in Ruhe gelassen. Dann entscheidet ein Versuch.',
  'why.breaker_slow':
    'Es braucht {ms:number} ms und mehr; erlaubt sind {most:number} ms. Es wird eine Weile in Ruhe gelassen.',
  'why.asked_to_wait': 'Es hat darum gebeten, eine Weile in Ruhe gelassen zu werden.',
  'why.model_stands_in': '„{model}“ wird gefragt, weil „{first}“ gerade nicht gut antwortet.',
  'why.over_maximum':
    '„{model}“ durfte höchstens {given:number} Token benutzen und meldet {said:number}. Es hält sich nicht an Grenzen; deshalb wird der Lauf angehalten. Sehen Sie an, was es gekostet hat, bevor Sie ihn weitergehen lassen.',
  'why.prompt_grew': 'Was gesendet wird, ist {percent} % länger als in der ersten Runde.',
  'why.quarantined':
    'Das Programm endete {times}-mal hintereinander, während „{step}“ arbeitete; deshalb wird dieser Schritt angehalten. Sehen Sie an, was er tut, bevor Sie ihn weitergehen lassen; dann wird er noch einmal versucht.',
};

/** Calls that were not made, and answers that were not believed. */
const failures = {
  'failure.too_long':
    '„{step}“ würde etwa {tokens:number} Token senden; „{model}“ fasst neben der Antwort {most:number}. Das meiste davon ist „{part}“ ({share} %).',
  'failure.too_long.help':
    'Nichts wurde gesendet, und nie wird etwas abgeschnitten. Geben Sie dem Schritt weniger Text, oder wählen Sie ein Modell, das mehr liest.',
  'failure.too_long_for_step':
    '„{step}“ würde etwa {tokens:number} Token senden; erlaubt sind hier höchstens {most:number}. Das meiste davon ist „{part}“ ({share} %).',
  'failure.too_long_for_step.help':
    'Nichts wurde gesendet, und nie wird etwas abgeschnitten. Geben Sie dem Schritt weniger Text, oder erlauben Sie ihm mehr.',
  'failure.repeated_call':
    '„{tool}“ wurde {times}-mal hintereinander nach genau demselben gefragt.',
  'failure.repeated_call.help':
    'Beim letzten Mal wurde es nicht aufgerufen: Ein Modell dreht sich hier im Kreis. Sehen Sie an, was ihm gesagt wird, und versuchen Sie es dann noch einmal, oder stoppen Sie.',
  'failure.hallucinated_tool_use':
    '„{model}“ wollte {n:number} Werkzeuge auf einmal aufrufen; angeboten ist hier {offered}.',
  'failure.hallucinated_tool_use.help':
    'Nichts wurde aufgerufen. Es wird von selbst noch einmal gefragt, solange Versuche übrig sind. Bleibt es so, ändern Sie die Anweisungen oder das Modell.',
  'failure.hallucinated_arguments':
    '„{model}“ hat Angaben geschrieben, die sich nicht sicher lesen lassen.',
  'failure.hallucinated_arguments.help':
    'Nichts wurde aufgerufen. Es wird von selbst noch einmal gefragt, solange Versuche übrig sind. Bleibt es so, ändern Sie die Anweisungen oder das Modell.',
  'failure.answer_page': '„{tool}“ hat eine Webseite statt einer Antwort gesendet.',
  'failure.answer_page.help':
    'Sie wurde nicht benutzt. Oft ist eine Adresse umgezogen oder verlangt eine Anmeldung. Prüfen Sie das Werkzeug.',
  'failure.answer_error': '„{tool}“ hat geantwortet, aber die Antwort ist ein Fehler: {said}',
  'failure.answer_error.help':
    'Die Antwort wurde nicht benutzt. Prüfen Sie, was der Schritt übergibt.',
  'failure.answer_empty': '„{tool}“ hat mit nichts geantwortet.',
  'failure.answer_empty.help': 'Eine leere Antwort gilt nicht als Erfolg. Prüfen Sie das Werkzeug.',
  'failure.answer_stale': '„{tool}“ hat mit etwas geantwortet, das vor zu langer Zeit zutraf.',
  'failure.answer_stale.help':
    'Die Antwort wurde nicht benutzt. Die Karte sagt, wie alt eine Antwort sein darf. Versuchen Sie es später noch einmal.',
  'failure.answer_other_subject':
    '„{tool}“ wurde nach „{asked}“ gefragt und hat zu „{got}“ geantwortet.',
  'failure.answer_other_subject.help':
    'Die Antwort wurde nicht benutzt. Prüfen Sie das Werkzeug, bevor Sie weitermachen.',
  'failure.answer_no_proof': '„{tool}“ sagt, es sei getan, aber nichts zeigt es: „{field}“ fehlt.',
  'failure.answer_no_proof.help':
    'Es gilt nicht als getan. Prüfen Sie außen, ob es geschehen ist, bevor es noch einmal getan wird.',
};

export const door: Record<string, string> = { ...waiting, ...failures };
