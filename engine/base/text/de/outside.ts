// German sentences: what goes wrong on the way to other computers, and with secrets.

/** On the way to a host. */
const net = {
  'failure.net_address': '„{tool}“ hat eine Adresse, die nicht brauchbar ist: {place}.',
  'failure.net_address.help':
    'Nichts wurde gesendet. Adressen beginnen mit https:// oder http:// und enthalten keinen Benutzernamen und kein Passwort.',
  'failure.net_host': '„{tool}“ darf nicht mit {place} sprechen.',
  'failure.net_host.help':
    'Dorthin wurde nichts gesendet. Wenn es das soll, fügen Sie den Rechner (und seinen Port) den Adressen auf der Karte hinzu.',
  'failure.net_local': '{place} liegt auf diesem Computer oder in seinem eigenen Netz.',
  'failure.net_local.help':
    'Dorthin wurde nichts gesendet. Wenn „{tool}“ es erreichen soll, nennen Sie auf der Karte genau diesen Rechner und Port.',
  'failure.net_plain': 'Das Geheimnis „{secret}“ würde unverschlüsselt zu {place} reisen.',
  'failure.net_plain.help':
    'Nichts wurde gesendet. Nehmen Sie auf der Karte von „{tool}“ eine https://-Adresse.',
  'failure.net_certificate': '{place} kann nicht beweisen, wer es ist.',
  'failure.net_certificate.help':
    'Nichts wurde gesendet. Das Zertifikat gilt nicht für diese Adresse; fragen Sie, wer sie betreibt.',
  'failure.not_reached': '{place} ist nicht erreichbar, also wurde „{tool}“ nicht aufgerufen.',
  'failure.not_reached.help':
    'Sicher wurde nichts gesendet. Es wird noch einmal versucht, solange Versuche übrig sind; prüfen Sie Adresse und Verbindung.',
  'net.certificates_off':
    'NODE_TLS_REJECT_UNAUTHORIZED=0 schaltet die Prüfung von Zertifikaten ab; deshalb startet Interlock nicht. Entfernen Sie diese Einstellung; niemand könnte einen echten Server von einem falschen unterscheiden.',
};

/** From a tool that is an address. */
const http = {
  'failure.http_argument': '„{tool}“ kann das nicht als {field} nehmen.',
  'failure.http_argument.help':
    'Nichts wurde gesendet. Es fehlt, oder es enthält einen Schrägstrich oder Zeilenumbruch, wo ein einzelnes Wort hingehört.',
  'failure.http_moved': '„{tool}“ wurde an eine andere Adresse weitergeschickt.',
  'failure.http_moved.help':
    'Dem wurde nicht gefolgt. Ist das Werkzeug umgezogen, schreiben Sie die neue Adresse auf die Karte.',
  'failure.http_key': '„{tool}“ nimmt das Geheimnis „{secret}“ nicht an ({status}).',
  'failure.http_key.help': 'Dort wurde nichts getan. Prüfen Sie, ob es stimmt, gilt und dies darf.',
  'failure.http_busy': '„{tool}“ hat gerade zu viel zu tun ({status}).',
  'failure.http_busy.help':
    'Dort wurde nichts getan. Nach einer Pause wird es noch einmal versucht.',
  'failure.http_refused': '„{tool}“ hat abgelehnt ({status}). Die Antwort war: „{said}“',
  'failure.http_refused.help': 'Dort wurde nichts getan. Prüfen Sie, was der Schritt übergibt.',
  'failure.http_down': '„{tool}“ ist mit einem eigenen Fehler gescheitert ({status}).',
  'failure.http_down.help':
    'Ob es etwas getan hat, ist nicht sicher. Bleibt es so, fragen Sie, wer es betreibt.',
  'failure.http_error_body':
    '„{tool}“ hat den Aufruf angenommen und dann einen Fehler gemeldet: „{said}“',
  'failure.http_error_body.help':
    'Die Antwort wurde nicht benutzt. Prüfen Sie, was der Schritt übergibt.',
  'failure.http_unread':
    '„{tool}“ hat mit etwas geantwortet, das sich nicht als Daten lesen lässt ({kind}).',
  'failure.http_unread.help':
    'Die Antwort wurde nicht benutzt. Prüfen Sie die Adresse auf der Karte; oft steht dort eine Seite für Menschen.',
  'failure.http_empty': '„{tool}“ gab eine leere Antwort ({status}).',
  'failure.http_empty.help':
    'Nichts baut darauf auf. Prüfen Sie dort, ob getan wurde, was verlangt war.',
  'failure.http_large': 'Die Antwort von „{tool}“ ist größer als {megabytes} MB.',
  'failure.http_large.help':
    'Sie wurde nicht zu Ende gelesen und nicht benutzt. Verlangen Sie weniger auf einmal.',
};

