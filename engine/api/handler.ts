// What a handler is: a function per command and query, input and answer checked by the contract.

import type { z } from 'zod';
import type { Refused } from '../engine.ts';
import type { App } from '../workspace/app.ts';
import type { Asked as Once } from './once.ts';
import type {
  Answers,
  COMMANDS,
  CommandName,
  PRIVATE_COMMANDS,
  PrivateName,
  QUERIES,
  QueryName,
} from './contract.ts';

export type Name = CommandName | QueryName | PrivateName;
type Schemas = typeof COMMANDS & typeof QUERIES & typeof PRIVATE_COMMANDS;
/** What a handler is given: the input after its schema has filled in defaults. */
type Parsed<N extends Name> = z.output<Schemas[N]>;
/** What a client may send. */
export type Asked<N extends Name> = z.input<Schemas[N]>;

type Answer<N extends Name> = Answers[N] | Refused;
export type Handlers<N extends Name = Name> = {
  /** `once`: the key a client gave this request, if it gave one. */
  [K in N]: (app: App, input: Parsed<K>, once?: Once) => Answer<K> | Promise<Answer<K>>;
};
