// German sentences: what each kind of card says beyond what all cards share. Keys are codes; see
// say.ts for the placeholders.

/** A limit: whose it is, how far it is used, what each answer does. */
const limit = {
  'card.limit.title.run': '{amount} zugeben?',
  'card.limit.title.step': '„{name}“ {amount} zugeben?',
  'card.limit.title.child': '„{name}“ {amount} zugeben?',
  'card.limit.title.day': 'Der Grenze für heute {amount} zugeben?',
  'card.limit.stands.run': 'Wie der Lauf steht',
  'card.limit.stands.step': 'Wie „{name}“ steht',
  'card.limit.stands.child': 'Wie „{name}“ steht',
  'card.limit.stands.day': 'Wie der Tag steht, alle Läufe zusammen',
  'card.limit.stands.whole': 'Der Lauf selbst',
  'card.limit.if_extend.run': 'Es geht weiter, bis zu {total} insgesamt.',
  'card.limit.if_extend.step':
    '„{name}“ geht weiter, bis zu {total}. Die Grenze des Laufs selbst bleibt.',
  'card.limit.if_extend.child':
    '„{name}“ geht weiter, bis zu {total}. Die Grenze des Laufs selbst bleibt.',
  'card.limit.if_extend.day':
    'Alle Läufe zusammen dürfen heute {total} verbrauchen, und dieser geht weiter.',
  'card.limit.if_over': 'Der Schritt geht über „{way}“ hinaus; es folgt, was dort gezeichnet ist.',
  'card.limit.if_stop': 'Wenn er stoppt',
  'card.limit.if_stop_words':
    'Der Lauf endet hier und bleibt gestoppt. Was getan ist, bleibt getan.',
};

const unknown = {
  'card.unknown.if.check': 'Wenn Sie prüfen',
  'card.unknown.if.again': 'Wenn noch einmal gesendet wird',
  'card.unknown.if.done': 'Wenn als getan gewertet',
  'card.unknown.if.fail': 'Wenn als gescheitert gewertet',
};

const trouble = {
  'card.trouble.tried': 'Versucht',
  'card.trouble.tried_words': '{n|einmal|{n}-mal}, zuletzt um {at}',
  'card.trouble.if.retry': 'Wenn noch einmal versucht',
  'card.trouble.if.go-on': 'Wenn es weitergeht',
  'card.trouble.if.stop': 'Wenn er stoppt',
};

/** A tool that must be seen before it is called. */
const tool = {
  'card.tag.tool.changed': 'Ein Werkzeug hat sich geändert',
  'card.tag.tool.new': 'Ein neues Werkzeug',
  'card.tag.tool.start': 'Ein Programm, das gestartet würde',
  'app.live.waiting.tool_new':
    '**Wartet auf {who}**: Ein Werkzeug muss angesehen werden, bevor es benutzt wird.',
  'card.tool.title.changed': '„{tool}“ benutzen, wie es jetzt ist?',
  'card.tool.title.new': '„{tool}“ von „{server}“ benutzen?',
  'card.tool.title.start': '„{server}“ starten?',
  'card.tool.box.changed': 'Was anders ist',
  'card.tool.box.new': 'Was es von sich sagt',
  'card.tool.box.start': 'Genau das wird gestartet oder angesprochen',
  'card.tool.differs': '{parts:and} {n|ist|sind} nicht, wozu Sie zugestimmt haben.',
  'card.tool.part.title': 'sein Titel',
  'card.tool.part.description': 'was es nach eigenen Worten tut',
  'card.tool.part.args': 'was ihm gegeben wird',
  'card.tool.part.hints': 'was es von sich behauptet',
  'card.tool.args.all': 'Ihm wird {fields:and} gegeben.',
  'card.tool.args.none': 'Ihm wird nichts gegeben.',
  'card.tool.args.new': 'Es nimmt jetzt auch {fields:and}.',
  'card.tool.args.gone': 'Es nimmt {fields:and} nicht mehr.',
  'card.tool.args.changed': 'Was es über {fields:and} sagt, ist anders.',
  'card.tool.before': 'Wie Sie zugestimmt haben',
  'card.tool.now': 'Wie es jetzt ist',
  'card.tool.nothing_before': 'Hier stand nichts.',
  'card.tool.nothing_now': 'Davon ist nichts übrig.',
  'card.tool.gone': 'entfernt',
  'card.tool.new': 'neu',
  'card.tool.left_out': 'Gleiche Zeilen sind hier weggelassen.',
  'card.tool.trust': 'Vertrauen, wie gezeigt',
  'card.tool.refuse': 'Ablehnen',
  'card.tool.if.trust': 'Wenn Sie vertrauen',
  'card.tool.if.refuse': 'Wenn Sie ablehnen',
  'card.next.name.trust': 'Vertrauen',
  'card.next.tool_changed.trust':
    'Es wird jetzt aufgerufen, und Sie werden erst wieder gefragt, wenn es etwas anderes sagt.',
  'card.next.tool_changed.refuse': 'Es wird nicht aufgerufen. Der Schritt zählt als verboten.',
  'card.decided.trust': 'Vertrauen geschenkt von {who}',
  'card.did.trust': 'hat ihm vertraut, wie es ist',
};

