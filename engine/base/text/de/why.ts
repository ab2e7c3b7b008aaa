// German sentences: why. Keys are codes; see say.ts for the placeholders.

/** Why a gate that looks at figures sent the run its way. */
const gates = {
  'why.confidence_enough': '{percent} % sicher; verlangt waren {least} %.',
  'why.confidence_low': '{percent} % sicher, aber verlangt waren {least} %.',
  'why.votes_enough': '{n} von {of} Stimmen sind für „{option}“.',
  'why.votes_few': 'Nur {n} von {of} Stimmen sind für „{option}“.',
  'why.confidence_none': 'Der Schritt hat nicht gesagt, wie sicher er war.',
  'why.confidence_from.self': 'Nur das eigene Wort des Modells, das hier nicht zählt.',
  'why.confidence_from.votes': 'Aus Stimmen, die hier nicht zählen.',
  'why.confidence_from.logprobs':
    'Aus den Wahrscheinlichkeiten des Modells, die hier nicht zählen.',
  'why.confidence_from.rule': 'Aus einer Regel, die hier nicht zählt.',
  'why.budget_over.costUsd': 'Der Lauf hat {used:money} gekostet; die Prüfung erlaubt {cap:money}.',
  'why.budget_over.modelCalls': '{used} Modellaufrufe bisher; die Prüfung erlaubt {cap}.',
  'why.budget_over.toolCalls': '{used} Werkzeugaufrufe bisher; die Prüfung erlaubt {cap}.',
  'why.budget_over.tokens': '{used:number} Token bisher; die Prüfung erlaubt {cap:number}.',
  'why.budget_over.minutes': '{used} Minuten Arbeit bisher; die Prüfung erlaubt {cap}.',
};

/** Why the door asks, or forbids, although a rule allows it. */
const origins = {
  'why.untrusted_argument':
    '„{argument}“ kommt aus Text, den jemand außerhalb geschrieben hat, und keine Regel nennt es; deshalb muss jemand zustimmen.',
  'why.untrusted_steered':
    'Text, den jemand außerhalb geschrieben hat, hat entschieden, dass dies geschieht, und keine Regel nennt diesen Schritt; deshalb muss jemand zustimmen.',
  'why.private_leaves':
    '„{argument}“ brächte Vertrauliches an eine Adresse, an der Text von außen mitgewirkt hat; deshalb muss jemand zustimmen.',
  'why.card_always': 'Die Karte dieses Werkzeugs verlangt bei jedem Aufruf eine Zustimmung.',
  'why.card_when': 'Die Karte dieses Werkzeugs verlangt bei einem solchen Aufruf eine Zustimmung.',
  'why.no_evidence':
    '„{argument}“ stützt sich nur auf das Wort eines Modells oder die Zeichnung, und die Karte dieses Werkzeugs verlangt mehr; deshalb muss jemand zustimmen.',
  'why.card_unlinked':
    'Dieses Werkzeug kam mit einem Ablauf von jemand anderem, und hier hat es noch niemand verknüpft. Nichts wurde aufgerufen; verknüpfen Sie es auf dem Blatt „Werkzeuge“.',
  'why.card_revoked':
    'Die Karte dieses Werkzeugs wurde weggenommen, während der Lauf weiterging; deshalb darf es nicht mehr benutzt werden.',
};

