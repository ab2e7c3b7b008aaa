// Who is asked: roles, persons, stand-ins and absence, resolved from the workspace's people.
// H1 a card always has an addressee; an empty slot falls back to *mission*, then to the first
//    person.
// H2 the requester is never asked about his own run unless the gate says so.

import type { Person, Setting, Workflow } from '../1-document/schema.ts';
import type { CardKind } from '../node.ts';

type People = Setting['people'];
export type Asked = { people: People; owners: Workflow['owners'] };

/** The owner slot that answers for each kind of card. */
const SLOT: Record<CardKind, keyof Workflow['owners']> = {
  approval: 'approvals',
  question: 'mission',
  limit: 'cost',
  unknown: 'incidents',
  trouble: 'incidents',
  tool_changed: 'authority',
};

export const personOf = (people: People, id: string): Person | undefined =>
  people.find((p) => p.id === id);

const isAway = (person: Person, day: string): boolean =>
  person.away !== undefined && person.away.from <= day && day <= person.away.to;

/** The person, or while away the stand-in (one step; a stand-in who is away too stays asked). */
function present(people: People, person: Person, day: string): Person {
  if (!isAway(person, day) || !person.standIn) return person;
  return personOf(people, person.standIn) ?? person;
}

/**
 * Everybody a card for `ask` may be answered by, first addressee first. `ask` is a person's id, a
 * role, or an owner slot of the workflow.
 */
export function addressees(setting: Asked, ask: string, day: string, not?: string): Person[] {
  const { people, owners } = setting;
  const slot = Object.hasOwn(owners, ask) ? owners[ask as keyof Workflow['owners']] : undefined;
  const named = people.filter((p) => p.id === (slot ?? ask) || (!slot && p.roles.includes(ask)));
  const asked = named.map((p) => present(people, p, day));
  const unique = [...new Map(asked.map((p) => [p.id, p])).values()];
  const others = unique.filter((p) => p.id !== not);
  return others.length ? others : not === undefined ? unique : [];
}

/**
 * The owner who answers for a kind of card when no step names anybody (H1). `not` is passed over as
 * long as there is anybody else (H2).
 */
export function ownerFor(
  { people, owners }: Asked,
  kind: CardKind,
  day: string,
  not?: string,
): string {
  for (const id of [owners[SLOT[kind]], owners.mission]) {
    const person = id === undefined ? undefined : personOf(people, id);
    const asked = person && present(people, person, day);
    if (asked && asked.id !== not) return asked.id;
  }
  return (people.find((p) => p.id !== not) ?? people[0])?.id ?? '';
}

/** Largest amount a person may approve; no limit is unlimited. */
export const limitOf = (person: Person): number => person.limit ?? Number.POSITIVE_INFINITY;

/** The person with the lowest sufficient limit for an amount, never the requester. */
export function whoMayApprove(people: People, amount: number, not?: string): Person | undefined {
  return people
    .filter((p) => p.id !== not && limitOf(p) >= amount && p.limit !== 0 && mayDecide(p))
    .sort((a, b) => limitOf(a) - limitOf(b))[0];
}

/** A person without a limit counts as unlimited only if a role lets them approve at all. */
const mayDecide = (person: Person): boolean =>
  person.limit !== undefined || person.roles.some((r) => r !== 'requester');
