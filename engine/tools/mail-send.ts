// Sending a mail: one message to people the card allows, in the words of the step.
// MS1 nobody outside the card's list is written to; a card without a list writes to nobody.
// MS2 no value can add a header, a recipient or an attachment: addresses are checked one by one,
//     line breaks leave the subject, the text is a text, and no file or address is opened for it.
// MS3 the Message-ID is made of the call's key: where a folder of sent mails is named, whether the
//     call has happened can be asked there; otherwise nobody can know, and nothing is sent twice.

import { asText } from '../base/binding.ts';
import { fitFields } from '../base/fields.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { sendSchema, type SendOptions } from '../policy/tool-options.ts';
import type { Adapter } from './adapters.ts';
import { failed, given, type Attempt } from './answer.ts';
import { optionsOf } from './card-options.ts';
import { loginFor, mailFailure, type Login, type MailParts } from './mail-account.ts';
import { inMailBox } from './mail-box.ts';

const LIMIT = { recipients: 50, subjectChars: 500 };

type To = { to: string[]; cc: string[]; bcc: string[] };

/** The addresses in an argument: one, several, or a list of them. */
const addressesIn = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value.map(asText) : asText(value ?? null).split(/[,;]/))
    .map((one) => one.trim())
    .filter(Boolean);

const isAddress = (text: string): boolean =>
  text.length <= 254 &&
  fitFields([{ id: 'a', label: '', kind: 'mail' }], { a: text }).faults.length === 0;

const mayWrite = (address: string, { allow }: SendOptions): boolean => {
  const own = address.toLowerCase();
  const domain = own.slice(own.lastIndexOf('@'));
  return allow === 'anybody' || allow.some((one) => [own, domain].includes(one.toLowerCase()));
};

/** Everybody a mail goes to, or the first reason why it must not (MS1, MS2). */
export function recipients(
  card: AuthorityCard,
  options: SendOptions,
  args: JsonObject,
): { who: To } | { fault: Attempt } {
  const who: To = {
    to: addressesIn(args['to']),
    cc: addressesIn(args['cc']),
    bcc: addressesIn(args['bcc']),
  };
  const all = [...who.to, ...who.cc, ...who.bcc];
  const no = (code: string, params: Record<string, string | number>): { fault: Attempt } => ({
    fault: failed('terminal', code, { tool: card.title, ...params }),
  });
  const wrong = all.length ? all.find((one) => !isAddress(one)) : '—';
  if (wrong !== undefined) return no('failure.mail_address', { address: wrong });
  if (all.length > LIMIT.recipients)
    return no('failure.mail_many', { n: all.length, most: LIMIT.recipients });
  const stranger = all.find((one) => !mayWrite(one, options));
  if (stranger !== undefined) return no('failure.mail_recipient', { address: stranger });
  return { who };
}

/** A subject without anything that could begin another header. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, LIMIT.subjectChars);

/** The name of the message that a call sends (MS3). */
const messageId = (key: string, { from }: SendOptions): string =>
  `<${key.replace(/[^A-Za-z0-9_.-]/g, '.')}@${from.slice(from.lastIndexOf('@') + 1)}>`;

type Letter = { who: To; id: string; subject: string; text: string; at: number };
type Accepted = {
  accepted: (string | { address: string })[];
  rejected: (string | { address: string })[];
};

/** Hands a letter to the server; `onOffered` when the mail itself goes over. */
async function handOver(
  login: Login,
  options: SendOptions,
  letter: Letter,
  { signal, onOffered }: { signal: AbortSignal; onOffered: () => void },
): Promise<Accepted> {
  // Nothing of the mail itself is sent before the server asks for it.
  const heard = (_entry: object, line: string): void => {
    if (/^354\b/.test(line)) onOffered();
  };
  const nothing = (): void => {};
  const logger = {
    level: nothing,
    trace: nothing,
    debug: heard,
    info: nothing,
    warn: nothing,
    error: nothing,
    fatal: nothing,
  };
  const { createTransport } = await import('nodemailer'); // large, and few send mails
  const transport = createTransport({
    host: login.address,
    port: login.place.port,
    secure: login.security === 'tls',
    requireTLS: login.security === 'starttls',
    ignoreTLS: login.security === 'none',
    ...(login.auth ? { auth: login.auth } : {}),
    tls: login.tls,
    connectionTimeout: login.connectMs,
    greetingTimeout: login.connectMs,
    name: 'interlock',
    transactionLog: true,
    logger,
    disableFileAccess: true, // MS2
    disableUrlAccess: true,
  });
  const { to, cc, bcc } = letter.who;
  const mail = {
    from: { name: options.fromName ?? '', address: options.from },
    to: to.map((address) => ({ name: '', address })),
    cc: cc.map((address) => ({ name: '', address })),
    bcc: bcc.map((address) => ({ name: '', address })),
    subject: letter.subject,
    text: letter.text,
    messageId: letter.id,
    date: new Date(letter.at),
    signal,
  };
  const { accepted, rejected } = await transport.sendMail(mail);
  return { accepted, rejected };
}

const plain = (list: Accepted['accepted']): string[] =>
  list.map((one) => (typeof one === 'string' ? one : one.address));

/** Mails over an account. */
export const mailSendAdapter = (parts: MailParts): Adapter => ({
  call: async (card, args, { key, run, at, signal }) => {
    const read = optionsOf(sendSchema, card);
    if ('fault' in read) return read.fault;
    const { options } = read;
    const checked = recipients(card, options, args);
    if ('fault' in checked) return checked.fault;
    const found = await loginFor(parts, card, options, run);
    if ('fault' in found) return found.fault;
    const id = messageId(key, options);
    const subject = oneLine(asText(args['subject'] ?? null));
    const text = asText(args['body'] ?? null).toWellFormed();
    let isSent = false;
    const onOffered = (): void => void (isSent = true);
    try {
      const letter = { who: checked.who, id, subject, text, at };
      const done = await handOver(found.login, options, letter, { signal, onOffered });
      const accepted = plain(done.accepted);
      const refused = plain(done.rejected);
      if (!refused.length) return given({ value: { message_id: id, accepted } });
      const names = { refused: refused.join(', '), accepted: accepted.join(', ') };
      return failed('terminal', 'failure.mail_partly', { tool: card.title, ...names });
    } catch (error) {
      return mailFailure(card, found.login, error, isSent);
    }
  },
  check: async (card, key) => {
    const read = optionsOf(sendSchema, card);
    if ('fault' in read || !read.options.sent) throw new Error('no folder of sent mails is named');
    const { sent } = read.options;
    const found = await loginFor(parts, card, sent, key.split(':')[0] ?? '');
    if ('fault' in found) throw new Error('the folder of sent mails cannot be reached');
    const id = messageId(key, read.options);
    const { signal } = new AbortController();
    const isThere = await inMailBox(found.login, sent.folder, signal, (box) => box.has(id));
    return isThere ? { value: { message_id: id, accepted: [] } } : undefined;
  },
});