/** Several people, and who is asked next. */
const together = {
  'card.together': '{need} von {of} Personen müssen zustimmen',
  'card.together.agreed': 'hat zugestimmt',
  'card.together.refused': 'hat abgelehnt',
  'card.together.asked': 'ist gefragt',
  'card.together.other': 'hat etwas anderem zugestimmt und wird noch einmal gefragt',
  'card.together.more': '{n|Eine weitere Zustimmung ist|{n} weitere Zustimmungen sind} nötig.',
  'card.together.refusal_ends': 'Eine Ablehnung beendet es als abgelehnt.',
  'card.together.refusals':
    'Eine Ablehnung beendet es nicht: {n|die andere Person kann|die anderen {n} können} noch zustimmen.',
  'card.together.short': '{who} und {n|jemand|{n}} mehr',
  'card.together.any': '{who:or}',
  'card.together.who': '{who:and}, von denen {need} zustimmen müssen',
  'card.escalates': 'Wenn niemand antwortet',
  'card.escalates.words': 'Am {at} geht es an {next:or}.',
  'card.nobody.escalates': 'Wenn {who} nicht antwortet, geht es am {at} an {next:or}.',
  'app.live.escalates': 'Am {at} geht es an {next:or}.',
};

/** Many calls behind one decision. */
const calls = {
  'card.calls.spend': '**{n|1 Zahlung|{count} Zahlungen}**, {total} insgesamt',
  'card.calls.spend.plain': '**{n|1 Zahlung|{count} Zahlungen}**',
  'card.calls.times': '**„{tool}“**, {n|einmal|{count}-mal}',
  'card.calls.unknown':
    'Bei {n|einer|{count}} davon ist etwas noch nicht bekannt; danach wird gefragt, wenn es so weit ist.',
  'card.calls.title': '{count} Zahlungen leisten, {total} insgesamt?',
  'card.calls.show': '{n|Zeigen|Alle {count} zeigen}',
  'card.calls.hide': 'Liste verbergen',
  'card.calls.list': 'Alle Aufrufe von „{step}“',
  'card.door.if.approve': 'Wenn Sie freigeben',
  'card.door.if.refuse': 'Wenn Sie ablehnen',
};

/** Where values come from. */
const origin = {
  'card.source.web': 'einer Webseite',
  'card.source.mail': 'einer Mail',
  'card.source.file': 'einer Datei',
  'card.source.tool': '„{tool}“',
  'card.from.source': '{fields:and}: aus {source:and}. Jemand anderes hat es geschrieben.',
  'card.from.written': '{fields:and} hat ein Modell geschrieben.',
  'card.from.user': '{fields:and} hat ein Mensch während des Laufs eingetragen.',
  'card.origin.source': 'Ein Teil davon kommt aus {source:and}: Jemand anderes hat es geschrieben.',
};

export const cardKinds: Record<string, string> = {
  ...limit,
  ...unknown,
  ...trouble,
  ...tool,
  ...together,
  ...calls,
  ...origin,
};
