// Fitting a finished sample to somebody's answers: pure, and made of nothing but changes a person
// could make by hand, each with the way back.
// FT1 every fit is a list of edits (1-document/edit.ts) and the edits that take it back; together
//     they are tried on the sample before anything is made.
// FT2 a limit that stands in a rule as well follows there, so that drawing and rules agree.
// FT3 who is asked by a role already stays asked by it: then a successor is asked by himself.

import type { Edit } from '../../engine/1-document/change.ts';
import { edit } from '../../engine/1-document/edit.ts';
import type { Person, Rule, Workflow } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { partAt, type Json, type JsonObject } from '../../engine/base/value.ts';

export type What = 'claim' | 'document' | 'mail' | 'customer';
export const WHATS: readonly What[] = ['claim', 'document', 'mail', 'customer'];

export type Answers = {
  what: What;
  /** A person sees it first: every claim, every message, everything that is filed. */
  asksFirst: boolean;
  /** Person ids. */
  first: string;
  second: string;
  trouble: string;
  /** Amounts of claims. */
  from: number;
  above: number;
  costUsd: number;
  minutes: number;
  name: string;
};

/** One change with its words, and how to see whether it still holds. */
export type Fit = {
  id: string;
  code: string;
  params: Record<string, string | number>;
  edits: Edit[];
  back: Edit[];
  holds: Holds;
};
type Holds =
  | { step: string; path: string; value: Json | null }
  | { field: 'owners' | 'budget'; path: string; value: Json }
  | { there: string };

export type RulesFit = { from: Rule[]; to: Rule[]; names: string[] };
export type Fitting = { fits: Fit[]; rules: RulesFit | undefined; workflow: Workflow };

export const SAMPLES: Record<What, string> = {
  claim: 'expense-approval',
  document: 'document-approval',
  mail: 'mail-to-crm',
  customer: 'customer-onboarding',
};

/** The sample an answer picks, as it was shipped, and the people there are. */
export type Sample = { workflow: Workflow; rules: Rule[]; people: Person[]; currency: string };
type Words = {
  money: (amount: number) => string;
  cost: (usd: number) => string;
  t: (code: string, params?: Record<string, string | number>) => string;
};

/** Collects fits, each tried on what the ones before it made (FT1). */
function collector(start: Workflow) {
  const fits: Fit[] = [];
  let workflow = start;
  const tried = (edits: Edit[]): { workflow: Workflow; added: string[] } | undefined => {
    let next = workflow;
    const added: string[] = [];
    for (const one of edits) {
      const made = edit(next, one);
      if (!made.ok) return undefined;
      next = made.workflow;
      added.push(...made.added);
    }
    return { workflow: next, added };
  };
  return {
    fits,
    now: () => workflow,
    tried,
    put: (fit: Fit): void => {
      const made = tried(fit.edits);
      if (!made || made.workflow === workflow) return;
      workflow = made.workflow;
      fits.push(fit);
    },
  };
}
type Collector = ReturnType<typeof collector>;

const at = (workflow: Workflow, step: string, path: string): Json | undefined =>
  partAt(findStep(workflow, step)?.node.settings as Json, path);

/** One setting of a step. */
function setting(c: Collector, step: string, path: string, value: Json, said: Said): void {
  const before = at(c.now(), step, path);
  if (before === value) return;
  c.put({
    ...said,
    edits: [{ do: 'set', step, path, value }],
    back: [{ do: 'set', step, path, ...(before === undefined ? {} : { value: before }) }],
    holds: { step, path, value },
  });
}
type Said = Pick<Fit, 'id' | 'code' | 'params'>;

/** Whether a name in a file means this person and nobody else (FT3). */
function means(people: Person[], name: Json | undefined, person: string): boolean {
  if (typeof name !== 'string') return false;
  const meant = people.filter(({ id, roles }) => id === name || roles.includes(name));
  return meant.length === 1 && meant[0]?.id === person;
}

/** Who is asked at a step (FT3). */
function asks(c: Collector, sample: Sample, step: string, person: string): void {
  const node = findStep(c.now(), step)?.node;
  const now = node?.settings['ask'];
  const who = sample.people.find(({ id }) => id === person);
  if (!node || !who) return;
  if (means(sample.people, now, person)) return;
  const params = { step: node.name, who: who.name };
  setting(c, step, 'ask', person, { id: `ask ${step}`, code: 'start.fit.ask', params });
}

/** A field of the workflow of which one part changes. */
function field(
  c: Collector,
  [name, path]: ['owners' | 'budget', string],
  value: Json,
  said: Said,
): void {
  const before = c.now()[name] as JsonObject;
  if (before[path] === value) return;
  c.put({
    ...said,
    edits: [{ do: 'set_workflow', field: name, value: { ...before, [path]: value } }],
    back: [{ do: 'set_workflow', field: name, value: before }],
    holds: { field: name, path, value },
  });
}

/** An approval before a step; who is refused goes on to `refused`, where that is named. */
function gate(
  c: Collector,
  { people }: Sample,
  { before, ask, refused }: { before: string; ask: string; refused?: string },
  { t }: Words,
): void {
  const target = findStep(c.now(), before);
  const who = people.find(({ id }) => id === ask);
  if (!target || !who) return;
  const { name } = target.node;
  const title = t('start.fit.gate.title', { step: name });
  const step = {
    type: 'approval@1',
    name: t('start.fit.gate.name'),
    settings: { ask, title, show: [] },
  };
  const insert: Edit = { do: 'insert_before', before, step, port: 'approved' };
  const id = c.tried([insert])?.added[0];
  if (id === undefined) return;
  const into = target.scope.edges.filter(({ to }) => to === before);
  c.put({
    id: `gate ${before}`,
    code: 'start.fit.gate',
    params: { who: who.name, step: name },
    edits: [
      insert,
      ...(refused === undefined
        ? []
        : [{ do: 'connect' as const, arrow: { from: id, port: 'refused', to: refused } }]),
    ],
    back: [
      ...into.map((arrow) => ({
        do: 'reconnect' as const,
        arrow: { ...arrow, to: id },
        to: arrow,
      })),
      { do: 'remove_steps', steps: [id] },
    ],
    holds: { there: id },
  });
}

