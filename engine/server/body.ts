// Reading what a client sends: never more than this command may carry, never deeper than any
// drawing, and only as JSON.
// B1 size and depth are known before anything is parsed.
// B2 only `application/json` can change something: a form on a foreign page cannot send it.

import { decode, scan } from '../1-document/scan.ts';
import { LIMITS } from '../base/limits.ts';
import { refuse } from '../base/refused.ts';

const SMALL = 1024 * 1024;
/** Base64 makes a third more of a file. */
const FILE = Math.ceil((LIMITS.fileBytes * 4) / 3) + 4096;
/** The few commands that carry more than a form: whole drawings, long texts, files. */
const LARGE: Record<string, number> = {
  saveWorkflow: LIMITS.documentBytes,
  analyse: LIMITS.documentBytes,
  startRun: LIMITS.documentBytes,
  startFolder: LIMITS.documentBytes,
  decide: 8 * SMALL,
  addInputFile: FILE,
  importFile: FILE,
};

/** What comes in as one long string. */
const FILES = new Set(['addInputFile', 'importFile']);

/** Most bytes a request by this name may carry. */
const bodyLimit = (name: string): number => LARGE[name] ?? SMALL;

/** The bytes of a body as text; refused as soon as there are more than `most`, or none of UTF-8. */
async function readText(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > most)
    refuse('api.too_large', { mb: Math.ceil(most / SMALL) });
  if (!request.body) return '';
  let size = 0;
  const parts: Uint8Array[] = [];
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > most) refuse('api.too_large', { mb: Math.ceil(most / SMALL) });
    parts.push(part);
  }
  return decode(Buffer.concat(parts)) ?? refuse('api.file_not_text');
}

/** The JSON a client sent; an empty body counts as an empty object. Refuses everything else. */
export async function readJson(request: Request, name: string): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) refuse('api.not_json');
  const text = await readText(request, bodyLimit(name));
  if (text === '') return {};
  // A file travels as one long string: there is nothing in it to nest, and it may be larger (B1).
  const found = FILES.has(name) ? undefined : scan(text);
  if (found && !found.ok) refuse(`api.${found.fault.code}`, found.fault.params);
  try {
    return JSON.parse(text);
  } catch {
    return refuse('api.not_json');
  }
}