/** From mail accounts. */
const mail = {
  'failure.mail_recipient': '„{tool}“ darf nicht an {address} schreiben.',
  'failure.mail_recipient.help':
    'Nichts wurde gesendet. Auf der Karte stehen die Adressen und Domänen, an die es schreiben darf.',
  'failure.mail_address': '„{tool}“ erhielt etwas, das keine Mailadresse ist: {address}.',
  'failure.mail_address.help':
    'Nichts wurde gesendet. Berichtigen Sie es, und versuchen Sie es dann noch einmal.',
  'failure.mail_many':
    '„{tool}“ sollte an {n} Personen auf einmal schreiben; erlaubt sind höchstens {most}.',
  'failure.mail_many.help':
    'Nichts wurde gesendet. Senden Sie in mehreren Schritten oder an einen Verteiler.',
  'failure.mail_key': 'Der Mailserver bei {place} nimmt das Geheimnis „{secret}“ nicht an.',
  'failure.mail_key.help':
    'Nichts wurde gesendet oder gelesen. Prüfen Sie Benutzername und Passwort des Kontos.',
  'failure.mail_plain': 'Der Mailserver bei {place} bietet keine Verschlüsselung.',
  'failure.mail_plain.help':
    'Nichts wurde gesendet oder gelesen, auch das Passwort nicht. Nehmen Sie einen Port mit Verschlüsselung.',
  'failure.mail_refused': 'Der Mailserver bei {place} hat abgelehnt. Die Antwort war: „{said}“',
  'failure.mail_refused.help':
    'Nichts wurde gesendet. Prüfen Sie die Adressen, und versuchen Sie es dann noch einmal.',
  'failure.mail_busy':
    'Der Mailserver bei {place} bittet, später wiederzukommen. Die Antwort war: „{said}“',
  'failure.mail_busy.help': 'Nichts wurde gesendet. Nach einer Pause wird es noch einmal versucht.',
  'failure.mail_partly':
    'Die Mail ist gesendet, aber der Server hat die Zustellung an {refused} abgelehnt.',
  'failure.mail_partly.help':
    'Die anderen haben sie ({accepted}). Prüfen Sie die abgelehnten Adressen, bevor noch einmal etwas gesendet wird.',
  'failure.mail_folder':
    '„{tool}“ darf den Mailordner „{folder}“ nicht lesen, oder es gibt ihn nicht.',
  'failure.mail_folder.help':
    'Nichts wurde gelesen. Auf der Karte stehen die Ordner, die gelesen werden dürfen.',
  'failure.mail_server':
    'Der Mailserver bei {place} konnte nicht antworten. Die Antwort war: „{said}“',
  'failure.mail_server.help': 'Nichts wurde gelesen. Versuchen Sie es später noch einmal.',
};

