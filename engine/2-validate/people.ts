// People: is there somebody behind every name, and may they decide what they are asked.
// PE1 a name stands for a person, a role somebody has, or one of the owners.

import { OWNER_SLOTS, type Person, type Problem } from '../1-document/schema.ts';
import { onStep, onWorkflow } from './problem.ts';
import { allSteps, includes, type Drawing, type Step } from './step.ts';
import { effectOf } from './tools.ts';

export const people = (drawing: Drawing): Problem[] => [
  ...owners(drawing),
  ...drawing.folder.rules.flatMap((rule, i) =>
    rule.ask !== undefined && named(drawing, rule.ask).length === 0
      ? [onWorkflow('rule_asks_nobody', { rule: rule.name, ask: rule.ask }, `rules.${i}.ask`)]
      : [],
  ),
  ...allSteps(drawing).flatMap((step) => asked(drawing, step)),
];

const isSlot = (name: string): name is (typeof OWNER_SLOTS)[number] =>
  OWNER_SLOTS.some((slot) => slot === name);

/**
 * The people a name may stand for (PE1). An owner nobody named falls back, so it is never nobody.
 */
function named({ folder, setting }: Drawing, name: string): Person[] {
  const direct = setting.people.filter((p) => p.id === name || p.roles.includes(name));
  if (direct.length || !isSlot(name)) return direct;
  const { owners: slots } = folder.workflow;
  const owner = setting.people.find((p) => p.id === (slots[name] ?? slots.mission));
  return owner ? [owner] : setting.people.slice(0, 1);
}

function owners({ folder, setting }: Drawing): Problem[] {
  return OWNER_SLOTS.flatMap((slot) => {
    const owner = folder.workflow.owners[slot];
    if (owner === undefined || setting.people.some((p) => p.id === owner)) return [];
    const params = { owner, slot: `owner.${slot}` };
    return [onWorkflow('owner_unknown', params, `owners.${slot}`, 'warning')];
  });
}

function asked(drawing: Drawing, step: Step): Problem[] {
  const { ask, covers } = step.node.settings;
  if (step.definition?.does.kind !== 'card' || typeof ask !== 'string' || ask === '') return [];
  const found = named(drawing, ask);
  if (found.length === 0) return [onStep('nobody_to_ask', step, { ask }, { field: 'ask' })];
  const isApproval = step.definition.type === 'approval';
  if (isApproval && found.every((p) => p.limit === 0) && moves(step, covers))
    return [onStep('may_not_approve', step, { ask }, { field: 'ask' })];
  return [];
}

/** Does the gate open a way to money? */
const moves = (gate: Step, covers: unknown): boolean =>
  gate.room.steps.some(
    (step) =>
      effectOf(step) === 'spend' &&
      includes(step.before, gate) &&
      (!Array.isArray(covers) || covers.includes(step.node.id)),
  );
