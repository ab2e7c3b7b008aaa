// A call's arguments as a card shows them: canonical, in the order of the authority card, each with
// where it came from.

import { labelsAt, type JsonObject, type Value } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import type { Shown } from './events.ts';
import type { LiveEffect } from './live.ts';
import { shownLabels } from './unknown.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Arguments in the order of the authority card, with their labels. */
export const shownArgs = (
  card: AuthorityCard,
  args: JsonObject,
  unknown: ReadonlySet<string>,
  settings: Value,
): Shown['args'] =>
  card.args
    .filter((field) => unknown.has(field.id) || args[field.id] !== undefined)
    .map((field) => ({
      id: field.id,
      label: field.label,
      value: unknown.has(field.id) ? null : (args[field.id] ?? null),
      known: !unknown.has(field.id),
      field,
      labels: shownLabels(labelsAt(settings.labels, `args.${field.id}`)),
    }));

/** The call of an effect, known to the last argument; nothing for one that calls no tool. */
export function shownCall({ row, card, call, input, argsHash }: LiveEffect, path: string): Shown[] {
  if (!card || call?.kind !== 'tool') return [];
  return [
    {
      step: row.node,
      stepName: input.step.name,
      tool: card.name,
      toolTitle: card.title,
      args: shownArgs(card, call.args, NOTHING, input.settings),
      effect: card.effect,
      visit: row.visit,
      within: path,
      ...(argsHash ? { argsHash } : {}),
    },
  ];
}
