// German sentences: the tour of four stops. See say.ts.

export const tour: Record<string, string> = {
  'tour.label': 'Rundgang',
  'tour.invite': 'Zeigen Sie mir alles',
  'tour.again': 'Den Rundgang mit vier Stationen machen',
  'tour.n': '{n} von {of}',
  'tour.next': 'Weiter',
  'tour.back': 'Zurück',
  'tour.done': 'Fertig',
  'tour.end': 'Rundgang beenden',
  'tour.promise': 'Was er zusagt',
  'tour.promise.text':
    'Diese Sätze sagen, was von selbst geschieht und wo ein Mensch entscheidet. Sie ändern sich mit jeder Bearbeitung.',
  'tour.drawing': 'Die Zeichnung',
  'tour.drawing.text':
    'Lesen Sie von oben nach unten. Jede Karte ist ein Schritt; ihre Form sagt, wer arbeitet: ein Agent, ein Werkzeug, eine Prüfung oder ein Mensch. Wählen Sie eine aus, um ihre Einstellungen zu sehen.',
  'tour.limits': 'Seine Grenzen',
  'tour.limits.text':
    'Mehr als das kann ein Lauf nicht verbrauchen. Darüber hinaus beginnt nichts, was auch immer gezeichnet ist.',
  'tour.run': 'Ausprobieren',
  'tour.run.text':
    'Starten Sie ihn mit dem Übungsmodell; nichts verlässt diesen Computer. Danach lässt sich der Lauf Schritt für Schritt wiedergeben.',
};
