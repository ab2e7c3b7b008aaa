// Practice tools: what a tool answers is data in `practice.json`, chosen by rule.
// PT1 the first answer whose condition holds is given; where none holds, that is a failure.
// PT2 conditions and texts look at `args`, `world.<table>.count`, `match.<table>`, `run`, `now`,
//     `today`, `attempt` and `visit`, and at nothing else.
// PT3 the same key again gives the same answer and changes nothing (W2).

import { asText, resolve, type Scope } from '../base/binding.ts';
import { compare, holds, type Condition } from '../base/condition.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { AuthorityCard, ToolReply } from '../node.ts';
import type { ToolPort } from '../4-run/ports.ts';
import { failed, given, type Attempt } from './answer.ts';
import type { World } from './world.ts';

type Context = Parameters<ToolPort['call']>[2];
type Script = Context['practice']['tools'][number]['answers'][number];

/** A path such as `args.name` as the scope of base/binding.ts knows it. */
const under = (path: string): string => `input.${path}`;

/** The same data with every reference and text looking below `input` (PT2). */
function rebased(x: Json): Json {
  if (Array.isArray(x)) return x.map(rebased);
  if (!isObject(x)) return x;
  const out: JsonObject = {};
  for (const [key, v] of Object.entries(x)) {
    if (key === '@ref' && typeof v === 'string') out[key] = under(v);
    else if (key === '@text' && typeof v === 'string')
      out[key] = v.replace(
        /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g,
        (_all, at: string) => `{{${under(at)}}}`,
      );
    else if (key === 'else' && isObject(v) && typeof x['@text'] === 'string')
      out[key] = Object.fromEntries(Object.entries(v).map(([at, w]) => [under(at), rebased(w)]));
    else out[key] = rebased(v);
  }
  return out;
}

function rebasedCondition(c: Condition): Condition {
  if ('all' in c) return { all: c.all.map(rebasedCondition) };
  if ('any' in c) return { any: c.any.map(rebasedCondition) };
  if ('not' in c) return { not: rebasedCondition(c.not) };
  return {
    ...c,
    field: under(c.field),
    ...(c.value === undefined ? {} : { value: rebased(c.value) }),
  };
}

/** The newest row that says the same as the arguments wherever it has a column of that name. */
function matching(rows: JsonObject[], args: JsonObject): JsonObject | undefined {
  const isSame = (row: JsonObject): boolean => {
    const shared = Object.keys(args).filter((key) => Object.hasOwn(row, key));
    return shared.length > 0 && shared.every((key) => compare(row[key], 'is', args[key]));
  };
  return rows.findLast(isSame);
}

/** What a practice answer may look at (PT2). */
function scopeOf(world: World, args: JsonObject, ctx: Context): Scope {
  const now = new Date(ctx.at).toISOString();
  const tables = [...new Set([...Object.keys(ctx.practice.world), ...tablesIn(ctx)])];
  const rows = (table: string): JsonObject[] => [
    ...((ctx.practice.world[table] ?? []) as JsonObject[]),
    ...world.rows(table),
  ];
  const found = tables.flatMap((table) => {
    const row = matching(rows(table), args);
    return row ? [[table, row] as const] : [];
  });
  const v: JsonObject = {
    args,
    run: ctx.run,
    now,
    today: now.slice(0, 10),
    attempt: ctx.attempt,
    visit: ctx.visit,
    world: Object.fromEntries(tables.map((table) => [table, { count: rows(table).length }])),
    match: Object.fromEntries(found),
  };
  return { input: { v, labels: {} }, steps: {} };
}

const tablesIn = (ctx: Context): string[] =>
  ctx.practice.tools.flatMap((t) =>
    t.answers.flatMap((a) => (a.write ?? []).map((row) => row.table)),
  );

/** Looked up, with everything that had no value left out. */
function filled(x: Json, scope: Scope): Json {
  const bare = (v: Json): Json => {
    if (Array.isArray(v)) return v.map(bare);
    if (!isObject(v)) return v;
    return Object.fromEntries(
      Object.entries(v).flatMap(([k, w]) => (w === null ? [] : [[k, bare(w)]])),
    );
  };
  return bare(resolve(rebased(x), scope).value.v);
}

function replyOf(script: Script, scope: Scope): ToolReply {
  const asOf = script.asOf === undefined ? undefined : asText(filled(script.asOf, scope));
  return { value: filled(script.value, scope), ...(asOf === undefined ? {} : { asOf }) };
}

/** What the tool answers, and what it does in the practice world. */
export function callPractice(
  world: World,
  card: AuthorityCard,
  args: JsonObject,
  ctx: Context,
): Attempt {
  const before = world.answered(ctx.key);
  if (before) return given(before); // PT3
  const tool = ctx.practice.tools.find((t) => t.name === card.name);
  const scope = scopeOf(world, args, ctx);
  // PT1
  const script = tool?.answers.find((a) => !a.when || holds(rebasedCondition(a.when), scope));
  if (!script) return failed('terminal', 'failure.tool_no_answer', { tool: card.title });
  if (script.fail)
    return failed(script.fail.kind, 'failure.tool_said', {
      tool: card.title,
      message: script.fail.message,
    });
  const reply = replyOf(script, scope);
  const rows = (script.write ?? []).map(({ table, row }) => ({
    table,
    row: filled(row as JsonObject, scope) as JsonObject,
  }));
  const { mail } = script;
  const text = (x: Json): string => asText(filled(x, scope));
  if (rows.length || mail)
    world.record({
      key: ctx.key,
      run: ctx.run,
      at: ctx.at,
      tool: card.name,
      rows,
      reply,
      ...(mail
        ? { mail: { to: text(mail.to), subject: text(mail.subject), body: text(mail.body) } }
        : {}),
    });
  return given(reply);
}
