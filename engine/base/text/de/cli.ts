// German sentences of the command line, the servers and the API. Keys are codes; see say.ts.

/** What every way in may answer. */
const api: Record<string, string> = {
  'unknown.command': 'Es gibt keinen Befehl „{name}“.',
  'unknown.run': 'In diesem Arbeitsbereich gibt es keinen Lauf „{run}“.',
  'unknown.card': 'In diesem Arbeitsbereich gibt es nichts mit dem Namen „{card}“ zu entscheiden.',
  'unknown.workflow': 'In diesem Arbeitsbereich gibt es keinen Ablauf „{slug}“.',
  'workflow.not_fine':
    '{first:said} {errors|Sonst hindert ihn nichts am Laufen.|Insgesamt hindern ihn {errors} Dinge am Laufen.}',
  'workflow.not_one':
    '{place} ist kein Ablauf. Nennen Sie eine workflow.json oder den Ordner, in dem sie liegt.',
  'unknown.value': 'Dieser Wert ist hier nicht mehr aufbewahrt.',
  'api.bad_input': '{what:said} Nichts wurde geändert.',
  'api.not_json': 'Hier wird nur wohlgeformtes JSON gelesen. Nichts wurde geändert.',
  'api.not_by_reading': '„{name}“ ändert etwas und muss deshalb als POST gesendet werden.',
  'api.too_large':
    'Das ist größer als {mb} MB; mehr wird hier nicht angenommen. Nichts wurde geändert.',
  'api.file_empty': 'Was gesendet wurde, ist leer. Nichts wurde geändert.',
  'api.file_too_big':
    'Das ist größer als {megabytes} MB; mehr wird hier nicht angenommen. Nichts wurde geändert.',
  'api.file_not_text': 'Was gesendet wurde, ist kein Text. Nichts wurde geändert.',
  'api.file_broken':
    'Was gesendet wurde, bricht bei „{found}“ ab oder ist dort falsch geformt. Nichts wurde geändert.',
  'api.file_cut_off': 'Was gesendet wurde, endet mittendrin. Nichts wurde geändert.',
  'api.file_too_deep':
    'Was gesendet wurde, ist mehr als {depth} Ebenen tief verschachtelt. Nichts wurde geändert.',
  'api.file_forbidden_name':
    'Der Name „{name}“ ist in dem, was gesendet wird, nicht erlaubt. Nichts wurde geändert.',
  'api.file_double_name':
    'Der Name „{name}“ steht zweimal in dem, was gesendet wurde. Nichts wurde geändert.',
  'api.bad_key': 'Ein Idempotenzschlüssel hat 1 bis 200 Zeichen.',
  'api.key_reused':
    'Dieser Idempotenzschlüssel wurde schon für etwas anderes benutzt. Nichts wurde geändert.',
  'api.bug':
    'In Interlock ist etwas kaputtgegangen. Was aufgezeichnet wurde, ist sicher; versuchen Sie es noch einmal, und melden Sie es, wenn es so bleibt.',
  'input.file_missing':
    'Die Datei „{name}“ wurde nicht gefunden. Wählen Sie eine andere, oder legen Sie sie in den Ordner „inputs“ des Ablaufs.',
  'input.file_too_big':
    'Die Datei „{name}“ ist größer als {mb} MB; mehr darf eine Datei nicht haben.',
};

