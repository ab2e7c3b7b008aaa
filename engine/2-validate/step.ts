// What the rules know about a step and its room: shapes only, filled by drawing.ts and order.ts.
// ST1 sets of steps are numbers with one bit per step of the room, so that big drawings stay quick.

import type { z } from 'zod';
import type { Placed, Reference } from '../1-document/references.ts';
import { stepsOf, type ScopeId } from '../1-document/scopes.ts';
import type {
  Card,
  Folder,
  Setting,
  WorkflowEdge,
  WorkflowNode,
  WorkflowScope,
} from '../1-document/schema.ts';
import type { NodeDefinition, OutputShape, Port, Registry } from '../node.ts';

/** Settings as the step's own schema reads them, or what it found wrong. */
export type Read =
  | { ok: true; settings: unknown }
  | { ok: false; issues: readonly z.core.$ZodIssue[] };

export type Step = {
  node: WorkflowNode;
  room: Room;
  /** The room it holds, for containers. */
  inner: Room | undefined;
  /** Its own bit in sets of steps of its room (ST1). */
  bit: bigint;
  definition: NodeDefinition | undefined;
  read: Read | undefined;
  /** Undefined while its settings do not say. */
  ports: Port[] | undefined;
  output: OutputShape | undefined;
  /** What its settings look up, and the conditions in them. */
  references: Reference[];
  conditions: Placed[];
  /** The tool it names, when there is a card for it. */
  card: Card | undefined;
  in: WorkflowEdge[];
  out: WorkflowEdge[];
  /** Steps of its room that lead here, and those that surely ended before it starts. */
  before: bigint;
  sure: bigint;
};

export type Room = {
  id: ScopeId;
  /** The container, or undefined at the top. */
  of: Step | undefined;
  scope: WorkflowScope;
  steps: Step[];
  byId: Map<string, Step>;
  /** In an order in which every arrow leads on; undefined where arrows run in a circle. */
  order: Step[] | undefined;
  /** Steps no arrow leads to. */
  beginnings: Step[];
};

export type Drawing = {
  folder: Folder;
  setting: Setting;
  registry: Registry;
  rooms: Room[];
  /** Every step by id; of two with one id the first. */
  steps: Map<string, Step>;
  cards: Map<string, Card>;
};

/** Every step of the drawing, duplicates included. */
export const allSteps = (drawing: Drawing): Step[] => drawing.rooms.flatMap((room) => room.steps);

/** Ids of every step inside a container, however deep. */
export const insideOf = (step: Step): Set<string> =>
  new Set(step.node.scope ? [...stepsOf(step.node.scope)].map(({ node }) => node.id) : []);

export const includes = (set: bigint, step: Step): boolean => (set & step.bit) !== 0n;

/** The ways by which `step` can lead to `to`, both in one room. */
export function waysTo(step: Step, to: Step): Set<string> {
  const ways = new Set<string>();
  for (const edge of step.out) {
    const next = step.room.byId.get(edge.to);
    if (next && (next === to || includes(to.before, next))) ways.add(edge.port);
  }
  return ways;
}

/** True for a way that a step takes when something went wrong, or a person is needed. */
export const isProblemWay = (step: Step, port: string): boolean =>
  step.ports?.find((p) => p.id === port)?.problem ?? port === 'error';
