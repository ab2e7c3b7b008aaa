// Tools: is there a card, do the arguments fit it, and may the step act without anybody being
// asked.
// TO1 without a card a tool cannot be wired.
// TO2 what changes something outside needs a rule that speaks of it, or an approval on every way to
//     it; the fix puts an approval in front of it.
// TO3 a model's own word about its confidence never opens the way to something irreversible.

import { isRef, isText } from '../base/binding.ts';
import { fitFields } from '../base/fields.ts';
import type { Field } from '../base/kinds.ts';
import { isSaid } from '../base/text/say.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import { rulesFor, settled, type KnownFacts } from '../policy/rules.ts';
import { wrongOption } from '../policy/tool-options.ts';
import type { Card, Problem } from '../1-document/schema.ts';
import { mayFill, OF_TEXT } from './fits.ts';
import { isGuarded } from './guarded.ts';
import { fixByOffer } from './offers.ts';
import { onStep, onWorkflow } from './problem.ts';
import { approverOf } from './repairs.ts';
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
    ...setUp(drawing, step),
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

/** What the card says for its kind of tool is read when it is called; better to say it now. */
function setUp({ folder }: Drawing, step: Step): Problem[] {
  const { card } = step;
  if (!card) return [];
  const at = { field: 'tool', severity: 'warning' as const };
  const wrong = wrongOption(card);
  if (wrong !== undefined) {
    const known = `option.${wrong}`;
    const params = { tool: card.title, option: isSaid(known) ? known : wrong };
    return [onStep('tool_not_set_up', step, params, at)];
  }
  if (card.adapter !== 'mcp') return [];
  const named = card.options?.['server'];
  const server = typeof named === 'string' ? named : '';
  return folder.servers?.some(({ id }) => id === server)
    ? []
    : [onStep('tool_server_unknown', step, { tool: card.title, server }, at)];
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
    const { id, label, kind } = field;
    const fix = fixByOffer(drawing, step, at.field, { id, label, kind });
    return [onStep(code, step, params, { ...at, fix })];
  }
  return isRightKind(drawing, step, field, value)
    ? []
    : [onStep('argument_wrong', step, params, at)];
}

/** False only where the value can never fit: an unknown kind is judged when the call is made. */
function isRightKind(drawing: Drawing, step: Step, field: Field, value: Json): boolean {
  if (isRef(value)) {
    const found = find(drawing, { step, afterRound: false }, value['@ref']);
    const kind = found.ok ? found.field?.kind : undefined;
    return mayFill(field.kind, kind);
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
export function insertApproval(drawing: Drawing, step: Step) {
  const ask = approverOf(drawing);
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