const server: Record<string, string> = {
  'server.wrong_host': 'Dieser Server antwortet nur unter der Adresse, die er ausgegeben hat.',
  'server.wrong_address': 'Dieser Server antwortet nur auf einfache Pfade.',
  'server.wrong_method': 'Dieser Server antwortet nur auf GET und POST.',
  'server.no_upgrade': 'Eine solche Verbindung hat dieser Server nicht.',
  'server.wrong_origin': 'Das darf nur die eigene Seite des Entwurfs fragen.',
  'server.token_missing':
    'Dieses Fenster ist nicht verbunden. Öffnen Sie die Adresse, die „interlock start“ ausgibt.',
  'server.token_wrong':
    'Dieses Fenster gehört zu einem früheren Start. Öffnen Sie die Adresse, die „interlock start“ jetzt ausgibt.',
  'server.used_code':
    'Diese Adresse wurde schon benutzt oder ist älter als eine Minute. Drücken Sie dort, wo Interlock läuft, die Eingabetaste, oder geben Sie noch einmal „interlock start“ ein; dann erhalten Sie eine neue.',
  'server.too_many':
    'Zu viele falsche Versuche. Warten Sie eine Minute, und öffnen Sie eine neue Adresse.',
  'server.no_designer':
    'In diesem Arbeitsbereich arbeitet ein Befehl oder das Programmfenster, ohne eine Seite für den Browser. Starten Sie den Entwurf, wenn es beendet ist.',
  'server.foreign_socket':
    'Der Ordner {folder} gehört jemand anderem; deshalb benutzt Interlock ihn nicht.',
  'server.no_socket':
    'Im Ordner {folder} lassen sich keine Befehle annehmen ({reason}); deshalb wurde nichts gestartet. Setzen Sie TMPDIR auf einen Ordner mit kürzerem Namen, in den Sie schreiben dürfen.',
  'workspace.no_folder':
    'Der Ordner {dir} ist als Arbeitsbereich nicht brauchbar ({reason}). Wählen Sie mit --workspace einen anderen.',
  'workspace.taken':
    'Ein anderes Interlock hält diesen Arbeitsbereich und antwortet nicht. Beenden Sie es, oder warten Sie einen Moment, und versuchen Sie es noch einmal.',
};

const commands: Record<string, string> = {
  'cli.about':
    'Abläufe für Agenten in festen Grenzen: zeichnen, prüfen, starten, freigeben, wiedergeben.',
  'cli.exit_codes': `Rückgabewerte:
  0    zu Ende, wie auch immer; oder die Antwort ist ja
  1    gescheitert oder gestoppt; oder die Antwort ist nein
  2    falsch benutzt oder eine schlechte Datei
  3    wartet auf einen Menschen oder eine Zeit oder ist pausiert
  4    wartet an einer Grenze
  5    gescheitert, weil eine Regel es verbot
  130  unterbrochen

FILE ist eine workflow.json oder ihr Ordner.`,
  'cli.help.about': 'sagen, wie ein Befehl benutzt wird',
  'cli.start.about': 'den Entwurf öffnen',
  'cli.check.about': 'auflisten, was an einem Ablauf falsch ist',
  'cli.compile.about': 'die Zustandsmaschine ausgeben, die aus einem Ablauf wird',
  'cli.run.about': 'einen Ablauf laufen lassen, bis er endet oder wartet',
  'cli.runs.about': 'Läufe auflisten, die neuesten zuerst',
  'cli.show.about': 'einen Lauf zeigen',
  'cli.pause.about': 'fertig werden lassen, was im Gang ist, und nichts Neues beginnen',
  'cli.resume.about': 'einen pausierten oder unterbrochenen Lauf fortsetzen',
  'cli.step.about': 'genau einen Schritt eines pausierten Laufs weitergehen lassen',
  'cli.stop.about': 'einen Lauf endgültig stoppen, mit Quittung',
  'cli.stop-all.about': 'alles stoppen, was im Gang ist, mit einer Quittung',
  'cli.inbox.about': 'auflisten, was auf einen Menschen wartet',
  'cli.decide.about': 'beantworten, was auf einen Menschen wartet',
  'cli.replay.about': 'einen aufgezeichneten Lauf noch einmal durchgehen, ohne etwas aufzurufen',
  'cli.verify.about': 'prüfen, dass die Aufzeichnung von Läufen nicht geändert wurde',
  'cli.ceiling.about': 'was ein Lauf höchstens kosten und tun kann',
  'cli.contract.about': 'was ein Ablauf darf und was nicht, in Sätzen',
  'cli.export.about': 'einen Ablauf in einer Form schreiben, die anderswo läuft',
  'cli.argument.file': 'workflow.json oder ihr Ordner',
  'cli.argument.run': 'Kennung eines Laufs',
  'cli.argument.some_run': 'Kennung eines Laufs; ohne sie alle Läufe',
  'cli.argument.card': 'Kennung dessen, was wartet, aus „interlock inbox“',
  'cli.argument.choice': 'eine der Möglichkeiten',
  'cli.argument.release': 'gestoppte Läufe wieder ihre Schlüssel benutzen lassen',
  'cli.option.how':
    'fertig werden lassen, was arbeitet, oder nur den aktuellen Schritt, oder nichts',
  'cli.option.tag': 'nur Läufe mit diesem Merkmal, als Name=Wert',
  'cli.option.help': 'sagen, wie das benutzt wird',
  'cli.option.json': 'ein Objekt für Programme ausgeben statt Text',
  'cli.option.workspace':
    'Ordner des Arbeitsbereichs (sonst INTERLOCK_WORKSPACE, sonst Documents/Interlock)',
  'cli.option.by': 'als diese Person handeln (eine Kennung aus people.json)',
  'cli.option.set': 'ein Eingabefeld angeben; mehrfach möglich',
  'cli.option.edit': 'ein Feld der Entscheidung ändern; mehrfach möglich',
  'cli.option.answer': 'beantworten, was an einem Schritt wartet; mehrfach möglich',
  'cli.option.input':
    'alle Eingabefelder als JSON: wörtlich, @Datei oder - für die Standardeingabe',
  'cli.option.practice': 'Übungsmodell und Übungswerkzeuge: Nichts verlässt diesen Computer',
  'cli.option.events':
    'jedes Ereignis der Aufzeichnung ausgeben, sobald es feststeht, je ein JSON-Objekt pro Zeile',
  'cli.option.note': 'eine Notiz für alle, die die Entscheidung lesen',
  'cli.option.to': 'die Person, an die übergeben wird',
  'cli.option.limit': 'wie viele aufgelistet werden',
  'cli.option.out': 'in diese Datei schreiben statt ausgeben',
  'cli.option.print': 'die Zeichnung nach diesem Durchgang ausgeben, oder „machine“',
  'cli.option.flat': 'in flache Zustände übersetzen, die zweite Umsetzung',
  'cli.option.to_seq': 'nach diesem Ereignis des Laufs anhalten',
  'cli.option.to_dir': 'Ordner, in den geschrieben wird',
  'cli.option.target':
    'was geschrieben wird: xstate oder file (eine Datei zum Verschicken oder Importieren)',
  'cli.option.browser': 'im Browser öffnen, auch wo das Programmfenster installiert ist',
  'cli.option.port': 'Port, auf dem gehört wird (sonst ein freier)',
};

