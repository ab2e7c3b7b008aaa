// German sentences: failures. Keys are codes; see say.ts for the placeholders.

/** What a step found wrong with an answer, and what is to be done about it (`.help`). */
const answers = {
  'failure.invented_tool': '{step} sollte „{tool}“ benutzen, und das Modell nannte „{said}“.',
  'failure.invented_tool.help':
    'Nichts wurde aufgerufen. Ein Modell kann nur das Werkzeug benutzen, das der Schritt nennt. Sagen Sie in den Anweisungen, wozu das Werkzeug gebraucht wird.',
  'failure.invented_argument':
    '{step} erhielt „{said}“ für „{tool}“, das nichts mit diesem Namen nimmt.',
  'failure.invented_argument.help':
    'Nichts wurde aufgerufen. Das Modell hat es erfunden. Versuchen Sie es noch einmal, oder wählen Sie ein sorgfältigeres Modell.',
  'failure.invented_value':
    '{step} erhielt für {argument} einen Wert, den „{tool}“ nicht nehmen kann.',
  'failure.invented_value.help':
    'Nichts wurde aufgerufen. Versuchen Sie es noch einmal, wählen Sie ein sorgfältigeres Modell, oder geben Sie diesen Wert selbst an.',
  'failure.invented_action':
    '{step} erhielt eine Antwort, die von „{tool}“ spricht, ohne es zu benutzen.',
  'failure.invented_action.help':
    'Nichts wurde aufgerufen, was auch immer die Antwort sagt. Versuchen Sie es noch einmal, oder wählen Sie ein sorgfältigeres Modell.',
  'failure.no_votes': 'Keine einzige Stimme kam zu einem Ergebnis.',
  'failure.no_votes.help':
    'Nichts wurde entschieden. Was aus jeder Stimme wurde, steht in der Aufzeichnung.',
  'failure.answer_shape': '{step} erhielt eine Antwort, die nicht zu dem passt, was verlangt war.',
  'failure.answer_shape.help':
    'Die Antwort wurde nicht benutzt. Versuchen Sie es noch einmal, fragen Sie ein sorgfältigeres Modell, oder verlangen Sie weniger auf einmal.',
  'failure.result_shape':
    '{step} erhielt von „{tool}“ eine Antwort ohne das, was die Karte zusagt: {field}.',
  'failure.result_shape.help':
    'Die Antwort wurde nicht benutzt. Fragen Sie, wer sich um dieses Werkzeug kümmert, oder berichtigen Sie die Karte.',
  'failure.check_shape': '{step} hat eine Antwort, die unvollständig oder falsch ist: {field}.',
  'failure.check_shape.help':
    'Nichts baut darauf auf. Versuchen Sie es noch einmal, oder fragen Sie die Quelle dieser Antwort.',
  'failure.no_timestamp': '{step} sagt nicht, wann die Antwort zutraf.',
  'failure.no_timestamp.help':
    'Sie kann alt sein und wurde deshalb nicht benutzt. Nennen Sie das Feld mit dem Zeitpunkt, oder verlangen Sie eine frische Antwort.',
  'failure.stale_answer':
    '{step} hat eine zwischengespeicherte Antwort geliefert; die Zeitangabe passt nicht',
  'failure.stale_answer.help':
    'Die Antwort wurde nicht benutzt, und nichts baut darauf auf. Verlangen Sie von der Quelle eine frische Antwort, und versuchen Sie es dann noch einmal.',
  'failure.wrong_subject':
    '{step} hat zu jemand anderem geantwortet: gefragt war {asked}, erhalten {got}',
  'failure.wrong_subject.help':
    'Die Antwort wurde nicht benutzt, und nichts baut darauf auf. Fragen Sie noch einmal, oder prüfen Sie, was dem Werkzeug gegeben wurde.',
  'failure.not_as_expected': '{step} endete nicht, wie es sein muss: {field} ist {got}',
  'failure.not_as_expected.help':
    'Nichts baut darauf auf. Sehen Sie die Antwort an, und versuchen Sie es dann noch einmal, oder hören Sie hier auf.',
  'failure.no_card': 'In diesem Ablauf gibt es kein Werkzeug „{tool}“.',
  'failure.no_card.help':
    'Nichts wurde aufgerufen. Wählen Sie ein Werkzeug, das eine Karte hat, oder fügen Sie eines hinzu.',
  'failure.shape_number': '{step} kann {field} nicht ermitteln: Eine Zahl fehlt.',
  'failure.shape_number.help':
    'Nichts wurde geraten. Geben Sie einen Ersatzwert an, oder prüfen Sie den Schritt, aus dem er kommt.',
  'failure.shape_list': '{step} kann {field} nicht ermitteln: Dafür ist eine Liste nötig.',
  'failure.shape_list.help': 'Nichts wurde geraten. Wählen Sie einen Wert, der eine Liste ist.',
  'failure.shape_date': '{step} kann {field} nicht ermitteln: Ein Datum fehlt.',
  'failure.shape_date.help': 'Nichts wurde geraten. Tage werden 2026-11-20 geschrieben.',
  'failure.shape_record':
    '{step} kann {field} nicht ermitteln: Dafür ist ein Wert mit Teilen nötig.',
  'failure.shape_record.help': 'Nichts wurde geraten. Wählen Sie einen Wert, der Teile hat.',
  'failure.shape_part': '{step} kann {field} nicht ermitteln: Diesen Teil gibt es nicht.',
  'failure.shape_part.help':
    'Nichts wurde geraten. Wählen Sie einen anderen Teil, oder prüfen Sie den Schritt, aus dem er kommt.',
};

