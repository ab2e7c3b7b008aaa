// The English catalogue, assembled from one file per part of the product.

import { app } from './en/app.ts';
import { appControl } from './en/app-control.ts';
import { appRuns } from './en/app-runs.ts';
import { cardKinds } from './en/card-kinds.ts';
import { cards } from './en/cards.ts';
import { cli } from './en/cli.ts';
import { contract } from './en/contract.ts';
import { door } from './en/door.ts';
import { engineFailures } from './en/engine-failures.ts';
import { failures } from './en/failures.ts';
import { inspector } from './en/inspector.ts';
import { history } from './en/history.ts';
import { nodeValues } from './en/node-values.ts';
import { nodes } from './en/nodes.ts';
import { outside } from './en/outside.ts';
import { peopleModels } from './en/people-models.ts';
import { practice } from './en/practice.ts';
import { problems } from './en/problems.ts';
import { record } from './en/record.ts';
import { rules } from './en/rules.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { toolCards } from './en/tool-cards.ts';
import { toolServers } from './en/tool-servers.ts';
import { tools } from './en/tools.ts';
import { tryOut } from './en/try.ts';
import { tour } from './en/tour.ts';
import { why } from './en/why.ts';

export const en: Record<string, string> = {
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
  ...inspector,
  ...history,
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