const said: Record<string, string> = {
  'cli.wrong.run': 'Es gibt keinen Lauf „{run}“; „interlock runs“ listet auf, welche es gibt.',
  'cli.wrong.pair': '„{text}“ sollte die Form Name=Wert haben.',
  'cli.wrong.input':
    '--input braucht die Eingabefelder als eine Gruppe benannter Werte, etwa {example}; oder @Datei, oder - für die Standardeingabe.',
  'cli.wrong.input_file':
    '{file} lässt sich nicht lesen, also wurde nichts gestartet. Prüfen Sie den Namen und ob Sie die Datei lesen dürfen.',
  'cli.input.stdin': 'Die Standardeingabe',
  'cli.wrong.limit': 'Es sollte eine ganze Zahl von 1 bis {most} sein.',
  'cli.wrong.port': 'Es sollte eine ganze Zahl von 0 bis 65535 sein.',
  'cli.wrong.seq': 'Es sollte die Nummer eines Ereignisses sein, ab 1.',
  'cli.wrong.pass': 'Es gibt keinen Durchgang „{pass}“; es gibt: {passes}.',
  'cli.wrong.output': 'Das Ergebnis lässt sich nicht dorthin schreiben, wohin es soll ({reason}).',
  'cli.wrong.out': 'Die Datei {file} lässt sich nicht schreiben ({reason}).',
  'cli.wrong.not_empty':
    'Im Ordner {dir} liegen andere Dateien, also wurde dort nichts geschrieben; nennen Sie einen neuen.',
  'cli.wrong.target': 'Es gibt keine Ausgabe „{target}“; es gibt: xstate, file.',
  'cli.wrong.port_taken':
    'Port {port} ist schon belegt; wählen Sie einen anderen, oder lassen Sie --port weg.',
  'cli.wrong.not_built':
    'Der Entwurf wurde nicht gebaut: Geben Sie im Ordner von Interlock „npm run build“ ein.',
  'cli.examples_taken':
    '{n|Das Beispiel wurde genommen für|Die Beispiele wurden genommen für}: {fields}.',
  'cli.answer_unused':
    'Bei „{step}“ hat nichts gefragt; deshalb wurde die Antwort dafür nicht benutzt.',
  'cli.answer_left': 'Lauf {run} wartet noch darauf.',
  'cli.elsewhere': 'Ein anderes Interlock hält diesen Arbeitsbereich und führt das deshalb aus.',
  'cli.gone':
    'Das Interlock, das dies ausführte, ist beendet. Was getan wurde, ist aufgezeichnet; „interlock runs“ zeigt es.',
  'cli.interrupted': 'Unterbrochen.',
  'cli.kept': 'Lauf {run} bleibt, wie er ist; „interlock resume {run}“ setzt ihn fort.',
  'cli.resume.ended': 'Dieser Lauf ist zu Ende; es gibt nichts fortzusetzen.',
  'cli.bug': 'In Interlock ist etwas kaputtgegangen: {what}',
  'cli.handed': 'An {to} übergeben.',
  'cli.paused': 'Lauf {run} ist pausiert.',
  'cli.still_finishes': '  {name} wird noch fertig.',
  'cli.stopped': 'Lauf {run} ist gestoppt.',
  'cli.receipt.done': 'getan',
  'cli.receipt.notDone': 'nicht getan',
  'cli.receipt.unknown': 'unbekannt',
  'cli.receipt.waiting': 'wartete',
  'cli.receipt.nothing': 'nichts',
  'cli.stop_all.nothing': 'Hier ist nichts im Gang, also wurde nichts gestoppt.',
  'cli.stop_all.stopped': '{n|1 Lauf war|{n} Läufe waren} im Gang.',
  'cli.stop_all.did': '„{name}“ hat „{title}“ benutzt.',
  'cli.stop_all.maybe': '„{name}“ hat vielleicht „{title}“ benutzt; niemand kann es wissen.',
  'cli.stop_all.undo': 'So wird es rückgängig gemacht: {undo}',
  'cli.stop_all.locked':
    'Die Schlüssel von {n|1 gestopptem Lauf|{n} gestoppten Läufen} sind gesperrt. „interlock stop-all release“ gibt sie frei.',
  'cli.stop_all.released': '{n|1 Lauf darf|{n} Läufe dürfen} wieder Schlüssel benutzen.',
  'cli.tags': 'Betrifft: {tags}',
  'cli.in_line': 'In der Warteschlange: Er beginnt, wenn Lauf {run} zu Ende ist.',
  'cli.inbox.empty': 'Nichts wartet auf einen Menschen.',
  'cli.runs.empty': 'In diesem Arbeitsbereich ist noch nichts gelaufen.',
  'cli.waits_for': 'Wartet auf einen Menschen ({kind}): {title}',
  'cli.waits_until': 'Wartet bis {at}',
  'cli.decide_with': 'interlock decide {card} {choices}',
  'cli.resume_with.paused': 'Pausiert. Fortsetzen mit: interlock resume {run}',
  'cli.resume_with.interrupted':
    'Unterbrochen: Das Programm endete, während er lief. Fortsetzen mit: interlock resume {run}',
  'cli.until': 'bis {at}',
  'cli.for': 'für {who} ({id})',
  'cli.round': 'Runde {n}',
  'cli.visit': 'Durchgang {n}',
  'cli.attempts': '{n} Versuche',
  'cli.failed_at': 'Gescheitert bei {step}',
  'cli.failure.help':
    '„interlock show“ zeigt, was vorher geschah; beheben Sie die Ursache, und starten Sie noch einmal.',
  'cli.cost.practice':
    'würde {cost} kosten  {modelCalls|1 Modellaufruf|{modelCalls} Modellaufrufe}  {toolCalls|1 Werkzeugaufruf|{toolCalls} Werkzeugaufrufe}  {ms:time}',
  'cli.cost.real':
    'Kosten {cost}  {modelCalls|1 Modellaufruf|{modelCalls} Modellaufrufe}  {toolCalls|1 Werkzeugaufruf|{toolCalls} Werkzeugaufrufe}  {ms:time}',
  'cli.mode.practice': 'Übung',
  'cli.mode.real': 'echt',
  'cli.card.will': 'Wird tun: {tool}',
  'cli.card.not_known': 'noch nicht bekannt',
  'cli.card.rule': 'Regel: {rule}',
  'cli.card.item': 'Eintrag {n}',
  'cli.card.group': '{count|1 Aufruf|{count} Aufrufe} von „{step}“ ({tool})',
  'cli.card.group.total':
    '{count|1 Aufruf|{count} Aufrufe} von „{step}“ ({tool}), {total} insgesamt',
  'cli.card.group.unknown':
    '{n|1 davon ist|{n} davon sind} noch nicht bekannt; danach wird gefragt.',
  'cli.card.quorum': '{need} davon müssen zustimmen: {who:and}.',
  'cli.card.quorum.lost': 'Abgelehnt ist es, sobald so viele nicht mehr zustimmen können.',
  'cli.card.vote': '{who}: {choice}',
  'cli.card.escalates': 'Antwortet niemand, wird {who} gefragt, und zwar {at}.',
  'cli.card.recommended': 'Empfohlen: {choice}. {reason}',
  'cli.kind.approval': 'Freigabe',
  'cli.kind.question': 'Frage',
  'cli.kind.limit': 'Grenze',
  'cli.kind.unknown': 'Ausgang unbekannt',
  'cli.kind.trouble': 'Störung',
  'cli.kind.tool_changed': 'Werkzeug geändert',
  'cli.status.running': 'läuft',
  'cli.status.interrupted': 'unterbrochen',
  'cli.status.waiting': 'wartet',
  'cli.status.paused': 'pausiert',
  'cli.status.done': 'fertig',
  'cli.status.failed': 'gescheitert',
  'cli.status.stopped': 'gestoppt',
  'cli.status.damaged': 'beschädigt',
  'cli.outcome.done': 'Fertig.',
  'cli.outcome.refused': 'Abgelehnt.',
  'cli.outcome.does_not_know': 'Weiß es nicht.',
  'cli.outcome.stopped_at_limit': 'An einer Grenze gestoppt.',
  'cli.problem.error': 'Fehler',
  'cli.problem.warning': 'Warnung',
  'cli.check.fine': 'An {name} ist nichts falsch.',
  'cli.check.count':
    '{errors|1 Fehler|{errors} Fehler}, {warnings|1 Warnung|{warnings} Warnungen}.',
  'cli.ceiling.most':
    'Höchstens {toolCalls|1 Werkzeugaufruf|{toolCalls} Werkzeugaufrufe}, {modelCalls|1 Modellaufruf|{modelCalls} Modellaufrufe}, {minutes} min, {cost}.',
  'cli.ceiling.path': 'Erreicht über: {path}',
  'cli.ceiling.no_price': 'Kein Preis ist bekannt für: {names}',
  'cli.verify.none': 'In diesem Arbeitsbereich ist noch nichts gelaufen; es gibt nichts zu prüfen.',
  'cli.verify.ok': 'Die Aufzeichnung ist, wie sie geschrieben wurde.',
  'cli.verify.bad': 'Die Aufzeichnung wurde nach dem Schreiben geändert.',
  'cli.replay.same':
    '{n|1 Ereignis|{n} Ereignisse} wiedergegeben, ohne etwas aufzurufen: derselbe Weg und dieselben Werte.',
  'cli.replay.removed':
    'Ereignis {seq} von {run} lässt sich nicht noch einmal durchgehen: Werte dieses Laufs wurden absichtlich entfernt.',
  'cli.replay.differs': 'Die Wiedergabe ergab bei Ereignis {seq} von {run} etwas anderes.',
  'cli.exported': 'Geschrieben nach {dir}: {files}.',
  'cli.written': 'Geschrieben nach {file}.',
  'cli.start.address': `Interlock ist geöffnet unter

  {address}

Die Adresse gilt einmal, eine Minute lang. Die Eingabetaste gibt eine neue, Strg+C beendet.`,
  'cli.start.again':
    'Interlock ist mit diesem Arbeitsbereich schon geöffnet. Eine neue Adresse: {address}',
  'cli.start.fresh': 'Eine neue Adresse: {address}',
  'cli.start.set_aside':
    'Die Aufzeichnung der Läufe war beschädigt; sie wurde nach {folder} gelegt und eine neue begonnen. Die Abläufe sind, wie sie waren.',
  'cli.start.ending': 'Wird beendet …',
  'cli.start.no_shell':
    'Das Programmfenster ließ sich nicht öffnen oder ist abgestürzt. Der Entwurf geht im Browser weiter.',
};

export const cli: Record<string, string> = { ...api, ...server, ...commands, ...said };