/** What a tool could not do. */
const tools = {
  'failure.tool_kind':
    'Dieses Programm kann Werkzeuge von der Art, wie „{tool}“ eines ist, nicht benutzen.',
  'failure.tool_kind.help':
    'Nehmen Sie ein neueres Interlock oder für diesen Schritt ein anderes Werkzeug.',
  'failure.tool_arguments': '„{tool}“ erhielt etwas, das nicht passt: {field}.',
  'failure.tool_arguments.help':
    'Nichts wurde aufgerufen. Vergleichen Sie, was der Schritt übergibt, mit der Karte des Werkzeugs.',
  'failure.tool_no_answer': '„{tool}“ hat dafür keine Übungsantwort.',
  'failure.tool_no_answer.help':
    'Nichts wurde getan. Fügen Sie den Übungsdaten eine Antwort für diesen Fall hinzu.',
  'failure.tool_said': '„{tool}“ hat geantwortet: {message}',
  'failure.tool_said.help':
    'Weiter wurde nichts damit getan. Versuchen Sie es noch einmal, oder fragen Sie, wer sich um dieses Werkzeug kümmert.',
  'failure.folder_missing': '„{tool}“ darf den Ordner {folder} lesen, aber es gibt ihn nicht.',
  'failure.folder_missing.help':
    'Nichts wurde gelesen. Legen Sie den Ordner an, oder nennen Sie auf der Karte des Werkzeugs einen anderen.',
  'failure.folder_outside':
    '„{tool}“ wurde nach {file} gefragt, das außerhalb seines Ordners liegt.',
  'failure.folder_outside.help':
    'Es wurde nicht gelesen. Das geht nur mit Dateien in dem erlaubten Ordner.',
  'failure.folder_full': '„{tool}“ fand in seinem Ordner mehr als {n} Dateien.',
  'failure.folder_full.help':
    'Keine wurde gelesen. Räumen Sie erledigte Dateien weg, oder erlauben Sie einen kleineren Ordner.',
  'failure.file_large': '„{file}“ ist größer als {megabytes} MB.',
  'failure.file_large.help':
    'Die Datei wurde nicht gelesen. Verkleinern Sie sie, oder lesen Sie sie in Teilen.',
  'failure.file_kind': '„{file}“ ist von einer Art, die sich nicht lesen lässt.',
  'failure.file_kind.help':
    'Die Datei bleibt, wie sie ist. Lesen lassen sich Text, Markdown, CSV, HTML, Mail (.eml), PDF und Word (.docx).',
  'failure.file_scan':
    '„{file}“ enthält keinen lesbaren Text. Vielleicht ist es ein Scan oder ein Foto.',
  'failure.file_scan.help':
    'Die Datei bleibt, wie sie ist. Bitten Sie um eine Fassung mit Text, oder lassen Sie einen Menschen sie lesen.',
  'failure.file_locked': '„{file}“ ist mit einem Passwort gesperrt.',
  'failure.file_locked.help':
    'Die Datei wurde nicht gelesen. Speichern Sie sie ohne Passwort, und versuchen Sie es dann noch einmal.',
  'failure.file_damaged': '„{file}“ ist beschädigt oder nicht, was der Name sagt.',
  'failure.file_damaged.help':
    'Die Datei wurde nicht gelesen. Öffnen und speichern Sie sie von Hand, oder bitten Sie neu darum.',
  'failure.file_long': '„{file}“ enthält weit mehr, als ein Schritt lesen kann.',
  'failure.file_long.help':
    'Die Datei wurde nicht gelesen. Nehmen Sie den Teil heraus, auf den es ankommt, oder teilen Sie sie auf.',
  'failure.file_slow': '„{file}“ zu lesen dauerte zu lange und wurde beendet.',
  'failure.file_slow.help':
    'Nichts wurde daraus genommen. Versuchen Sie es später noch einmal; bleibt es so, speichern Sie die Datei neu.',
  'failure.file_gone': '„{tool}“ fand keine Datei „{file}“.',
  'failure.file_gone.help':
    'Nichts wurde geändert. Prüfen Sie den Namen; Ordner, Verknüpfungen und Geräte sind keine Dateien.',
  'failure.file_outside': '„{tool}“ hätte „{file}“ außerhalb seines Ordners erreicht.',
  'failure.file_outside.help':
    'Die Datei wurde nicht angerührt. Vielleicht hat jemand eine Verknüpfung dazwischengelegt: Sehen Sie im Ordner nach.',
  'failure.file_exists': '„{tool}“ fand, dass es eine Datei dieses Namens schon gibt.',
  'failure.file_exists.help':
    'Nichts wurde ersetzt. Wählen Sie einen anderen Namen, oder erlauben Sie das Ersetzen auf der Karte des Werkzeugs.',
  'failure.file_name': '„{tool}“ erhielt „{file}“, und das ist kein einfacher Dateiname.',
  'failure.file_name.help':
    'Nichts wurde angerührt. In einem Namen stehen keine Ordner und keine Zeichen, die manche Computer nicht aufbewahren können.',
  'failure.file_may_not': '„{tool}“ darf das mit Dateien nicht tun: {what}.',
  'failure.file_may_not.help': 'Nichts wurde angerührt. Was es darf, steht auf der Karte.',
  'failure.file_no_room': '„{tool}“ konnte „{file}“ nicht schreiben: Es ist kein Platz mehr.',
  'failure.file_no_room.help':
    'Nichts wurde geändert. Schaffen Sie Platz; dann wird es noch einmal versucht.',
  'failure.file_kept': '„{tool}“ darf „{file}“ auf diesem Computer nicht ändern.',
  'failure.file_kept.help':
    'Nichts wurde geändert. Sehen Sie die Rechte der Datei und ihres Ordners an.',
  'failure.file_other_disk':
    '„{tool}“ kann „{file}“ nicht in einen Ordner auf einem anderen Datenträger verschieben.',
  'failure.file_other_disk.help':
    'Die Datei bleibt, wo sie ist. Wählen Sie einen Ordner auf demselben Datenträger.',
  'failure.tool_options':
    'Die Karte von „{tool}“ sagt nicht richtig, was das Werkzeug braucht: {field}.',
  'failure.tool_options.help': 'Nichts wurde aufgerufen. Berichtigen Sie die Karte des Werkzeugs.',
  'failure.mail_unreadable': '„{tool}“ konnte das nicht als Mail lesen.',
  'failure.mail_unreadable.help':
    'Nichts wurde daraus genommen. Öffnen Sie sie von Hand, oder lassen Sie sie weg.',
};