const CLAIM = { step: 'how_much', alone: 'by_itself', pay: 'pay', ask: 'ask_manager' };

/** Thresholds of a claim, and the rules that follow them (FT2). */
function claim(c: Collector, sample: Sample, answers: Answers, words: Words): RulesFit | undefined {
  const { asksFirst, from, above } = answers;
  const { step, alone, pay, ask } = CLAIM;
  asks(c, sample, ask, answers.first);
  asks(c, sample, 'ask_director', answers.second);
  if (asksFirst) {
    const arrow = { from: step, port: alone, to: pay };
    const to = { ...arrow, to: ask };
    const value = at(c.now(), step, 'cases.1.says') ?? '';
    c.put({
      id: 'always',
      code: 'start.fit.always',
      params: {},
      edits: [
        { do: 'reconnect', arrow, to },
        { do: 'set', step, path: 'cases.0.says', value },
      ],
      back: [
        { do: 'reconnect', arrow: to, to: arrow },
        { do: 'set', step, path: 'cases.0.says' },
      ],
      holds: { step, path: 'cases.0.says', value },
    });
  } else
    setting(c, step, 'cases.0.when.all.0.value', from, {
      id: 'from',
      code: 'start.fit.from',
      params: { amount: words.money(from) },
    });
  setting(c, step, 'cases.1.when.value', above, {
    id: 'above',
    code: 'start.fit.above',
    params: { amount: words.money(above) },
  });
  return rulesOf(sample, answers, words);
}

/** The rules about paying with the same limit as the drawing; without one where all are asked. */
function rulesOf(sample: Sample, answers: Answers, { money, t }: Words): RulesFit | undefined {
  const { rules, people } = sample;
  const { asksFirst, from } = answers;
  const to = rules.flatMap((rule): Rule[] => {
    if (rule.then === 'allow' && asksFirst) return [];
    if (rule.then !== 'allow') {
      const name = asksFirst
        ? t('start.fit.always')
        : t('start.rule.from', { amount: money(from) });
      const isSame = means(people, rule.ask, answers.first);
      return [{ ...rule, name, ...(isSame ? {} : { ask: answers.first }) }];
    }
    const when = JSON.parse(JSON.stringify(rule.when)) as { all: { field: string; value: Json }[] };
    for (const leaf of when.all) if (leaf.field === 'amount') leaf.value = from;
    const name = t('start.rule.below', { amount: money(from) });
    return [{ ...rule, name, when: when as Rule['when'] }];
  });
  if (JSON.stringify(to) === JSON.stringify(rules)) return undefined;
  return { from: rules, to, names: to.map(({ name }) => name) };
}

/** What is particular to each sample. */
function particular(
  c: Collector,
  sample: Sample,
  answers: Answers,
  words: Words,
): RulesFit | undefined {
  const { what, asksFirst, first: ask } = answers;
  switch (what) {
    case 'claim':
      return claim(c, sample, answers, words);
    case 'document':
      asks(c, sample, 'ask_approval', ask);
      if (asksFirst)
        for (const before of ['tell_approved', 'tell_refused'])
          gate(c, sample, { before, ask }, words);
      return undefined;
    case 'mail':
      asks(c, sample, 'ask_person', ask);
      if (asksFirst) gate(c, sample, { before: 'write_crm', ask, refused: 'leave_out' }, words);
      return undefined;
    case 'customer':
      if (asksFirst)
        gate(c, sample, { before: 'send_welcome_mail', ask, refused: 'escalate' }, words);
      return undefined;
  }
}

/** A sample fitted to the answers: what is changed, and the workflow that comes of it. */
export function fitted(sample: Sample, answers: Answers, words: Words): Fitting {
  const c = collector({ ...sample.workflow, name: answers.name.trim() || sample.workflow.name });
  const rules = particular(c, sample, answers, words);
  const trouble = sample.people.find(({ id }) => id === answers.trouble);
  if (trouble)
    field(c, ['owners', 'incidents'], trouble.id, {
      id: 'trouble',
      code: 'start.fit.owner',
      params: { who: trouble.name },
    });
  field(c, ['budget', 'costUsd'], answers.costUsd, {
    id: 'cost',
    code: 'start.fit.cost',
    params: { cost: words.cost(answers.costUsd) },
  });
  field(c, ['budget', 'minutes'], answers.minutes, {
    id: 'minutes',
    code: 'start.fit.minutes',
    params: { n: answers.minutes },
  });
  return { fits: c.fits, rules, workflow: c.now() };
}

/** Whether a fit still holds in a workflow as it is now: undo and redo show here too. */
export function holds(workflow: Workflow, { holds: mark }: Pick<Fit, 'holds'>): boolean {
  if ('there' in mark) return findStep(workflow, mark.there) !== undefined;
  if ('step' in mark) return (at(workflow, mark.step, mark.path) ?? null) === mark.value;
  return (workflow[mark.field] as JsonObject)[mark.path] === mark.value;
}
