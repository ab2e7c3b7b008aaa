// German sentences: the record of runs, its files, and what checking it found.

export const record: Record<string, string> = {
  'record.locked':
    'Ein anderes Interlock arbeitet mit diesem Arbeitsbereich. Schließen Sie es, oder geben Sie jenem den Befehl.',
  'record.foreign':
    'Die Datei {file} ist keine Aufzeichnung von Interlock und wurde deshalb nicht angerührt. Legen Sie sie anderswo ab, und starten Sie noch einmal.',
  'record.newer':
    'Die Aufzeichnung {file} stammt von einem neueren Interlock und wurde deshalb nicht angerührt. Öffnen Sie sie mit jenem.',
  'record.older':
    'Die Aufzeichnung {file} stammt von einem älteren Interlock. Starten Sie das Programm einmal, dann wird sie auf den neuesten Stand gebracht.',
  'record.settings':
    'Die Aufzeichnung {file} lässt sich hier nicht sicher aufbewahren: Die Einstellung {name} hält nicht. Legen Sie sie auf einen Datenträger in diesem Computer.',
  'record.disk_full':
    'Der Speicher ist voll; deshalb wird nichts mehr aufgezeichnet und nichts mehr gestartet. Schaffen Sie Platz, und setzen Sie dann fort.',
  'record.busy':
    'Ein anderes Programm hält die Aufzeichnung {file} fest. Nichts ging verloren; schließen Sie jenes Programm, und versuchen Sie es noch einmal.',
  'record.damaged':
    'Die Aufzeichnung {file} ist beschädigt. Abläufe liegen nicht darin und sind sicher; stellen Sie die Datei aus einer Kopie wieder her, oder legen Sie sie anderswo ab.',
  'record.not_allowed':
    'Interlock darf nicht in {file} schreiben. Geben Sie ihm das Recht dazu, oder wählen Sie einen anderen Ordner.',
  'record.cannot_open':
    'Die Aufzeichnung {file} lässt sich nicht öffnen. Sehen Sie nach, ob es ihren Ordner gibt und ob nicht zu viele Dateien geöffnet sind.',
  'record.failed':
    'Die Aufzeichnung {file} ließ sich nicht lesen oder schreiben ({reason}). Nichts halb Geschriebenes wurde behalten; sehen Sie nach, ob ihr Datenträger da ist und arbeitet.',
  'verify.ok':
    '{events|Ihr einziges Ereignis ist, wie es geschrieben wurde|Alle {events} Ereignisse sind, wie sie geschrieben wurden}.',
  'verify.newer':
    '{events|Ihr einziges Ereignis passt|Alle {events} Ereignisse passen} zusammen; {count|das neueste ist|die {count} neuesten sind} noch nicht verankert.',
  'verify.removed':
    'Alle {events} Ereignisse sind, wie sie geschrieben wurden; {count|1 Wert wurde|{count} Werte wurden} absichtlich entfernt, und die Aufzeichnung sagt, von wem.',
  'verify.retired':
    '{events|1 Ereignis wurde|{events} Ereignisse wurden} entfernt, um Platz zu schaffen; das Siegel, mit dem sie endeten, ist aufbewahrt.',
  'verify.changed':
    'Ereignis {seq} wurde nach dem Schreiben geändert. Was darauf folgt, ist nicht vertrauenswürdig.',
  'verify.missing': 'Ereignis {seq} fehlt. Was darauf folgt, ist nicht vertrauenswürdig.',
  'verify.cut':
    'Das Ende wurde abgeschnitten: Ereignis {seq} wurde einmal geschrieben und ist weg.',
  'verify.rewritten':
    'Die Ereignisse ab {seq} wurden ersetzt: Sie passen nicht zu den Ankern, die neben der Aufzeichnung liegen.',
  'verify.unsealed':
    'Diese Aufzeichnung wurde ohne Siegel geschrieben, also lässt sich über Ereignis {seq} nichts sagen.',
};
