// Limits: of the drawing itself, and of what a run may spend.
// LI1 every model call has a price and a maximum; without them no worst case can be known.

import { leavesOf } from '../base/condition.ts';
import { LIMITS } from '../base/limits.ts';
import { priceOf } from '../budgets/prices.ts';
import type { Models, Problem } from '../1-document/schema.ts';
import { onStep, onWorkflow } from './problem.ts';
import { allSteps, type Drawing, type Step } from './step.ts';

export function limits(drawing: Drawing): Problem[] {
  const steps = allSteps(drawing);
  return [
    ...(steps.length > LIMITS.nodes
      ? [onWorkflow('too_many_steps', { n: steps.length, limit: LIMITS.nodes }, 'scope')]
      : []),
    ...steps.flatMap((step) => [...branches(step), ...conditions(step)]),
    ...steps.flatMap((step) => model(drawing, step)),
    ...budget(drawing, steps),
  ];
}

/** Arrows that leave by one way run side by side. */
function branches(step: Step): Problem[] {
  const leaving = new Map<string, number>();
  for (const { port } of step.out) leaving.set(port, (leaving.get(port) ?? 0) + 1);
  return [...leaving]
    .filter(([, n]) => n > LIMITS.branches)
    .map(([way, n]) => onStep('too_many_branches', step, { way, n, limit: LIMITS.branches }));
}

const conditions = (step: Step): Problem[] =>
  step.conditions
    .map(({ condition, at }) => ({ at, n: leavesOf(condition).length }))
    .filter(({ n }) => n > LIMITS.conditionLeaves)
    .map(({ at, n }) =>
      onStep('condition_too_long', step, { n, limit: LIMITS.conditionLeaves }, { field: at }),
    );

const isAgent = (step: Step): boolean => step.definition?.family === 'agent';

/** LI1, and a prompt that is named must be there. */
function model({ folder, setting }: Drawing, step: Step): Problem[] {
  if (!isAgent(step)) return [];
  const { role: named, maxOutputTokens: most, prompt } = step.node.settings;
  const role = typeof named === 'string' && Object.hasOwn(setting.models, named) ? named : 'fast';
  const entries = setting.models[role as keyof Models];
  const found = entries
    .filter((entry) => priceOf(entry) === undefined)
    .slice(0, 1)
    .map((entry) => onStep('price_unknown', step, { model: entry.model, role }, { field: 'role' }));
  const least = Math.min(...entries.map((entry) => entry.maxOutput));
  if (typeof most === 'number' && most > least)
    found.push(
      onStep(
        'answer_longer_than_model',
        step,
        { most, least },
        {
          field: 'maxOutputTokens',
          severity: 'warning',
          fix: {
            code: 'fix.to_bound',
            edit: { do: 'set', step: step.node.id, path: 'maxOutputTokens', value: least },
            params: { fixN: least },
          },
        },
      ),
    );
  if (typeof prompt === 'string' && !folder.prompts.some(({ id }) => id === prompt)) {
    const edit = { do: 'set' as const, step: step.node.id, path: 'prompt' };
    const fix = { code: 'fix.remove_setting', edit };
    found.push(onStep('prompt_missing', step, { prompt }, { field: 'prompt', fix }));
  }
  return found;
}

/** A budget of nothing for something the drawing does is a workflow that can never run. */
function budget({ folder }: Drawing, steps: Step[]): Problem[] {
  const { budget: own } = folder.workflow;
  const has = {
    modelCalls: steps.some(isAgent),
    toolCalls: steps.some((step) => step.definition?.effect === 'card'),
  };
  const works = has.modelCalls || has.toolCalls;
  const needs = {
    ...has,
    tokens: has.modelCalls,
    attempts: works,
    minutes: works,
  };
  return (Object.keys(needs) as (keyof typeof needs)[])
    .filter((counter) => needs[counter] && own[counter] === 0)
    .map((counter) =>
      onWorkflow('budget_nothing', { counter: `counter.${counter}` }, `budget.${counter}`),
    );
}
