// Where a value came from, in words: the labels it carries, as people say them.
// OR1 what comes from outside is said first and marked; what a person agreed to names the person.

import { isObject } from '../../engine/base/value.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import type { Names } from '../canvas/step-facts.ts';
import { t } from '../words.ts';
import { fileName, sentenceCase } from './value-words.ts';

export type Origin = { words: string; isOutside: boolean };

/** Labels in the order they are told (OR1); every other label is a source a tool card names. */
const TOLD = ['untrusted', 'model', 'user', 'input'];

/** Names of the files a person handed in; their text was written by somebody else. */
export function filesIn(view: Pick<RunView, 'input'> | undefined): string[] {
  const values = view && isObject(view.input.v) ? Object.values(view.input.v) : [];
  return values.flatMap((value) => fileName(value) ?? []);
}

/** The tool whose card names a source. */
const toolOf = (source: string, names: Names): string =>
  [...names.tools.values()].find((tool) => tool.source === source)?.title ?? sentenceCase(source);

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
    const files = filesIn(view);
    const words =
      files.length > 0
        ? t('card.origin.file', { file: files.join('\n') })
        : t('card.origin.untrusted');
    out.push({ words, isOutside: true });
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
    (label) => !TOLD.includes(label) && label !== 'workflow' && !label.startsWith('approved:'),
  );
  if (tools.length > 0) {
    const source = [...new Set(tools.map((label) => toolOf(label, names)))].join('\n');
    out.push({ words: t('card.origin.tool', { source }), isOutside: false });
  }
  if (out.length === 0 && has.has('workflow'))
    out.push({ words: t('card.origin.workflow'), isOutside: false });
  return out;
}
