// German sentences: the app's frame and home; the designer's and the runs' stand in files of their
// own. Keys are codes; see say.ts for the placeholders.

import { appCanvas } from './app-canvas.ts';
import { appDesign } from './app-design.ts';
import { appOutline } from './app-outline.ts';

const frame = {
  'app.close': 'Schließen',
  'app.cancel': 'Abbrechen',
  'app.keep': 'Behalten',
  'app.rail.label': 'Hauptbereiche',
  'app.rail.mark': 'Interlock, zum Start',
  'app.rail.home': 'Start',
  'app.rail.design': 'Entwurf',
  'app.rail.runs': 'Läufe',
  'app.rail.inbox': 'Eingang',
  'app.rail.menu': 'Menü',
  'app.rail.help': 'Hilfe',
  'app.rail.settings': 'Einstel\u00adlungen',
  'app.rail.waiting': '{n|eine Entscheidung wartet|{n} Entscheidungen warten}',
  'app.practice.line': 'Übungsmodell. Nichts verlässt diesen Computer.',
  'app.lost': 'Interlock antwortet nicht. Nichts ist verloren; es wird von selbst weiter versucht.',
  'app.offline':
    'Interlock antwortet nicht. Nichts wurde geändert. Prüfen Sie, ob es noch läuft, und versuchen Sie es noch einmal.',
  'app.unreadable':
    'Die Antwort war nicht lesbar. Ob sich etwas geändert hat, ist nicht bekannt. Versuchen Sie es noch einmal.',
  'app.signed_out': 'Diese Seite ist nicht mehr zugelassen. Öffnen Sie eine neue.',
  'app.no_token.title': 'Diese Seite hat keinen Zugang',
  'app.no_token.text':
    'Jede Seite wird über eine eigene Adresse geöffnet, die einmal gilt. Geben Sie diesen Befehl ein, oder öffnen Sie die Adresse, die er zuletzt ausgegeben hat.',
  'app.broken.title': 'Diese Seite ist stehen geblieben',
  'app.broken.text':
    'Ihre Abläufe und Läufe sind sicher; nur diese Seite ist betroffen. Zeigen Sie sie noch einmal an. Bleibt sie wieder stehen, nennen Sie uns diese Zeile:',
  'app.broken.again': 'Noch einmal anzeigen',
  'app.missing.title': 'Hier ist nichts',
  'app.missing.text':
    'Diese Adresse führt nirgendwohin. Vielleicht gehörte sie zu etwas, das entfernt wurde.',
  'app.missing.home': 'Zum Start',
  'app.time.now': 'gerade eben',
  'app.time.ago': 'vor {n} min',
  'app.time.short': '{n} s',
  'app.file.size': '{n} kB',
  'app.file.none': 'Noch keine Datei',
  'app.file.outside': 'Von außen',
  'app.file.choose': 'Datei wählen',
  'app.file.another': 'Andere wählen',
  'app.shape.agent': 'Agent, eine Aufgabe',
  'app.shape.tool': 'Werkzeug',
  'app.shape.gate': 'Prüfung oder Grenze',
  'app.shape.person': 'ein Mensch entscheidet',
};

