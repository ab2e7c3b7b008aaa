// From a card and arguments to one request, purely.
// HR1 arguments fill values: one segment of the path, the value of a query part, a header, a place
//     in the body. Scheme, host, port, the other segments and every name are the card's alone.
// HR2 a value that would change more than its place (a slash, a dot segment, a line break) is a
//     fault that names the argument; nothing is sent.
// HR3 what is composed is parsed again and must be what was composed.

import { asText } from '../base/binding.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import type { HttpOptions } from '../policy/http-options.ts';

export type Request = {
  url: string;
  method: HttpOptions['method'];
  headers: Record<string, string>;
  body?: string;
};
/** `card`: what the card says is wrong. `argument`: what an argument is. */
export type RequestFault = { card: string } | { argument: string };

class Fault extends Error {
  readonly fault: RequestFault;
  constructor(fault: RequestFault) {
    super('request');
    this.fault = fault;
  }
}

/** The name in a card's texts that stands for the key of the call. */
const KEY = 'call.key';
const PLACE = /\{\{\s*([A-Za-z][A-Za-z0-9_.]*)\s*\}\}/g;
const ONE_PLACE = /^\{\{\s*([A-Za-z][A-Za-z0-9_.]*)\s*\}\}$/;
/** Set by the connection itself, or by the secret; a card may not. */
const OWN_HEADERS = new RegExp(
  '^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|' +
    'authorization|proxy-.*)$',
  'i',
);
// oxlint-disable-next-line no-control-regex -- exactly these are kept out
const CONTROL = /[\u0000-\u001f\u007f]/;

type Values = { args: JsonObject; key: string; known: Set<string>; used: Set<string> };
type Part = { text: string; isWhole: boolean };

/** A value by its name in a card's text; undefined for an argument that is not given. */
function valueOf({ args, key, known, used }: Values, name: string): Json | undefined {
  if (name === KEY) return key;
  if (!known.has(name)) throw new Fault({ card: `{{${name}}}` });
  used.add(name);
  return Object.hasOwn(args, name) ? args[name] : undefined;
}

/** A text with its places filled; not whole where an argument for one of them is missing. */
function filled(values: Values, template: string, one: (v: string, name: string) => string): Part {
  let isWhole = true;
  const text = template.replace(PLACE, (_all, name: string) => {
    const value = valueOf(values, name);
    if (value === undefined || value === null) isWhole = false;
    return one(asText(value ?? null).toWellFormed(), name);
  });
  return { text, isWhole };
}

/** One segment of the path (HR2). */
function segment(values: Values, template: string): string {
  const names = [...template.matchAll(PLACE)].map(([, name = '']) => name);
  const { text, isWhole } = filled(values, template, (value, name) => {
    if (value === '' || /[/\\]/.test(value) || CONTROL.test(value))
      throw new Fault({ argument: name });
    return encodeURIComponent(value);
  });
  const [first = ''] = names;
  if (!isWhole || (names.length && /^\.{1,2}$/.test(text))) throw new Fault({ argument: first });
  return text;
}

/** The parts of a query as the card writes them in the address. */
function queryIn(text: string): [string, string][] {
  return text
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    });
}

function query(values: Values, parts: [string, string][]): string {
  const out = new URLSearchParams();
  for (const [name, template] of parts) {
    if (name.includes('{{')) throw new Fault({ card: 'query' });
    const [, only] = ONE_PLACE.exec(template) ?? [];
    const list = only === undefined ? undefined : valueOf(values, only);
    if (Array.isArray(list)) for (const one of list) out.append(name, asText(one).toWellFormed());
    else {
      const { text, isWhole } = filled(values, template, (value) => value);
      if (isWhole) out.append(name, text);
    }
  }
  return out.toString();
}

