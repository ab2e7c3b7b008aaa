// Tools: is there a card, do the arguments fit it, and may the step act without anybody being
// asked.
// TO1 without a card a tool cannot be wired.
// TO2 what changes something outside needs a rule that speaks of it, or an approval on every way to
//     it; the fix puts an approval in front of it.
// TO3 a model's own word about its confidence never opens the way to something irreversible.

import { isRef, isText } from '../base/binding.ts';
import { fitFields } from '../base/fields.ts';
import type { Field, Kind } from '../base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import { rulesFor, settled, type KnownFacts } from '../policy/rules.ts';
import type { Card, Problem } from '../1-document/schema.ts';
import { isGuarded } from './guarded.ts';
import { onStep, onWorkflow } from './problem.ts';
import { allSteps, includes, type Drawing, type Step } from './step.ts';
import { find } from './visible.ts';

export const tools = (drawing: Drawing): Problem[] => [
  ...repeated(drawing.folder.cards.map(({ name }) => name)).map((tool) =>
    onWorkflow('card_twice', { tool }, 'tools.json'),
  ),
  ...repeated(drawing.folder.rules.map(({ id }) => id)).map((rule) =>
    onWorkflow('rule_twice', { rule }, 'rules.json'),
  ),
  ...drawing.folder.cards.flatMap(evidence),
  ...allSteps(drawing).flatMap((step) => [
    ...cardOf(step),
    ...(step.card ? args(drawing, step, step.card.args) : []),
    ...mayAct(drawing, step),
    ...selfAssured(step),
  ]),
];

/** Names that stand more than once. */
const repeated = (names: string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];

/** A card that wants evidence for something its tool does not take would never get any. */
const evidence = ({ title, args: declared, evidence: wanted = [] }: Card): Problem[] =>
  wanted
    .filter((id) => !declared.some((field) => field.id === id))
    .map((name) => onWorkflow('evidence_unknown', { tool: title, name }, 'tools.json'));

/** TO1. */
function cardOf(step: Step): Problem[] {
  const { tool } = step.node.settings;
  if (step.definition?.effect !== 'card' || typeof tool !== 'string' || tool === '') return [];
  return step.card ? [] : [onStep('card_missing', step, { tool }, { field: 'tool' })];
}

function args(drawing: Drawing, step: Step, declared: Field[]): Problem[] {
  const given = isObject(step.node.settings['args']) ? step.node.settings['args'] : {};
  const isOpen = ({ kind }: Field): boolean =>
    step.definition?.fillsArguments === true && kind !== 'file';
  const tool = step.card?.title ?? '';
  const unknown = Object.keys(given).filter((id) => !declared.some((field) => field.id === id));
  return [
    ...declared.flatMap((field) =>
      argument(drawing, step, { ...field, required: field.required && !isOpen(field) }, given),
    ),
    ...unknown.map((name) => {
      const field = `args.${name}`;
      const edit = { do: 'set' as const, step: step.node.id, path: field };
      const fix = { code: 'fix.remove_setting', edit };
      return onStep('argument_unknown', step, { name, tool }, { field, fix });
    }),
  ];
}

function argument(drawing: Drawing, step: Step, field: Field, given: JsonObject): Problem[] {
  const value = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
  const at = { field: `args.${field.id}` };
  const params = { label: field.label, tool: step.card?.title ?? '' };
  if (value === undefined || value === null || value === '') {
    if (!field.required) return [];
    const code = field.kind === 'mail' ? 'argument_missing_mail' : 'argument_missing';
    return [onStep(code, step, params, at)];
  }
  return isRightKind(drawing, step, field, value)
    ? []
    : [onStep('argument_wrong', step, params, at)];
}

