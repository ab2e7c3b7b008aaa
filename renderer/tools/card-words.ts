// A tool's card as sentences: what it does, what that changes, who is asked, how often, where it
// may go, with which key. They follow every keystroke while the card is changed.
// CA1 pure and total: a half-made card reads as one that still lacks something.
// CA2 what is not said on the card is said here with what holds then: no card is silent.

import type { Card, ToolServer } from '../../engine/1-document/schema.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import type { Sight } from '../document/reach.ts';
import { duration } from '../format.ts';
import { conditionWords } from '../rules/condition-words.ts';
import { t } from '../words.ts';
import { hostEntry } from './hosts.ts';

/** One sentence; `id` says what it is about, so that a changed one can be told. */
export type Says = { id: string; text: string };

const OPEN = '…';
const textIn = (options: Card['options'], key: string): string => {
  const value = options?.[key];
  return typeof value === 'string' && value.trim() ? value.trim() : OPEN;
};
const listIn = (options: Card['options'], key: string): string[] => {
  const value: Json | undefined = options?.[key];
  return Array.isArray(value) ? value.filter((x): x is string => typeof x === 'string') : [];
};
const lines = (list: string[]): string => list.join('\n');

function mailSays({ options }: Card): string {
  const allow = options?.['allow'];
  const who = listIn(options, 'allow').map((one) =>
    one.startsWith('@') ? t('tool.says.domain', { domain: one.slice(1) }) : one,
  );
  const whom =
    allow === 'anybody'
      ? t('tool.says.anybody')
      : who.length
        ? t('tool.says.list_or', { list: lines(who) })
        : t('tool.says.no_one');
  return t('tool.says.mail_send', { from: textIn(options, 'from'), who: whom });
}

function sqlSays({ options }: Card): string {
  const form =
    (['insert', 'update', 'find', 'sql'] as const).find((one) => options?.[one]) ?? 'find';
  const params = { table: textIn(options, 'table'), file: textIn(options, 'file') };
  return t(`tool.says.sql.${form}`, params);
}

function httpSays({ options, effect }: Card): string {
  const place = hostEntry(textIn(options, 'url')) ?? OPEN;
  const acts = effect !== 'read' && effect !== 'none';
  return t(acts ? 'tool.says.http.acts' : 'tool.says.http.reads', { place });
}

/** What the tool does, in one sentence. */
function doesSays(card: Card, servers: readonly ToolServer[]): string {
  const { adapter, options } = card;
  switch (adapter) {
    case 'http':
      return httpSays(card);
    case 'mail_send':
      return mailSays(card);
    case 'mail_read': {
      const folders = listIn(options, 'folders');
      const list = lines(folders.length ? folders : ['INBOX']);
      return t('tool.says.mail_read', { list, host: textIn(options, 'host') });
    }
    case 'files': {
      const may = listIn(options, 'may').map((one) => t(`tool.doing.${one}`));
      const list = may.length ? lines(may) : OPEN;
      return t('tool.says.files', { list, folder: textIn(options, 'folder') });
    }
    case 'folder':
    case 'knowledge':
      return t(`tool.says.${adapter}`, { folder: textIn(options, 'folder') });
    case 'sql':
      return sqlSays(card);
    case 'mcp': {
      const server = servers.find(({ id }) => id === options?.['server']);
      const params = { tool: textIn(options, 'tool'), server: server?.title ?? OPEN };
      return t('tool.says.mcp', params);
    }
    case 'practice':
    case 'mail_parse':
      return t(`tool.says.${adapter}`);
  }
}

/** Spans people say without a figure. */
const SPANS: Record<number, string> = {
  1000: 'second',
  60_000: 'minute',
  3_600_000: 'hour',
  86_400_000: 'day',
};

function rateSays({ rate, concurrency }: Card): string {
  const once = concurrency === undefined ? '' : ` ${t('tool.says.at_once', { n: concurrency })}`;
  if (!rate) return `${t('tool.says.no_rate')}${once}`;
  const span = SPANS[rate.perMs];
  const per = span ? t(`tool.per.${span}`) : t('tool.per.time', { time: duration(rate.perMs) });
  return `${t('tool.says.rate', { n: rate.calls, per })}${once}`;
}

function askSays({ approval, askWhen }: Card, sight: Sight): string {
  if (approval !== 'when') return t(`tool.says.ask.${approval ?? 'never'}`);
  const when = askWhen ? conditionWords(askWhen, sight) : '';
  return when ? t('tool.says.ask.when', { when }) : t('tool.says.ask.always');
}

const isOutward = (adapter: Card['adapter']): boolean =>
  adapter === 'http' || adapter === 'mail_send' || adapter === 'mail_read' || adapter === 'mcp';

function hostsSays({ adapter, hosts }: Card, servers: readonly ToolServer[], card: Card): string {
  if (!isOutward(adapter)) return t('tool.says.hosts.home');
  if (hosts?.length) return t('tool.says.hosts', { list: lines(hosts) });
  const server = servers.find(({ id }) => id === card.options?.['server']);
  return t(server?.transport === 'program' ? 'tool.says.hosts.program' : 'tool.says.hosts.none');
}

function keySays({ secret, adapter, options }: Card): string[] {
  if (secret === undefined) return [];
  const as = isObject(options?.['secretAs']) ? options['secretAs'] : {};
  if (adapter === 'http' && as['as'] === 'header')
    return [t('tool.says.key.header', { secret, name: textIn(as, 'name') })];
  return [t('tool.says.key', { secret })];
}

function twiceSays({ idempotency, keyTravels }: Card): string {
  if (idempotency !== 'key' || !keyTravels) return t(`tool.says.twice.${idempotency}`);
  return t(`tool.says.twice.${keyTravels.as}`, { name: keyTravels.name });
}

/** What a call changes; a tool that is only played stands for one that does. */
const effectSays = ({ adapter, effect }: Card): string =>
  adapter === 'practice'
    ? t('tool.says.counts_as', { what: t(`tool.effect.${effect}`) })
    : t(`tool.says.effect.${effect}`);

/** The whole card, sentence by sentence (CA2). */
export function cardSays(card: Card, servers: readonly ToolServer[], sight: Sight): Says[] {
  const acts = card.effect !== 'read' && card.effect !== 'none';
  const evidence = (card.evidence ?? []).map(
    (id) => card.args.find((field) => field.id === id)?.label ?? id,
  );
  const all: [string, string | string[]][] = [
    ['does', doesSays(card, servers)],
    ['effect', effectSays(card)],
    ['ask', askSays(card, sight)],
    ['evidence', evidence.length ? t('tool.says.evidence', { list: lines(evidence) }) : []],
    ['rate', rateSays(card)],
    ['hosts', hostsSays(card, servers, card)],
    ['key', keySays(card)],
    ['twice', acts ? twiceSays(card) : []],
    ['time', t('tool.says.time', { time: duration(card.timeoutMs) })],
    ['undo', card.undo ? t('tool.says.undo', { undo: card.undo }) : []],
  ];
  return all.flatMap(([id, text]) => [text].flat().map((one) => ({ id, text: one })));
}
