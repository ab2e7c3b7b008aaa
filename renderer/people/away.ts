// Who is away today, and who is asked meanwhile: the same words wherever somebody is named.
// AW1 a day is a day in the workspace's time zone, whatever this computer's clock shows.

import type { Person } from '../../engine/1-document/schema.ts';
import { locale, t } from '../words.ts';

/** The day it is in a time zone, as files write days (AW1). */
export const dayIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);

/** What a clock in a time zone shows now. */
export const clockIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat(locale(), {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** A day of a file as people say it. */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );

export const isAway = ({ away }: Person, day: string): boolean =>
  away !== undefined && away.from <= day && day <= away.to;

/** Who is asked while somebody is away; nobody where he is here, or nobody stands in. */
export const standInFor = (
  person: Person,
  people: readonly Person[],
  day: string,
): Person | undefined =>
  isAway(person, day) ? people.find(({ id }) => id === person.standIn) : undefined;

/** "Marcus is away until …, Ines is asked"; nothing while he is here. */
export function awayWords(
  person: Person,
  people: readonly Person[],
  day: string,
): string | undefined {
  if (!isAway(person, day)) return undefined;
  const other = standInFor(person, people, day);
  const params = {
    name: person.name,
    to: dayWords(person.away?.to ?? ''),
    other: other?.name ?? '',
  };
  return t(other ? 'people.away_asked' : 'people.away_nobody', params);
}

/** Where somebody is now, in a word or two. */
export function whereabouts(person: Person, day: string): string {
  const { away } = person;
  if (!away || away.to < day) return t('people.here');
  if (isAway(person, day)) return t('people.away', { to: dayWords(away.to) });
  return t('people.away_later', { from: dayWords(away.from), to: dayWords(away.to) });
}
