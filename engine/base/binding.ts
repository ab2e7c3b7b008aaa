// References and texts: how a setting takes its value from an earlier step. Nothing is ever
// evaluated.
// B1 a bare string is always literal; only {"@ref"} and {"@text"} are looked up.
// B2 the labels of what is looked up travel with it; literal text is labelled `workflow`.
// B3 a missing value takes its `else`; without one it is reported, never guessed.

import {
  eachPart,
  isBlobRef,
  isObject,
  joinLabels,
  labelsInto,
  labelsUnder,
  partAt,
  type BlobRef,
  type Json,
  type JsonObject,
  type Labels,
  type Value,
} from './value.ts';

export type Ref = { '@ref': string; else?: Json };
export type TextTemplate = { '@text': string; else?: Record<string, Json> };

/** What a step may look at. `steps` holds earlier steps of its own and enclosing scopes. */
export type Scope = {
  input: Value;
  steps: Record<string, { port: string; value: Value }>;
  previous?: Record<string, { port: string; value: Value }>;
  item?: Value;
  index?: number;
  round?: number;
  run?: JsonObject;
  workflow?: JsonObject;
  today?: string;
};

export const isRef = (x: unknown): x is Ref => isObject(x) && typeof x['@ref'] === 'string';
export const isText = (x: unknown): x is TextTemplate =>
  isObject(x) && typeof x['@text'] === 'string';

const PLACE = /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g;

/** The paths a text template mentions, in order. */
export const pathsIn = (template: string): string[] =>
  [...template.matchAll(PLACE)].map((m) => m[1] as string);

const own = <T>(map: Record<string, T> | undefined, key: string): T | undefined =>
  map && Object.hasOwn(map, key) ? map[key] : undefined;

/**
 * The value at a path such as `input.amount` or `steps.read.value.total`; undefined when missing.
 */
export function look(scope: Scope, path: string): Value | undefined {
  const [root = '', ...rest] = path.split('.');
  const cut = (value: Value | undefined, at: string): Value | undefined => {
    const v = partAt(value?.v, at);
    return value === undefined || v === undefined || v === null
      ? undefined
      : { v, labels: labelsUnder(value.labels, at) };
  };
  const plain = (v: Json | undefined, label: string): Value | undefined =>
    v === undefined || v === null ? undefined : { v, labels: { '': [label] } };
  switch (root) {
    case 'input':
      return cut(scope.input, rest.join('.'));
    case 'item':
      return cut(scope.item, rest.join('.'));
    case 'steps':
    case 'previous': {
      const [id = '', what, ...deep] = rest;
      const step = own(root === 'steps' ? scope.steps : scope.previous, id);
      if (!step) return undefined;
      if (what !== 'port') return cut(step.value, deep.join('.'));
      // Whoever wrote what the step answered has said which way it took (B2).
      return { v: step.port, labels: { '': originOf(step.value) } };
    }
    case 'index':
      return plain(scope.index, 'workflow');
    case 'round':
      return plain(scope.round, 'workflow');
    case 'today':
      return plain(scope.today, 'workflow');
    case 'run':
      return plain(partAt(scope.run, rest.join('.')), 'workflow');
    case 'workflow':
      return plain(partAt(scope.workflow, rest.join('.')), 'workflow');
    default:
      return undefined;
  }
}

const originOf = ({ labels }: Value): string[] => {
  const all = [...new Set(Object.values(labels).flat())].sort();
  return all.length ? all : ['workflow'];
};

/**
 * How a value reads inside a text: text as it is, lists by comma, records as `name: value` lines.
 */
export function asText(v: Json): string {
  if (typeof v === 'string') return v;
  if (Array.isArray(v)) return v.map(asText).join(', ');
  if (isObject(v))
    return Object.entries(v)
      .map(([k, x]) => `${k}: ${asText(x)}`)
      .join('\n');
  if (v === null) return '';
  return typeof v === 'boolean' ? (v ? 'yes' : 'no') : String(v);
}

