// German sentences that several kinds of steps share: settings of agents, expectations.

/** The settings every agent step has. */
export const agent = (type: string): Record<string, string> => ({
  [`node.${type}.setting.role`]: 'Art des Modells',
  [`node.${type}.setting.role.help`]:
    'Schnell ist günstig und meist gut genug. Sorgfältig ist für Schritte, in denen ein Fehler teuer wird.',
  [`node.${type}.setting.maxOutputTokens`]: 'Längste Antwort',
  [`node.${type}.setting.maxOutputTokens.help`]:
    'In Token, etwa vier Buchstaben je Token. Hier wird die Antwort abgeschnitten, damit die Kosten eine Grenze haben.',
  [`node.${type}.setting.minConfidence`]: 'Sicher genug ab',
  [`node.${type}.setting.minConfidence.help`]:
    'Darunter geht der Schritt über „Unsicher“ hinaus, statt zu raten.',
  [`node.${type}.setting.longestPrompt`]: 'Längste Anfrage',
  [`node.${type}.setting.longestPrompt.help`]:
    'In Token. Eine längere Anfrage wird nicht gesendet und nie gekürzt. Leer: so viel, wie das Modell fasst.',
  [`node.${type}.setting.standIn`]: 'Wenn das Modell nicht antwortet',
  [`node.${type}.setting.standIn.help`]:
    'Wie gezeichnet: Das nächste Modell wird gefragt, außer wo die Antwort zu etwas führt, das nicht rückgängig zu machen ist, und dazwischen niemand gefragt wird.',
  [`node.${type}.setting.standIn.as_drawn`]: 'Wie gezeichnet',
  [`node.${type}.setting.standIn.never`]: 'Einen Menschen fragen, kein anderes Modell',
  [`node.${type}.setting.standIn.always`]: 'Das nächste Modell fragen',
  [`node.${type}.setting.prompt`]: 'Prompt',
  [`node.${type}.setting.prompt.help`]:
    'Ein Prompt dieses Ablaufs mit eigenen Versionen, statt der Anweisungen.',
  [`node.${type}.port.unsure`]: 'Unsicher',
  [`node.${type}.port.error`]: 'Misslungen',
});

/** The expectations a result can be held to. */
export const expect = (under: string): Record<string, string> => ({
  [`${under}fields`]: 'Felder, die da sein müssen',
  [`${under}fields.help`]:
    'Eine Antwort, in der eines davon fehlt oder falsch ist, wird nicht benutzt.',
  [`${under}freshWithinMs`]: 'Nicht älter als',
  [`${under}freshWithinMs.help`]:
    'Gemessen ab dem Zeitpunkt, zu dem dieser Schritt läuft. Eine zwischengespeicherte Antwort wird nicht benutzt.',
  [`${under}timestampField`]: 'Feld, das sagt, wann es zutraf',
  [`${under}timestampField.help`]:
    'Leer: der Zeitpunkt, den das Werkzeug selbst mit seiner Antwort nennt.',
  [`${under}timestampField.placeholder`]: 'checked_at',
  [`${under}subject`]: 'Muss handeln von',
  [`${under}subject.help`]: 'Eine Antwort über jemand anderen wird nicht benutzt.',
  [`${under}subject.field`]: 'Feld der Antwort',
  [`${under}subject.equals`]: 'Muss gleich sein mit',
  [`${under}must`]: 'Muss gelten',
  [`${under}must.help`]: 'Was in der Antwort so sein muss, etwa „status ist verified“.',
});
