// The parts of a packed office document, and a fresh package made of some of them.
// Z1 what a package says about its sizes is not believed: unpacking stops at the limit, whatever is
//    promised.
// Z2 the package handed on is written here, unpacked: whoever reads it next sees exactly the parts
//    that were counted and no other.

import { crc32, inflateRawSync } from 'node:zlib';

export type Part = { name: string; bytes: Uint8Array };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MOST_PARTS = 5000;

/** A package holds more than it may. */
export class TooLargeError extends Error {}

/** Where the list of parts begins, and how many there are. */
function directory(data: Buffer): { at: number; count: number } {
  for (let at = data.length - 22; at >= Math.max(0, data.length - 65_557); at--)
    if (data.readUInt32LE(at) === END)
      return { at: data.readUInt32LE(at + 16), count: data.readUInt16LE(at + 10) };
  throw new Error('no list of parts');
}

function unpacked(data: Buffer, at: number, size: number, most: number): Uint8Array {
  const method = data.readUInt16LE(at + 10);
  const local = data.readUInt32LE(at + 42);
  if (data.readUInt32LE(local) !== LOCAL) throw new Error('no part where one should be');
  const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
  const packed = data.subarray(start, start + size);
  if (method === STORED && packed.length <= most) return packed;
  if (method !== STORED && method !== DEFLATED) throw new Error('packed in an unknown way');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }); // Z1
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLargeError();
    throw error;
  }
}

/**
 * The wanted parts of a package, at most `most` bytes together. Throws TooLargeError beyond that,
 * and some other error when it is none.
 */
export function partsOf(bytes: Uint8Array, isWanted: (name: string) => boolean, most: number) {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at: first, count } = directory(data);
  if (count > MOST_PARTS) throw new TooLargeError();
  const parts: Part[] = [];
  let left = most;
  for (let n = 0, at = first; n < count; n++) {
    if (data.readUInt32LE(at) !== ENTRY) throw new Error('the list of parts is broken');
    const length = data.readUInt16LE(at + 28);
    const name = data.toString('utf8', at + 46, at + 46 + length);
    if (isWanted(name)) {
      const part = unpacked(data, at, data.readUInt32LE(at + 20), left);
      left -= part.length;
      parts.push({ name, bytes: part });
    }
    at += 46 + length + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return parts;
}

/** A package of these parts, none of them packed (Z2). */
export function packageOf(parts: Part[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of parts) {
    const title = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2); // names are UTF-8
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(LOCAL);
    bodies.push(mark, facts, title, Buffer.from(bytes));
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    facts.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    list.push(entry, title);
    at += 30 + title.length + bytes.length;
  }
  const directorySize = list.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...list, end]);
}
