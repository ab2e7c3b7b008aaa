// Where a value came from, in words: the labels it carries, as people say them.
// OR1 what comes from outside is said first and marked; what a person agreed to names the person.

import { isObject } from '../../engine/base/value.ts';
import type { Shown } from '../../engine/4-run/events.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import type { Names } from '../canvas/step-facts.ts';
import { t } from '../words.ts';
import { fileName, sentenceCase } from './value-words.ts';

export type Origin = { words: string; isOutside: boolean };

/** Labels in the order they are told (OR1); every other label is a source a tool card names. */
const TOLD = ['untrusted', 'model', 'user', 'input'];

/** Labels that are no place anything came from. */
const QUIET = new Set(['workflow', 'private']);

/** Names of the files a person handed in; their text was written by somebody else. */
function filesIn(view: Pick<RunView, 'input'> | undefined): string[] {
  const values = view && isObject(view.input.v) ? Object.values(view.input.v) : [];
  return values.flatMap((value) => fileName(value) ?? []);
}

/** The tool whose card names a source. */
const toolOf = (source: string, names: Names): string =>
  [...names.tools.values()].find((tool) => tool.source === source)?.title ?? sentenceCase(source);

/** Sources of text from outside that have a word of their own. */
const OUTSIDE = new Set(['web', 'mail', 'file']);

/** Where text from outside came from, as far as its labels say: a page, a mail, a file, a tool. */
function outsideOf(
  labels: readonly string[],
  view: Pick<RunView, 'input'> | undefined,
  names: Names,
): string[] {
  const files = labels.includes('input') ? filesIn(view) : [];
  const own = labels.filter((label) => OUTSIDE.has(label)).map((one) => t(`card.source.${one}`));
  const tools = labels
    .filter((label) => !TOLD.includes(label) && !QUIET.has(label) && !OUTSIDE.has(label))
    .filter((label) => !label.startsWith('approved:'))
    .map((label) => t('card.source.tool', { tool: toolOf(label, names) }));
  return [...new Set([...files, ...own, ...(files.length + own.length > 0 ? [] : tools)])];
}

type From = { labels: readonly string[]; view: Pick<RunView, 'input'> | undefined; names: Names };

/** Where one argument came from, as the sentence it shares with others; the code and its source. */
function fromOf({ labels, view, names }: From): { code: string; source: string } {
  const code = (id: string, source = ''): { code: string; source: string } => ({
    code: `card.from.${id}`,
    source,
  });
  if (labels.includes('untrusted')) {
    const source = outsideOf(labels, view, names).join('\n');
    const isFile = source !== '' && source === filesIn(view).join('\n');
    return isFile ? code('file', source) : code(source ? 'source' : 'outside', source);
  }
  if (labels.includes('model')) return code('model');
  return code(labels.includes('user') ? 'user' : 'inside');
}

/** Where the arguments of calls came from, each source once, what is from outside first (OR1). */
export function fromLines(
  calls: readonly Shown[],
  view: Pick<RunView, 'input'> | undefined,
  names: Names,
): Origin[] {
  const args = calls.flatMap((call) => call.args);
  const groups = Map.groupBy(args, ({ labels }) => JSON.stringify(fromOf({ labels, view, names })));
  const said = [...groups].map(([key, own]) => {
    const { code, source } = JSON.parse(key) as { code: string; source: string };
    const fields = [...new Set(own.map(({ label }) => label))].join('\n');
    const isOutside = ['card.from.source', 'card.from.file', 'card.from.outside'].includes(code);
    const isMixed = code === 'card.from.model' && groups.size > 1;
    const words = t(isMixed ? 'card.from.written' : code, { fields, source, file: source });
    return { code, isOutside, words };
  });
  const outside = said.filter((one) => one.isOutside);
  const inside = said.filter((one) => !one.isOutside && one.code !== 'card.from.inside');
  const all = [...outside, ...inside];
  if (all.length > 0) return all.map(({ words, isOutside }) => ({ words, isOutside }));
  return [{ words: t('card.from.inside'), isOutside: false }];
}

/** What a list of labels says. `view` is the run, for names of files and of who agreed. */
export function originWords(
  labels: readonly string[],
  view: Pick<RunView, 'input' | 'cards'> | undefined,
  names: Names,
): Origin[] {
  const has = new Set(labels);
  const out: Origin[] = [];
  const approved = labels.filter((label) => label.startsWith('approved:'));
  if (has.has('untrusted')) {
    const source = outsideOf(labels, view, names).join('\n');
    const isFile = source !== '' && source === filesIn(view).join('\n');
    const code = isFile ? 'file' : source ? 'source' : 'untrusted';
    out.push({ words: t(`card.origin.${code}`, { file: source, source }), isOutside: true });
  }
  for (const label of approved) {
    const card = view?.cards[label.slice('approved:'.length)];
    const who = names.people.get(card?.by ?? '')?.name;
    out.push({
      words: who ? t('card.origin.approved', { who }) : t('card.origin.agreed'),
      isOutside: false,
    });
  }
  for (const label of TOLD.slice(1))
    if (has.has(label)) out.push({ words: t(`card.origin.${label}`), isOutside: false });
  const tools = labels.filter(
    (label) =>
      !TOLD.includes(label) &&
      !QUIET.has(label) &&
      !OUTSIDE.has(label) &&
      !label.startsWith('approved:'),
  );
  if (tools.length > 0) {
    const source = [...new Set(tools.map((label) => toolOf(label, names)))].join('\n');
    out.push({ words: t('card.origin.tool', { source }), isOutside: false });
  }
  if (out.length === 0 && has.has('workflow'))
    out.push({ words: t('card.origin.workflow'), isOutside: false });
  return out;
}
