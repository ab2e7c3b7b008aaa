// What every step that asks a model has in common: its settings, and when an answer counts as sure.
// AG1 a maximum output is always set, so that the worst case is known before the call.
// AG2 "I do not know", and a confidence under the minimum, leave by the way out `unsure`.

import { z } from 'zod';
import type { Field } from './kinds.ts';
import { isId } from './ids.ts';
import type { Json, JsonObject } from './value.ts';

export const idSchema = z.string().refine(isId, { error: 'id' });

/** Ways out every agent step has; an option of the same name would hide one. */
const TAKEN = new Set(['ok', 'unsure', 'error']);

export const optionSchema = z.strictObject({
  id: idSchema.refine((id) => !TAKEN.has(id), { error: 'taken' }),
  name: z.string().min(1).max(120),
  description: z.string().max(1000).meta({ widget: 'long_text' }),
});

/** What can be chosen, `least` to `most` of them, each under an id of its own. */
export const optionList = (least: number, most: number) =>
  z
    .array(optionSchema)
    .min(least)
    .max(most)
    .refine((all) => new Set(all.map((o) => o.id)).size === all.length, { error: 'twice' })
    .meta({ widget: 'categories' });

/** Settings shared by all agent steps, to spread into a strict object. */
export const agentSettings = {
  role: z.enum(['fast', 'careful', 'code', 'judge']).default('fast').meta({ widget: 'role' }),
  maxOutputTokens: z.int().min(16).max(32_000).meta({ widget: 'number' }),
  minConfidence: z.number().min(0).max(1).default(0.5).meta({ widget: 'share' }),
  prompt: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .max(48)
    .optional()
    .meta({ widget: 'prompt' }),
  /** Most tokens that may be sent. */
  longestPrompt: z
    .int()
    .min(100)
    .max(100_000_000)
    .optional()
    .meta({ widget: 'number', advanced: true }),
  /** Whether another model of the kind may answer when the first does not. */
  standIn: z
    .enum(['as_drawn', 'never', 'always'])
    .optional()
    .meta({ widget: 'choice', advanced: true }),
};

export type Sure = { share: number; source: 'votes' | 'logprobs' | 'rule' | 'self' };
type Answer = { doesNotKnow?: boolean; confidence?: Sure; reason?: string };

/** True when the answer may go on by the ordinary way (AG2). No confidence given counts as sure. */
export const isSure = (reply: Answer, least: number): boolean =>
  reply.doesNotKnow !== true && (reply.confidence?.share ?? 1) >= least;

/** What a step adds to its answer: how sure, from where, and why. */
const aside = (reply: Answer): JsonObject => ({
  ...(reply.reason === undefined ? {} : { reason: reply.reason.toWellFormed() }),
  ...(reply.confidence === undefined
    ? {}
    : { confidence: { share: reply.confidence.share, source: reply.confidence.source } }),
});

type Asking = {
  role: Role;
  maxOutputTokens: number;
  prompt?: string | undefined;
  longestPrompt?: number | undefined;
  standIn?: 'as_drawn' | 'never' | 'always' | undefined;
};
type Role = 'fast' | 'careful' | 'code' | 'judge';

/** The part of a model call that every agent step fills in the same way. */
export const asking = ({ role, maxOutputTokens, prompt, longestPrompt, standIn }: Asking) => ({
  kind: 'model' as const,
  role,
  maxOutputTokens,
  ...(prompt === undefined ? {} : { prompt }),
  ...(longestPrompt === undefined ? {} : { longestPrompt }),
  ...(standIn === undefined ? {} : { standIn }),
});

/** A step's result from what fits of the answer, with how sure the model was (AG2). */
export const answered = (port: string, value: JsonObject, reply: Answer) => ({
  port,
  value: { ...value, ...aside(reply) },
  ...(reply.confidence ? { confidence: reply.confidence } : {}),
});

/** An answer that does not fit what was asked for: a failure of the step, never a success. */
export const misfit = (step: string) => ({
  failure: { kind: 'terminal' as const, code: 'failure.answer_shape', params: { step } },
});

/** The fields `aside` may add, for the shape of a step's value. */
export const ASIDE: Field[] = [
  { id: 'reason', label: 'Reason', kind: 'long_text' },
  {
    id: 'confidence',
    label: 'Confidence',
    kind: 'record',
    fields: [
      { id: 'share', label: 'Share', kind: 'number', min: 0, max: 1, required: true },
      { id: 'source', label: 'Source', kind: 'text', required: true },
    ],
  },
];

/** What is written where no parts were asked for. */
export const TEXT: Field[] = [{ id: 'text', label: 'Text', kind: 'long_text', required: true }];

/** What every step that asks a model is to the engine: it changes nothing and is asked again. */
export const ASKS_MODEL = {
  effect: 'read',
  idempotency: 'key',
  timeoutMs: 60_000,
  retry: { attempts: 3, backoffMs: 1000 },
} as const;

/** The ways out every agent step has beside its ordinary ones (AG2). */
export const DOUBT_OR_FAILURE = [
  { id: 'unsure', label: '', problem: true },
  { id: 'error', label: '', problem: true },
];

type Named = { id: string; name: string };

/** One way out for each thing that can be chosen. */
export const waysTo = (choices: Named[]) => choices.map(({ id, name }) => ({ id, label: name }));

/** The field in which a step says what was chosen. */
export const choiceField = (id: string, label: string, choices: Named[]): Field => ({
  id,
  label,
  kind: 'choice',
  required: true,
  choices: waysTo(choices),
});

/** The chosen id in a closed answer: the id itself, or a record that holds it under `key`. */
export function chosen(answer: Json, key: string): string | undefined {
  if (typeof answer === 'string') return answer.trim();
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined;
  const inside = Object.hasOwn(answer, key) ? answer[key] : undefined;
  return typeof inside === 'string' ? inside.trim() : undefined;
}
