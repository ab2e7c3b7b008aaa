// What is wrong with a tool's card, and what is risky about it, in words at their place.
// CP1 an error keeps the tools from being put in force; a risk is said and decided by the person.
// CP2 pure: what the machine knows (keys that are here, rules in force) is handed in.

import { cardSchema, type Card, type Rule } from '../../engine/1-document/schema.ts';
import { isObject } from '../../engine/base/value.ts';
import { rulesFor, settled } from '../../engine/policy/rules.ts';
import { wrongOption } from '../../engine/policy/tool-options.ts';
import { textOf } from '../json-text.ts';
import { isOpen } from '../rules/rule-words.ts';
import { missingHosts } from './hosts.ts';

/** `at` is the part of the page it belongs to: `options.url`, `secret`, `hosts`, `args`, … */
export type CardProblem = {
  at: string;
  code: string;
  params?: Record<string, string | number>;
  isError: boolean;
};

export type CardWorld = {
  /** Names of keys that are here. */
  secrets: readonly string[];
  /** Rules in force, the workspace's first. */
  rules: readonly Rule[];
  workflow: string;
};

const acts = ({ effect }: Card): boolean => effect !== 'read' && effect !== 'none';

/** The first part of a card its own schema refuses. */
function shapeProblem(card: Card): CardProblem[] {
  const read = cardSchema.safeParse(card);
  if (read.success) return [];
  const [issue] = read.error.issues;
  const [first = 'title'] = issue?.path ?? [];
  if (first === 'askWhen') return []; // said in better words below
  return [{ at: String(first), code: 'tool.problem.missing', isError: true }];
}

function optionProblem(card: Card): CardProblem[] {
  const wrong = wrongOption(card);
  if (wrong === undefined) return [];
  return [{ at: `options.${wrong}`, code: 'tool.problem.option', isError: true }];
}

/** What is wrong with a card (CP1). */
export function cardProblems(card: Card, { secrets }: CardWorld): CardProblem[] {
  const found = [...shapeProblem(card), ...optionProblem(card)];
  const add = (at: string, code: string, isError: boolean, params?: CardProblem['params']): void =>
    void found.push({ at, code: `tool.problem.${code}`, isError, ...(params ? { params } : {}) });
  const { options, secret, args, evidence = [], amountArg } = card;
  if (card.adapter === 'http' && options?.['url'] === '') add('options.url', 'url', true);
  if (card.approval === 'when' && card.askWhen && isOpen(card.askWhen))
    found.push({ at: 'askWhen', code: 'rule.problem.unfinished', isError: true });
  for (const host of missingHosts(card)) add('hosts', 'host', true, { host });
  if (card.adapter === 'mail_send' && Array.isArray(options?.['allow']) && !options['allow'].length)
    add('options.allow', 'no_one', false);
  if (secret !== undefined && !secrets.includes(secret)) add('secret', 'secret', false, { secret });
  for (const id of evidence.filter((one) => !args.some((field) => field.id === one)))
    add('evidence', 'evidence', true, { name: id });
  if (amountArg !== undefined && !args.some(({ id }) => id === amountArg))
    add('amountArg', 'amount', true);
  if (args.some(({ label }) => label.trim() === '')) add('args', 'no_label', true);
  if (card.result.some(({ label }) => label.trim() === '')) add('result', 'no_label', true);
  if (card.unlinked) add('unlinked', 'unlinked', false);
  return found;
}

export type Risk = { code: string; params?: Record<string, string | number>; isCalm?: true };

/** What the rules in force say about a tool that acts, before any call is known. */
function byRules(card: Card, { rules, workflow }: CardWorld): Risk[] {
  const known = { tool: card.name, class: card.class, effect: card.effect, workflow };
  const found = rulesFor(rules, known);
  const allowing = found.find(({ then }) => then === 'allow');
  if (allowing && (card.approval ?? 'never') === 'never') {
    const isAlways = settled(allowing.when, known) === true;
    const code = isAlways ? 'tool.risk.allowed' : 'tool.risk.allowed_if';
    return [{ code, params: { rule: allowing.name } }];
  }
  const [first] = found;
  if (first)
    return [{ code: `tool.risk.rule_${first.then}`, params: { rule: first.name }, isCalm: true }];
  const code = card.effect === 'write' ? 'tool.risk.no_rule_write' : 'tool.risk.no_rule';
  return [{ code, isCalm: true }];
}

/** What somebody should know before this tool is in force. */
export function risksOf(card: Card, world: CardWorld): Risk[] {
  const { options = {}, adapter } = card;
  const found: Risk[] = [];
  const add = (code: string, holds: boolean, params?: Risk['params']): void =>
    void (holds && found.push({ code: `tool.risk.${code}`, ...(params ? { params } : {}) }));
  if (acts(card)) found.push(...byRules(card, world));
  add('anybody', options['allow'] === 'anybody');
  add('plain', /^http:\/\/(?!localhost|127\.)/.test(textOf(options['url'])));
  add('plain_mail', options['security'] === 'none');
  add('overwrite', adapter === 'files' && options['overwrite'] === true);
  const rows = Number(options['changes'] ?? 1);
  add('rows', adapter === 'sql' && acts(card) && rows > 1, { n: rows });
  add(
    'no_rate',
    acts(card) && !card.rate && (card.class === 'money' || card.class === 'communication'),
  );
  add('program', adapter === 'mcp');
  add('no_answer', card.result.length === 0 && !acts(card));
  const sent = options['sent'];
  add('no_sent', adapter === 'mail_send' && card.idempotency === 'check' && !isObject(sent));
  return found;
}