const settings = {
  'app.settings.title': 'Einstellungen',
  'app.settings.parts': 'Bereiche der Einstellungen',
  'app.settings.part.general': 'Allgemein',
  'app.settings.part.people': 'Personen',
  'app.settings.part.models': 'Modelle',
  'app.settings.part.rules': 'Regeln',
  'app.sheet.label': 'Was zu diesem Ablauf gehört',
  'app.sheet.design': 'Zeichnung',
  'app.sheet.boundaries': 'Rahmen',
  'app.sheet.boundaries.sub':
    'Was er darf, was er sich merkt und was er ausgibt, wer verantwortlich ist und wie er gestoppt wird.',
  'app.sheet.tools': 'Werkzeuge',
  'app.sheet.tools.sub': 'Was seine Schritte benutzen dürfen und was jedes davon darf.',
  'app.sheet.rules': 'Regeln',
  'app.sheet.rules.sub':
    'Was erlaubt ist, wonach gefragt wird und was nie geschieht. Die erste passende Regel entscheidet.',
  'app.sheet.history': 'Verlauf',
  'app.sheet.history.sub':
    'Jede aufbewahrte Version, was sich darin geändert hat, und der Weg zurück.',
  'app.settings.scheme': 'Hell oder dunkel',
  'app.settings.scheme.light': 'Hell',
  'app.settings.scheme.dark': 'Dunkel',
  'app.settings.scheme.auto': 'Wie das System',
  'app.settings.language': 'Sprache',
  'app.settings.language.en': 'English',
  'app.settings.language.de': 'Deutsch',
  'app.settings.language.help':
    'Alles, was Interlock sagt. Was Sie selbst geschrieben haben, bleibt, wie es ist.',
  'app.settings.workspace': 'Arbeitsbereich',
  'app.settings.quit': 'Interlock beenden',
  'app.settings.quit.help': 'Wenn Sie diese Seite schließen, läuft Interlock weiter.',
  'app.settings.quit.shell':
    'Wenn Sie dieses Fenster schließen, endet auch Interlock. Was läuft, geht beim nächsten Start weiter.',
  'app.settings.ended': 'Interlock ist beendet. Diese Seite kann geschlossen werden.',
  'app.help.title': 'Hilfe',
  'app.help.shapes':
    'Die Form eines Schritts sagt, was er ist. Wie es um ihn steht, steht in Worten unter seinem Namen.',
  'app.help.keys': 'Tasten',
};

const home = {
  'app.home.title.first': 'Was soll von selbst laufen, und wo soll ein Mensch entscheiden?',
  'app.home.title': 'Willkommen zurück',
  'app.home.practice.first':
    'Alles hier läuft sofort, mit einem Übungsmodell. Kein Schlüssel, kein Konto, nichts verlässt diesen Computer.',
  'app.home.samples': 'Mit etwas anfangen, das schon läuft',
  'app.home.also': 'Und einer, der absichtlich schiefgeht:',
  'app.home.try': 'Testen',
  'app.home.steps': '{n|1 Schritt|{n} Schritte}',
  'app.home.agents': '{n|1 Agent|{n} Agenten}',
  'app.home.approvals': '{n|1 Mensch|{n} Menschen}',
  'app.home.own': 'Oder selbst anfangen',
  'app.home.empty': 'Leer anfangen',
  'app.home.empty.line': 'Ein Formular, ein Ende. Fügen Sie hinzu, was dazwischen geschieht.',
  'app.home.new_name': 'Neuer Ablauf',
  'app.home.waiting': '**{n|1 Entscheidung wartet.|{n} Entscheidungen warten.}** {title}',
  'app.home.due': 'fällig {when}',
  'app.home.decide': 'Entscheiden',
  'app.home.never': 'Nie gelaufen',
  'app.home.recent': 'Zuletzt',
  'app.home.recent.workflow': 'Ablauf',
  'app.home.recent.last': 'Letzter Lauf',
  'app.home.recent.cost': 'Übliche Kosten',
  'app.home.recent.runs': 'Läufe',
  'app.home.recent.when': 'Wann',
  'app.run.running': 'Arbeitet',
  'app.run.waiting': 'Wartet',
  'app.run.paused': 'Pausiert',
  'app.run.done': 'Fertig',
  'app.run.refused': 'Abgelehnt',
  'app.run.failed': 'Gescheitert',
  'app.run.stopped': 'Gestoppt',
  'app.workflows.title': 'Abläufe',
  'app.workflows.sub': 'Alles in diesem Arbeitsbereich.',
  'app.workflows.workflow': 'Ablauf',
  'app.workflows.purpose': 'Wozu er da ist',
  'app.workflows.steps': 'Schritte',
  'app.workflows.when': 'Geändert',
  'app.workflows.actions': 'Aktionen',
  'app.workflows.more': 'Mehr zu {name}',
  'app.workflows.copy': 'Kopie anlegen',
  'app.workflows.copy_name': '{name}, Kopie',
  'app.workflows.remove': 'Entfernen',
  'app.workflows.remove.title': '„{name}“ entfernen?',
  'app.workflows.remove.text':
    'Der Ablauf und sein Ordner werden entfernt. Seine Läufe bleiben aufgezeichnet und lassen sich weiter ansehen.',
};

export const app: Record<string, string> = {
  ...frame,
  ...settings,
  ...home,
  ...appDesign,
  ...appCanvas,
  ...appOutline,
};