/** What a database file or a folder of knowledge could not give. */
const stores = {
  'failure.sql_missing': '„{tool}“ darf {file} öffnen, aber die Datei ist nicht da.',
  'failure.sql_missing.help':
    'Nichts wurde getan. Legen Sie die Datei dorthin, oder nennen Sie auf der Karte eine andere.',
  'failure.sql_no_database': '{file} ist keine SQLite-Datenbank.',
  'failure.sql_no_database.help':
    'Nichts wurde getan. Prüfen Sie, welche Datei die Karte von „{tool}“ nennt.',
  'failure.sql_damaged': 'Die Datenbank {file} ist beschädigt.',
  'failure.sql_damaged.help':
    'Nichts wurde geändert. Stellen Sie sie aus einer Kopie wieder her, und versuchen Sie es dann noch einmal.',
  'failure.sql_busy': 'Ein anderes Programm ändert gerade die Datenbank {file}.',
  'failure.sql_busy.help':
    'Nichts wurde getan. Es wird noch einmal versucht; bleibt es so, schließen Sie jenes Programm.',
  'failure.sql_kept': 'Die Datenbank {file} darf auf diesem Computer nicht geändert werden.',
  'failure.sql_kept.help':
    'Nichts wurde geändert. Sehen Sie die Rechte der Datei und ihres Ordners an.',
  'failure.sql_cannot_open': 'Die Datenbank {file} lässt sich nicht öffnen.',
  'failure.sql_cannot_open.help':
    'Nichts wurde getan. Sehen Sie die Rechte der Datei und ihres Ordners an.',
  'failure.sql_no_room': 'Zum Ändern von {file} ist kein Platz mehr.',
  'failure.sql_no_room.help':
    'Nichts wurde geändert. Schaffen Sie Platz; dann wird es noch einmal versucht.',
  'failure.sql_constraint':
    '„{tool}“ wurde nach den Regeln der Datenbank selbst abgelehnt: {said}.',
  'failure.sql_constraint.help':
    'Nichts wurde geändert. Vielleicht fehlt ein Wert, oder es gibt unter demselben Schlüssel schon einen.',
  'failure.sql_statement': '„{tool}“ hat eine Anweisung, die die Datenbank nicht annimmt: {said}.',
  'failure.sql_statement.help':
    'Nichts wurde getan. Berichtigen Sie sie auf der Karte, oder nehmen Sie stattdessen eine Tabelle und ihre Spalten.',
  'failure.sql_not_granted':
    '„{tool}“ würde die Datenbank ändern, und die Karte erlaubt das nicht.',
  'failure.sql_not_granted.help':
    'Nichts wurde geändert. Erlauben Sie es auf der Karte, oder schlagen Sie nur nach.',
  'failure.sql_too_many': '„{tool}“ hätte mehr Zeilen geändert, als die Karte erlaubt.',
  'failure.sql_too_many.help':
    'Nichts wurde geändert. Grenzen Sie es ein, oder erlauben Sie auf der Karte mehr.',
  'failure.sql_no_row': '„{tool}“ fand unter diesem Schlüssel nichts zu ändern.',
  'failure.sql_no_row.help':
    'Nichts wurde geändert. Prüfen Sie den Schlüssel, oder fügen Sie die Zeile zuerst hinzu.',
  'failure.sql_name': 'In der Datenbank heißt nichts {said}, was „{tool}“ braucht.',
  'failure.sql_name.help':
    'Nichts wurde getan. Berichtigen Sie auf der Karte die Tabelle oder die Spalten.',
  'failure.sql_nothing_given':
    '„{tool}“ wurde nicht gesagt, wonach es suchen oder was es ändern soll.',
  'failure.sql_nothing_given.help': 'Nichts wurde getan. Geben Sie mindestens den Schlüssel an.',
  'failure.sql_large': '„{tool}“ fand mehr, als eine Antwort fassen kann.',
  'failure.sql_large.help':
    'Nichts wurde benutzt. Verlangen Sie weniger Zeilen oder weniger Spalten.',
  'failure.sql_broke': '„{tool}“ ist an der Datenbank abgestürzt.',
  'failure.sql_broke.help':
    'Nichts wurde geändert. Vielleicht ist die Datei beschädigt: Öffnen Sie sie von Hand.',
  'failure.knowledge_slow': '„{tool}“ konnte seinen Ordner nicht rechtzeitig durchsuchen.',
  'failure.knowledge_slow.help':
    'Was gelesen wurde, ist aufbewahrt; ein weiterer Versuch kommt also weiter. Geben Sie ihm auf der Karte mehr Zeit.',
  'failure.knowledge_broke': '„{tool}“ konnte seinen Ordner nicht durchsuchen.',
  'failure.knowledge_broke.help':
    'Nichts wurde gefunden. Sehen Sie nach, ob eine Datei darin beschädigt ist.',
};

