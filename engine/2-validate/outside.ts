// Text that somebody outside wrote: what it may not decide, and where it may not go.
// OU1 private data, text from outside and a way out do not meet in one step unless somebody agrees:
//     any two of the three are fine.
// OU2 what cannot be taken back happens because of text from outside only where a rule names the
//     step, or behind an approval.
// OU3 a step that reads text from outside has no tool; it answers, and only an answer with fixed
//     choices, a number, a date or a yes or no may decide how it goes on.
// OU4 a rule that allows a call without saying what an argument from outside must look like does
//     not open it: the drawing says that somebody is asked every time.

import { leavesOf } from '../base/condition.ts';
import { labelsUnder, isObject } from '../base/value.ts';
import { rulesFor, type KnownFacts, type PolicyRule } from '../policy/rules.ts';
import { namedBy } from '../policy/sink.ts';
import { isSink, isUntrusted, PRIVATE, sendsWords } from '../policy/source.ts';
import type { AuthorityCard } from '../node.ts';
import type { Problem } from '../1-document/schema.ts';
import { isGuarded } from './guarded.ts';
import { everything, hasOutside, originsOf, type Origins } from './origins.ts';
import { onStep } from './problem.ts';
import { allSteps, type Drawing, type Step } from './step.ts';
import { insertApproval } from './tools.ts';
import { find } from './visible.ts';

export function outside(drawing: Drawing): Problem[] {
  if (!hasOutside(drawing)) return [];
  const origins = originsOf(drawing);
  return allSteps(drawing).flatMap((step) => [
    ...leaving(drawing, origins, step),
    ...reader(origins, step),
    ...openAnswer(drawing, origins, step),
  ]);
}

/** One argument and where it can come from. */
type Argument = { id: string; label: string; labels: string[] };

function leaving(drawing: Drawing, origins: Origins, step: Step): Problem[] {
  const card = step.card as AuthorityCard | undefined;
  if (!card || !(isSink(card) || sendsWords(card)) || isGuarded(step)) return [];
  const known: KnownFacts = {
    tool: card.name,
    class: card.class,
    effect: card.effect,
    step: step.node.id,
    workflow: drawing.folder.workflow.id,
  };
  const rules = rulesFor([...drawing.setting.rules, ...drawing.folder.rules], known);
  const allowing = rules.filter(({ then }) => then === 'allow');
  if (isSink(card) && !allowing.length) return []; // somebody is asked, or nothing happens
  const into = origins.into(step);
  const given = step.node.settings['args'];
  const args = card.args.map(({ id, label }): Argument => {
    const isChosen =
      step.definition?.fillsArguments && !(isObject(given) && Object.hasOwn(given, id));
    const labels = everything(isChosen ? into : labelsUnder(into, `args.${id}`));
    return { id, label, labels };
  });
  const by = origins.steering(step);
  const fix = insertApproval(drawing, step);
  const isPrivate = args.some(({ labels }) => labels.includes(PRIVATE));
  if (isPrivate && (by.length || args.some(({ labels }) => isUntrusted(labels))))
    return [onStep('all_three', step, { tool: card.title }, { fix })]; // OU1
  return isSink(card) ? [...steered(step, by, allowing, fix), ...open(step, args, allowing)] : [];
}

type Fix = ReturnType<typeof insertApproval>;

/** OU2. */
function steered(step: Step, by: Step[], allowing: PolicyRule[], fix: Fix): Problem[] {
  const card = step.card as AuthorityCard;
  const unnamed = allowing.find(({ when }) => !namedBy(when, card).has('step'));
  const [first] = by;
  if (!first || !unnamed) return [];
  const params = { tool: card.title, other: first.node.name, rule: unnamed.name };
  return [onStep('steered_from_outside', step, params, { fix })];
}

/** OU4. */
function open(step: Step, args: Argument[], allowing: PolicyRule[]): Problem[] {
  const card = step.card as AuthorityCard;
  return args.flatMap(({ id, label, labels }) => {
    const unnamed = allowing.find(({ when }) => !namedBy(when, card).has(`args.${id}`));
    if (!isUntrusted(labels) || !unnamed) return [];
    const params = { label, tool: card.title, rule: unnamed.name };
    const at = { field: `args.${id}`, severity: 'warning' as const };
    return [onStep('argument_from_outside', step, params, at)];
  });
}

/** OU3: no tool in the hands of a reader. */
function reader(origins: Origins, step: Step): Problem[] {
  const isAgent = step.definition?.family === 'agent';
  if (!isAgent || !step.card) return [];
  // What the drawing gives to the tool itself is never shown to the model.
  const read = Object.entries(origins.into(step)).filter(([at]) => !at.startsWith('args.'));
  if (!isUntrusted(everything(Object.fromEntries(read)))) return [];
  return [onStep('reader_has_tool', step, { tool: step.card.title }, { field: 'tool' })];
}

const CLOSED = new Set(['choice', 'yes_no', 'number', 'money', 'date']);
/** That something was said at all is one of two answers. */
const CLOSED_OPS = new Set(['is_empty', 'is_not_empty']);
/** What the engine adds to an answer, in words of its own. */
const OWN = /^steps\.[^.]+\.value\.confidence\b/;

/** OU3: no free words of a reader as a signpost. */
function openAnswer(drawing: Drawing, origins: Origins, step: Step): Problem[] {
  const { type } = step.definition ?? {};
  if (type !== 'condition' && type !== 'loop') return [];
  return step.conditions.flatMap(({ condition, at }) =>
    leavesOf(condition).flatMap(({ field, op }) => {
      const target = drawing.steps.get(/^steps\.([^.]+)\.value\./.exec(field)?.[1] ?? '');
      if (target?.definition?.family !== 'agent' || CLOSED_OPS.has(op) || OWN.test(field))
        return [];
      const said = find(drawing, { step, afterRound: isObject(step.node.scope ?? null) }, field);
      const kind = said.ok ? said.field?.kind : undefined;
      const isOpen = kind !== undefined && !CLOSED.has(kind);
      if (!isOpen || !isUntrusted(everything(origins.outOf(target)))) return [];
      const params = { other: target.node.name, what: (said.ok && said.field?.label) || field };
      return [onStep('open_answer_decides', step, params, { field: at })];
    }),
  );
}
