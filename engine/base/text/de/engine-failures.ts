// German sentences: failures the engine itself reports, and commands it cannot carry out.
// Each says what happened; its `.help` says what that means and what to do next.

/** Failures of a run. */
const ofRuns = {
  'failure.arguments': '„{tool}“ lässt sich nicht aufrufen: {argument} passt nicht zur Karte.',
  'failure.arguments.help':
    'Nichts wurde aufgerufen. Prüfen Sie, was der Schritt übergibt, und starten Sie dann noch einmal.',
  'failure.setting': 'Dieser Schritt kann mit der Einstellung „{setting}“ nicht arbeiten.',
  'failure.setting.help':
    'Nichts wurde aufgerufen. Öffnen Sie den Schritt, und berichtigen Sie die Einstellung.',
  'failure.call_broke': 'Der Aufruf brach ab, bevor eine Antwort kam.',
  'failure.call_broke.help':
    'Es wird von selbst noch einmal versucht, solange Versuche übrig sind.',
  'failure.timed_out': 'Innerhalb von {seconds} Sekunden kam keine Antwort.',
  'failure.timed_out.help':
    'Es wird von selbst noch einmal versucht, solange Versuche übrig sind. Geben Sie dem Schritt mehr Zeit, wenn er sie braucht.',
  'failure.interrupted': 'Das Programm endete, während dies beantwortet wurde.',
  'failure.interrupted.help':
    'Nach dem Neustart wurde noch einmal gefragt. Was der verlorene Versuch gekostet haben kann, ist mitgezählt.',
  'failure.nothing_to_call': 'Dieser Schritt hat nichts, was er aufrufen könnte.',
  'failure.nothing_to_call.help': 'Wählen Sie für ihn ein Werkzeug oder ein Modell.',
  'failure.unknown_step': 'Dieses Programm kennt diese Art von Schritt nicht.',
  'failure.unknown_step.help':
    'Der Lauf stammt aus einer anderen Version des Programms. Aktualisieren Sie es, oder ersetzen Sie den Schritt.',
  'failure.child_stopped': 'Der Ablauf in diesem Schritt wurde gestoppt.',
  'failure.child_stopped.help':
    'Seine eigene Aufzeichnung sagt, warum. Starten Sie noch einmal, wenn das geklärt ist.',
  'failure.child_at_limit': 'Der Ablauf in diesem Schritt wurde an seiner Grenze beendet.',
  'failure.child_at_limit.help':
    'Was er getan hatte, steht in seiner Aufzeichnung. Machen Sie ohne seine Antwort weiter, oder starten Sie ihn mit mehr Spielraum noch einmal.',
  'failure.no_such_workflow': 'Hier gibt es keinen Ablauf „{workflow}“.',
  'failure.no_such_workflow.help':
    'Nichts wurde gestartet. Wählen Sie einen Ablauf dieses Arbeitsbereichs.',
  'failure.too_nested': 'Bei „{workflow}“ sind Abläufe zu tief ineinander verschachtelt.',
  'failure.too_nested.help':
    'Nichts wurde gestartet. Ein Ablauf darf einen anderen starten, aber nicht endlos.',
  'failure.not_a_list': 'Es gibt keine Liste zum Durchgehen.',
  'failure.not_a_list.help': 'Nichts wurde gestartet. Wählen Sie einen Wert, der eine Liste ist.',
  'failure.list_too_long':
    'Die Liste hat {count:number} Einträge; durchgehen lassen sich höchstens {most:number}.',
  'failure.list_too_long.help':
    'Nichts wurde gestartet. Geben Sie eine kürzere Liste vor, oder nehmen Sie mehrere Läufe.',
  'failure.price_unknown': 'Niemand weiß, was dieses Modell kostet.',
  'failure.price_unknown.help':
    'Nichts wurde gefragt. Tragen Sie den Preis in den Einstellungen der Modelle ein.',
  'failure.too_large': 'Das ist zu groß zum Aufbewahren: {field}.',
  'failure.too_large.help': 'Es wurde nicht benutzt. Geben oder verlangen Sie weniger auf einmal.',
  'failure.reserved_name':
    '{field} benutzt den Namen „@blob“, den Interlock sich selbst vorbehält.',
  'failure.reserved_name.help':
    'Es wurde nicht benutzt. Wer es erstellt hat, muss diesen Teil anders nennen.',
  'failure.too_deep': 'Das ist zu tief verschachtelt: {field}.',
  'failure.too_deep.help': 'Es wurde nicht benutzt. Geben oder verlangen Sie etwas Einfacheres.',
  'failure.refused_by': '{by} hat das abgelehnt.',
  'failure.refused_by.help': 'Nichts wurde getan.',
  'failure.too_few_to_agree':
    'Hier müssen {need} Personen zustimmen, und {count|nur 1 Person kann|nur {count} Personen können} gefragt werden.',
  'failure.too_few_to_agree.help':
    'Niemand wurde gefragt. Nennen Sie im Schritt mehr Personen, oder verlangen Sie weniger Zustimmungen.',
  'failure.outcome_unknown': 'Ob dies geschehen ist, ist nicht bekannt.',
  'failure.outcome_unknown.help':
    'Jemand hat entschieden, es als gescheitert zu werten. Prüfen Sie außen, bevor es noch einmal getan wird.',
  'failure.bug': 'Das Programm hat einen Fehler gemacht und diesen Lauf gestoppt: {reason}',
  'failure.bug.help':
    'Nichts Aufgezeichnetes ist verloren. Melden Sie es mit der Aufzeichnung des Laufs.',
  'failure.way_out_not_drawn': 'Der Ausgang „{port}“ führt nirgendwohin.',
  'failure.way_out_not_drawn.help':
    'Der Lauf endete dort. Zeichnen Sie, wohin es weitergehen soll.',
  way_out_not_drawn: 'Der Ausgang „{port}“ führt nirgendwohin.',
  'failure.limit.costUsd':
    'Bei „{step}“ gestoppt: {used} von höchstens {cap} sind ausgegeben oder zurückgelegt.',
  'failure.limit.modelCalls':
    'Bei „{step}“ gestoppt: {used} von höchstens {cap} Modellaufrufen sind getan.',
  'failure.limit.toolCalls':
    'Bei „{step}“ gestoppt: {used} von höchstens {cap} Werkzeugaufrufen sind getan.',
  'failure.limit.tokens':
    'Bei „{step}“ gestoppt: {used} von höchstens {cap} Token sind verbraucht.',
  'failure.limit.minutes':
    'Bei „{step}“ gestoppt: {used} von höchstens {cap} Arbeitszeit sind verbraucht.',
  'failure.limit.attempts':
    'Bei „{step}“ gestoppt: {used} von höchstens {cap} Versuchen sind verbraucht.',
  'failure.limit.day': 'Bei „{step}“ gestoppt: Die Grenze von {cap} für heute ist erreicht.',
  ...Object.fromEntries(
    ['costUsd', 'modelCalls', 'toolCalls', 'tokens', 'minutes', 'attempts', 'day'].map(
      (counter) => [
        `failure.limit.${counter}.help`,
        'Nichts weiter wurde begonnen. Finden Sie heraus, warum so viel gebraucht wurde, bevor Sie die Grenze erhöhen.',
      ],
    ),
  ),
};

