// German sentences: problems, faults in values, changes that cannot be made, and fixes.
// `problem.<code>` is the sentence, `problem.<code>.help` what it means and what to do.

import { problemFiles } from './problems-files.ts';
import { problemSteps } from './problems-steps.ts';

/** What is wrong with a value that a person or a tool gave: see base/fields.ts. */
const values = {
  'input.missing': '{label} wird gebraucht.',
  'input.not_a_number': '{label} muss eine Zahl sein.',
  'input.too_precise': '{label} darf höchstens zwei Nachkommastellen haben.',
  'input.too_small': '{label} muss mindestens {min:number} sein.',
  'input.too_large': '{label} darf höchstens {max:number} sein.',
  'input.too_small_money': '{label} muss mindestens {min:money} sein.',
  'input.too_large_money': '{label} darf höchstens {max:money} sein.',
  'input.not_a_date': '{label} muss ein Tag sein, geschrieben wie 2026-11-20.',
  'input.not_a_choice': '{label} muss eines davon sein: {choices}.',
  'input.not_text': '{label} muss Text sein.',
  'input.not_a_mail': '{label} muss eine Mailadresse sein.',
  'input.not_a_link': '{label} muss eine Webadresse sein.',
  'input.not_yes_no': '{label} muss ja oder nein sein.',
  'input.not_a_file': '{label} muss eine Datei sein.',
  'input.not_a_list': '{label} muss eine Liste sein.',
  'input.not_a_record': '{label} muss eine Gruppe benannter Werte sein.',
  'input.unknown_field': 'Nach „{label}“ wird hier nicht gefragt.',
};

/** Where something stands: see 1-document/shape.ts. */
const places = {
  'place.whole': '',
  'place.inside': ', bei „{place}“',
  'place.sent': 'dem, was gesendet wurde',
};

/** Why a change to the drawing cannot be made: see 1-document/change.ts. */
const edits = {
  'edit.no_step': 'Diesen Schritt gibt es nicht mehr. Nichts wurde geändert.',
  'edit.no_arrow': 'Diesen Pfeil gibt es nicht mehr. Nichts wurde geändert.',
  'edit.other_room':
    'Ein Pfeil kann seinen Raum nicht verlassen. Verbinden Sie stattdessen den Raum selbst.',
  'edit.to_itself':
    'Ein Pfeil kann nicht zu seinem eigenen Schritt zurückführen. Nehmen Sie zum Wiederholen eine Schleife.',
  'edit.twice': 'Diesen Pfeil gibt es schon.',
  'edit.circle':
    'Dieser Pfeil würde im Kreis führen. Nehmen Sie zum Wiederholen von Schritten eine Schleife.',
  'edit.no_room': 'Diesen Raum gibt es nicht mehr. Nichts wurde geändert.',
  'edit.into_itself': 'Ein Raum kann nicht in sich selbst liegen.',
  'edit.bad_path': 'Diese Einstellung gibt es nicht mehr. Nichts wurde geändert.',
  'edit.no_way_in': 'Zum Anfang kann nichts führen. Dort beginnt ein Lauf.',
  'edit.second_start': 'Ein Ablauf hat einen Anfang, und der liegt außerhalb von Räumen.',
  'edit.too_many': 'Diese Zeichnung ist voll. Verlegen Sie einen Teil in einen eigenen Ablauf.',
  'edit.several_ways':
    'Ein Raum hat einen Weg weiter, und diese Schritte führen zu verschiedenen Stellen. Nehmen Sie hinein, wohin sie führen, oder lassen Sie den Schritt weg, der entscheidet.',
  'edit.locked': 'Sein Platz ist festgestellt. Lösen Sie ihn zuerst.',
};

const fixes = {
  'fix.insert_approval': 'Freigabe einfügen',
  'fix.remove_arrow': 'Pfeil entfernen',
  'fix.remove_setting': 'Entfernen',
  'fix.wait_for_coming': 'Nur auf die warten, die kommen',
};

/** Names of limits and owners, for sentences that speak of one of them. */
const names = {
  'counter.costUsd': 'Kosten',
  'counter.modelCalls': 'Modellaufrufe',
  'counter.toolCalls': 'Werkzeugaufrufe',
  'counter.tokens': 'Token',
  'counter.minutes': 'Arbeitszeit',
  'counter.attempts': 'Versuche',
  'counter.day': 'Kosten je Tag',
  'owner.mission': 'das Ganze',
  'owner.authority': 'was er darf',
  'owner.cost': 'seine Kosten',
  'owner.memory': 'was er sich merkt',
  'owner.approvals': 'Freigaben',
  'owner.incidents': 'Störungen',
  'owner.judgment': 'schwierige Fälle',
  'unit.days': '{n|1 Tag|{n} Tage}',
  'unit.hours': '{n|1 Stunde|{n} Stunden}',
  'unit.minutes': '{n} min',
  'unit.seconds': '{n} s',
  'unit.milliseconds': '{n} ms',
};

export const problems: Record<string, string> = {
  ...values,
  ...places,
  ...edits,
  ...fixes,
  ...names,
  ...problemFiles,
  ...problemSteps,
};