/** What a model, or the way to it, could not do. */
const models = {
  'failure.model_key_missing':
    'Das Modell „{model}“ braucht den Schlüssel „{secret}“, und es gibt keinen. Nichts wurde gesendet.',
  'failure.model_key_missing.help':
    'Setzen Sie ihn als {variable}, und starten Sie noch einmal, oder lassen Sie diese Rolle in models.json üben.',
  'failure.model_key':
    '{address} nimmt den Schlüssel „{secret}“ nicht an. Nichts wurde beantwortet.',
  'failure.model_key.help':
    'Prüfen Sie, ob der Schlüssel stimmt, noch gilt und das Modell „{model}“ benutzen darf.',
  'failure.model_quota':
    'Das Konto bei {address} hat kein Guthaben mehr. Nichts wurde beantwortet.',
  'failure.model_quota.help':
    'Laden Sie es dort auf, oder wählen Sie für diese Rolle ein anderes Modell.',
  'failure.model_unknown': '{address} kennt kein Modell „{model}“. Nichts wurde beantwortet.',
  'failure.model_unknown.help':
    'Prüfen Sie in models.json den Namen und die Adresse dieser Rolle; die Adresse endet oft auf /v1.',
  'failure.model_moved':
    '{address} hat uns an eine andere Adresse weitergeschickt. Dorthin wurde nichts gesendet.',
  'failure.model_moved.help':
    'Schlüssel gehen nur an die Adresse, die Sie genannt haben. Ist sie umgezogen, tragen Sie die neue in models.json ein.',
  'failure.model_busy': '{address} hat gerade zu viel zu tun. Nichts wurde beantwortet.',
  'failure.model_busy.help':
    'Nach einer Pause wird es noch einmal versucht. Bleibt es so, fragen Sie seltener.',
  'failure.model_down':
    '{address} ist mit einem eigenen Fehler gescheitert ({status}). Keine Antwort kam.',
  'failure.model_down.help':
    'Nach einer Pause wird es noch einmal versucht. Bleibt es so, fragen Sie, wer es betreibt.',
  'failure.model_unreachable': '{address} ist nicht erreichbar. Keine Antwort kam.',
  'failure.model_unreachable.help':
    'Prüfen Sie die Adresse und die Verbindung; ein Modell auf diesem Computer muss laufen.',
  'failure.model_slow': '„{model}“ brauchte zu lange für eine Antwort. Der Aufruf wurde beendet.',
  'failure.model_slow.help':
    'Was er gekostet haben kann, zählt voll. Versuchen Sie es noch einmal, oder wählen Sie für diese Rolle ein schnelleres Modell.',
  'failure.model_stopped': 'Der Aufruf von „{model}“ wurde vor der Antwort beendet.',
  'failure.model_stopped.help':
    'Was er gekostet haben kann, zählt voll. Starten Sie ihn bei Bedarf noch einmal.',
  'failure.model_stream': 'Die Antwort von „{model}“ brach ab oder war nicht lesbar.',
  'failure.model_stream.help':
    'Was kam, wurde nicht benutzt. Es wird noch einmal versucht; bleibt es so, prüfen Sie, was unter {address} steht.',
  'failure.model_truncated':
    'Die Antwort von „{model}“ war länger als die {most} Token, die sie haben darf, und wurde abgeschnitten.',
  'failure.model_truncated.help':
    'Eine halbe Antwort wird nicht benutzt. Erlauben Sie in diesem Schritt eine längere, oder verlangen Sie weniger.',
  'failure.model_refused': '„{model}“ hat die Antwort verweigert.',
  'failure.model_refused.help':
    'Nichts wurde entschieden. Sehen Sie an, was ihm gegeben wurde, oder lassen Sie einen Menschen diesen Schritt tun.',
  'failure.model_empty': '„{model}“ gab eine leere Antwort.',
  'failure.model_empty.help':
    'Es wird noch einmal versucht. Bleibt es so, wählen Sie ein anderes Modell.',
  'failure.model_misfit':
    'Die Antwort von „{model}“ passt nicht zu dem, was verlangt war: {field}. Sie wurde nicht benutzt.',
  'failure.model_misfit.help':
    'Versuchen Sie es noch einmal, wählen Sie ein sorgfältigeres Modell, oder verlangen Sie weniger auf einmal.',
  'failure.model_too_long':
    'Was dieser Schritt sendet, ist mehr, als „{model}“ auf einmal lesen kann. Das meiste davon ist „{part}“ ({share} %).',
  'failure.model_too_long.help':
    'Nie wird stillschweigend etwas abgeschnitten. Geben Sie dem Schritt weniger Text, oder wählen Sie ein Modell, das mehr liest.',
  'failure.model_no_schema':
    '„{model}“ lässt sich nicht auf eine feste Form der Antwort festlegen.',
  'failure.model_no_schema.help':
    'Es wird noch einmal in einfachen Worten gefragt und die Antwort hier geprüft.',
  'failure.model_rejected': '{address} hat die Anfrage nicht angenommen. Die Antwort war: „{said}“',
  'failure.model_rejected.help': 'Nichts wurde beantwortet. Prüfen Sie diese Rolle in models.json.',
};

export const failures: Record<string, string> = {
  ...answers,
  ...tools,
  ...stores,
  ...models,
};
