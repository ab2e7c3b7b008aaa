// Classifying by descriptions: what fits is found in four languages, what belongs nowhere is not
// guessed, and neither ids nor names have a say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Category } from '../../node.ts';
import { classify } from './classify.ts';

const categoriesOf = (...descriptions: string[]): Category[] =>
  descriptions.map((description, at) => ({ id: `c${at}`, name: `Box ${at}`, description }));

const SHOP = categoriesOf(
  'The customer wants money back for something already paid',
  'Where a parcel is, late or lost shipments, changing the delivery address',
  'Signing in, passwords, changing personal details of the account',
  'Thanks and compliments about our service',
);
const STAFF = categoriesOf(
  'Applications for a job, CVs, questions about vacancies',
  'Holiday requests and time off',
  'Sick notes and reporting absence through illness',
  'Salary, payslips and bonus questions',
);
const HOUSE = categoriesOf(
  'Room bookings, meeting spaces, catering for meetings',
  'Repairs in the building: heating, lifts, lamps, doors',
  'Parking, keys, entry badges',
  'Cleaning and waste',
);
const CLAIMS = categoriesOf(
  'Accidents and damage involving cars and other vehicles',
  'Damage to a house or flat: water, fire, burglary',
  'Doctor bills, hospital stays, medicine',
  'Cancelled trips, lost luggage, trouble abroad',
);

const TEXTS: [categories: Category[], right: number, text: string][] = [
  [SHOP, 0, 'I was charged twice for the blender. Please send the second payment back to my card.'],
  [SHOP, 1, 'My package was due on Tuesday and the tracking page says nothing. Where is it?'],
  [SHOP, 1, 'I moved flat, can you still send the order to my new home instead of the old one?'],
  [SHOP, 2, 'The reset link never reaches my inbox so I am locked out of my profile.'],
  [SHOP, 3, 'Your support person was wonderful, best experience in years!'],
  [SHOP, 0, 'Ich habe den Pullover zurückgeschickt und warte auf die Erstattung des Kaufpreises.'],
  [SHOP, 1, "Bonjour, mon colis est annoncé comme livré mais je n'ai rien reçu."],
  [STAFF, 0, 'Please find attached my résumé for the position of warehouse lead.'],
  [STAFF, 2, 'I have a fever and will not be in today, the doctor says at least three days.'],
  [
    STAFF,
    3,
    'My October pay is lower than the month before. Could somebody explain the deductions?',
  ],
  [STAFF, 0, 'Hiermit bewerbe ich mich um die ausgeschriebene Stelle als Buchhalterin.'],
  [STAFF, 2, 'Ich bin leider krank, die Bescheinigung vom Arzt folgt.'],
  [STAFF, 1, 'Je souhaite poser cinq jours de congé en mai.'],
  [STAFF, 3, '¿Cuándo recibiré mi nómina de este mes?'],
  [HOUSE, 0, 'We need a space for twelve people next Thursday with coffee and sandwiches.'],
  [HOUSE, 1, 'It is freezing in the office, the radiator stays cold.'],
  [HOUSE, 1, 'The elevator is stuck between the second and third storey.'],
  [HOUSE, 2, 'I lost my access card, could I get another one?'],
  [HOUSE, 3, 'Nobody has emptied the paper baskets in the corridor since Friday.'],
  [HOUSE, 2, 'Ich hätte gern einen Stellplatz für mein Auto in der Tiefgarage.'],
  [HOUSE, 1, 'La puerta principal no cierra bien.'],
  [CLAIMS, 0, 'Another driver ran into my rear bumper at the traffic lights.'],
  [CLAIMS, 1, 'A pipe burst in the kitchen and the parquet is soaked.'],
  [CLAIMS, 1, 'Thieves broke the window and took the television and jewellery.'],
  [CLAIMS, 2, 'I enclose the receipts of my dentist and the pharmacy.'],
  [CLAIMS, 3, 'The airline lost our suitcases on the way to Lisbon.'],
  [CLAIMS, 0, 'Bei dem Sturm ist ein Baum auf mein Auto gefallen.'],
  [CLAIMS, 3, 'Mi vuelo fue cancelado y tuve que pagar otra noche de hotel.'],
];

