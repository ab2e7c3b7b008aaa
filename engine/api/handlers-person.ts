// What the person at this computer likes; see contract-person.ts.

import { prefer, preferencesOf } from '../workspace/preferences.ts';
import type { PERSON_COMMANDS, PERSON_QUERIES } from './contract-person.ts';
import type { Handlers } from './handler.ts';

export const personHandlers: Handlers<keyof typeof PERSON_COMMANDS | keyof typeof PERSON_QUERIES> =
  {
    prefer: (app, chosen) => prefer(app.workspace, chosen),
    preferences: (app) => preferencesOf(app.workspace),
  };
