// Everything in a drawing that can be found: steps, what is set in them, notes, fields of the form.
// FI1 pure; what is found says where to go: which step or note, and which of its settings.
// FI2 in plain words: places values come from are no text, and are not shown.

import { isRef, isText } from '../../engine/base/binding.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import { isStart, stepsOf } from '../../engine/1-document/scopes.ts';
import type { Registry } from '../../engine/node.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { formOf } from '../inspector/form-spec.ts';
import { t, tMaybe } from '../words.ts';
import type { Choice } from './ranked.ts';

export type Found = Choice & {
  kind: 'step' | 'setting' | 'note' | 'field';
  /** The step or note to go to. */
  target: string;
  /** The setting to show, dotted. */
  field?: string;
};

/** A text with values filled in: the places are left open (FI2). */
const readable = (text: string): string => text.replace(/\{\{[^}]*\}\}/g, '…').trim();

/** Every text and number in a setting, with its place. */
function* textsIn(value: Json, at: string): Generator<{ at: string; text: string }> {
  if (typeof value === 'string' || typeof value === 'number') yield { at, text: String(value) };
  else if (Array.isArray(value))
    for (const [i, one] of value.entries()) yield* textsIn(one, `${at}.${i}`);
  else if (isObject(value) && isText(value)) yield { at, text: readable(value['@text']) };
  else if (isObject(value) && !isRef(value))
    for (const [key, one] of Object.entries(value)) yield* textsIn(one, `${at}.${key}`);
}

/** Settings that are chosen from a list or are names of things: nobody wrote what stands there. */
const CHOSEN = new Set(
  'choice yes_no role prompt tool step steps part person workflow duration currency confidence'.split(
    ' ',
  ),
);
const NAMES = new Set(['id', 'port', 'op', 'kind', 'field', 'role', 'part']);

function settingsOf(node: WorkflowNode, registry: Registry): Found[] {
  const type = node.type.split('@')[0] ?? '';
  const definition = registry.get(node.type);
  const written = (definition ? formOf(definition) : []).filter(
    ({ widget }) => !CHOSEN.has(widget),
  );
  return written.flatMap(({ key }) =>
    [...textsIn(node.settings[key] ?? null, key)]
      .filter(({ at }) => !NAMES.has(at.split('.').at(-1) ?? ''))
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
      .map(({ at, text }): Found => ({
        id: `${node.id} ${at}`,
        kind: 'setting',
        name: text,
        detail: `${node.name} › ${tMaybe(`node.${type}.setting.${key}`) ?? key}`,
        group: t('app.find.settings'),
        target: node.id,
        field: at,
      })),
  );
}

function notesOf(scope: WorkflowScope): Found[] {
  const own = scope.notes
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text }): Found => ({
      id: `note ${id}`,
      kind: 'note',
      name: text.trim(),
      group: t('app.find.notes'),
      target: id,
    }));
  return [...own, ...scope.nodes.flatMap((node) => (node.scope ? notesOf(node.scope) : []))];
}

/** What can be found in a workflow (FI1). */
export function findables(workflow: Workflow, registry: Registry): Found[] {
  const steps = [...stepsOf(workflow.scope)].map(({ node }) => node);
  const start = steps.find(isStart);
  return [
    ...steps.map((node): Found => {
      const { kind, line } = stepFacts(registry, node);
      return {
        id: `step ${node.id}`,
        kind: 'step',
        name: node.name,
        detail: kind,
        search: line,
        group: t('app.find.steps'),
        target: node.id,
      };
    }),
    ...(start ? workflow.input : []).map((field): Found => ({
      id: `field ${field.id}`,
      kind: 'field',
      name: field.label,
      detail: t('app.reach.form'),
      group: t('app.find.fields'),
      target: start?.id ?? '',
    })),
    ...steps.flatMap((node) => settingsOf(node, registry)),
    ...notesOf(workflow.scope),
  ];
}

/**
 * The room to look into to see a step or note: the one it lies in, unless that one is drawn open
 * where one looks now.
 */
export function roomToSee(workflow: Workflow, target: string, now: string): string {
  const way = wayTo(workflow.scope, target, []);
  if (!way) return now;
  const from = now === '' ? 0 : way.findIndex((room) => room.id === now) + 1;
  const isInside = now === '' || from > 0;
  const closed = way.slice(from).findLast((room) => room.collapsed);
  if (!isInside) return way.at(-1)?.id ?? '';
  return closed ? (way.at(-1)?.id ?? '') : now;
}

/** The rooms around a step or note, outermost first. */
export function wayTo(
  scope: WorkflowScope,
  target: string,
  around: WorkflowNode[],
): WorkflowNode[] | undefined {
  if ([...scope.nodes, ...scope.notes].some(({ id }) => id === target)) return around;
  for (const node of scope.nodes) {
    const found = node.scope && wayTo(node.scope, target, [...around, node]);
    if (found) return found;
  }
  return undefined;
}
