// Every command and query of the contract, over one App. The same handlers serve the designer, the
// desktop shell, the command line and the exported server.
// H1 a handler decides nothing itself: it finds what is meant, asks the workspace or the engine,
//    and gives the answer the contract promises (the compiler checks it against `Answers`).
// H2 what cannot be done is refused with a code; handlers never throw for anything a client sent.

import type { z } from 'zod';
import { COMMANDS, PRIVATE_COMMANDS, QUERIES } from './contract.ts';
import type { Handlers } from './handler.ts';
import { authorityHandlers } from './handlers-authority.ts';
import { documentHandlers } from './handlers-documents.ts';
import { historyHandlers } from './handlers-history.ts';
import { personHandlers } from './handlers-person.ts';
import { runHandlers } from './handlers-runs.ts';
import { secretHandlers } from './handlers-secrets.ts';
import { startHandlers } from './handlers-start.ts';
import { stopHandlers } from './handlers-stop.ts';
import { toolHandlers } from './handlers-tools.ts';
import { tryHandlers } from './handlers-try.ts';

export const handlers: Handlers = {
  ...authorityHandlers,
  ...documentHandlers,
  ...historyHandlers,
  ...personHandlers,
  ...runHandlers,
  ...secretHandlers,
  ...startHandlers,
  ...stopHandlers,
  ...toolHandlers,
  ...tryHandlers,
  quit: (app) => {
    app.quit();
    return { ok: true };
  },
  openLink: (app) => {
    const address = app.newAddress();
    return address === undefined ? { wrong: { code: 'server.no_designer' } } : { address };
  },
};

/** The schema of a command or query; undefined for a name that is in no list. */
export function schemaOf(name: string, isPrivate: boolean): z.ZodType | undefined {
  const lists = [COMMANDS, QUERIES, ...(isPrivate ? [PRIVATE_COMMANDS] : [])];
  const list = lists.find((one) => Object.hasOwn(one, name));
  return list === undefined ? undefined : (list as Record<string, z.ZodType>)[name];
}

/**
 * Whether a command's key and input are remembered. Where a secret comes in, not even a hash of it
 * is kept: entering it twice is entering it once, and a question may be asked again.
 */
export const isRemembered = (name: string): boolean => isCommand(name) && !KEYED.has(name);
const KEYED = new Set(['setSecret', 'listModels', 'tryModel']);

export const isCommand = (name: string): boolean =>
  Object.hasOwn(COMMANDS, name) || Object.hasOwn(PRIVATE_COMMANDS, name);