/** Secrets a step needs. */
const needed = {
  'failure.secret_missing': 'Für {host} wird das Geheimnis „{name}“ gebraucht, und es gibt keines.',
  'failure.secret_missing.help':
    'Nichts wurde gesendet. Geben Sie es ein mit: interlock secrets set {name} --host {host}',
  'failure.secret_host': 'Das Geheimnis „{name}“ darf nicht an {host} gesendet werden.',
  'failure.secret_host.help':
    'Nichts wurde gesendet. Wenn jener Rechner es haben darf, geben Sie es neu ein, und nennen Sie ihn dabei.',
  'failure.secret_unbound': 'Das Geheimnis „{name}“ sagt nicht, an welche Rechner es gehen darf.',
  'failure.secret_unbound.help':
    'Nichts wurde gesendet. Setzen Sie daneben {variable}_HOSTS={host}, oder bewahren Sie es auf mit: interlock secrets set {name} --host {host}',
  'failure.secret_again':
    'Das Geheimnis „{name}“ lässt sich nicht mehr lesen. Geben Sie es noch einmal ein.',
  'failure.secret_again.help':
    'Nichts wurde gesendet, und sonst ist nichts verloren. Geben Sie es ein mit: interlock secrets set {name}',
  'failure.secret_file_key':
    'Das Geheimnis „{name}“ ist verschlüsselt, und sein Schlüssel ist nicht angegeben.',
  'failure.secret_file_key.help':
    'Nichts wurde gesendet. Setzen Sie {variable}, und starten Sie noch einmal.',
  'failure.secret_keychain':
    'Der Schlüsselbund dieses Computers öffnet sich nicht für das Geheimnis „{name}“.',
  'failure.secret_keychain.help':
    'Nichts wurde gesendet. Entsperren Sie ihn, und versuchen Sie es dann noch einmal.',
  'failure.secret_locked':
    'Dieser Lauf wurde gestoppt und darf das Geheimnis „{name}“ nicht benutzen.',
  'failure.secret_locked.help':
    'Nichts wurde gesendet. Jemand muss ihm wieder erlauben, Geheimnisse zu benutzen.',
};

/** Keeping secrets. */
const kept = {
  'secret.name':
    '„{name}“ kann nicht der Name eines Geheimnisses sein: Nehmen Sie kleine Buchstaben, Ziffern und _.',
  'secret.short':
    'Ein Geheimnis hat mindestens {n} Zeichen, damit es in Texten verborgen werden kann.',
  'secret.long': 'Ein Geheimnis hat höchstens {n} Zeichen.',
  'secret.hosts':
    'Sagen Sie mit --host, an welchen Rechner das Geheimnis gesendet werden darf. Es geht nirgendwo sonst hin.',
  'secret.host':
    '„{host}“ ist kein Rechner. Schreiben Sie einen Namen wie api.example.com oder Name:Port.',
  'secret.no_place':
    'Hier gibt es keinen Schlüsselbund, der arbeitet; deshalb wurde nichts aufbewahrt. Setzen Sie {key}, um es in einer verschlüsselten Datei aufzubewahren, oder geben Sie das Geheimnis als {variable} an.',
  'cli.secrets.about':
    'Namen der Geheimnisse, die Werkzeuge und Modelle benutzen dürfen, nie ihre Werte',
  'cli.secrets.list.about': 'Namen, Rechner und Ort jedes Geheimnisses auflisten',
  'cli.secrets.set.about':
    'ein Geheimnis aufbewahren; sein Wert wird von der Standardeingabe gelesen',
  'cli.secrets.forget.about': 'ein Geheimnis entfernen',
  'cli.argument.secret': 'Name eines Geheimnisses',
  'cli.option.host':
    'ein Rechner, an den es gesendet werden darf, als Name oder Name:Port; mehrfach möglich',
  'cli.secrets.none': 'Hier sind keine Geheimnisse aufbewahrt.',
  'cli.secrets.type':
    'Tippen Sie den Wert von „{name}“, oder fügen Sie ihn ein, und drücken Sie die Eingabetaste; er wird nicht gezeigt.',
  'cli.secrets.kept': 'Das Geheimnis „{name}“ ist aufbewahrt. {where}',
  'cli.secrets.forgotten': 'Das Geheimnis „{name}“ ist entfernt.',
  'cli.secrets.not_here':
    'Ein Wert wird nie auf der Befehlszeile angegeben, wo andere Programme ihn lesen können. Geben Sie ihn über die Standardeingabe, und wählen Sie einen anderen, falls dieser echt war.',
  'cli.secrets.unknown': 'Hier ist kein Geheimnis „{name}“ aufbewahrt.',
  'cli.secrets.anywhere': 'jeder Rechner, den ein Eintrag der Modelle nennt',
  'cli.secrets.where.keychain':
    'Es liegt im Schlüsselbund dieses Computers und ist durch ihn geschützt.',
  'cli.secrets.where.file':
    'Es liegt in einer verschlüsselten Datei; wer INTERLOCK_SECRET_KEY hat, kann es lesen.',
  'cli.secrets.where.environment':
    'Geheimnisse kommen hier aus der Umgebung und sind nicht geschützt: Andere Ihrer Programme können sie lesen.',
};

export const outside: Record<string, string> = { ...net, ...http, ...mail, ...needed, ...kept };
