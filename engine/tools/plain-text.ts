// The words of plain files: txt, md, csv, html and eml.
// PL1 bytes that are no UTF-8 are read as Western text, so that old files stay readable.

import { asText } from '../base/binding.ts';
import type { Json } from '../base/value.ts';
import type { Ending, FileText } from './file-kinds.ts';
import { htmlText } from './html-text.ts';
import { parseMail } from './mail-text.ts';

/** Bytes as text (PL1); a byte-order mark is dropped. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).toWellFormed();
  }
}

const line = (label: string, v: Json | undefined): string => (v ? `${label}: ${asText(v)}\n` : '');

async function mailText(bytes: Uint8Array): Promise<FileText> {
  const mail = await parseMail(bytes);
  if (!mail) return { unread: 'damaged' };
  const { from, subject, date, text } = mail;
  const head = line('From', from) + line('Subject', subject) + line('Date', date);
  return { text: `${head}\n${asText(text ?? '')}` };
}

/** The words of a plain file. */
export async function plainText(
  ending: Exclude<Ending, 'pdf' | 'docx'>,
  bytes: Uint8Array,
): Promise<FileText> {
  if (ending === 'eml') return mailText(bytes);
  const text = decoded(bytes);
  return { text: ending === 'html' || ending === 'htm' ? htmlText(text) : text };
}
