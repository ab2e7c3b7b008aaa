// The practice model: deterministic, offline, and it really reads what it is given. It stands in
// for a model while a workflow is being drawn, and is always labelled as practice.
// P1 the same call always gives the same answer; nothing is sent anywhere, no clock is read.
// P2 its answers pass the same check as everybody's: a scripted answer that does not fit is a
//    failure.
// P3 usage is UTF-8 bytes / 4 of request and answer, priced by the entry, never above the worst
//    case.

import { costNano } from '../../budgets/money.ts';
import { priceOf } from '../../budgets/prices.ts';
import type { ModelEntry, Practice } from '../../1-document/schema.ts';
import type { Answered, CallContext, Used } from '../../4-run/ports.ts';
import { asText } from '../../base/binding.ts';
import { say } from '../../base/text/say.ts';
import type { Json, JsonObject } from '../../base/value.ts';
import type { ModelCall, ModelReply, ModelTask } from '../../node.ts';
import { readAnswer } from '../../prompts/answer.ts';
import { bytesOf } from '../../prompts/size.ts';
import { mostOutput, requestOf } from '../request.ts';
import { check } from './check.ts';
import { classify } from './classify.ts';
import { decide } from './decide.ts';
import { draft } from './draft.ts';
import { extract } from './extract.ts';

/** What the practice model makes of a task, in the shape every model answers in. */
type Raw = { answer: Json; does_not_know: boolean; confidence: number; reason: string };

const unknown = (code: string, params: Record<string, string> = {}): Raw => ({
  answer: null,
  does_not_know: true,
  confidence: 0,
  reason: say('en', code, params),
});

const known = (answer: JsonObject, confidence: number, reason: string): Raw => ({
  answer,
  does_not_know: false,
  confidence: Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100,
  reason,
});

const quoted = (words: string[]): string => words.map((word) => `“${word}”`).join(', ');

function answerTo(task: ModelTask, today: string, room: number): Raw {
  switch (task.do) {
    case 'classify': {
      const { id, share, words } = classify(asText(task.text), task.categories);
      if (id === undefined) return unknown('practice.no_category');
      return known(
        { category: id },
        share,
        say('en', 'practice.category', { words: quoted(words) }),
      );
    }
    case 'extract': {
      const { values, share, found } = extract(task.text, task.fields);
      if (share === 0) return unknown('practice.no_field');
      return known(values, share, say('en', 'practice.fields', { fields: found.join(', ') }));
    }
    case 'decide': {
      const made = decide(task, today);
      if (made.choice === undefined) return unknown(made.why.code, made.why.params);
      return known({ choice: made.choice }, made.share, say('en', made.why.code, made.why.params));
    }
    case 'draft': {
      const written = draft(task, room);
      if (written === undefined) return unknown('practice.no_data');
      return known(written, 0.8, say('en', 'practice.draft'));
    }
    case 'use_tool': {
      const { fields } = task.tool;
      const { values, share, found } = extract(task.data, fields);
      const lacks = fields.find(({ id, required }) => required && (values[id] ?? null) === null);
      if (lacks) return unknown('practice.no_argument', { label: lacks.label });
      const said = { fields: found.join(', ') };
      return known({ args: values }, share || 0.8, say('en', 'practice.fields', said));
    }
    case 'check': {
      const verdicts = check(task);
      if (!verdicts) return unknown('practice.no_criterion');
      const told = Object.entries(verdicts).map(([id, { met, why }]) => {
        return [id, { met, why: say('en', why.code, why.params) }];
      });
      return known(Object.fromEntries(told) as JsonObject, 0.9, say('en', 'practice.checked'));
    }
  }
}

/** The part a script may give alone. */
const SHORT: Partial<Record<ModelTask['do'], string>> = {
  classify: 'category',
  decide: 'choice',
  draft: 'text',
};

/**
 * The scripted answer of a step: one for this inner call before one for all of them, and one for
 * this very visit before one for any visit.
 */
function scripted(
  practice: Practice | undefined,
  ctx: CallContext,
  task: ModelTask,
): Raw | undefined {
  const of = practice?.answers.filter((one) => one.step === ctx.step) ?? [];
  const part = of.filter((one) => one.part !== undefined && one.part === ctx.part);
  const own = [...part, ...of.filter((one) => one.part === undefined)];
  const script =
    own.find((one) => one.visit === ctx.visit) ?? own.find((one) => one.visit === undefined);
  if (!script) return undefined;
  const key = SHORT[task.do] ?? '';
  const short = typeof script.answer === 'string' && task.do in SHORT;
  return {
    answer: short ? { [key]: script.answer } : script.answer,
    does_not_know: script.doesNotKnow ?? false,
    confidence: script.confidence ?? 1,
    reason: script.reason ?? say('en', 'practice.scripted'),
  };
}

/** P3. */
const tokensIn = (v: object): number => Math.ceil(bytesOf(JSON.stringify(v)) / 4);

const NOTHING: Used = { modelCalls: 0, toolCalls: 0, tokens: 0, costNano: 0 };

const fail = (entry: ModelEntry, what: string, params: Record<string, string | number> = {}) => ({
  kind: 'terminal' as const,
  code: `failure.model_${what}`,
  params: { model: entry.model, ...params },
});

/** Answers a call. `today` is the ISO day for rules that speak of age. */
export function practise(
  call: ModelCall,
  entry: ModelEntry,
  ctx: CallContext & { practice?: Practice },
  today: string,
): Answered<ModelReply> {
  if (ctx.signal.aborted) return { ok: false, failure: fail(entry, 'stopped'), used: NOTHING };
  const room = mostOutput(call, entry);
  const full = scripted(ctx.practice, ctx, call.task) ?? answerTo(call.task, today, room);
  const raw = tokensIn(full) > room ? { ...full, reason: '' } : full;
  const inputTokens = tokensIn(requestOf(call, entry));
  const wanted = tokensIn(raw);
  const outputTokens = Math.min(wanted, room);
  const price = priceOf(entry);
  const used: Used = {
    modelCalls: 1,
    toolCalls: 0,
    tokens: inputTokens + outputTokens,
    costNano: price ? costNano(price, inputTokens, outputTokens) : null,
  };
  if (wanted > room) {
    return { ok: false, failure: fail(entry, 'truncated', { most: room }), used };
  }
  const read = readAnswer(call.task, raw as unknown as Json, 'rule');
  if ('reply' in read) return { ok: true, reply: read.reply, used };
  return { ok: false, failure: fail(entry, 'misfit', { field: read.wrong }), used };
}
