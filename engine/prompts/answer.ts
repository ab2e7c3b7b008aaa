// Reading a model's answer: does it fit what was asked for? Everything else is a failure of the
// step.
// A1 total: whatever a model writes, out comes a reply or the first thing that is wrong with it.
// A2 closed: an id that was not offered, or a field nobody asked for, is wrong.
// A3 what is there must fit: a doubt or a confidence written otherwise is never read as none.

import { fitFields } from '../base/fields.ts';
import { isObject, type Json } from '../base/value.ts';
import type { Confidence, ModelReply, ModelTask } from '../node.ts';
import { answerFields } from './render.ts';

/** The reply, or the name of the part that does not fit. */
export type ReadAnswer = { reply: ModelReply } | { wrong: string };

/** Nested more deeply than any field list: refused before anything walks it. */
const DEPTH = 32;

function tooDeep(v: unknown, left: number): boolean {
  if (typeof v !== 'object' || v === null) return false;
  return left === 0 || Object.values(v).some((inner) => tooDeep(inner, left - 1));
}

/** The JSON in a model's text: the whole, or the one object in it, between fences or words. */
export function jsonIn(text: string): Json | undefined {
  const bare = text.trim();
  const open = bare.indexOf('{');
  const close = bare.lastIndexOf('}');
  for (const piece of [bare, open >= 0 && close > open ? bare.slice(open, close + 1) : ''])
    try {
      if (piece !== '') return JSON.parse(piece) as Json;
    } catch {
      continue;
    }
  return undefined;
}

/** The parts beside the answer, and what each must be where it is there (A3). */
const BESIDE: [string, (x: Json) => boolean][] = [
  ['confidence', (x) => typeof x === 'number' && x >= 0 && x <= 1],
  ['reason', (x) => typeof x === 'string'],
  ['does_not_know', (x) => typeof x === 'boolean'],
];
const KNOWN = new Set(['answer', ...BESIDE.map(([name]) => name)]);

/** The one part without which an answer of this task says nothing. */
function onlyPart(task: ModelTask): string | undefined {
  if (task.do === 'classify') return 'category';
  if (task.do === 'decide') return 'choice';
  return task.do === 'draft' && !task.fields?.length ? 'text' : undefined;
}

/**
 * Reads `{answer, does_not_know, confidence, reason}`. `source` says whose word the confidence is.
 * Empty optional parts are left out of the answer.
 */
export function readAnswer(
  task: ModelTask,
  raw: Json | undefined,
  source: Confidence['source'],
): ReadAnswer {
  if (!isObject(raw) || tooDeep(raw, DEPTH)) return { wrong: 'answer' };
  const stray = Object.keys(raw).find((k) => !KNOWN.has(k));
  if (stray !== undefined) return { wrong: stray.slice(0, 48) };
  const odd = BESIDE.find(([name, fits]) => raw[name] !== undefined && !fits(raw[name]));
  if (odd) return { wrong: odd[0] };
  const { confidence: share, reason } = raw;
  const about: Pick<ModelReply, 'confidence' | 'reason'> = {
    ...(typeof share === 'number' ? { confidence: { share, source } } : {}),
    ...(typeof reason === 'string' ? { reason: reason.toWellFormed() } : {}),
  };
  if (raw['does_not_know'] === true)
    return { reply: { answer: null, doesNotKnow: true, ...about } };
  // Which part of it is wrong says more than that something is: the step looks for itself.
  if (task.do === 'use_tool') return { reply: { answer: raw['answer'] ?? null, ...about } };
  const fields = answerFields(task);
  const { value, faults } = fitFields(fields, raw['answer'] ?? null);
  const fault = faults.find((one) => one.code !== 'missing' || task.do !== 'extract');
  if (fault) return { wrong: fault.field || 'answer' };
  const only = onlyPart(task);
  if (only !== undefined && !(only in value)) return { wrong: only };
  return { reply: { answer: value, ...about } };
}
