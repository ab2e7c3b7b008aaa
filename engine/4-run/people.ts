// Who is asked: roles, persons, stand-ins and absence, resolved from the workspace's people.
// H1 a card always has an addressee; an empty slot falls back to *mission*, then to the first
//    person.
// H2 the requester is never asked about his own run unless the gate says so.
// H3 where several must agree, they are several people.

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
const present = (people: People, person: Person, day: string): Person =>
  standInOf(people, person, day) ?? person;

/** Who stands in for a person that day; undefined while the person is there, or has nobody. */
export const standInOf = (people: People, person: Person, day: string): Person | undefined =>
  isAway(person, day) && person.standIn !== undefined
    ? personOf(people, person.standIn)
    : undefined;

/** The people a name stands for: a person's id, a role, or an owner slot of the workflow. */
function namedBy({ people, owners }: Asked, name: string): Person[] {
  const slot = Object.hasOwn(owners, name) ? owners[name as keyof Workflow['owners']] : undefined;
  return people.filter((p) => p.id === (slot ?? name) || (!slot && p.roles.includes(name)));
}

/**
 * Everybody a card for `ask` may be answered by, first addressee first. `ask` is a person's id, a
 * role, or an owner slot of the workflow.
 */
export function addressees(setting: Asked, ask: string, day: string, not?: string): Person[] {
  const asked = namedBy(setting, ask).map((p) => present(setting.people, p, day));
  const unique = [...new Map(asked.map((p) => [p.id, p])).values()];
  const others = unique.filter((p) => p.id !== not);
  return others.length ? others : not === undefined ? unique : [];
}

/**
 * The people whose agreement counts, by id: every name once, never one person twice (H3). Where the
 * stand-in of somebody is asked already, the absent one stays asked.
 */
export function severalOf(setting: Asked, names: string[], day: string, not?: string): string[] {
  const seats: string[] = [];
  for (const name of names)
    for (const person of namedBy(setting, name)) {
      const seat = [present(setting.people, person, day).id, person.id].find(
        (id) => id !== not && !seats.includes(id),
      );
      if (seat !== undefined && !seats.includes(person.id)) seats.push(seat);
    }
  return seats;
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

/**
 * The person with the lowest sufficient limit for an amount, none of `not`: never the requester,
 * and nobody who is asked already. Of those who are here, as long as there is one.
 */
export function whoMayApprove(
  people: People,
  amount: number,
  day: string,
  not: (string | undefined)[],
): Person | undefined {
  const may = people
    .filter((p) => !not.includes(p.id) && limitOf(p) >= amount && p.limit !== 0 && mayDecide(p))
    .sort((a, b) => limitOf(a) - limitOf(b));
  return may.find((p) => !isAway(p, day)) ?? may[0];
}

/** A person without a limit counts as unlimited only if a role lets them approve at all. */
const mayDecide = (person: Person): boolean =>
  person.limit !== undefined || person.roles.some((r) => r !== 'requester');
