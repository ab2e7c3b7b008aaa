// A person as a form holds him, and back again.
// PV1 what is not filled in is not written: a file holds no empty names, roles or dates.

import type { Person } from '../../engine/1-document/schema.ts';
import { freshId } from '../../engine/base/ids.ts';
import { t } from '../words.ts';

export type LimitKind = 'none' | 'some' | 'any';
export type PersonValues = {
  name: string;
  mail: string;
  roles: string[];
  limit: LimitKind;
  amount: number | undefined;
  standIn: string;
  from: string;
  to: string;
};

const limitKind = ({ limit }: Person): LimitKind =>
  limit === undefined ? 'any' : limit === 0 ? 'none' : 'some';

/** What the form begins with; a new person may approve nothing. */
export const valuesOf = (person: Person | undefined): PersonValues => ({
  name: person?.name ?? '',
  mail: person?.mail ?? '',
  roles: person?.roles ?? [],
  limit: person ? limitKind(person) : 'none',
  amount: person?.limit === 0 ? undefined : person?.limit,
  standIn: person?.standIn ?? '',
  from: person?.away?.from ?? '',
  to: person?.away?.to ?? '',
});

const MAIL = /^[^\s@<>()"',;]+@[^\s@<>()"',;]+\.[^\s@<>()"',;.]+$/;

/** What is wrong with the form, by field, in words. */
export function faultsOf(values: PersonValues): Partial<Record<keyof PersonValues, string>> {
  const { name, mail, limit, amount, from, to } = values;
  return {
    ...(name.trim() === '' ? { name: t('people.form.wrong.name') } : {}),
    ...(mail !== '' && !MAIL.test(mail) ? { mail: t('people.form.wrong.mail') } : {}),
    ...(limit === 'some' && !(amount !== undefined && amount > 0)
      ? { amount: t('people.form.wrong.amount') }
      : {}),
    ...((from === '') === (to === '') ? {} : { to: t('people.form.wrong.from') }),
    ...(from !== '' && to !== '' && to < from ? { to: t('people.form.wrong.dates') } : {}),
  };
}

/** The person a form means; a new one gets an id made of the name (PV1). */
export function personOf(values: PersonValues, id: string | undefined, taken: string[]): Person {
  const { name, mail, roles, limit, amount, standIn, from, to } = values;
  return {
    id: id ?? freshId(name, new Set(taken), 'person'),
    name: name.trim().slice(0, 120),
    ...(mail === '' ? {} : { mail }),
    roles: [...new Set(roles.map((role) => role.trim().slice(0, 48)).filter(Boolean))].slice(0, 20),
    ...(limit === 'any' ? {} : { limit: limit === 'none' ? 0 : (amount ?? 0) }),
    ...(standIn === '' || standIn === id ? {} : { standIn }),
    ...(from !== '' && to !== '' ? { away: { from, to } } : {}),
  };
}

/** Everybody but one; whoever he stood in for has no stand-in any more. */
export const without = (people: Person[], id: string): Person[] =>
  people
    .filter((person) => person.id !== id)
    .map(({ standIn, ...person }) => ({
      ...person,
      ...(standIn === undefined || standIn === id ? {} : { standIn }),
    }));
