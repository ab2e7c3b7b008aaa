// What went into a step, and what came out of it.

import { isRef, isText, pathsIn } from '../../engine/base/binding.ts';
import { outerId } from '../../engine/base/ids.ts';
import { isObject, partAt, type Json } from '../../engine/base/value.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { sentenceCase, short, valueWords } from '../cards/value-words.ts';
import { valueIn } from '../document/last-values.ts';
import { fieldAtPath, fieldsOf, stepName, type Known } from '../runs/known.ts';
import { messageOf } from '../runs/now-words.ts';
import { t } from '../words.ts';
import { quiet, text, type Asked, type Chip, type Part } from './answer-parts.ts';

const SHOWN = 6;
const LONG = 160;

/** Values of a record with their labels, declared fields first and in their order. */
export function valuesOf(
  value: Json | undefined,
  fields: Field[],
): { label: string; words: string }[] {
  if (!isObject(value)) {
    const words = valueWords(value);
    return words ? [{ label: '', words: short(words, LONG) }] : [];
  }
  const ids = [...new Set([...fields.map((field) => field.id), ...Object.keys(value)])];
  return ids.flatMap((id) => {
    const field = fields.find((one) => one.id === id);
    const words = id === 'confidence' ? sureWords(value[id]) : valueWords(value[id], field);
    return words ? [{ label: field?.label ?? sentenceCase(id), words: short(words, LONG) }] : [];
  });
}

/** A confidence as people say it: `91% sure, by a rule`. */
export function sureWords(confidence: unknown): string {
  if (!isObject(confidence) || typeof confidence['share'] !== 'number') return '';
  const percent = Math.round(confidence['share'] * 100);
  const { source } = confidence;
  const from = typeof source === 'string' ? t(`card.sure.${source}`) : '';
  return t('card.sure', { percent, from });
}

/** Where a path comes from, by the names on screen. */
function sourceOf(known: Known, path: string): { family: string; icon: string; source: string } {
  const [root, id = ''] = path.split('.');
  const node = root === 'steps' || root === 'previous' ? known.nodes.get(id) : undefined;
  if (node) {
    const { family, icon } = stepFacts(known.registry, node);
    return { family, icon, source: node.name };
  }
  const icon = root === 'input' ? 'clipboard-list' : root === 'item' ? 'layers' : 'workflow';
  return { family: 'flow', icon, source: t(`app.answer.source.${root}`) };
}

function chipOf(known: Known, view: RunView, run: string, path: string): Chip | undefined {
  const [root, ...rest] = path.split('.');
  const field = fieldAtPath(known, path);
  const value = root === 'run' && rest[0] === 'by' ? view.by : valueFor(view, run, path);
  const last = rest.at(-1) ?? root ?? path;
  const node = last === 'port' ? known.nodes.get(rest[0] ?? '') : undefined;
  const ways = node ? stepFacts(known.registry, node).ways : [];
  const words =
    ways.find((way) => way.id === value)?.words ??
    (typeof value === 'string' ? known.names.people.get(value)?.name : undefined) ??
    valueWords(value, field);
  if (!words) return undefined;
  const way = last === 'port' || last === 'value';
  const label = field?.label ?? (way ? t(`app.answer.${last}`) : sentenceCase(last));
  return { ...sourceOf(known, path), label, words: short(words, 32) };
}

/**
 * The value at a path as a step of `run` saw it: an earlier step of the same item or sub-workflow,
 * else of the runs around it.
 */
function valueFor(view: RunView, run: string, path: string): Json | undefined {
  const [root, id = '', what, ...deep] = path.split('.');
  if (root !== 'steps' && root !== 'previous') return valueIn(view, path);
  const own = Object.values(view.effects).findLast(
    (one) => one.run === run && outerId(one.step) === id,
  );
  if (own) return what === 'port' ? own.port : partAt(own.output?.v, deep.join('.'));
  const parent = view.effects[run]?.run;
  return parent === undefined ? valueIn(view, path) : valueFor(view, parent, path);
}

const hasValue = (view: RunView, run: string, path: string): boolean =>
  path.startsWith('run.') || (valueFor(view, run, path) ?? null) !== null;

/** The paths a step really took its values from: a fallback only where there was no value. */
function takenIn(settings: Json, has: (path: string) => boolean): string[] {
  if (Array.isArray(settings)) return settings.flatMap((one) => takenIn(one, has));
  if (!isObject(settings)) return [];
  if (isRef(settings))
    return has(settings['@ref']) ? [settings['@ref']] : takenIn(settings.else ?? null, has);
  if (isText(settings)) {
    const others = settings.else ?? {};
    return pathsIn(settings['@text']).flatMap((path) =>
      has(path) ? [path] : takenIn(others[path] ?? null, has),
    );
  }
  const { field, op } = settings;
  const own = typeof field === 'string' && typeof op === 'string' && has(field) ? [field] : [];
  return [...own, ...Object.values(settings).flatMap((one) => takenIn(one, has))];
}

/** What it was given: where each value came from, as chips; for a start, the form. */
export function inParts(asked: Asked): Part[] {
  const { at, known, node, effect } = asked;
  if (!node) return [quiet('app.answer.in.none')];
  if (node.type.startsWith('start@')) {
    const values = valuesOf(at.input.v, known.workflow.input);
    return values.length > 0 ? [{ how: 'values', values }] : [quiet('app.answer.in.none')];
  }
  const run = effect?.run ?? at.run;
  const { recommend: _advice, ...settings } = node.settings;
  const paths = [...new Set(takenIn(settings, (path) => hasValue(at, run, path)))];
  const chips = paths.flatMap((path) => chipOf(known, at, run, path) ?? []);
  if (chips.length === 0) {
    const call = isObject(effect?.call) ? partAt(effect.call, 'args') : undefined;
    const values = valuesOf(call, known.names.tools.get(String(effect?.tool))?.args ?? []);
    if (values.length === 0) return [quiet('app.answer.in.none')];
    return [{ how: 'values', values }];
  }
  const shown: Part[] = [{ how: 'chips', chips: chips.slice(0, SHOWN) }];
  return chips.length > SHOWN
    ? [...shown, quiet('app.answer.more', { n: chips.length - SHOWN })]
    : shown;
}

/** What it handed on; what is later than the moment is told as later. */
export function outParts(asked: Asked): Part[] {
  const { at, end, known, key, node, step, effect, lastEffect, lastStep } = asked;
  if (node?.type.startsWith('end@')) {
    const message = messageOf(end);
    if (!step || at.end !== key) return [quiet('app.answer.out.nothing_yet')];
    return message ? [{ how: 'text', text: message }] : [quiet('app.answer.out.nothing')];
  }
  const fields = node ? fieldsOf(known, node) : [];
  if (effect?.output && step?.endedAt !== undefined) {
    const values = valuesOf(effect.output.v, fields);
    return values.length > 0 ? [{ how: 'values', values }] : [quiet('app.answer.out.nothing')];
  }
  const failure = effect?.failure;
  if (failure) return [{ how: 'text', text: t(failure.code, failure.params) }];
  if (step?.endedAt !== undefined) return [quiet('app.answer.out.nothing')];
  const [first] = valuesOf(lastEffect?.output?.v, fields);
  if (first && lastStep?.endedAt !== undefined)
    return [text('app.answer.out.later', { value: `${first.label} ${first.words}`.trim() })];
  return [quiet('app.answer.out.nothing_yet')];
}

/** The name of a step as it stands in a sentence. */
export const named = (asked: Asked): string => stepName(asked.known, asked.key);
