// Promises of the addresses: see route.ts.
import { expect, test } from 'vitest';
import { hrefOf, placeOf, type Place } from './route.ts';

const PLACES: Place[] = [
  { at: 'home' },
  { at: 'design' },
  { at: 'design', slug: 'expense-approval' },
  { at: 'runs' },
  { at: 'run', run: 'r_23/4:5' },
  { at: 'play', run: 'r_234' },
  { at: 'inbox' },
  { at: 'inbox', card: 'r_1:12:0' },
  { at: 'world' },
  { at: 'boundaries', slug: 'expense-approval' },
  { at: 'history', slug: 'expense-approval' },
  { at: 'settings', part: 'general' },
  { at: 'settings', part: 'people' },
];

test('every place has one address, and the address leads back to it', () => {
  for (const place of PLACES) expect(placeOf(hrefOf(place))).toEqual(place);
  expect(new Set(PLACES.map(hrefOf)).size).toBe(PLACES.length);
});

test('an address nobody can have got from us leads nowhere, never to an error', () => {
  for (const hash of ['#/run', '#/rub/bish', '#/design/%', '#code=abc'])
    expect(() => placeOf(hash)).not.toThrow();
  expect(placeOf('#/rub/bish')).toEqual({ at: 'nowhere' });
});
