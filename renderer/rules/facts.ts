// What a rule may look at, as the condition builder offers it: the call, its time, each tool's
// arguments and where they came from.
// RF1 exactly the facts the door knows (engine/policy/rules.ts), under the names people use.

import type { Card, Folder, Setting } from '../../engine/1-document/schema.ts';
import { stepsOf } from '../../engine/1-document/scopes.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Offer, Sight, Source } from '../document/reach.ts';
import { t } from '../words.ts';

/** What rules can speak of: cards, steps and workflows that exist, and the house currency. */
export type Known = {
  cards: Pick<Card, 'name' | 'title' | 'args' | 'amountArg'>[];
  steps: { id: string; name: string }[];
  workflows: { id: string; name: string }[];
  currency: string;
};

export const EFFECTS = ['none', 'read', 'write', 'irreversible', 'spend'] as const;
export const CLASSES = [
  'customer_data',
  'communication',
  'operational',
  'workflow',
  'money',
] as const;
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
/** Where a value can come from, as far as rules care. */
const LABELS = ['untrusted', 'private', 'model', 'user', 'input', 'workflow'] as const;

const choices = (ids: readonly string[], code: string): Field['choices'] =>
  ids.map((id) => ({ id, label: t(`${code}.${id}`) }));

const named = (all: { id: string; name: string }[]): Field['choices'] =>
  all.map(({ id, name }) => ({ id: id.slice(0, 48), label: name }));

const offer = (path: string, field: Omit<Field, 'id'>): Offer => ({
  path,
  label: field.label,
  field: { id: 'value', ...field },
  sure: true,
});

const choice = (path: string, list: Field['choices']): Offer =>
  offer(path, { label: t(`rule.fact.${path}`), kind: 'choice', choices: list ?? [] });

function aboutCall({ cards, steps, workflows, currency }: Known): Offer[] {
  const tools = cards.map(({ name, title }) => ({ id: name, label: title }));
  return [
    choice('tool', tools),
    choice('class', choices(CLASSES, 'tool.class')),
    choice('effect', choices(EFFECTS, 'tool.effect')),
    offer('amount', { label: t('rule.fact.amount'), kind: 'money', currency }),
    ...(steps.length ? [choice('step', named(steps))] : []),
    ...(workflows.length ? [choice('workflow', named(workflows))] : []),
    choice('mode', choices(['practice', 'real'], 'rule.mode')),
  ];
}

const aboutTime = (): Offer[] => [
  offer('hour', { label: t('rule.fact.hour'), kind: 'number', min: 0, max: 23 }),
  choice('weekday', choices(WEEKDAYS, 'rule.weekday')),
];

const aboutTool = ({ args }: Known['cards'][number]): Offer[] =>
  args.flatMap((field) => [
    { path: `args.${field.id}`, label: field.label, field, sure: true },
    // Where a value comes from can be several places at once.
    offer(`labels.${field.id}`, {
      label: t('rule.fact.origin', { argument: field.label }),
      kind: 'list',
      of: { id: 'from', label: '', kind: 'choice', choices: choices(LABELS, 'rule.origin') ?? [] },
    }),
  ]);

/** Everything rules can look at. */
export function factSources(known: Known): Source[] {
  const own = (id: string, icon: string, offers: Offer[]): Source => ({
    id,
    name: t(`rule.source.${id}`),
    family: undefined,
    icon,
    offers,
  });
  return [
    own('call', 'plug', aboutCall(known)),
    own('time', 'clock', aboutTime()),
    ...known.cards
      .filter(({ args }) => args.length > 0)
      .map((card): Source => ({
        id: `tool ${card.name}`,
        name: card.title,
        family: 'tool',
        icon: 'wrench',
        offers: aboutTool(card),
      })),
  ];
}

/** The arguments of one tool alone: what its own card may look at. */
export function cardSources(card: Known['cards'][number], currency: string): Source[] {
  const known: Known = { cards: [card], steps: [], workflows: [], currency };
  return factSources(known).map((source) =>
    source.id === 'call'
      ? { ...source, offers: source.offers.filter(({ path }) => path === 'amount') }
      : source,
  );
}

/** Sources as the condition builder looks at them; there is no drawing behind facts. */
export const sightFrom = (sources: Source[]): Sight => ({
  drawing: {
    folder: {} as Folder,
    setting: {} as Setting,
    registry: new Map(),
    rooms: [],
    steps: new Map(),
    cards: new Map(),
  },
  sources,
  byPath: new Map(
    [...sources]
      .reverse() // of two tools with one name of an argument the first is meant
      .flatMap((source) => source.offers.map((one) => [one.path, { ...one, source }])),
  ),
});

/** What a workflow's rules can speak of. */
export const knownIn = (
  folder: Pick<Folder, 'cards' | 'workflow'>,
  workflows: Known['workflows'],
  currency: string,
): Known => ({
  cards: folder.cards,
  steps: [...stepsOf(folder.workflow.scope)].map(({ node }) => ({ id: node.id, name: node.name })),
  workflows,
  currency,
});
