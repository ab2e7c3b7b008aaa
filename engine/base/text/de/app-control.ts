// German sentences: stopping everything, how the engine stands, and what waits its turn. Keys are
// codes; see say.ts for the placeholders.

const dialog = {
  'app.rail.stop_all': 'Stoppen',
  'app.stop_all.title': 'Alles stoppen?',
  'app.stop_all.sub': 'Alle Läufe dieses Arbeitsbereichs. Was gestoppt ist, bleibt gestoppt.',
  'app.stop_all.nothing': 'Hier ist nichts im Gang, also gibt es nichts zu stoppen.',
  'app.stop_all.count.runs': '{n|Lauf|Läufe} im Gang',
  'app.stop_all.count.queued': 'in der Warteschlange',
  'app.stop_all.count.approvals': '{n|Entscheidung|Entscheidungen} offen',
  'app.stop_all.count.delegated': 'an andere Läufe übergeben',
  'app.stop_all.count.memory': '{n|Eintrag|Einträge} ins Gedächtnis',
  'app.stop_all.how': 'Wie gestoppt wird',
  'app.stop_all.way.finish': 'Beenden, was läuft',
  'app.stop_all.way.finish.help':
    'Nichts Neues beginnt. {n|1 Lauf geht|{n} Läufe gehen} weiter, bis zum Ende oder bis auf jemanden gewartet wird. Was in der Warteschlange steht, wird gestoppt.',
  'app.stop_all.way.finish.none':
    'Nichts Neues beginnt. Gerade arbeitet kein Schritt, also wird nur gestoppt, was in der Warteschlange steht.',
  'app.stop_all.way.after_step': 'Nach diesem Schritt stoppen',
  'app.stop_all.way.after_step.help':
    '{steps:and} darf noch fertig werden und wird aufgezeichnet, dann stoppt der Lauf. Alles andere stoppt sofort.',
  'app.stop_all.way.after_step.none': 'Gerade arbeitet kein Schritt, also stoppt alles sofort.',
  'app.stop_all.way.now': 'Jetzt stoppen',
  'app.stop_all.way.now.help':
    'Alles hält innerhalb von 2 Sekunden an. {steps:and} wird abgebrochen; vielleicht weiß dann niemand, ob es geschehen ist.',
  'app.stop_all.way.now.none':
    'Alles hält innerhalb von 2 Sekunden an. Gerade arbeitet kein Schritt.',
  'app.stop_all.what': 'Was jetzt da ist',
  'app.stop_all.row.runs': 'Läufe im Gang',
  'app.stop_all.row.queued': 'In der Warteschlange',
  'app.stop_all.row.approvals': 'Offene Entscheidungen',
  'app.stop_all.row.memory': 'Einträge ins Gedächtnis',
  'app.stop_all.row.keys': 'Benutzte Schlüssel',
  'app.stop_all.row.actions': 'Außen schon geschehen',
  'app.stop_all.row.delegated': 'An andere Läufe übergeben',
  'app.stop_all.row.readers': 'Wer das Ergebnis liest',
  'app.stop_all.none': 'keine',
  'app.stop_all.doing': '{name}: {doing:and} arbeitet',
  'app.stop_all.waits': '{name}: wartet auf {who:and}',
  'app.stop_all.stands': '{name}: {status}',
  'app.stop_all.behind': '{name}: hinter einem anderen Lauf zur selben Sache',
  'app.stop_all.card': '{name}: {kind}, {who} ist gefragt',
  'app.stop_all.write': '{name}',
  'app.stop_all.key': '{name}: benutzt von {n|1 Lauf|{n} Läufen}',
  'app.stop_all.key.locked': '{name}: gesperrt',
  'app.stop_all.did': '„{title}“ bei „{name}“, {at}',
  'app.stop_all.maybe': '„{title}“ bei „{name}“: Vielleicht ist es geschehen',
  'app.stop_all.undo': 'So wird es rückgängig gemacht: {undo}',
  'app.stop_all.no_undo': 'Niemand hat gesagt, wie das rückgängig gemacht wird.',
  'app.stop_all.child': '{name}',
  'app.stop_all.reader.caller': '{name} hat {n|1 Lauf|{n} Läufe} gestartet und liest die Antwort',
  'app.stop_all.reader.tool': 'In „{name}“ {n|hat 1 Lauf|haben {n} Läufe} geschrieben',
  'app.stop_all.more': 'und {n|eines|{n}} mehr',
  'app.stop_all.do': 'Alles stoppen',
  'app.stop_all.cancel': 'Abbrechen',
  'app.stop_all.receipt_after': 'Danach erhalten Sie eine Quittung.',
  'app.stop_all.last': 'Die letzte Quittung',
};

