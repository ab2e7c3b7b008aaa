// The text of a file, by its ending: txt, md, csv, html and eml. Anything else cannot be read yet.
// FT1 the ending decides, never the content: a program called `.txt` is text and nothing else.
// FT2 bytes that are no UTF-8 are read as Western text, so that old files stay readable.

import type { Json } from '../base/value.ts';
import { asText } from '../base/binding.ts';
import { htmlText } from './html-text.ts';
import { parseMail } from './mail-text.ts';

type Reader = (bytes: Uint8Array) => string | Promise<string | undefined>;

/** Bytes as text (FT2); a byte-order mark is dropped. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).toWellFormed();
  }
}

const mail: Reader = async (bytes) => {
  const parts = await parseMail(bytes);
  const line = (label: string, v: Json | undefined): string =>
    v ? `${label}: ${asText(v)}\n` : '';
  return (
    parts &&
    line('From', parts['from']) +
      line('Subject', parts['subject']) +
      line('Date', parts['date']) +
      '\n' +
      asText(parts['text'] ?? '')
  );
};
const html: Reader = (bytes) => htmlText(decoded(bytes));

const KINDS: Record<string, { type: string; read: Reader }> = {
  txt: { type: 'text/plain', read: decoded },
  md: { type: 'text/markdown', read: decoded },
  csv: { type: 'text/csv', read: decoded },
  html: { type: 'text/html', read: html },
  htm: { type: 'text/html', read: html },
  eml: { type: 'message/rfc822', read: mail },
};

const kindOf = (name: string): (typeof KINDS)[string] | undefined => {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined;
};

/** The kind of a file by its name, `application/octet-stream` when it cannot be read. */
export const fileType = (name: string): string => kindOf(name)?.type ?? 'application/octet-stream';

/** The words in a file; undefined when this kind, or this one file, cannot be read (FT1). */
export const fileText = async (name: string, bytes: Uint8Array): Promise<string | undefined> =>
  kindOf(name)?.read(bytes);
