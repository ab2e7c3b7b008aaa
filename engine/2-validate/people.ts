// People: is there somebody behind every name, and may they decide what they are asked.
// PE1 a name stands for a person, a role somebody has, or one of the owners.
// PE2 where several must agree there are as many different people to ask.
// PE3 whoever is asked when nobody answers is asked later than the one before.

import { isObject } from '../base/value.ts';
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
    const { [slot]: _gone, ...value } = folder.workflow.owners;
    const edit = { do: 'set_workflow' as const, field: 'owners' as const, value };
    const found = onWorkflow('owner_unknown', params, `owners.${slot}`, 'warning');
    return [{ ...found, fix: { code: 'fix.leave_to_nobody', edit } }];
  });
}

function asked(drawing: Drawing, step: Step): Problem[] {
  const { ask, covers } = step.node.settings;
  if (step.definition?.does.kind !== 'card' || typeof ask !== 'string' || ask === '') return [];
  const found = named(drawing, ask);
  if (found.length === 0) return [onStep('nobody_to_ask', step, { ask }, { field: 'ask' })];
  const more = [...together(drawing, step), ...asLater(drawing, step)];
  if (more.length) return more;
  const isApproval = step.definition.type === 'approval';
  if (isApproval && found.every((p) => p.limit === 0) && moves(step, covers))
    return [onStep('may_not_approve', step, { ask }, { field: 'ask' })];
  return [];
}

/** PE2 */
function together(drawing: Drawing, step: Step): Problem[] {
  const { quorum } = step.node.settings;
  if (!isObject(quorum) || !Array.isArray(quorum['of'])) return [];
  const names = quorum['of'].map(String);
  const nobody = names.flatMap((ask, i) =>
    named(drawing, ask).length ? [] : [missing(step, ask, `quorum.of.${i}`)],
  );
  if (nobody.length) return nobody;
  const people = new Set(names.flatMap((name) => named(drawing, name).map(({ id }) => id)));
  const need = Number(quorum['need']);
  if (people.size >= need) return [];
  const params = { need, count: people.size };
  return [onStep('too_few_to_agree', step, params, { field: 'quorum.need' })];
}

/** PE3 */
function asLater(drawing: Drawing, step: Step): Problem[] {
  const { escalate } = step.node.settings;
  if (!Array.isArray(escalate)) return [];
  let before = 0;
  return escalate.filter(isObject).flatMap(({ to, afterMs }, i) => {
    const ask = typeof to === 'string' ? to : '';
    const isLater = Number(afterMs) > before;
    before = Number(afterMs);
    if (!named(drawing, ask).length) return [missing(step, ask, `escalate.${i}.to`)];
    if (isLater) return [];
    return [onStep('asked_out_of_turn', step, { ask }, { field: `escalate.${i}.afterMs` })];
  });
}

const missing = (step: Step, ask: string, field: string): Problem =>
  onStep('nobody_to_ask', step, { ask }, { field });

/** Does the gate open a way to money? */
const moves = (gate: Step, covers: unknown): boolean =>
  gate.room.steps.some(
    (step) =>
      effectOf(step) === 'spend' &&
      includes(step.before, gate) &&
      (!Array.isArray(covers) || covers.includes(step.node.id)),
  );
