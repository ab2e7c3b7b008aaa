// From what an MCP tool says of itself to a draft of its authority card, for a person to finish.
// K1 pure; the draft is always a card that fits the schema of tools.json.
// K2 what a tool claims about itself (only reads, destroys nothing) is never believed: the class of
//    a draft is irreversible until a person says otherwise.
// K3 names travel unchanged: where a field's name cannot be an argument's id here, `options.names`
//    says which is which, so that nothing is guessed when the tool is called.
// K4 what our kinds cannot say is left open (a record without fields), never made up.

import type { Field, Kind } from '../base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import type { ToolServer } from '../4-run/ports.ts';
import type { Claim, Draft } from '../policy/tool-view.ts';
import { pinOf, shownDescription, type Descriptor } from './mcp-descriptor.ts';

/** Deeper parts of an argument stay open (K4). */
const DEPTH = 4;
const ID = /^(?!(?:constructor|prototype)$)[a-z][A-Za-z0-9_]{0,47}$/;

/** A name as an id; unique among those taken. */
function idFor(name: string, taken: Set<string>): string {
  const clean = name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^[^A-Za-z]+|_+$/g, '');
  const start = `${clean.slice(0, 1).toLowerCase()}${clean.slice(1)}`.slice(0, 40) || 'field';
  const plain = ID.test(start) ? start : 'field';
  let [id, n] = [plain, 1];
  while (taken.has(id)) {
    n += 1;
    id = `${plain}_${n}`;
  }
  taken.add(id);
  return id;
}

/** A name a person can read: `start_date`, `startDate` and `start-date` are “Start date”. */
function labelFor(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  const label = shownDescription(words || name).slice(0, 100);
  return `${label.slice(0, 1).toUpperCase()}${label.slice(1)}` || '…';
}

const text = (x: Json | undefined): string => (typeof x === 'string' ? x : '');

/** The one type a schema speaks of; of a list that only adds “nothing” it is the other. */
function typeOf(schema: JsonObject): string {
  const { type } = schema;
  if (Array.isArray(type)) {
    const others = type.filter((t) => t !== 'null');
    return others.length === 1 ? text(others[0]) : '';
  }
  return text(type) || (isObject(schema['properties']) ? 'object' : '');
}

/** Choices of a schema that lists texts; the id is the text itself. */
function choicesOf({ enum: list }: JsonObject): Field['choices'] {
  if (!Array.isArray(list) || !list.length || list.length > 100) return undefined;
  const all = list.filter((x): x is string => typeof x === 'string' && !!x && x.length <= 48);
  if (all.length !== list.filter((x) => x !== null).length) return undefined;
  return all.map((id) => ({ id, label: shownDescription(id) }));
}

const FORMATS: Record<string, Kind> = { date: 'date', email: 'mail', uri: 'link', url: 'link' };

function textKind(schema: JsonObject): Kind {
  const asked = FORMATS[text(schema['format'])];
  if (asked) return asked;
  const most = schema['maxLength'];
  return typeof most === 'number' && most <= 200 ? 'text' : 'long_text';
}

const boundsOf = ({ minimum, maximum }: JsonObject): Pick<Field, 'min' | 'max'> => ({
  ...(typeof minimum === 'number' ? { min: minimum } : {}),
  ...(typeof maximum === 'number' ? { max: maximum } : {}),
});

/** What a schema says about a value, as far as our kinds can say it (K4). */
function shapeOf(schema: JsonObject, depth: number): Pick<Field, 'kind'> & Partial<Field> {
  const choices = choicesOf(schema);
  if (choices) return { kind: 'choice', choices };
  switch (typeOf(schema)) {
    case 'string':
      return { kind: textKind(schema) };
    case 'integer':
    case 'number':
      return { kind: 'number', ...boundsOf(schema) };
    case 'boolean':
      return { kind: 'yes_no' };
    case 'array': {
      const { items } = schema;
      if (depth >= DEPTH || !isObject(items) || !typeOf(items)) return { kind: 'list' };
      return { kind: 'list', of: { id: 'item', label: 'Item', ...shapeOf(items, depth + 1) } };
    }
    default: {
      const inner = depth < DEPTH ? fieldsOf(schema, depth + 1) : undefined;
      // a part whose name cannot be kept leaves the whole record open (K3)
      const isWhole = inner?.every(({ field, name }) => field.id === name);
      return {
        kind: 'record',
        ...(inner?.length && isWhole ? { fields: inner.map((f) => f.field) } : {}),
      };
    }
  }
}

