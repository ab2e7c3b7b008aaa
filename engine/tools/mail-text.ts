// A mail as it came, taken apart: who, to whom, about what, when, the words, what hangs on it.
// M1 everything a mail says about itself is only claimed; the tool's card sets its source label.
// M2 attachments are named and counted, never opened.
// M3 real MIME in limits: nesting, headers and size are bounded; what is no mail is none.

import type { JsonObject } from '../base/value.ts';
import { htmlText } from './html-text.ts';

const LIMIT = { nesting: 32, headerBytes: 256 * 1024, textChars: 200_000, attachments: 100 };

type Named = { name?: string | undefined; address?: string | undefined };
const shown = ({ name, address }: Named): string =>
  name && address ? `${name} <${address}>` : (address ?? name ?? '');

const isoDay = (date: string | undefined): string | undefined =>
  date !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(date) ? date.slice(0, 10) : undefined;

const plain = (text: string): string =>
  text.replace(/\r\n?/g, '\n').slice(0, LIMIT.textChars).toWellFormed().trim();

/** The parts of a mail; undefined when the text is no mail at all (M3). Never throws. */
export async function parseMail(raw: string | Uint8Array): Promise<JsonObject | undefined> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(raw, {
    maxNestingDepth: LIMIT.nesting,
    maxHeadersSize: LIMIT.headerBytes,
    attachmentEncoding: 'arraybuffer',
  }).catch(() => undefined);
  if (!mail || (!mail.from && mail.subject === undefined && !mail.messageId)) return undefined;
  const sent = isoDay(mail.date);
  const attachments = mail.attachments.slice(0, LIMIT.attachments).map((a) => ({
    name: (a.filename ?? '').toWellFormed(),
    type: a.mimeType,
    size: typeof a.content === 'string' ? a.content.length : a.content.byteLength,
  }));
  return {
    from: (mail.from?.address ?? '').toWellFormed(),
    from_name: (mail.from?.name ?? '').toWellFormed(),
    to: (mail.to ?? []).map(shown).join(', ').toWellFormed(),
    subject: (mail.subject ?? '').toWellFormed(),
    ...(sent === undefined ? {} : { date: sent }),
    text: plain(mail.text?.trim() ? mail.text : htmlText(mail.html ?? '')),
    attachments,
    attachment_count: mail.attachments.length,
  };
}