const receipt = {
  'app.stop_all.over': 'Alles ist gestoppt',
  'app.stop_all.over.finish': 'Was lief, ist fertig',
  'app.stop_all.going': 'Alles wird gestoppt',
  'app.stop_all.going_on':
    '{n|1 Lauf darf|{n} Läufe dürfen} noch fertig werden. Diese Seite folgt bis zum Ende.',
  'app.stop_all.by': '{way}, von {who}, {at}',
  'app.stop_all.total': 'Alle Läufe zusammen',
  'app.stop_all.none_stopped': 'Nichts war im Gang, also wurde nichts gestoppt.',
  'app.stop_all.of': 'Lauf für Lauf',
  'app.stop_all.done_outside': 'Außen geschehen',
  'app.stop_all.unknown_help':
    'Niemand kann wissen, ob es geschehen ist. Sehen Sie außen nach, bevor es noch einmal getan wird.',
  'app.stop_all.open': 'Lauf öffnen',
  'app.stop_all.copy': 'Kopieren',
  'app.stop_all.copied': 'Die Quittung ist kopiert.',
  'app.stop_all.not_copied':
    'Sie ließ sich nicht kopieren. Drucken Sie sie, oder markieren Sie den Text.',
  'app.stop_all.print': 'Drucken',
  'app.keys.locked':
    'Die Schlüssel von {n|1 gestopptem Lauf|{n} gestoppten Läufen} sind gesperrt. Nichts, was davon übrig blieb, kann sie benutzen.',
  'app.keys.release': 'Wieder freigeben',
  'app.keys.released': '{n|1 Lauf darf|{n} Läufe dürfen} wieder Schlüssel benutzen.',
};

/** How the engine stands. */
const standing = {
  'app.standing.trouble': '**Pausiert: Nichts kann aufgezeichnet werden.** {what} Seit {at}.',
  'app.standing.disk':
    '**Pausiert: Der Speicher ist voll.** Seit {at} beginnt nichts Neues. Schaffen Sie Platz; dann geht es von selbst weiter.',
  'app.standing.stopping': 'Alles wird gestoppt. Nichts Neues beginnt.',
  'app.standing.draining': 'Interlock wird beendet. Was gerade arbeitet, wird noch fertig.',
  'app.standing.show': 'Quittung zeigen',
  'app.live.disk':
    '**Pausiert: Der Speicher ist voll.** Schaffen Sie Platz; dann geht es von selbst weiter.',
  'app.live.no_record': '**Pausiert: Nichts kann aufgezeichnet werden.** {what}',
  'app.live.held': '**Nicht wieder aufgenommen.** {why}',
};

/** What waits its turn, stands in line, or was held back by the engine itself. */
const turn = {
  'app.live.turn': '**„{step}“ muss warten.** {why} Nächster Versuch: {at}, noch {time}.',
  'app.live.turn.open': '**„{step}“ muss warten.** {why}',
  'app.live.in_line':
    '**In der Warteschlange.** Ein früherer Lauf betrifft dieselbe Sache. Dieser beginnt von selbst, sobald jener zu Ende ist.',
  'app.live.in_line.show': 'Jenen Lauf zeigen',
  'app.live.paused_why': '**Pausiert.** {why}',
  'app.light.in_line': 'In der Warteschlange',
  'app.light.turn': 'Wartet bis {at}',
  'app.light.turn.open': 'Wartet, bis er dran ist',
  'app.light.held_back': 'Zurückgehalten',
  'app.happened.turn': 'wartet bis {at}, bis er dran ist',
  'app.happened.turn.open': 'wartet, bis er dran ist',
  'app.happened.inner': '{n|1 Handgriff darin|{n} Handgriffe darin}',
  'app.happened.inner.label': 'Im Inneren von „{step}“',
  'app.paused.title': 'Warum er pausiert',
  'app.runs.in_line': 'in der Schlange',
  'app.runs.tag': 'Welches Merkmal',
  'app.runs.tag.all': 'Alle Merkmale',
  'app.runs.tag.one': '{name}: {value}',
  'app.runs.tag.only': 'Nur Läufe mit {name}: {value}',
  'app.runs.none_like': 'Kein Lauf ist so.',
};

export const appControl: Record<string, string> = { ...dialog, ...receipt, ...standing, ...turn };