/** Limits that are not the run's: today's of all runs, and the own one of a step or workflow. */
const limits = {
  'why.limit.day':
    'Was dies kosten könnte, passt nicht mehr unter die heutige Kostengrenze aller Läufe.',
  'why.limit.day.modelCalls': 'Die heutige Grenze der Modellaufrufe aller Läufe ist erreicht.',
  'why.limit.day.toolCalls': 'Die heutige Grenze der Werkzeugaufrufe aller Läufe ist erreicht.',
  'why.limit.day.tokens':
    'Was dies verbrauchen könnte, passt nicht mehr unter die heutige Grenze der Token.',
  'why.limit.day.minutes': 'Die heutige Grenze der Arbeitszeit aller Läufe ist erreicht.',
  'why.limit.day.attempts': 'Die heutige Grenze der Versuche aller Läufe ist erreicht.',
  'why.limit.own.costUsd':
    'Was dies kosten könnte, passt nicht mehr unter die Kostengrenze von „{of}“.',
  'why.limit.own.modelCalls': 'Die Grenze der Modellaufrufe von „{of}“ ist erreicht.',
  'why.limit.own.toolCalls': 'Die Grenze der Werkzeugaufrufe von „{of}“ ist erreicht.',
  'why.limit.own.tokens':
    'Was dies verbrauchen könnte, passt nicht mehr unter die Grenze der Token von „{of}“.',
  'why.limit.own.minutes': 'Die Grenze der Arbeitszeit von „{of}“ ist erreicht.',
  'why.limit.own.attempts': 'Die Grenze der Versuche von „{of}“ ist erreicht.',
};

export const why: Record<string, string> = {
  ...gates,
  ...origins,
  'why.paused': 'Der Lauf ist pausiert.',
  'why.paused_by': 'Pausiert von {by}.',
  'why.stopped_by': 'Gestoppt von {by}.',
  'why.stopped_all': 'Gestoppt von {by}, zusammen mit allem anderen.',
  'why.stops_after_step':
    'Wird gestoppt: Was im Gang ist, darf fertig werden, und nichts Neues beginnt.',
  'why.replaced': 'Ein neuerer Lauf zur selben Sache hat seinen Platz eingenommen.',
  'why.cannot_recover': 'Das Programm konnte diesen Lauf nicht wieder aufnehmen: {reason}',
  'why.breakpoint': 'Pausiert vor „{step}“, wo ein Halt gesetzt ist.',
  'why.no_card': 'Dieses Werkzeug hat keine Karte; niemand hat also gesagt, was es darf.',
  'why.denied_by_rule': 'Die Regel „{rule}“ verbietet es.',
  'why.allowed_by_rule': 'Die Regel „{rule}“ erlaubt es.',
  'why.rule_asks': 'Die Regel „{rule}“ verlangt vorher eine Zustimmung.',
  'why.granted': '{by} hat genau dem zugestimmt.',
  'why.changed_since_approval': 'Es ist nicht mehr das, wozu zugestimmt wurde.',
  'why.rate': 'Es wird fürs Erste oft genug aufgerufen und wartet, bis es dran ist.',
  'why.no_longer_needed': 'Der Lauf ging einen anderen Weg.',
  'why.may_have_happened':
    'Das Programm endete, während „{tool}“ arbeitete. Vielleicht ist es geschehen.',
  'why.default.none': 'Es ändert nichts außerhalb dieses Laufs.',
  'why.default.read': 'Es liest nur.',
  'why.default.write':
    'Es ändert außen etwas, und keine Regel spricht davon; deshalb muss jemand zustimmen.',
  'why.default.irreversible': 'Es ist nicht rückgängig zu machen, und keine Regel erlaubt es.',
  'why.default.spend': 'Es bewegt Geld, und keine Regel erlaubt es.',
  'why.limit.costUsd':
    'Was dies kosten könnte, passt nicht mehr unter die Kostengrenze dieses Laufs.',
  'why.limit.modelCalls': 'Die Grenze der Modellaufrufe ist erreicht.',
  'why.limit.toolCalls': 'Die Grenze der Werkzeugaufrufe ist erreicht.',
  'why.limit.tokens': 'Was dies verbrauchen könnte, passt nicht mehr unter die Grenze der Token.',
  'why.limit.minutes': 'Die Grenze der Arbeitszeit ist erreicht.',
  'why.limit.attempts': 'Die Grenze der Versuche ist erreicht.',
  ...limits,
};
