// The text layer of PDF and Word files. Runs in a worker only: see pool.ts.
// DT1 only words that stand in the file as words: pictures are not looked at, and a scan says that
//     it is one.
// DT2 nothing in a file is executed, fetched or followed: pictures and embedded files are left out
//     before a Word file is read.
// DT3 pages, characters and unpacked bytes are bounded here; time and memory by the pool.

import mammoth from 'mammoth';
import { getDocumentProxy } from 'unpdf';
import { LIMITS } from '../base/limits.ts';
import { endingOf, type FileText } from './file-kinds.ts';
import { htmlText } from './html-text.ts';
import { plainText } from './plain-text.ts';
import { packageOf, partsOf, TooLargeError } from './zip.ts';

/** The words in a file of any kind that can be read. */
export async function documentText(name: string, bytes: Uint8Array): Promise<FileText> {
  const ending = endingOf(name);
  if (!ending) return { unread: 'kind' };
  if (ending === 'pdf') return pdfText(bytes);
  if (ending === 'docx') return wordText(bytes);
  return plainText(ending, bytes);
}

const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const QUIET = {
  verbosity: 0,
  useSystemFonts: false,
  disableFontFace: true,
  useWasm: false,
  maxImageSize: 0, // DT1
  enableXfa: false,
} as const;

async function pdfText(bytes: Uint8Array): Promise<FileText> {
  let pdf: Pdf;
  try {
    pdf = await getDocumentProxy(Uint8Array.from(bytes), QUIET);
  } catch (error) {
    const isLocked = (error as Error).name === 'PasswordException';
    return { unread: isLocked ? 'locked' : 'damaged' };
  }
  if (pdf.numPages > LIMITS.documentPages) return { unread: 'long' };
  return pagesOf(pdf).catch((): FileText => ({ unread: 'damaged' }));
}

async function pagesOf(pdf: Pdf): Promise<FileText> {
  const pages: string[] = [];
  let chars = 0;
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    const text = items.map((i) => ('str' in i ? i.str + (i.hasEOL ? '\n' : '') : '')).join('');
    page.cleanup();
    chars += text.length;
    if (chars > LIMITS.documentChars) return { unread: 'long' }; // DT3
    pages.push(text);
  }
  const text = tidy(pages.join('\n\n'));
  return text === '' ? { unread: 'scan' } : { text };
}

/** Older and locked office files begin with this; only the locked ones hold a packed Word file. */
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

const NO_PICTURES = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };

async function wordText(bytes: Uint8Array): Promise<FileText> {
  const data = Buffer.from(bytes);
  if (data.subarray(0, 8).equals(OLD_OFFICE))
    return { unread: data.includes(LOCKED) ? 'locked' : 'damaged' };
  try {
    const parts = partsOf(bytes, (name) => /\.(xml|rels)$/i.test(name), LIMITS.unpackedBytes);
    // By way of a page, because only there foot and end notes are kept.
    const { value } = await mammoth.convertToHtml({ buffer: packageOf(parts) }, NO_PICTURES); // DT2
    if (value.length > 2 * LIMITS.documentChars) return { unread: 'long' };
    const text = htmlText(value);
    return text === '' ? { unread: 'scan' } : { text };
  } catch (error) {
    return { unread: error instanceof TooLargeError ? 'long' : 'damaged' };
  }
}
