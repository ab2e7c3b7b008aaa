// A tool of another program that must be seen before it is called: the words of its card, and the
// difference between what was agreed to and what it says now.
// TW1 pure; the engine wrote the difference as lines with `-`, `+` or two spaces before each.

import type { CardView } from '../../engine/4-run/view.ts';
import { t, tMaybe } from '../words.ts';
import { valueWords } from './value-words.ts';

export type ToolMatter = 'changed' | 'new' | 'start';
export type Row = { kind: 'same' | 'gone' | 'new' | 'left_out'; text: string };
export type Part = { id: string; label: string; before: Row[]; now: Row[] };

const MATTER: Record<string, ToolMatter> = {
  'failure.mcp_tool_changed': 'changed',
  'failure.mcp_tool_new': 'new',
};

/** What is asked about: a tool that changed, one nobody has read yet, or a program to start. */
export const matterOf = ({ body }: CardView): ToolMatter =>
  MATTER[body.detail?.code ?? ''] ?? 'start';

/** The name of the other program, as the card knows it. */
const serverOf = ({ body }: CardView): string => String(body.detail?.params?.['server'] ?? '');

/** The question of such a card. */
export const toolQuestion = (card: CardView): string =>
  t(`card.tool.title.${matterOf(card)}`, { tool: card.body.title, server: serverOf(card) });

const KINDS: Record<string, Row['kind']> = { '- ': 'gone', '+ ': 'new', '  ': 'same' };

function rowOf(line: string): Row {
  if (line === '  …') return { kind: 'left_out', text: '' };
  return { kind: KINDS[line.slice(0, 2)] ?? 'same', text: line.slice(2) };
}

/** The parts that differ, each as it was and as it is (TW1). */
export const partsOf = ({ body }: CardView): Part[] =>
  body.facts.map(({ label, value }) => {
    const rows = valueWords(value).split('\n').map(rowOf);
    return {
      id: label.replace('tools.part.', ''),
      label: tMaybe(label) ?? label,
      before: rows.filter(({ kind }) => kind !== 'new'),
      now: rows.filter(({ kind }) => kind !== 'gone'),
    };
  });

/** The parts that differ, in words. */
export function differsWords(parts: Part[]): string {
  const names = parts.map(({ id }) => tMaybe(`card.tool.part.${id}`) ?? id);
  const words = t('card.tool.differs', { parts: names.join('\n'), n: names.length });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A side of the difference as what it says, where none of its lines were left out. */
function schemaOf(rows: Row[]): Record<string, unknown> | undefined {
  if (rows.some(({ kind }) => kind === 'left_out')) return undefined;
  try {
    const found: unknown = JSON.parse(rows.map(({ text }) => text).join('\n') || '{}');
    const fields = (found as { properties?: unknown }).properties ?? {};
    return typeof fields === 'object' ? { ...fields } : undefined;
  } catch {
    return undefined; // cut off or no schema at all: the lines say it
  }
}

/** What a tool is given, in words beside its lines; nothing where only the lines can say it. */
export function argsWords({ before, now }: Part, isNew: boolean): string[] {
  const [was, is] = [schemaOf(before), schemaOf(now)];
  if (!is || !was) return [];
  const say = (code: string, names: string[]): string[] =>
    names.length === 0
      ? []
      : [t(`card.tool.args.${code}`, { fields: names.map((name) => `“${name}”`).join('\n') })];
  const names = Object.keys(is);
  if (isNew) return names.length === 0 ? [t('card.tool.args.none')] : say('all', names);
  const other = (name: string): boolean =>
    Object.hasOwn(was, name) && JSON.stringify(was[name]) !== JSON.stringify(is[name]);
  return [
    ...say(
      'new',
      names.filter((name) => !Object.hasOwn(was, name)),
    ),
    ...say(
      'gone',
      Object.keys(was).filter((name) => !Object.hasOwn(is, name)),
    ),
    ...say('changed', names.filter(other)),
  ];
}

/** Everything a tool nobody has read says: nothing of it is new beside something else. */
export const unmarked = (parts: Part[]): Part[] =>
  parts.map((part) => ({
    ...part,
    before: [],
    now: part.now.map((row) => ({ ...row, kind: row.kind === 'new' ? 'same' : row.kind })),
  }));

const SOURCE = / \((secret|computer|nowhere)\)$/;

/** The words a program is started with, one by one. */
export const launchOf = ({ body }: CardView): { label: string; text: string; from: string }[] =>
  body.facts.map(({ label, value }) => {
    const text = valueWords(value);
    const [, from = ''] = SOURCE.exec(text) ?? [];
    return {
      label: tMaybe(label) ?? label,
      text: text.replace(SOURCE, ''),
      from: from && t(`tools.from.${from}`),
    };
  });
