// A mail written down as a real `.eml`, so that any mail program can open the practice outbox.
// E1 no value can add a header: line breaks are taken out of everything above the text.

import type { WorldMail } from './world.ts';

const bytes = (text: string): Buffer => Buffer.from(text.toWellFormed(), 'utf8');
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** A header value on one line; what is not ASCII is encoded as RFC 2047 asks. */
function header(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ').trim(); // E1
  if (isPlain(line)) return line;
  const words: string[] = [];
  let word = '';
  for (const c of line) {
    if (bytes(word + c).length > 45) {
      words.push(word);
      word = '';
    }
    word += c;
  }
  return [...words, word].map((w) => `=?UTF-8?B?${bytes(w).toString('base64')}?=`).join('\r\n ');
}

const base64Lines = (text: string): string =>
  (
    bytes(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/** RFC 5322 text of a mail. `at` in milliseconds, `key` names the message. */
export function emlOf({ to, subject, body }: WorldMail, at: number, key: string): string {
  return [
    'From: Interlock practice <practice@interlock.invalid>',
    `To: ${header(to)}`,
    `Subject: ${header(subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${header(key).replace(/[^A-Za-z0-9.-]+/g, '.')}@interlock.invalid>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(body),
    '',
  ].join('\r\n');
}
