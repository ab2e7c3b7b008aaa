// What differs between two versions, in sentences.
// TE1 pure and total: every change has a sentence; long texts stand below it, word by word.
// TE2 what only moved is said once, for all of it together.

import type { Change, Part } from '../../engine/1-document/changes.ts';
import type { Person, Workflow, WorkflowEdge } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Json } from '../../engine/base/value.ts';
import { registry } from '../../nodes/index.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { textOf } from '../json-text.ts';
import { t, tMaybe } from '../words.ts';
import { labelOf, type Label } from './path-label.ts';
import { LONG, wordsOf, type Side } from './value-of.ts';

export type Group = 'steps' | 'arrows' | 'whole' | 'notes' | 'beside' | 'drawn';
export type Told = {
  key: string;
  group: Group;
  how: 'added' | 'removed' | 'changed' | 'moved';
  /** With emphasis as in the catalogue. */
  text: string;
  /** A longer text before and after. */
  was?: string;
  is?: string;
  /** The step it is about, to be shown in the picture. */
  step?: string;
};

export type Telling = { was: Side; is: Side; people: ReadonlyMap<string, Person> };

const kindOf = (type: string): string => tMaybe(`node.${type.split('@')[0]}.title`) ?? type;
const nameIn = (workflow: Workflow, id: string): string =>
  findStep(workflow, id)?.node.name || id.replaceAll('_', ' ');

/** Sentences for one part: short values inside it, long ones below. */
function part(
  { at, from, to }: Part,
  name: string,
  label: Label,
  words: (value: Json | null, side: 'was' | 'is') => string,
): Pick<Told, 'text' | 'was' | 'is'> {
  const [was, is] = [words(from, 'was'), words(to, 'is')];
  const params = { name, label: label.words, from: was, to: is };
  const isLong = Math.max(was.length, is.length) > LONG || /\n/.test(was + is);
  if (isLong) return { text: t('history.part.text', params), was, is };
  if (was === is || (was === '' && is === '')) return { text: t('history.part.text', params) };
  if (is === '') return { text: t('history.part.gone', params) };
  return { text: t(was === '' && at !== '' ? 'history.part.is' : 'history.part.was', params) };
}

function stepPart(one: Part, id: string, telling: Telling): Told {
  const { was, is, people } = telling;
  const side = (one.to === null ? was : is).folder.workflow;
  const label = labelOf(findStep(side, id)?.node, one.at);
  const key = one.at.split('.').at(-1) ?? '';
  const name = nameIn(is.folder.workflow, id);
  const where = { step: id, key, code: label.code };
  const base = { key: `${id} ${one.at}`, group: 'steps', how: 'changed', step: id } as const;
  if (one.at === 'name')
    return {
      ...base,
      text: t('history.step.renamed', { from: textOf(one.from), to: textOf(one.to) }),
    };
  if (one.at === 'type') {
    const params = { name, label: label.words };
    const [from, to] = [kindOf(textOf(one.from)), kindOf(textOf(one.to))];
    return { ...base, text: t('history.part.was', { ...params, from, to }) };
  }
  const words = (value: Json | null, side: 'was' | 'is'): string =>
    wordsOf(value, where, telling[side], people);
  return { ...base, ...part(one, name, label, words) };
}

function stepTold(change: Extract<Change, { what: 'step' }>, telling: Telling): Told[] {
  const { id, node } = change;
  const base = { key: `${id} ${change.how}`, group: 'steps', step: id } as const;
  const name = node.name || kindOf(node.type);
  const workflowOf = (side: 'was' | 'is'): Workflow => telling[side].folder.workflow;
  switch (change.how) {
    case 'added':
    case 'removed': {
      const room = nameIn(workflowOf(change.how === 'added' ? 'is' : 'was'), change.in);
      const code = `history.step.${change.how}${change.in === '' ? '' : '_in'}`;
      const text = t(code, { name, room, kind: kindOf(node.type) });
      return [{ ...base, how: change.how, text }];
    }
    case 'changed':
      return change.parts.map((one) => stepPart(one, id, telling));
    case 'put': {
      const isIn = change.to !== '';
      const room = nameIn(workflowOf(isIn ? 'is' : 'was'), isIn ? change.to : change.from);
      return [
        {
          ...base,
          how: 'changed',
          text: t(`history.step.put_${isIn ? 'in' : 'out'}`, { name, room }),
        },
      ];
    }
    case 'moved':
      return [];
  }
}