type Named = { field: Field; name: string };

/** The properties of a schema as fields, with the names they have outside. */
function fieldsOf(schema: JsonObject, depth = 0): Named[] {
  const { properties, required } = schema;
  const asked = new Set(Array.isArray(required) ? required : []);
  const taken = new Set<string>();
  const given = isObject(properties) ? Object.entries(properties) : [];
  for (const [name] of given) if (ID.test(name)) taken.add(name);
  return given.slice(0, 50).map(([name, of]) => {
    const shape = shapeOf(isObject(of) ? of : {}, depth);
    const help = shownDescription(text(isObject(of) ? of['description'] : '')).slice(0, 500);
    const id = ID.test(name) ? name : idFor(name, taken);
    const field: Field = { id, label: labelFor(name), ...shape };
    return {
      name,
      field: {
        ...field,
        ...(help ? { help } : {}),
        ...(asked.has(name) ? { required: true } : {}),
      },
    };
  });
}

/** What a structured answer will have; without one the answer is text. */
function resultOf({ result }: Descriptor): Field[] {
  const fields = result ? fieldsOf(result) : [];
  const kept = fields.filter(({ field, name }) => field.id === name).map(({ field }) => field);
  if (result) return kept;
  return [{ id: 'text', label: 'Text', kind: 'long_text', required: true }];
}

/** Name of a card in tools.json: `<server>__<tool>`, so that two servers never share one. */
function cardName(server: string, tool: string, taken: Set<string> = new Set()): string {
  const clean = tool
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return idFor(`${server}_${clean || 'tool'}`.replace(/_+/g, '_').slice(0, 46), taken);
}

/** Host and port of an address, as cards list them. */
export function hostOf(address: string): string {
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

/**
 * A draft of the card for a tool of a server. `taken` holds names of cards there are already. The
 * person decides class and effect; the draft assumes the worst (K2).
 */
export function draftCard(server: ToolServer, tool: Descriptor, taken?: Set<string>): Draft {
  const args = fieldsOf(tool.args);
  const names = Object.fromEntries(
    args.filter(({ field, name }) => field.id !== name).map(({ field, name }) => [field.id, name]),
  );
  return {
    name: cardName(server.id, tool.name, taken),
    title: shownDescription(tool.title ?? labelFor(tool.name)).slice(0, 100),
    description: shownDescription(tool.description).slice(0, 500),
    adapter: 'mcp',
    options: {
      server: server.id,
      tool: tool.name,
      ...(Object.keys(names).length ? { names } : {}),
    },
    ...(server.transport === 'address' ? { hosts: [hostOf(server.address)] } : {}),
    class: 'operational',
    effect: 'irreversible',
    idempotency: 'none',
    args: args.map(({ field }) => field),
    result: resultOf(tool),
    source: 'untrusted',
    pin: pinOf(tool),
    timeoutMs: 60_000,
  };
}

/** The arguments under the names the tool knows them by (K3). */
export function outwardArgs(card: AuthorityCard, args: JsonObject): JsonObject {
  const names = card.options?.['names'];
  if (!isObject(names)) return args;
  return Object.fromEntries(
    Object.entries(args).map(([id, value]) => [text(names[id]) || id, value]),
  );
}

const CLAIMS: [string, Claim][] = [
  ['readOnlyHint', 'reads'],
  ['destructiveHint', 'destroys'],
  ['idempotentHint', 'repeats'],
  ['openWorldHint', 'outside'],
];

/** What a tool claims about itself, to be shown as its claim and never used (K2). */
export const claimsOf = ({ hints }: Descriptor): Claim[] =>
  CLAIMS.flatMap(([hint, claim]) => (hints[hint] === true ? [claim] : []));
