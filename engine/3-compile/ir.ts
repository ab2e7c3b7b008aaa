// The compiler's own form between drawing and machine: steps, arrows and containers, nothing of
// the screen. Passes read and return Graphs; print.ts shows one as text after any pass.

import type { Condition } from '../base/condition.ts';
import type { Field } from '../base/kinds.ts';
import type { Json, JsonObject } from '../base/value.ts';

export type IRKind =
  | 'start'
  | 'end'
  | 'join'
  | 'task'
  | 'wait'
  | 'loop'
  | 'each'
  | 'group'
  | 'lowered'
  | 'workflow';

export type IREdge = {
  id: string;
  from: string;
  port: string;
  to: string;
  /** added by default-ways-out */ isDefault?: boolean;
};

export type IRStep = {
  id: string;
  name: string;
  kind: IRKind;
  /** `type@version` in the registry; generated steps use `ask_owner@1`. */
  type: string;
  ports: string[];
  /** Ports that may not be dropped silently (error, timeout, refused, over, unsure). */
  mustHandle: string[];
  join: 'all' | 'every' | 'first';
  /** Raw settings, references unresolved. */
  settings: JsonObject;
  timeoutMs?: number;
  /** wait: fixed milliseconds, or a setting resolved at run time (delay given by the engine). */
  waitMs?: number;
  /** end */
  outcome?: 'done' | 'refused' | 'does_not_know';
  output?: Json;
  /** loop */
  maxRounds?: number;
  until?: Condition;
  /** each */
  items?: Json;
  concurrency?: number;
  /** What it holds: of loop, each and group what was drawn in them, of lowered its inner steps. */
  body?: IRScope;
  /** The user's step this one belongs to, when a node lowered to several; else its own id. */
  node: string;
  /** The fields its value will have, as far as they are known. */
  outputs?: Field[];
  /** Attempts of the step's call, where the person set them. */
  attempts?: number;
  /** Deadline of a person's answer, in milliseconds or as a setting: the way out `timeout`. */
  deadline?: number | Json;
  /** wait whose length a setting says: `{ms: …}`, references unresolved. */
  waitFor?: Json;
  /** Problem ports whose default way out the person switched off. */
  noDefault?: string[];
  /**
   * Generated *Ask the owner* step: the step it asks about. Its ports need no arrows: `retry` runs
   * that step again, `go_on` leaves it by its first ordinary port, `stop` ends the run as stopped.
   * Arrows into it are marked isDefault; it takes no part in joins.
   */
  asksFor?: string;
};
export type IRScope = { steps: IRStep[]; edges: IREdge[] };

/** What a person drew inside a step; the inner steps of a lowered one are nobody's drawing. */
export const roomOf = ({ kind, body }: IRStep): IRScope | undefined =>
  kind === 'lowered' ? undefined : body;
export type IRGraph = { id: string; name: string; version: string; scope: IRScope };

/** Config of one XState machine, pure JSON (see kernel.ts for what hydrate adds). */
export type MachineConfig = { id: string; version: string } & JsonObject;
/** The compile output. `parts` holds for-each bodies by `scope:<id>`. */
export type CompiledMachine = {
  format: 'interlock/machine@1';
  machine: MachineConfig;
  parts: Record<string, MachineConfig>;
};