/** A large leaf handed on, not read: it stays the reference it is. */
export const kept = (ref: BlobRef): Json => ref;

/** A resolved setting, and the paths that had no value and no fallback. */
export type Resolved = { value: Value; missing: string[] };

/**
 * Every reference and text inside `setting` replaced by its value; labels by dotted path (B2).
 * Missing paths without `else` become null and are listed (B3). Never throws.
 * `open` reads a large leaf back from the blob store, or keeps it as it is (`kept`); without it its
 * preview stands in.
 */
export function resolve(
  setting: Json | undefined,
  scope: Scope,
  open: (ref: BlobRef) => Json = (ref) => ref.preview,
): Resolved {
  if (setting === undefined || isLiteral(setting))
    return { value: { v: copied(setting ?? null), labels: LITERAL }, missing: [] };
  const missing: string[] = [];
  const fallback = (x: Json | undefined, path: string): Value => {
    if (x === undefined) {
      missing.push(path);
      return { v: null, labels: {} };
    }
    return walk(x);
  };
  const walk = (x: Json): Value => {
    if (isRef(x)) return whole(look(scope, x['@ref']) ?? fallback(x.else, x['@ref']), open);
    if (isText(x)) return fill(x);
    if (Array.isArray(x))
      return gather(
        x.map((y, i) => [String(i), walk(y)]),
        (parts) => parts.map((p) => p[1].v),
      );
    if (isObject(x))
      return gather(
        Object.entries(x).map(([k, y]) => [k, walk(y)]),
        (parts) => Object.fromEntries(parts.map(([k, p]) => [k, p.v])),
      );
    return { v: x, labels: LITERAL };
  };
  // A text cannot hold a reference: what is not opened here shows that it goes on.
  const inText = (ref: BlobRef): Json => {
    const read = open(ref);
    return isBlobRef(read) ? `${ref.preview}…` : read;
  };
  const fill = (x: TextTemplate): Value => {
    const used: Labels[] = [{ '': ['workflow'] }];
    const text = x['@text'].replace(PLACE, (_all, path: string) => {
      const found = whole(look(scope, path) ?? fallback(own(x.else, path), path), inText);
      used.push({ '': [...new Set(Object.values(found.labels).flat())] });
      return asText(found.v);
    });
    return { v: text, labels: joinLabels(...used) };
  };
  return { value: walk(setting), missing };
}

const literals = new WeakMap<object, boolean>();

/** Says a setting nothing but itself? Settings stand in the drawing, so each is read only once. */
function isLiteral(x: Json): boolean {
  if (typeof x !== 'object' || x === null) return true;
  const known = literals.get(x);
  if (known !== undefined) return known;
  const is = !isRef(x) && !isText(x) && Object.values(x).every(isLiteral);
  literals.set(x, is);
  return is;
}

/** A literal whole as a value of its own, that whoever gets it may change. */
const copied = (x: Json): Json =>
  Array.isArray(x) ? x.map(copied) : isObject(x) ? eachPart(x, copied) : x;

/** A value with its large leaves read back. */
export function whole(value: Value, open: (ref: BlobRef) => Json): Value {
  const walk = (x: Json): Json => {
    if (isBlobRef(x)) {
      const read = open(x);
      return Array.isArray(read) ? read.map(walk) : read;
    }
    if (Array.isArray(x)) return x.map(walk);
    return isObject(x) ? eachPart(x, walk) : x;
  };
  return { v: walk(value.v), labels: value.labels };
}

type Part = [key: string, value: Value];

/** A record or list put together from parts; the labels of each stay on its own path. */
function gather(parts: Part[], build: (parts: Part[]) => Json): Value {
  const isLiteral = parts.every(([, p]) => p.labels === LITERAL);
  const labels = isLiteral
    ? LITERAL
    : joinLabels(...parts.map(([k, p]) => labelsInto(p.labels, k)));
  return { v: build(parts), labels };
}

/** What stands in the drawing itself; one object, so that a literal whole is known by its parts. */
const LITERAL: Labels = { '': ['workflow'] };