/** The address with its places filled (HR1, HR3). */
function address(values: Values, url: string, more: Record<string, string> = {}): string {
  const [, origin = '', way = '', asked = ''] =
    /^(https?:\/\/[^/?#{}\\@\s]+)(\/[^?#\\]*)?(?:\?([^#]*))?$/.exec(url) ?? [];
  if (!origin || !URL.canParse(origin)) throw new Fault({ card: 'url' });
  const path = (way || '/')
    .split('/')
    .map((one) => segment(values, one))
    .join('/');
  const search = query(values, [...queryIn(asked), ...Object.entries(more)]);
  const composed = new URL(`${origin}${path}${search ? `?${search}` : ''}`);
  if (composed.origin !== new URL(origin).origin || composed.pathname !== path)
    throw new Fault({ card: 'url' }); // HR3
  return composed.href;
}

function headers(values: Values, given: Record<string, string> = {}): Record<string, string> {
  const out: Record<string, string> = { accept: 'application/json' };
  for (const [name, template] of Object.entries(given)) {
    if (OWN_HEADERS.test(name)) throw new Fault({ card: `headers.${name}` });
    const { text, isWhole } = filled(values, template, (value, argument) => {
      if (CONTROL.test(value) || /[\u0100-\uffff]/.test(value)) throw new Fault({ argument });
      return value;
    });
    if (isWhole) out[name.toLowerCase()] = text;
  }
  return out;
}

/** The body's shape with values in it; undefined where there is none. */
function shaped(values: Values, shape: Json): Json | undefined {
  if (typeof shape === 'string') {
    const [, only] = ONE_PLACE.exec(shape) ?? [];
    if (only !== undefined) return valueOf(values, only);
    const { text } = filled(values, shape, (value) => value);
    return text;
  }
  if (Array.isArray(shape))
    return shape.map((one) => shaped(values, one)).filter((one) => one !== undefined);
  if (!isObject(shape)) return shape;
  const entries = Object.entries(shape).flatMap(([name, one]) => {
    const value = shaped(values, one);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** What is sent along, and as what. */
function body(values: Values, options: HttpOptions, card: AuthorityCard): [string, string] | [] {
  const { method, bodyAs } = options;
  const rest = Object.entries(values.args).filter(([name]) => !values.used.has(name));
  const shape = options.body === undefined ? undefined : shaped(values, options.body);
  const hasBody = options.body !== undefined || method.startsWith('P');
  if (!hasBody) {
    const [left] = rest;
    if (left) throw new Fault({ card: `{{${left[0]}}}` });
    return [];
  }
  const content = shape ?? Object.fromEntries(rest);
  const key = card.idempotency === 'key' && card.keyTravels?.as === 'field' && card.keyTravels;
  if (key && !isObject(content)) throw new Fault({ card: 'keyTravels' });
  const whole = key ? { ...(content as JsonObject), [key.name]: values.key } : content;
  if (bodyAs === 'json') return ['application/json', JSON.stringify(whole)];
  if (!isObject(whole)) throw new Fault({ card: 'body' });
  const form = Object.entries(whole).map(([name, one]) => [name, asText(one).toWellFormed()]);
  return ['application/x-www-form-urlencoded', new URLSearchParams(form).toString()];
}

const attempt = (make: () => Request): Request | { fault: RequestFault } => {
  try {
    return make();
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault };
    throw error;
  }
};

const valuesOf = (card: AuthorityCard, args: JsonObject, key: string): Values => ({
  args,
  key,
  known: new Set(card.args.map(({ id }) => id)),
  used: new Set(),
});

/** The request of a call. */
export const requestOf = (
  card: AuthorityCard,
  options: HttpOptions,
  args: JsonObject,
  key: string,
): Request | { fault: RequestFault } =>
  attempt(() => {
    const values = valuesOf(card, args, key);
    const url = address(values, options.url, options.query);
    const own = headers(values, options.headers);
    const [type, content] = body(values, options, card);
    const { as, name } = card.keyTravels ?? { as: 'header', name: 'Idempotency-Key' };
    const keyed =
      card.idempotency === 'key' && as === 'header' ? { [name.toLowerCase()]: key } : {};
    return {
      url,
      method: options.method,
      headers: { ...own, ...keyed, ...(type ? { 'content-type': type } : {}) },
      ...(content === undefined ? {} : { body: content }),
    };
  });

/** The question whether the call of a key has happened. */
export const checkOf = (
  card: AuthorityCard,
  check: NonNullable<HttpOptions['check']>,
  key: string,
): Request | { fault: RequestFault } =>
  attempt(() => {
    const values = valuesOf({ ...card, args: [] }, {}, key);
    const url = address(values, check.url, check.query);
    return { url, method: 'GET', headers: { accept: 'application/json' } };
  });