/** Commands that could not be carried out. */
const ofCommands = {
  'run.not_active': 'Dieser Lauf ist nicht mehr im Gang, also wurde nichts geändert.',
  'run.already_paused':
    'Dieser Lauf ist schon pausiert, also wurde nichts geändert. Setzen Sie ihn fort, damit er weitergeht.',
  'run.not_paused':
    'Dieser Lauf ist nicht pausiert, also wurde nichts geändert. Nur ein pausierter Lauf lässt sich fortsetzen oder Schritt für Schritt führen.',
  'run.unknown': 'Hier gibt es keinen Lauf {run}.',
  'run.held':
    'Dieser Lauf ließ sich nicht wieder aufnehmen ({reason}), also wurde nichts geändert. Stoppen lässt er sich noch.',
  'run.overlaps':
    'Lauf {run} betrifft dieselbe Sache und ist nicht zu Ende; deshalb wurde dieser nicht gestartet. Stoppen Sie jenen, oder warten Sie sein Ende ab.',
  'run.waits_in_line':
    'Lauf {run} betrifft dieselbe Sache. Dieser beginnt, wenn jener zu Ende ist.',
  'run.stopping':
    'Alles wird gerade gestoppt, also wird nichts Neues begonnen. Versuchen Sie es noch einmal, wenn fertig ist, was läuft.',
  'run.nothing_to_release': 'Kein Schlüssel ist gesperrt, also wurde nichts geändert.',
  'decide.already': '{by} hat das schon entschieden: {choice}.',
  'decide.no_longer_open':
    'Auf diese Entscheidung wartet niemand mehr, also wurde nichts geändert.',
  'decide.too_late': 'Die Zeit für diese Entscheidung ist vorbei, also wurde nichts geändert.',
  'decide.asked_already':
    '{person} ist schon gefragt, also wurde nichts geändert. Wählen Sie jemand anderen.',
  'decide.escalated': '{from} hat nicht rechtzeitig geantwortet. Jetzt ist {to} gefragt.',
  'decide.away': '{from} ist abwesend. Stattdessen ist {to} gefragt.',
  'decide.unknown_card': 'Hier gibt es keine Entscheidung {card}.',
  'decide.unknown_person': 'Hier gibt es keine Person „{person}“, also wurde nichts getan.',
  'decide.unknown_choice': '„{choice}“ ist hier nicht möglich. Möglich: {choices}.',
  'decide.own_run': '{person} hat diesen Lauf gestartet und kann nicht darüber entscheiden.',
  'decide.not_asked': '{person} ist hier nicht gefragt, sondern {to}.',
  'decide.over_limit':
    '{by} darf höchstens {limit:money} freigeben; dies sind {amount:money}. Jetzt ist {to} gefragt.',
  'decide.over_limit_nobody':
    '{by} darf höchstens {limit:money} freigeben; dies sind {amount:money}, und so viel darf hier niemand freigeben.',
  'decide.rule_denies': 'Die Regel „{rule}“ verbietet das; deshalb lässt es sich nicht freigeben.',
  'decide.hand_to_nobody': 'Sagen Sie, an wen das gehen soll. Nichts wurde geändert.',
  'decide.hand_to_whom':
    'Hier gibt es keine Person „{person}“, also wurde es nicht übergeben. Wählen Sie jemand anderen.',
  'decide.handed': '{by} hat das an {to} übergeben.',
};

export const engineFailures: Record<string, string> = { ...ofRuns, ...ofCommands };
