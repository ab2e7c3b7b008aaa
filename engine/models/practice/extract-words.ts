// Fields answered in words: texts, closed choices, yes or no.
// XW1 a text field is answered by a labelled line or by a find its label asks for (name, company,
//    number, phone), a long one by the text itself; nothing is composed.

import type { Field } from '../../base/kinds.ts';
import { classify } from './classify.ts';
import { findCodes, findCompanies, findNames, findPhones } from './finders.ts';
import { labelled, labelTerms, pick, pointsAt, ranked, type Page, type Pick } from './page.ts';
import { anyWord } from './patterns.ts';
import { fold } from './tokens.ts';

const ABOUT = {
  subject: anyWord('subject, betreff, objet, asunto, title, heading'),
  phone: anyWord('phone*, mobile*, tel, telefon*, telephone*, handy'),
  company: anyWord(
    `company, firm, organisation, organization, employer, supplier, vendor, firma, unternehmen,
    entreprise, societe, empresa`,
  ),
  name: anyWord(
    `name, names, customer, client, kunde, person, applicant, candidate, contact, sender,
    signed, nom, nombre, absender`,
  ),
  code: anyWord('number, no, nr, id, code, reference, ref, nummer, numero, iban, order, invoice'),
  whole: anyWord(
    `text, message, content, body, summary, description, request, nachricht, inhalt, texte,
    mensaje`,
  ),
};
const SUBJECT = /(?:^|\n)[ \t]*(?:subject|betreff|objet|asunto)[ \t]*:[ \t]*(\S.*)/i;
const MOST_CHARS = 1000;

export function pickText(page: Page, field: Field): Pick {
  const line = labelled(page, field);
  if (line) return line;
  const about = fold(`${field.label} ${field.id.replaceAll('_', ' ')} ${field.help ?? ''}`);
  const subject = SUBJECT.exec(page.text)?.[1]?.trim();
  if (ABOUT.subject.test(about) && subject) return { value: subject, share: 0.95 };
  if (ABOUT.phone.test(about)) return pick(page, field, findPhones(page.text));
  if (ABOUT.company.test(about)) return pick(page, field, findCompanies(page.text));
  if (ABOUT.name.test(about)) return pick(page, field, findNames(page.text));
  if (ABOUT.code.test(about)) {
    const [best] = ranked(page, field, findCodes(page.text));
    return best && best.near > 0 ? { value: best.value, share: 0.85 } : undefined;
  }
  const text = page.text.trim();
  const isWhole = field.kind === 'long_text' || ABOUT.whole.test(about);
  if (!isWhole || text === '') return undefined;
  return { value: text.slice(0, MOST_CHARS).toWellFormed(), share: 0.7 };
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of closed choices, the one the text names, or the one whose label fits it best. */
export function pickChoice(page: Page, field: Field): Pick {
  const choices = field.choices ?? [];
  const text = labelled(page, field)?.value ?? page.text;
  const folded = fold(text);
  const named = choices.filter(({ label }) =>
    new RegExp(`(?<!\\p{L})${literal(fold(label))}(?!\\p{L})`, 'u').test(folded),
  );
  if (named.length === 1 && named[0]) return { value: named[0].id, share: 0.95 };
  const asCategories = choices.map(({ id, label }) => ({ id, name: label, description: label }));
  const { id, share } = classify(text, asCategories);
  return id === undefined ? undefined : { value: id, share };
}

const NO = anyWord(
  'no, not, never, none, without, nein, nicht, kein*, ohne, non, pas, sans, aucun*, sin, nunca',
);
const YES = anyWord('yes, ja, oui, sí, si, true, x');

/** Yes where a sentence speaks of the label, no where it does so with a "not". */
export function pickYesNo(page: Page, field: Field): Pick {
  const line = labelled(page, field)?.value;
  if (line !== undefined && NO.test(line)) return { value: false, share: 0.95 };
  if (line !== undefined && YES.test(line)) return { value: true, share: 0.95 };
  const wanted = labelTerms(field).filter((term) => term.weight >= 1);
  const told = page.text
    .split(/(?<=[.!?\n])\s+/)
    .slice(0, 200)
    .find((sentence) => pointsAt(wanted, sentence) >= 0.8);
  return told === undefined ? undefined : { value: !NO.test(told), share: 0.7 };
}
