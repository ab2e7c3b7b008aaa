// Reading fields: by kind and by the words beside them; nothing that does not stand in the text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field, Kind } from '../../base/kinds.ts';
import { fitFields } from '../../base/fields.ts';
import type { Json } from '../../base/value.ts';
import { extract } from './extract.ts';

const field = (id: string, label: string, kind: Kind, more: Partial<Field> = {}): Field => ({
  id,
  label,
  kind,
  ...more,
});
const read = (text: Json, ...fields: Field[]): Json => extract(text, fields).values;

const BILL = `From: Ines Marro <ines.marro@holzwerk.example>
Subject: Invoice 2027-331

Dear Sir or Madam,
for the delivery of 14 March 2027 we charge EUR 1.120,00 plus shipping of EUR 38,50.
Total due: EUR 1.158,50, payable until 13 April 2027.
You can reach us at +49 30 5550 1234 or https://holzwerk.example/help.
Kind regards
Ines Marro
Holzwerk Marro GmbH`;

test('the amount that is asked for is the one its words stand beside', () => {
  const total = field('total', 'Total', 'money', { currency: 'EUR' });
  const shipping = field('shipping', 'Shipping', 'money', { currency: 'EUR' });
  expect(read(BILL, total, shipping)).toEqual({ total: 1158.5, shipping: 38.5 });
});

test('the date that is asked for is the one its words stand beside', () => {
  const due = field('due', 'Payable until', 'date');
  const delivered = field('delivered', 'Date of delivery', 'date');
  expect(read(BILL, due, delivered)).toEqual({ due: '2027-04-13', delivered: '2027-03-14' });
});

test('addresses, links, phones, names, companies and subjects are found', () => {
  const fields = [
    field('mail', 'Mail address', 'mail'),
    field('web', 'Web page', 'link'),
    field('phone', 'Phone', 'text'),
    field('name', 'Name', 'text'),
    field('company', 'Company', 'text'),
    field('subject', 'Subject', 'text'),
  ];
  expect(read(BILL, ...fields)).toEqual({
    mail: 'ines.marro@holzwerk.example',
    web: 'https://holzwerk.example/help',
    phone: '+49 30 5550 1234',
    name: 'Ines Marro',
    company: 'Holzwerk Marro GmbH',
    subject: 'Invoice 2027-331',
  });
});

test('a labelled line answers the field that carries its label', () => {
  const text = 'Customer number: K-7710\nQuantity: 12\nExpress: no\nColour = dark green';
  const fields = [
    field('customer_number', 'Customer number', 'text'),
    field('quantity', 'Quantity', 'number'),
    field('express', 'Express', 'yes_no'),
    field('colour', 'Colour', 'text'),
  ];
  expect(read(text, ...fields)).toEqual({
    customer_number: 'K-7710',
    quantity: 12,
    express: false,
    colour: 'dark green',
  });
});

test('a closed choice is the one that is named, or the one that is meant', () => {
  const size = field('size', 'Size', 'choice', {
    choices: [
      { id: 's', label: 'Small' },
      { id: 'l', label: 'Large' },
    ],
  });
  const about = field('about', 'What it is about', 'choice', {
    choices: [
      { id: 'pay', label: 'Payment' },
      { id: 'ship', label: 'Delivery' },
    ],
  });
  expect(read('I take the large one.', size)).toEqual({ size: 'l' });
  expect(read('Where is my parcel?', about)).toEqual({ about: 'ship' });
});

test('a list holds every find of its kind, in order', () => {
  const amounts = field('amounts', 'Amounts', 'list', { of: field('a', 'Amount', 'money') });
  const points = field('points', 'Points', 'list', { of: field('p', 'Point', 'text') });
  expect(read(BILL, amounts)).toEqual({ amounts: [1120, 38.5, 1158.5] });
  expect(read('Bring:\n- a pen\n- paper', points)).toEqual({ points: ['a pen', 'paper'] });
});

test('an amount in another currency is not the one that was asked for', () => {
  expect(read('It costs $45.', field('price', 'Price', 'money', { currency: 'EUR' }))).toEqual({
    price: null,
  });
});

test('a record gives its values by key or label, if they fit the kind', () => {
  const record = {
    customer: { fullName: 'Mara Voss', 'E-Mail': 'mara@voss.example' },
    total: '1250.50',
  };
  const fields = [
    field('full_name', 'Full name', 'text'),
    field('mail', 'E-mail', 'mail'),
    field('total', 'Total', 'money'),
  ];
  expect(read(record, ...fields)).toEqual({
    full_name: 'Mara Voss',
    mail: 'mara@voss.example',
    total: 1250.5,
  });
});

test('what is not in the text is empty, and a required field that is missing costs trust', () => {
  const wanted = [field('name', 'Name', 'text', { required: true }), field('mail', 'Mail', 'mail')];
  const { values, share } = extract('a@b.example', wanted);
  expect(values).toEqual({ name: null, mail: 'a@b.example' });
  expect(share).toBeLessThan(0.5);
  expect(extract('nothing here', wanted)).toMatchObject({ share: 0, found: [] });
});

const KINDS: Kind[] = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'yes_no',
  'choice',
  'mail',
  'link',
  'file',
];
test('whatever is read fits its field, from any text, the same way twice', () => {
  const anyField = fc.record({
    label: fc.string({ minLength: 1, maxLength: 20 }),
    kind: fc.constantFrom(...KINDS),
  });
  const anyFields = fc
    .array(anyField, { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.map(({ label, kind }, at) =>
        field(`f${at}`, label, kind, { choices: [{ id: 'a', label: 'A' }] }),
      ),
    );
  const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant(BILL));
  fc.assert(
    fc.property(anyText, anyFields, (text, fields) => {
      const once = extract(text, fields);
      expect(once).toEqual(extract(text, fields));
      expect(fitFields(fields, once.values).faults).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