/** The words on a way out. */
function wayIn(workflow: Workflow, { from, port }: WorkflowEdge): string {
  const node = findStep(workflow, from)?.node;
  const way = node && stepFacts(registry, node).ways.find(({ id }) => id === port);
  const only = node && stepFacts(registry, node).ways.filter((one) => !one.problem).length === 1;
  return way && !(only && !way.problem) ? way.words : t('app.aria.then');
}

function arrowTold(change: Extract<Change, { what: 'arrow' }>, { was, is }: Telling): Told {
  const { edge, how } = change;
  const workflow = (how === 'removed' ? was : is).folder.workflow;
  const params = {
    from: nameIn(workflow, edge.from),
    way: wayIn(workflow, edge),
    to: nameIn(workflow, edge.to),
    was: how === 'led' ? nameIn(was.folder.workflow, change.was) : '',
  };
  return {
    key: `${edge.from}:${edge.port}>${edge.to} ${how}`,
    group: 'arrows',
    how: how === 'led' ? 'changed' : how,
    text: t(`history.arrow.${how}`, params),
    step: edge.from,
  };
}

/** What a field of the workflow is called. */
export function fieldLabel(at: string, workflow: Workflow): Label {
  const [head = '', name = '', ...rest] = at.split('.');
  const said = (words: string, code = ''): Label => ({ words, code });
  if (head === 'budget')
    return said(t('history.entry', { name: t(`app.limit.${name}`) }), `app.limit.${name}`);
  if (head === 'owners') return said(t('history.entry', { name: t(`app.owner.${name}`) }));
  if (head === 'input' && name !== '') {
    const field = workflow.input.find(({ id }) => id === name)?.label ?? name;
    if (rest.length === 0) return said(t('history.field.form', { field }));
    const own = tMaybe(`history.form.${rest[0]}`) ?? t('history.form.other');
    return said(t('history.field.form_part', { field, part: own }));
  }
  return said(tMaybe(`history.field.${head}`) ?? head.replaceAll('_', ' '));
}

function fieldTold(change: Extract<Change, { what: 'field' }>, telling: Telling): Told {
  const { was, is, people } = telling;
  const side = (change.to === null ? was : is).folder.workflow;
  const label = fieldLabel(change.at, side);
  const key = change.at.split('.').at(-1) ?? '';
  const words = (value: Json | null, of: 'was' | 'is'): string =>
    wordsOf(value, { key, code: label.code }, telling[of], people);
  return {
    key: `field ${change.at}`,
    group: change.at === 'breakpoints' ? 'drawn' : 'whole',
    how: 'changed',
    ...part(change, t('history.whole'), label, words),
  };
}

function noteTold({ how, note, was }: Extract<Change, { what: 'note' }>): Told {
  const text = t(`history.note.${how}`, { text: how === 'removed' ? was : note.text });
  return { key: `note ${note.id}`, group: 'notes', how, text };
}

/** Every change in a sentence (TE1, TE2). */
export function tell(changes: Change[], telling: Telling): Told[] {
  const told = changes.flatMap((change): Told[] => {
    switch (change.what) {
      case 'step':
        return stepTold(change, telling);
      case 'arrow':
        return [arrowTold(change, telling)];
      case 'note':
        return [noteTold(change)];
      case 'field':
        return [fieldTold(change, telling)];
      case 'order':
        return [{ key: 'order', group: 'drawn', how: 'moved', text: t('history.order') }];
    }
  });
  const moved = changes.flatMap((change) =>
    change.what === 'step' && change.how === 'moved' ? [change.node.name || change.id] : [],
  );
  if (moved.length === 0) return told;
  const text = t('history.moved', { names: moved.join('\n') });
  return [...told, { key: 'moved', group: 'drawn', how: 'moved', text }];
}
