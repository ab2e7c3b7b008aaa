// The German catalogue, assembled from one file per part of the product, as en.ts is.
// D1 it has the keys of the English one and the same places in every sentence (de.test.ts).
// D2 people are addressed as "Sie"; quotes are „…“; percent and units stand after a space.
// D3 places are filled with names and figures that cannot be declined, so a sentence is built so
//    that they stand where nothing has to be declined: „Frist {time}“, not „innerhalb von {time}“.
//
// One word for one thing, everywhere:
//   workflow Ablauf · drawing Zeichnung · canvas Zeichenfläche, Bild · outline Gliederung
//   step Schritt · arrow Pfeil · way out Ausgang · way Weg · start Anfang · end Ende · room Raum
//   loop Schleife · for each Für jedes · group Gruppe · gate Tor · condition Bedingung
//   run Lauf · round Runde · try Versuch · record Aufzeichnung · playback Wiedergabe
//   agent Agent · tool Werkzeug · model Modell · practice model Übungsmodell · card Karte
//   rule Regel · limit Grenze · boundaries Rahmen · what it promises Zusage · approval Freigabe
//   to agree zustimmen · owner die verantwortliche Person · inbox Eingang · receipt Quittung
//   value Wert · field Feld · setting Einstellung · problem Problem · note Notiz · secret Geheimnis
//   done fertig · failed gescheitert · refused abgelehnt · stopped gestoppt · paused pausiert
//   did not work misslungen · unsure unsicher · workspace Arbeitsbereich · stand-in Vertretung

import { app } from './de/app.ts';
import { appControl } from './de/app-control.ts';
import { appRuns } from './de/app-runs.ts';
import { cardKinds } from './de/card-kinds.ts';
import { cards } from './de/cards.ts';
import { cli } from './de/cli.ts';
import { contract } from './de/contract.ts';
import { door } from './de/door.ts';
import { engineFailures } from './de/engine-failures.ts';
import { failures } from './de/failures.ts';
import { history } from './de/history.ts';
import { inspector } from './de/inspector.ts';
import { nodeValues } from './de/node-values.ts';
import { nodes } from './de/nodes.ts';
import { outside } from './de/outside.ts';
import { peopleModels } from './de/people-models.ts';
import { practice } from './de/practice.ts';
import { problems } from './de/problems.ts';
import { record } from './de/record.ts';
import { rules } from './de/rules.ts';
import { shell } from './de/shell.ts';
import { start } from './de/start.ts';
import { toolCards } from './de/tool-cards.ts';
import { toolServers } from './de/tool-servers.ts';
import { tools } from './de/tools.ts';
import { tryOut } from './de/try.ts';
import { tour } from './de/tour.ts';
import { why } from './de/why.ts';
import type { Catalogue } from './say.ts';

export const de: Catalogue = {
  ...app,
  ...appControl,
  ...appRuns,
  ...cardKinds,
  ...cards,
  ...cli,
  ...contract,
  ...engineFailures,
  ...door,
  ...failures,
  ...history,
  ...inspector,
  ...nodeValues,
  ...nodes,
  ...outside,
  ...peopleModels,
  ...practice,
  ...problems,
  ...record,
  ...rules,
  ...shell,
  ...start,
  ...toolCards,
  ...toolServers,
  ...tools,
  ...tryOut,
  ...tour,
  ...why,
};