const OF_TEXT = new Set<Kind>(['text', 'long_text', 'choice', 'mail', 'link']);
const AS_TEXT = new Set<Kind>([...OF_TEXT, 'number', 'money', 'date', 'yes_no']);
/** Kinds that may fill a field of a kind; what is not listed takes only its own kind. */
const FITS: Partial<Record<Kind, Set<Kind>>> = {
  text: AS_TEXT,
  long_text: AS_TEXT,
  number: new Set<Kind>(['number', 'money']),
  money: new Set<Kind>(['number', 'money']),
  choice: OF_TEXT,
  mail: new Set<Kind>(['mail', 'text', 'choice']),
  link: new Set<Kind>(['link', 'text', 'choice']),
  date: new Set<Kind>(['date', 'text']),
};

/** False only where the value can never fit: an unknown kind is judged when the call is made. */
function isRightKind(drawing: Drawing, step: Step, field: Field, value: Json): boolean {
  if (isRef(value)) {
    const found = find(drawing, { step, afterRound: false }, value['@ref']);
    const kind = found.ok ? found.field?.kind : undefined;
    return kind === undefined || (FITS[field.kind] ?? new Set([field.kind])).has(kind);
  }
  if (isText(value)) return OF_TEXT.has(field.kind) || field.kind === 'date';
  if (holdsReference(value)) return true;
  return fitFields([field], { [field.id]: value }).faults.length === 0;
}

const holdsReference = (value: Json): boolean =>
  Array.isArray(value)
    ? value.some(holdsReference)
    : isObject(value) &&
      (isRef(value) || isText(value) || Object.values(value).some(holdsReference));

const ACTS = new Set(['write', 'irreversible', 'spend']);

/** What the step may do outside: its card's word, or its own. */
export const effectOf = (step: Step): string =>
  step.definition?.effect === 'card'
    ? (step.card?.effect ?? 'none')
    : (step.definition?.effect ?? 'none');

/** TO2. */
function mayAct(drawing: Drawing, step: Step): Problem[] {
  const { card } = step;
  if (!card || !ACTS.has(effectOf(step))) return [];
  const known: KnownFacts = {
    tool: card.name,
    class: card.class,
    effect: card.effect,
    step: step.node.id,
    workflow: drawing.folder.workflow.id,
  };
  const rules = rulesFor([...drawing.setting.rules, ...drawing.folder.rules], known);
  const [first] = rules;
  if (first?.then === 'deny' && settled(first.when, known) === true)
    return [onStep('rule_denies', step, { rule: first.name, tool: card.title })];
  if (rules.some((rule) => rule.then !== 'deny') || isGuarded(step)) return [];
  const code =
    card.class === 'communication'
      ? 'unguarded_people'
      : card.effect === 'spend'
        ? 'unguarded_money'
        : 'unguarded';
  return [onStep(code, step, { tool: card.title }, { fix: insertApproval(drawing, step) })];
}

/** An approval in front of the step, asked of whoever answers for approvals. */
export function insertApproval({ folder, setting }: Drawing, step: Step) {
  const { owners } = folder.workflow;
  const someone = setting.people.find(
    (p) => p.limit !== 0 && p.roles.some((r) => r !== 'requester'),
  );
  const ask = owners.approvals ?? owners.mission ?? someone?.id ?? setting.people[0]?.id ?? '';
  const { name } = step.node;
  return {
    code: 'fix.insert_approval',
    edit: {
      do: 'insert_before' as const,
      before: step.node.id,
      port: 'approved',
      step: { type: 'approval@1', name: `${name}?`, settings: { ask, title: name, fields: [] } },
    },
  };
}

/** TO3. */
function selfAssured(step: Step): Problem[] {
  const accept = step.node.settings['accept'];
  if (step.definition?.type !== 'confidence_check' || !Array.isArray(accept)) return [];
  if (!accept.includes('self')) return [];
  const target = step.room.steps.find(
    (s) =>
      includes(s.before, step) &&
      (effectOf(s) === 'irreversible' || effectOf(s) === 'spend') &&
      !isGuarded(s),
  );
  return target
    ? [onStep('self_assured', step, { target: target.node.name }, { field: 'accept' })]
    : [];
}
