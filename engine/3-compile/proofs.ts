// What can be proved about a workflow, in sentences: for each step that changes something outside,
// whether anything leads there that no person and no rule has agreed to.
// PF1 read off the machine (prove.ts); what holds only because of a rule says so and names it.
// PF2 a gate is named for a step only where its consent covers it.

import type { Folder, Setting } from '../1-document/schema.ts';
import { drawingOf } from '../2-validate/drawing.ts';
import type { EffectClass, Registry } from '../node.ts';
import { rulesFor, type KnownFacts } from '../policy/rules.ts';
import { compile } from './compile.ts';
import { cardOf, effectOf, isActing, type World } from './consequence.ts';
import { coverage } from './coverage.ts';
import { roomOf, type IRScope, type IRStep } from './ir.ts';
import { prove } from './prove.ts';

export type ProofSentence = {
  code: string;
  params: Record<string, string | number>;
  /** Nothing leads there without a person's consent. */
  isProved: boolean;
  /** Ids of the steps of a way around the gates. */
  path?: string[];
};

/** One sentence for each step that changes something outside; the folder must be free of errors. */
export function proofs(folder: Folder, setting: Setting, registry: Registry): ProofSentence[] {
  const { compiled, graph } = compile(folder, registry);
  const world: World = { folder, setting, registry, drawing: drawingOf(folder, setting, registry) };
  const steps = stepsIn(graph.scope);
  const covered = coverage(graph, registry, folder.cards);
  const nameOf = (id: string): string => steps.find((step) => step.id === id)?.name ?? id;
  return steps
    .filter((step) => isActing(world, step))
    .map((step) => {
      const gates = Object.keys(covered).filter((gate) => covered[gate]?.includes(step.id));
      const { isProved, ways, isMore, path } = prove(
        compiled,
        step.id,
        gates.map((gate) => ({ step: gate, port: 'approved' })),
      );
      const said = {
        step: step.name,
        ways,
        checked: isMore ? 'proof.more' : 'proof.all',
        gates: gates.map(nameOf).join('\n'),
      };
      if (isProved) return { code: 'proof.gates', params: said, isProved };
      const rest = byRule(world, step, said, gates.length > 0);
      return { ...rest, isProved, ...(path ? { path } : {}) };
    });
}

const stepsIn = (scope?: IRScope): IRStep[] =>
  (scope?.steps ?? [])
    .filter((step) => !step.asksFor)
    .flatMap((step) => [step, ...stepsIn(roomOf(step))]);

/** What stands in for a person on the ways that pass none (PF1). */
function byRule(
  world: World,
  step: IRStep,
  said: Record<string, string | number>,
  hasGates: boolean,
): Pick<ProofSentence, 'code' | 'params'> {
  const card = cardOf(world, step);
  const effect = effectOf(world, step) as EffectClass;
  const known: KnownFacts = {
    step: step.id,
    effect,
    workflow: world.folder.workflow.id,
    ...(card ? { tool: card.name, class: card.class } : {}),
  };
  const rules = rulesFor([...world.setting.rules, ...world.folder.rules], known)
    .filter((rule) => rule.then === 'allow')
    .map((rule) => rule.name);
  const or = hasGates ? '_or' : '';
  if (rules.length)
    return { code: `proof.rule${or}`, params: { ...said, rules: rules.join('\n') } };
  const code = effect === 'write' ? 'asked' : 'refused';
  return { code: `proof.${code}${or}`, params: said };
}
