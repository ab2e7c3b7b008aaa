// The one-click changes that go with findings about settings: what most people would do next.
// RP1 a fix never guesses about what the workflow may do: it fills in what is known, or says less.

import type { z } from 'zod';
import { isRef, isText } from '../base/binding.ts';
import type { Kind } from '../base/kinds.ts';
import { isObject, partAt, type Json } from '../base/value.ts';
import type { Reference } from '../1-document/references.ts';
import type { Edit } from '../1-document/change.ts';
import type { Problem } from '../1-document/schema.ts';
import { fixByOffer } from './offers.ts';
import { includes, type Drawing, type Step } from './step.ts';

type Fix = { code: string; edit: Edit; params?: Problem['params'] };

const set = (step: Step, path: string, value: Json): Edit => {
  return { do: 'set', step: step.node.id, path, value };
};

/** What a required setting is filled with, by type and name, where one click can do it. */
const WANTED: Record<string, Kind> = {
  'classify.text': 'long_text',
  'extract.text': 'long_text',
  'for_each.items': 'list',
};
/** A loop that was told nothing tries this often. */
const ROUNDS = 3;

/** Whoever answers for approvals here; else anybody who may approve. */
export function approverOf({ folder, setting }: Drawing): string {
  const { owners } = folder.workflow;
  const someone = setting.people.find(
    (p) => p.limit !== 0 && p.roles.some((r) => r !== 'requester'),
  );
  return owners.approvals ?? owners.mission ?? someone?.id ?? setting.people[0]?.id ?? '';
}

/** The confidence of the nearest step before that has one. */
function confidenceBefore(step: Step): Fix | undefined {
  const agents = (step.room.order ?? []).filter(
    (other) => includes(step.before, other) && other.definition?.family === 'agent',
  );
  const agent = agents.at(-1);
  if (!agent) return undefined;
  const value = { '@ref': `steps.${agent.node.id}.value.confidence`, else: '' };
  const params = { fixFrom: agent.node.name };
  return { code: 'fix.take_confidence', edit: set(step, 'of', value), params };
}

/** For a setting that is empty. */
export function fillIn(drawing: Drawing, step: Step, field: string): Fix | undefined {
  const type = step.definition?.type ?? '';
  if (field === 'ask' && step.definition?.does.kind === 'card') {
    const ask = approverOf(drawing);
    const person = drawing.setting.people.find(({ id }) => id === ask);
    return (
      person && {
        code: 'fix.ask_person',
        edit: set(step, field, ask),
        params: { fixWhat: person.name },
      }
    );
  }
  if (field === 'title') return { code: 'fix.use_name', edit: set(step, field, step.node.name) };
  if (field === 'maxRounds')
    return { code: 'fix.rounds', edit: set(step, field, ROUNDS), params: { fixN: ROUNDS } };
  if (`${type}.${field}` === 'confidence_check.of') return confidenceBefore(step);
  const kind = WANTED[`${type}.${field}`];
  return kind && textOrList(drawing, step, field, kind);
}

/** A text to read: what is called so, a file's words, or the one long text there is. */
function textOrList(drawing: Drawing, step: Step, field: string, kind: Kind): Fix | undefined {
  if (kind === 'list') return fixByOffer(drawing, step, field, { kind });
  const file = fixByOffer(drawing, step, field, { kind: 'file' });
  const edit = file?.edit;
  if (file && edit?.do === 'set' && isRef(edit.value)) {
    const value = { '@ref': `${edit.value['@ref']}.text`, else: '' };
    return { ...file, edit: set(step, field, value) };
  }
  const names = ['text', 'message', 'body', 'question', 'request', 'purpose'];
  return names
    .map((id) => fixByOffer(drawing, step, field, { kind, id, label: id }))
    .find((fix) => fix !== undefined);
}

/** For a figure outside of its bounds: the bound itself. */
export function toBound(step: Step, issue: z.core.$ZodIssue, field: string): Fix | undefined {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return undefined;
  if (issue.origin !== 'number' && issue.origin !== 'int') return undefined;
  const bound = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  return { code: 'fix.to_bound', edit: set(step, field, bound), params: { fixN: bound } };
}

/** For a value that may be missing: nothing stands there instead, said on purpose. */
export function leaveEmpty(step: Step, { at, how, path }: Reference): Fix | undefined {
  const value = partAt(step.node.settings, at);
  if (how === 'ref' && isRef(value))
    return { code: 'fix.leave_empty', edit: set(step, `${at}.else`, '') };
  if (how !== 'text' || !isText(value)) return undefined;
  const others = isObject(value.else) ? value.else : {};
  const text = { ...value, else: { ...others, [path]: '' } };
  return { code: 'fix.leave_empty', edit: set(step, at, text) };
}
