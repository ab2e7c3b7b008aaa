// German sentences: what is done on the canvas (commands, notes, rooms, finding, pasting). See say.ts
// for the placeholders.

const commands = {
  'app.key.Ctrl': 'Strg',
  'app.key.Shift': 'Umschalt',
  'app.key.Alt': 'Alt',
  'app.key.Del': 'Entf',
  'app.key.Esc': 'Esc',
  'app.key.Tab': 'Tab',
  'app.key.Enter': 'Eingabe',
  'app.key.Delete': 'Entf',
  'app.key.Space': 'Leer',
  'app.commands.file': 'Dateien',
  'app.command.new': 'Neuer Ablauf',
  'app.command.open': 'Datei öffnen',
  'app.command.settings': 'Einstellungen',
  'app.command.tour': 'Rundgang machen',
  'app.commands.edit': 'Bearbeiten',
  'app.commands.add': 'Hinzufügen und verbinden',
  'app.commands.rooms': 'Räume und Gruppen',
  'app.commands.arrange': 'Anordnen',
  'app.commands.view': 'Ansehen',
  'app.commands.go': 'Gehen und tun',
  'app.command.undo': 'Rückgängig',
  'app.command.redo': 'Wiederherstellen',
  'app.command.cut': 'Ausschneiden',
  'app.command.copy': 'Kopieren',
  'app.command.paste': 'Einfügen',
  'app.command.duplicate': 'Duplizieren',
  'app.command.remove': 'Entfernen',
  'app.command.select_all': 'Alles auswählen',
  'app.command.rename': 'Umbenennen',
  'app.command.panel': 'Zu den Einstellungen des Schritts (auch Eingabetaste)',
  'app.command.add': 'Schritt suchen und hinzufügen',
  'app.command.add_here': 'Folgenden Schritt hinzufügen',
  'app.command.connect': 'Verbinden',
  'app.command.note': 'Notiz schreiben',
  'app.command.group': 'Gruppieren',
  'app.command.ungroup': 'Raum auflösen',
  'app.command.collapse': 'Raum zu- oder aufklappen',
  'app.command.enter': 'Raum betreten',
  'app.command.leave': 'Raum verlassen, nichts auswählen',
  'app.command.nudge': 'Verschieben',
  'app.command.nudge_far': 'Weiter verschieben',
  'app.command.resize': 'Größe einer Notiz ändern',
  'app.command.lock': 'Sperren, lösen',
  'app.command.left': 'Links ausrichten',
  'app.command.centre': 'In einer Spalte ausrichten',
  'app.command.right': 'Rechts ausrichten',
  'app.command.top': 'Oben ausrichten',
  'app.command.middle': 'In einer Reihe ausrichten',
  'app.command.bottom': 'Unten ausrichten',
  'app.command.across': 'Gleiche Abstände nebeneinander',
  'app.command.down': 'Gleiche Abstände untereinander',
  'app.command.tidy': 'Aufräumen',
  'app.command.in': 'Vergrößern',
  'app.command.out': 'Verkleinern',
  'app.command.actual': 'Originalgröße',
  'app.command.fit': 'Alles zeigen',
  'app.command.walk': 'Den Pfeilen folgen',
  'app.command.find': 'In diesem Ablauf suchen',
  'app.command.palette': 'Alle Befehle',
  'app.command.run': 'Starten',
  'app.command.save': 'Speichern',
  'app.command.stop_all': 'Alles stoppen',
  'app.command.help': 'Hilfe',
};

