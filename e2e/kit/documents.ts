// Documents made for tests: PDF and Word files as programs write them, and some as nobody should.

import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

const stream = (body: Buffer, more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${body.length}${more} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);

/** A PDF of these objects; the first is its root. `trailer` adds to the trailer. */
function pdf(objects: (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (piece: Buffer): void => {
    parts.push(piece);
    at += piece.length;
  };
  objects.forEach((object, i) => {
    places.push(at);
    const body = typeof object === 'string' ? Buffer.from(object) : object;
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
        `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A PDF with one page per content stream, each packed. */
function pdfOfPages(contents: Buffer[], trailer = '', extra: string[] = []): Buffer {
  const kids = contents.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const pages = contents.flatMap((content, i) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R
      /Resources << /Font << /F1 3 0 R >> >> >>`,
    stream(deflateSync(content), ' /Filter /FlateDecode'),
  ]);
  return pdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      ...pages,
      ...extra,
    ],
    trailer,
  );
}

/** A PDF whose pages hold these lines. */
export const pdfOf = (pages: string[]): Buffer =>
  pdfOfPages(
    pages.map((text) => {
      const lines = text.split('\n').map((one) => `(${one.replace(/[()\\]/g, '\\$&')}) Tj T*`);
      return Buffer.from(`BT /F1 12 Tf 14 TL 50 800 Td ${lines.join(' ')} ET`, 'latin1');
    }),
  );

/** A PDF that only holds a drawing, as a scan does. */
export const scannedPdf = (): Buffer => pdfOfPages([Buffer.from('0 0 500 800 re f')]);

/** A PDF nobody can open without its password. */
export function lockedPdf(): Buffer {
  const key = 'ab'.repeat(32);
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >>`;
  const id = `<${'cd'.repeat(16)}>`;
  return pdfOfPages([Buffer.from('BT ET')], `/Encrypt 6 0 R /ID [${id} ${id}]`, [encrypt]);
}

/** A small PDF whose only page unfolds to `megabytes` of text. */
export const pdfBomb = (megabytes: number): Buffer => {
  const piece = 'BT /F1 12 Tf (AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA) Tj ET\n';
  return pdfOfPages([Buffer.alloc(megabytes * 1024 * 1024, piece)]);
};

export type ZipPart = { name: string; bytes: Uint8Array; claims?: number };

/** A packed archive; `claims` is the size it says a part has, whatever it really is. */
export function zipOf(parts: ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, claims = bytes.length } of parts) {
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    bodies.push(Buffer.from('504b0304', 'hex'), facts, Buffer.from(name), packed);
    const entry = Buffer.alloc(46);
    Buffer.from('504b01021400', 'hex').copy(entry);
    facts.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    list.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  Buffer.from('504b0506', 'hex').copy(end);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    list.reduce((sum, piece) => sum + piece.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...list, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';

/** The parts of a Word file around the body of its document. */
export function wordParts(body: Buffer | string): ZipPart[] {
  const part = (name: string, text: string): ZipPart => ({ name, bytes: Buffer.from(text) });
  const head = `${XML}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>`;
  return [
    part(
      '[Content_Types].xml',
      `${XML}<Types xmlns="${OFFICE}/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/word/document.xml"
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      </Types>`,
    ),
    part(
      '_rels/.rels',
      `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1"
      Type="${OFFICE}/officeDocument/2006/relationships/officeDocument"
      Target="word/document.xml"/></Relationships>`,
    ),
    {
      name: 'word/document.xml',
      bytes: Buffer.concat([
        Buffer.from(head),
        Buffer.from(body),
        Buffer.from('</w:body></w:document>'),
      ]),
    },
  ];
}

/** A Word file with these paragraphs. */
export const wordOf = (paragraphs: string[]): Buffer =>
  zipOf(wordParts(paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')));

/** A Word file locked with a password, as far as anybody without it can tell. */
export const lockedWord = (): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(512),
  ]);
