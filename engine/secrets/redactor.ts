// Takes every secret this process knows out of whatever is written down or shown.
// RE1 a secret is known in the forms texts carry it: as it is, base64 (at any offset inside a
//     longer text), percent and form encoding, hex, escaped once or twice for JSON, or for HTML.
// RE2 a secret broken over several lines, or by spaces where lines were, is found as well.
// RE3 what holds no secret is given back as it is, the same object; nothing known costs nothing.

/** What stands where a secret was. */
export const HIDDEN = '•••';

/** Shorter words stand in ordinary texts by chance, and hiding them would hide the text. */
export const SHORTEST_SECRET = 6;

export type Redactor = {
  /** From now on this value is hidden. */
  learn: (value: string) => void;
  /** The text without any secret. */
  text: (text: string) => string;
  /** The same for every text in a value, names of parts included. */
  deep: <T>(value: T) => T;
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const inHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
const lowerPercent = (text: string): string =>
  text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());

/** The part of a base64 text that is the same whatever stands before and after the bytes. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const full = Math.floor(((before + bytes.length) * 8) / 6);
    return text.slice(Math.ceil((before * 8) / 6), full);
  });
}

/** Every form of a value that is looked for (RE1). */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const percent = encodeURIComponent(value);
  const form = new URLSearchParams([['', value]]).toString().slice(1);
  const cores = base64Cores(bytes);
  const json = inJson(value);
  const forms = [
    value,
    json,
    json.replaceAll('/', '\\/'),
    inJson(json),
    percent,
    lowerPercent(percent),
    form,
    lowerPercent(form),
    encodeURI(value),
    inHtml(value),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...cores,
    ...cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_')),
    ...cores.map((core) => encodeURIComponent(core)),
  ];
  return forms.filter((one) => one.length >= SHORTEST_SECRET);
}

/** What may stand in the middle of a text that was broken over lines, escaped or not. */
const BREAK = '(?:=\\r?\\n|\\\\[nrt]|[\\s\\u200b])';
const BREAKS = new RegExp(BREAK, 'g');
const HAS_BREAK = /[\s\u200b]|\\[nrt]/;

/** A redactor that knows nothing yet. */
export function createRedactor(): Redactor {
  const forms = new Set<string>();
  let any: RegExp | undefined;
  let joinedAny: RegExp | undefined;
  let shortest = Infinity;

  const learn = (value: string): void => {
    const clean = value.trim().toWellFormed();
    if (clean.length < SHORTEST_SECRET || forms.has(clean)) return;
    for (const form of formsOf(clean)) forms.add(form);
    const longestFirst = [...forms].sort((a, b) => b.length - a.length);
    any = new RegExp(longestFirst.map(escaped).join('|'), 'g');
    joinedAny = new RegExp(longestFirst.map((form) => escaped(form.replace(BREAKS, ''))).join('|'));
    shortest = Math.min(...longestFirst.map((form) => form.length));
  };

  /** Secrets broken over lines (RE2). */
  const withoutBroken = (text: string): string => {
    if (!HAS_BREAK.test(text)) return text;
    const joined = text.replace(BREAKS, '');
    if (!joinedAny?.test(joined)) return text;
    let out = text;
    for (const form of forms) {
      const bare = form.replace(BREAKS, '');
      if (!joined.includes(bare)) continue;
      const loose = [...bare].map(escaped).join(`${BREAK}*`);
      out = out.replace(new RegExp(loose, 'g'), HIDDEN);
    }
    return out;
  };

  const text = (given: string): string => {
    if (!any || given.length < shortest) return given;
    return withoutBroken(given.replace(any, HIDDEN));
  };

  const walk = (x: unknown): unknown => {
    if (typeof x === 'string') return text(x);
    if (Array.isArray(x)) {
      const list = x.map(walk);
      return list.every((one, i) => one === x[i]) ? x : list;
    }
    if (typeof x !== 'object' || x === null) return x;
    if (x instanceof Map || x instanceof Set || ArrayBuffer.isView(x)) return x;
    let isChanged = false;
    const entries = Object.entries(x).map(([key, one]): [string, unknown] => {
      const pair: [string, unknown] = [text(key), walk(one)];
      isChanged ||= pair[0] !== key || pair[1] !== one;
      return pair;
    });
    return isChanged ? Object.fromEntries(entries) : x; // RE3
  };

  return {
    learn,
    text,
    deep: <T>(value: T): T => (any ? (walk(value) as T) : value),
  };
}
