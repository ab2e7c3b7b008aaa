// Amounts of money and days in running text: every notation people use, and nothing that only
// looks like one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAmounts } from './amounts.ts';
import { findDates, isoDay } from './dates.ts';

const amountsIn = (text: string): string =>
  findAmounts(text)
    .map(({ value, currency }) => `${value} ${currency}`)
    .join('; ');
const datesIn = (text: string): string =>
  findDates(text)
    .map(({ iso }) => iso)
    .join('; ');

const AMOUNTS: [text: string, found: string][] = [
  ['It cost $2,345.67 in total.', '2345.67 USD'],
  ['Summe: 2.345,67 €', '2345.67 EUR'],
  ['USD 91 and EUR 13,50', '91 USD; 13.5 EUR'],
  ['only £31!', '31 GBP'],
  ['260 dollars', '260 USD'],
  ["CHF 1'400.–", '1400 CHF'],
  ['CHF 1’400.50', '1400.5 CHF'],
  ['Fr. 25.–', '25 CHF'],
  ['2 345,67 € TTC', '2345.67 EUR'],
  ['2\u202f345,67\u00a0€', '2345.67 EUR'],
  ['article 55124, 2 pieces at €17.90 each', '17.9 EUR'],
  ['13€50', '13.5 EUR'],
  ['$600–$7,000', '600 USD; 7000 USD'],
  ['$600-7,000', '600 USD; 7000 USD'],
  ['between 210 and 310 euros', '210 EUR; 310 EUR'],
  ['210 bis 310 Euro', '210 EUR; 310 EUR'],
  ['$1.3k', '1300 USD'],
  ['2.6 million dollars', '2600000 USD'],
  ['1,7 Mio €', '1700000 EUR'],
  ['two hundred sixty euros', '260 EUR'],
  ['zweihundertsechzig Euro', '260 EUR'],
  ['quatre-vingt-dix euros', '90 EUR'],
  ['mil doscientos euros', '1200 EUR'],
  ['a hundred dollars', '100 USD'],
  ['55 cents', '0.55 USD'],
  ['98p', '0.98 GBP'],
  ['21 dollars and 55 cents', '21.55 USD'],
  ['€ 1.100,-', '1100 EUR'],
  ['on 12.03.2026 we paid 41 EUR', '41 EUR'],
  ['2 x 16,00 € = 32,00 €', '16 EUR; 32 EUR'],
  ['₹ 1,20,000', '120000 INR'],
  ['-$41.00', '-41 USD'],
  ['C$360', '360 CAD'],
  ['USD1,600', '1600 USD'],
  ['the 45-euro voucher', '45 EUR'],
  ['from 11 to 21 dollars', '11 USD; 21 USD'],
  ['3 800,00 kr', '3800 SEK'],
];
test.each(AMOUNTS)('%s', (text, found) => {
  expect(amountsIn(text)).toBe(found);
});

const NO_AMOUNTS = [
  'call +1 555 0198 or take 20 %',
  '30 pounds of flour',
  'it weighs 12 pounds (5 kg)',
  'IBAN DE89 3704 0044 0532 0130 00',
  'Fr. 12.03.2026, room 214, 3 nights',
  'order 2026-118, 40 pieces, version 2.5',
  'a euro is a euro',
];
test.each(NO_AMOUNTS)('no money: %s', (text) => {
  expect(amountsIn(text)).toBe('');
});

test('an amount is found in every notation, whatever it is', () => {
  const cents = fc.integer({ min: 1, max: 99_999_999 });
  const notation = fc.constantFrom(
    ['en-US', 'USD', '$X'],
    ['de-DE', 'EUR', 'X €'],
    ['de-DE', 'EUR', 'EUR X'],
    ['fr-FR', 'EUR', 'X euros'],
    ['de-CH', 'CHF', 'CHF X'],
    ['en-GB', 'GBP', '£X'],
  );
  fc.assert(
    fc.property(cents, notation, (n, [locale = '', currency, form = '']) => {
      const digits = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(n / 100);
      const text = `Please note: ${form.replace('X', digits)}.`;
      expect(amountsIn(text)).toBe(`${n / 100} ${currency}`);
    }),
  );
});

const DATES: [text: string, found: string][] = [
  ['2027-04-06', '2027-04-06'],
  ['2027-04-06T10:00:00Z', '2027-04-06'],
  ['6 April 2027', '2027-04-06'],
  ['April 6, 2027', '2027-04-06'],
  ['April 6th, 2027', '2027-04-06'],
  ['the 6th of April 2027', '2027-04-06'],
  ['6. April 2027', '2027-04-06'],
  ['06.04.2027', '2027-04-06'],
  ['6.4.27', '2027-04-06'],
  ['26/04/2027', '2027-04-26'],
  ['4/26/2027', '2027-04-26'],
  ['le 6 avril 2027', '2027-04-06'],
  ['1er mars 2027', '2027-03-01'],
  ['6 de abril de 2027', '2027-04-06'],
  ['6-Apr-2027', '2027-04-06'],
  ['Montag, den 6. März 2027 um 10 Uhr', '2027-03-06'],
  ['12/03/2027 (£40)', '2027-03-12'],
  ['12/03/2027 ($40)', '2027-12-03'],
  ['31.12.2026 - 02.01.2027', '2026-12-31; 2027-01-02'],
  ['9 de septiembre del 2027', '2027-09-09'],
];
test.each(DATES)('%s', (text, found) => {
  expect(datesIn(text)).toBe(found);
});

const NO_DATES = [
  '30 February 2027',
  'in March 2027',
  '6 April',
  'INV-2027-04-06',
  '10.0.0.1',
  'section 3.2.11',
  'order no 20270406',
  'tel 030/12/4455',
];
test.each(NO_DATES)('no day: %s', (text) => {
  expect(datesIn(text)).toBe('');
});

test('a day is found in every form, and only if it exists', () => {
  const forms = ['{y}-{m}-{d}', '{d}.{m}.{y}', '{d} {M} {y}', '{M} {d}, {y}', 'le {d} {M} {y}'];
  const names =
    'January February March April May June July August September October November December';
  const parts = fc.tuple(
    fc.integer({ min: 1950, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom(...forms),
  );
  fc.assert(
    fc.property(parts, ([y, m, d, form]) => {
      const two = (n: number): string => String(n).padStart(2, '0');
      const name = names.split(' ')[m - 1] ?? '';
      const text = form
        .replace('{y}', String(y))
        .replace('{m}', two(m))
        .replace('{d}', two(d))
        .replace('{M}', name);
      expect(datesIn(`Until ${text} at the latest.`)).toBe(isoDay(y, m, d) ?? '');
    }),
  );
});

test('any text is read without breaking', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const one of findAmounts(text)) expect(Number.isFinite(one.value)).toBe(true);
      for (const one of findDates(text)) expect(one.iso).toMatch(/^\d{4}-\d\d-\d\d$/);
    }),
  );
});

test('a very long text is read in time', () => {
  const long = 'On 06.04.2027 we paid 12,50 € for 3 pieces (order 4711). '.repeat(2000);
  const began = performance.now();
  expect(findAmounts(long)).toHaveLength(2000);
  expect(performance.now() - began).toBeLessThan(4000);
});
