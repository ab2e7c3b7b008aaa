// German sentences: what the practice model says in its answers. It is a model, so these are
// values of steps, shown as its words.

const reasons = {
  'practice.category': 'Es ist von {words} die Rede.',
  'practice.no_category': 'Nichts darin passt klar zu einer der Beschreibungen.',
  'practice.fields': 'Im Text gefunden: {fields}.',
  'practice.no_field': 'Nichts davon steht im Text.',
  'practice.rule': 'Die Regel sagt „{rule}“, und hier ist von {words} die Rede.',
  'practice.limit': 'Die Regel sagt „{rule}“, und dies hält sich nicht an „{limit}“.',
  'practice.no_rule': 'Die Regel sagt dazu nichts.',
  'practice.fact_missing':
    'Die Regel fragt nach einem Datum oder einer Zahl, die nicht angegeben ist.',
  'practice.no_data': 'Es gibt nichts, worüber zu schreiben wäre.',
  'practice.no_argument': 'Nichts sagt, was {label} sein soll.',
  'practice.counted': 'Es hat {n:number} {unit}.',
  'practice.stands': 'Es ist von „{said}“ die Rede.',
  'practice.stands_not': '„{said}“ steht nicht darin.',
  'practice.no_criterion': 'Eines der Kriterien lässt sich aus den Worten allein nicht beurteilen.',
  'practice.checked': 'Jedes Kriterium wurde gegen die Worte gehalten.',
  'practice.draft': 'Aus den Daten geschrieben, nichts hinzugefügt.',
  'practice.scripted': 'Wie für die Übung vorgegeben.',
};

const drafts = {
  'practice.draft.greeting': 'Guten Tag {name},',
  'practice.draft.closing': 'Mit freundlichen Grüßen',
  'practice.draft.given': 'Angegeben',
  'practice.draft.plain': 'Das ist bekannt:',
  'practice.draft.plain.head': 'Zu Ihrer Information',
  'practice.draft.welcome': 'Willkommen! Das sollten Sie wissen:',
  'practice.draft.welcome.head': 'Willkommen',
  'practice.draft.apology': 'Wir bedauern die Umstände. Darum geht es:',
  'practice.draft.apology.head': 'Wir bedauern',
  'practice.draft.refusal': 'Leider können wir dem nicht zustimmen:',
  'practice.draft.refusal.head': 'Nicht zugestimmt',
  'practice.draft.reminder': 'Eine freundliche Erinnerung:',
  'practice.draft.reminder.head': 'Erinnerung',
  'practice.draft.invitation': 'Sie sind eingeladen:',
  'practice.draft.invitation.head': 'Einladung',
  'practice.draft.confirmation': 'Wir bestätigen Folgendes:',
  'practice.draft.confirmation.head': 'Bestätigung',
  'practice.draft.thanks': 'Vielen Dank. Darum geht es:',
  'practice.draft.thanks.head': 'Vielen Dank',
  'practice.draft.recommendation': 'Das spricht dafür:',
  'practice.draft.recommendation.head': 'Empfehlung',
  'practice.draft.notice': 'Wir möchten Ihnen mitteilen:',
  'practice.draft.notice.head': 'Mitteilung',
};

export const practice: Record<string, string> = { ...reasons, ...drafts };
