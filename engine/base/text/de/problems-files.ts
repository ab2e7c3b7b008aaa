// German sentences: problems of files, before anything is drawn. Keys are codes; see say.ts.

import { pairs } from '../en/pair.ts';

const at = 'in {file:said}{where:said}';

export const problemFiles: Record<string, string> = pairs({
  file_missing: [
    'In diesem Ordner gibt es keine Datei {file}.',
    'Ein Ablauf ist ein Ordner mit einer workflow.json darin. Wählen Sie einen solchen Ordner.',
  ],
  folder_missing: [
    'Es gibt keinen Ordner {file}.',
    'Vielleicht wurde er verschoben oder umbenannt. Prüfen Sie den Namen, und versuchen Sie es noch einmal.',
  ],
  file_not_a_file: [
    '{file} ist ein Ordner oder eine Verknüpfung, keine Datei.',
    'Verknüpfungen wird nicht gefolgt. Legen Sie die Datei selbst dorthin.',
  ],
  file_unreadable: [
    '{file} lässt sich nicht lesen.',
    'Vielleicht hält ein anderes Programm sie fest, oder Sie haben nicht das Recht, sie zu lesen.',
  ],
  file_too_big: [
    '{file} ist größer als {megabytes} MB.',
    'Ein Ablauf ist eine Zeichnung. Große Datenmengen gehören in Dateien, die einem Lauf mitgegeben werden.',
  ],
  file_empty: [
    '{file} ist leer.',
    'Stellen Sie sie aus einer Kopie oder einer selbst gesicherten Fassung wieder her.',
  ],
  file_not_text: [
    '{file} ist kein Text (UTF-8).',
    'Vielleicht ist es ein Bild oder eine gepackte Datei, oder sie wurde in einer anderen Kodierung gespeichert.',
  ],
  file_broken: [
    '{file} lässt sich ab Zeile {line}, Spalte {column} nicht lesen: „{found}“ wird dort nicht erwartet.',
    'Meist fehlt kurz davor ein Komma, ein Anführungszeichen oder eine Klammer, oder es steht eines zu viel.',
  ],
  file_cut_off: [
    '{file} endet zu früh, in Zeile {line}, Spalte {column}.',
    'Das Ende der Datei fehlt. Stellen Sie sie aus einer Kopie oder einer selbst gesicherten Fassung wieder her.',
  ],
  file_too_deep: [
    '{file} ist in Zeile {line}, Spalte {column} mehr als {depth} Ebenen tief verschachtelt.',
    'Keine Zeichnung braucht das. Die Datei ist beschädigt oder soll Schaden anrichten.',
  ],
  file_forbidden_name: [
    '{file} benutzt in Zeile {line}, Spalte {column} den Namen „{name}“, der nicht erlaubt ist.',
    'Dieser Name könnte ändern, wie das Programm selbst arbeitet. Nehmen Sie einen anderen.',
  ],
  file_double_name: [
    '{file} benutzt in Zeile {line}, Spalte {column} den Namen „{name}“ zweimal an einer Stelle.',
    'Nur eines von beiden könnte zählen. Entfernen Sie eines, oder benennen Sie es um.',
  ],
  not_a_workflow: [
    '{file} ist kein Ablauf von Interlock.',
    'Die erste Zeile muss „format“: „interlock/workflow@1“ enthalten.',
  ],
  version_newer: [
    '{file} stammt von einem neueren Interlock (Fassung {version} des Formats).',
    'Nichts wurde geändert. Aktualisieren Sie Interlock, um die Datei zu öffnen.',
  ],
  version_unknown: [
    '{file} hat eine alte Form (Fassung {version}), die dieses Interlock nicht mehr lesen kann.',
    'Öffnen und speichern Sie sie einmal mit der Version, aus der sie stammt.',
  ],
  workspace_file_missing: [
    'Dem Arbeitsbereich fehlt {file}.',
    'Stellen Sie die Datei wieder her, oder legen Sie den Ordner anderswo ab: Der nächste Start legt dann einen neuen Arbeitsbereich an.',
  ],
  unknown_time_zone: [
    'Die Zeitzone „{zone}“ in {file} ist nicht bekannt.',
    'Schreiben Sie eine wie Europe/Berlin oder UTC.',
  ],
  person_twice: [
    'Die Person „{id}“ steht zweimal in {file}.',
    'Geben Sie einer der beiden eine andere Kennung.',
  ],
  stand_in_unknown: [
    'Die Vertretung von {name} ist „{standIn}“ und steht nicht in {file}.',
    'Nennen Sie jemanden, der dort steht, oder entfernen Sie die Vertretung.',
  ],
  prompt_without_head: [
    '{file} beginnt nicht mit dem Kopf.',
    'Ein Prompt beginnt mit drei Strichen, einigen Zeilen wie „status: draft“ und wieder drei Strichen.',
  ],
  prompt_bad_line: [
    'Zeile {line} von {file} lässt sich nicht lesen.',
    'Jede Zeile des Kopfs besteht aus einem Namen, einem Doppelpunkt und einem Wert.',
  ],
  prompt_too_long: [
    '{file} ist länger als {limit:number} Zeichen.',
    'Verlegen Sie, was Daten sind, in eine Datei, die einem Lauf mitgegeben wird.',
  ],
  prompt_misplaced: [
    '{file} wird nicht benutzt: Die Datei liegt an der falschen Stelle.',
    'Prompts liegen in prompts/<id>/<version>.md, zum Beispiel prompts/reply/1.0.0.md.',
  ],

  shape_unknown_name: [
    `Der Name „{name}“ ist ${at} nicht bekannt.`,
    'Vielleicht ist er falsch geschrieben oder gehört zu einer anderen Version. Entfernen oder berichtigen Sie ihn.',
  ],
  shape_missing: [`„{name}“ fehlt ${at}.`, 'Das muss dort stehen. Fügen Sie es hinzu.'],
  shape_needs_text: [
    `Ein Text wird gebraucht ${at}.`,
    'Schreiben Sie ihn zwischen doppelte Anführungszeichen.',
  ],
  shape_needs_number: [
    `Eine Zahl wird gebraucht ${at}.`,
    'Schreiben Sie Ziffern, ohne Anführungszeichen.',
  ],
  shape_needs_whole: [
    `Eine ganze Zahl wird gebraucht ${at}.`,
    'Schreiben Sie Ziffern, ohne Punkt.',
  ],
  shape_needs_yes_no: [
    `Ja oder nein wird gebraucht ${at}.`,
    'Schreiben Sie true oder false, ohne Anführungszeichen.',
  ],
  shape_needs_list: [
    `Eine Liste wird gebraucht ${at}.`,
    'Schreiben Sie sie zwischen eckige Klammern.',
  ],
  shape_needs_group: [
    `Eine Gruppe benannter Werte wird gebraucht ${at}.`,
    'Schreiben Sie sie zwischen geschweifte Klammern.',
  ],
  shape_not_offered: [
    `Was ${at} steht, ist keines davon: {offered}.`,
    'Wählen Sie eines davon, genau so geschrieben.',
  ],
  shape_empty: [`Es steht nichts ${at}.`, 'Füllen Sie es aus.'],
  shape_too_long: [`Der Text ${at} ist länger als {limit:number} Zeichen.`, 'Kürzen Sie ihn.'],
  shape_too_many: [`Es stehen mehr als {limit:number} Einträge ${at}.`, 'Entfernen Sie einige.'],
  shape_too_few: [
    `Es stehen weniger als {limit:number} Einträge ${at}.`,
    'Fügen Sie hinzu, was fehlt.',
  ],
  shape_too_large: [`Die Zahl ${at} ist größer als {limit:number}.`, 'Verkleinern Sie sie.'],
  shape_too_small: [`Die Zahl ${at} ist kleiner als {limit:number}.`, 'Vergrößern Sie sie.'],
  shape_bad_id: [
    `Die Kennung ${at} ist nicht brauchbar.`,
    'Kennungen bestehen aus kleinen Buchstaben und Ziffern, verbunden durch einzelne Unterstriche, höchstens 48 Zeichen.',
  ],
  shape_bad_form: [
    `„{name}“ ist ${at} nicht so geschrieben, wie es sein muss.`,
    'Vergleichen Sie mit einem anderen Ablauf, der läuft.',
  ],
  shape_wrong: [
    `Was ${at} steht, lässt sich nicht lesen.`,
    'Vergleichen Sie mit einem anderen Ablauf.',
  ],
});