test('nine of ten texts go where their description says, in four languages', () => {
  const wrong = TEXTS.filter(([all, right, text]) => classify(text, all).id !== `c${right}`);
  expect(wrong.map(([, , text]) => text).slice(2)).toEqual([]);
});

const ELSEWHERE = [
  'Preheat the oven to 180 degrees, butter the tin and bake the apple pie until golden.',
  'The moon was full over the silent lake, and the wolves sang to the northern sky.',
  'In the 87th minute the striker headed the ball into the top corner.',
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
  'xkq zzt plorf 8821 gnar fleem vop',
  'A triangle with sides 3, 4 and 5 has a right angle opposite the longest side.',
  'Der Fuchs schlich leise durch den nebligen Wald und suchte nach Beeren.',
  'Il était une fois une princesse qui vivait dans un château au bord de la mer.',
  'banana banana banana helicopter, seventeen green Tuesdays',
  'Shuffle the deck and deal five cards to each player.',
  '',
  '???',
];
test('nineteen of twenty times it does not know what belongs nowhere', () => {
  const asked = [SHOP, STAFF, HOUSE, CLAIMS].flatMap((all) =>
    ELSEWHERE.map((text) => classify(text, all).id),
  );
  const guessed = asked.filter((id) => id !== undefined).length;
  expect(guessed / asked.length).toBeLessThanOrEqual(0.05);
});

test('what is understood but fits nowhere goes to “anything else”, nonsense does not', () => {
  const all = [...SHOP, { id: 'rest', name: 'Rest', description: 'Anything else' }];
  expect(classify('The heating in our office is broken, please send a plumber.', all).id).toBe(
    'rest',
  );
  expect(classify('xkq zzt plorf gnar', all).id).toBeUndefined();
});

test('it is surer of what speaks for one category only', () => {
  const clear = classify('I want my money back, please refund me.', SHOP);
  const mixed = classify('Refund me or tell me where the parcel is.', SHOP);
  expect(clear.share).toBeGreaterThan(mixed.share);
  expect(clear.words).toContain('money');
});

test('what two descriptions say alike decides nothing', () => {
  const same = categoriesOf('Questions about invoices', 'Questions about invoices');
  expect(classify('Where is my invoice?', same).id).toBeUndefined();
});

test('a name counts only where there is no description', () => {
  const named = [
    { id: 'x', name: 'Invoices', description: '' },
    { id: 'y', name: 'Holidays', description: '' },
  ];
  expect(classify('Please pay the attached bill within 30 days.', named).id).toBe('x');
});

const anyText = fc.constantFrom(...TEXTS.map(([, , text]) => text));
const anyName = fc.stringMatching(/^[a-z]{1,8}$/);
test('renaming a category renames the answer and changes nothing else', () => {
  fc.assert(
    fc.property(anyText, fc.uniqueArray(anyName, { minLength: 4, maxLength: 4 }), (text, names) => {
      for (const all of [SHOP, STAFF, HOUSE, CLAIMS]) {
        const renamed = all.map((one, at) => ({ ...one, id: names[at]!, name: names[at]! }));
        const [before, after] = [classify(text, all), classify(text, renamed)];
        const at = all.findIndex(({ id }) => id === before.id);
        expect(after).toEqual({ ...before, id: at < 0 ? undefined : names[at] });
      }
    }),
    { numRuns: 40 },
  );
});

test('the order of the categories does not matter', () => {
  fc.assert(
    fc.property(anyText, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (text, order) => {
      const shuffled = order.map((at) => SHOP[at]!);
      expect(classify(text, shuffled).id).toBe(classify(text, SHOP).id);
    }),
    { numRuns: 40 },
  );
});

test('any text and any descriptions are read without breaking, the same way twice', () => {
  const odd = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(odd, fc.array(odd, { maxLength: 5 }), (text, descriptions) => {
      const all = categoriesOf(...descriptions);
      const once = classify(text, all);
      expect(once).toEqual(classify(text, all));
      expect(once.share).toBeGreaterThanOrEqual(0);
      expect(once.share).toBeLessThanOrEqual(1);
    }),
  );
});

test('a text of a megabyte takes no longer than a person would wait', () => {
  const long = 'The parcel never came and I want my money back for order 4711. '.repeat(16_000);
  const began = performance.now();
  expect(classify(long, SHOP).id).toBeDefined();
  expect(performance.now() - began).toBeLessThan(2000);
});