const lists = {
  'app.doing.label': 'Was zu tun ist',
  'app.doing.placeholder': 'Schreiben Sie, was Sie tun möchten',
  'app.doing.none': 'Nichts heißt „{words}“.',
  'app.doing.commands': 'Befehle',
  'app.doing.steps': 'Schritte zum Hinzufügen',
  'app.doing.workflows': 'Abläufe',
  'app.doing.add': '„{name}“ hinzufügen',
  'app.doing.open': '„{name}“ öffnen',
  'app.find.label': 'In diesem Ablauf suchen',
  'app.find.placeholder': 'Ein Schritt, eine Einstellung, eine Notiz, ein Feld',
  'app.find.none': '„{words}“ steht hier nirgends.',
  'app.find.steps': 'Schritte',
  'app.find.settings': 'Einstellungen',
  'app.find.notes': 'Notizen',
  'app.find.fields': 'Felder des Formulars',
  'app.menu.label': 'Was hier getan werden kann',
  'app.here.label': 'Was folgt',
  'app.here.placeholder': 'Was soll folgen?',
};

const notes = {
  'app.aria.note': 'Notiz: {text}',
  'app.note.empty': 'Zum Schreiben doppelklicken.',
  'app.note.text': 'Text der Notiz',
  'app.note.size': 'Ziehen ändert die Größe',
};

const rooms = {
  'app.room.inside': '{n|1 Schritt|{n} Schritte}: {names}',
  'app.room.steps': '{n|1 Schritt|{n} Schritte}',
  'app.room.enter': 'Diesen Raum betreten',
  'app.room.enter_named': '„{name}“ betreten',
  'app.crumb.label': 'Wo Sie sind',
  'app.crumb.out': 'verlässt diesen Raum',
  'app.step.locked': 'Sein Platz ist festgestellt',
  'app.step.kept': 'Ein Ergebnis von ihm ist behalten; Tests nehmen es',
  'app.step.stale': 'Sein behaltenes Ergebnis ist veraltet',
};

const several = {
  'app.several.label': 'Was ausgewählt ist',
  'app.several.title': '{n} ausgewählt',
  'app.several.steps': '{n|1 Schritt|{n} Schritte}',
  'app.several.notes': '{n|1 Notiz|{n} Notizen}',
  'app.several.arrows': '{n|1 Pfeil|{n} Pfeile}',
  'app.several.lines': 'In eine Linie bringen',
};

const pasting = {
  'app.paste.done': '{n|Eingefügt.|{n} Dinge eingefügt.}',
  'app.paste.left': 'Weggelassen: {parts}.',
  'app.paste.unknown':
    '{n|1 Schritt einer Art, die|{n} Schritte von Arten, die} diese Version nicht kennt',
  'app.paste.steps': '{n|1 Schritt, der nicht lesbar war|{n} Schritte, die nicht lesbar waren}',
  'app.paste.arrows':
    '{n|1 Pfeil, der nirgendwohin oder im Kreis führt|{n} Pfeile, die nirgendwohin oder im Kreis führen}',
  'app.paste.notes': '{n|1 Notiz, die nicht lesbar war|{n} Notizen, die nicht lesbar waren}',
  'app.paste.unlinked':
    '{n|Einer war mit einem Werkzeug oder Ablauf an anderer Stelle verknüpft|{n} waren mit Werkzeugen oder Abläufen an anderer Stelle verknüpft}: Wählen Sie neu, was hier benutzt wird.',
  'app.paste.not_steps': 'Was zuletzt kopiert wurde, sind keine Schritte. Nichts wurde eingefügt.',
  'app.paste.newer':
    'Diese Schritte wurden in einer neueren Version von Interlock kopiert. Nichts wurde eingefügt.',
  'app.paste.broken':
    'Die kopierten Schritte sind nicht lesbar. Kopieren Sie sie noch einmal; nichts wurde eingefügt.',
  'app.paste.nothing': 'Kein Schritt darin ist dieser Version bekannt. Nichts wurde eingefügt.',
  'app.paste.blocked':
    'Der Browser gibt die Zwischenablage hier nicht frei. Nehmen Sie stattdessen die Tasten: Strg C, Strg X, Strg V.',
};

export const appCanvas: Record<string, string> = {
  ...commands,
  ...lists,
  ...notes,
  ...rooms,
  ...several,
  ...pasting,
};
