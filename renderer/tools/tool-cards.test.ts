// A tool's card in words, what is wrong or risky about it, and the plain parts its form is made of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardSchema, type Card, type Rule } from '../../engine/1-document/schema.ts';
import type { ToolsFile } from '../../engine/1-document/tools-file.ts';
import { wrongOption } from '../../engine/policy/tool-options.ts';
import { cardSources, sightFrom } from '../rules/facts.ts';
import { bodyOf, rowsOf } from './body-shape.ts';
import { cardProblems, risksOf, type CardWorld } from './card-problems.ts';
import { cardSays } from './card-words.ts';
import { withCopy } from './copies.ts';
import { partText, textPart } from './double-text.ts';
import { hostsOf, missingHosts, withOptions } from './hosts.ts';
import { newCard, newDouble, type Addable } from './kinds.ts';
import { optionCode, optionsFor } from './option-form.tsx';
import { isSaid } from '../../engine/base/text/say.ts';

const KINDS: Addable[] = [
  'http',
  'mail_send',
  'mail_read',
  'folder',
  'files',
  'sql',
  'knowledge',
  'practice',
  'mail_parse',
];
const WORLD: CardWorld = { secrets: ['smtp'], rules: [], workflow: 'w' };
const none = new Set<string>();
const says = (card: Card): string =>
  cardSays(card, [], sightFrom(cardSources(card, 'USD')))
    .map(({ text }) => text)
    .join(' ');
const mail = (more: Partial<Card> = {}): Card => ({
  ...newCard('mail_send', none),
  options: {
    host: 'smtp.example.com',
    port: 465,
    from: 'billing@example.com',
    allow: ['@example.com', 'ann@x.org'],
  },
  hosts: ['smtp.example.com:465'],
  secret: 'smtp',
  ...more,
});

describe('a card in words', () => {
  test('says whom mails go to, how often, who is asked, where it goes and with which key', () => {
    const asked: Card = mail({
      approval: 'when',
      askWhen: { field: 'args.subject', op: 'contains', value: 'refund' },
      evidence: ['to'],
      undo: 'Write again and apologise.',
    });
    expect(says(asked)).toBe(
      'May send mail from billing@example.com to addresses in example.com or ann@x.org. ' +
        'What it does cannot be taken back. Somebody is asked when Subject contains refund. ' +
        'To must rest on something read or said, not on a model’s word alone. ' +
        'At most 20 times an hour. It reaches smtp.example.com:465 and nothing else. ' +
        'It uses the key “smtp”. If a call breaks off, nobody can know whether it happened, ' +
        'so a person is asked. A call may take 30 s. To undo a call: Write again and apologise.',
    );
  });

  test('is never silent: what a card does not say is said with what holds then', () => {
    for (const kind of KINDS) {
      const words = says(newCard(kind, none));
      expect(words).toMatch(/rules decide/);
      expect(words).toMatch(/run’s own limit|At most/);
      expect(words).not.toMatch(/undefined|null|\[tool\./);
    }
  });
});

describe('a new tool', () => {
  test('of every kind is a card as files have them, and can be practised at once', () => {
    for (const kind of KINDS) {
      const card = newCard(kind, new Set(['web_address']));
      expect(cardSchema.parse(card)).toEqual(card);
      const [first] = newDouble(card).answers;
      expect(Object.keys(first?.value ?? {})).toEqual(card.result.map(({ id }) => id));
    }
  });

  test('assumes the worst of what it does, unless its kind can only read', () => {
    const effects = Object.fromEntries(KINDS.map((kind) => [kind, newCard(kind, none).effect]));
    for (const kind of ['http', 'mail_send', 'files', 'practice'])
      expect(effects[kind]).toBe('irreversible');
  });

  test('has a label for every option of its kind, in the words of that kind', () => {
    for (const kind of [...KINDS, 'mcp' as const])
      for (const { key } of optionsFor(kind))
        expect([kind, key, isSaid(optionCode(kind, key))]).toEqual([kind, key, true]);
  });

  test('is told what is missing until its kind can work with it', () => {
    const http = newCard('http', none);
    expect(cardProblems(http, WORLD).map(({ at }) => at)).toContain('options.url');
    const done = withOptions(http, { ...http.options, url: 'https://api.example.com/x/{{id}}' });
    expect(done.hosts).toEqual(['api.example.com']);
    expect(cardProblems(done, WORLD).filter(({ isError }) => isError)).toEqual([]);
  });
});

describe('what is wrong with a card', () => {
  const codes = (card: Card): string[] =>
    cardProblems(card, WORLD).map(({ code }) => code.slice('tool.problem.'.length));

  test('is a host its settings need and it does not list, and a key that is not here', () => {
    expect(codes(mail())).toEqual([]);
    expect(codes(mail({ hosts: ['other.example.com'] }))).toEqual(['host']);
    expect(codes(mail({ secret: 'lost' }))).toEqual(['secret']);
  });

  test('is an amount or a piece of evidence it is never given, and a field without a name', () => {
    const open = { approval: 'when' as const, askWhen: { field: 'args.to', op: 'is' as const } };
    expect(cardProblems(mail(open), WORLD)).toEqual([
      { at: 'askWhen', code: 'rule.problem.unfinished', isError: true },
    ]);
    expect(codes(mail({ amountArg: 'gone', evidence: ['gone'] }))).toEqual(['evidence', 'amount']);
    const args = [{ id: 'to', label: ' ', kind: 'mail' as const }];
    expect(codes(mail({ args }))).toContain('no_label');
  });

  test('is found for every card a form can leave behind, and never throws', () => {
    const junk = fc.dictionary(
      fc.constantFrom('url', 'host', 'port', 'allow', 'file', 'may', 'find', 'x'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), junk, (kind, options) => {
        const card = { ...newCard(kind, none), options: options as Card['options'] };
        const errors = cardProblems(card, WORLD).filter(({ isError }) => isError);
        if (wrongOption(card) !== undefined) expect(errors.length).toBeGreaterThan(0);
        expect(says(card)).not.toBe('');
        risksOf(card, WORLD);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is risky about a card', () => {
  const codes = (card: Card, rules: Rule[] = []): string[] =>
    risksOf(card, { ...WORLD, rules }).map(({ code }) => code.slice('tool.risk.'.length));

  test('is that it may write to anybody, or that a rule lets it happen without asking', () => {
    const anybody = mail({ options: { ...mail().options, allow: 'anybody' } });
    expect(codes(anybody)).toContain('anybody');
    const allow: Rule = {
      id: 'go',
      name: 'Mails go out',
      when: { field: 'tool', op: 'is', value: mail().name },
      then: 'allow',
    };
    expect(codes(mail(), [allow])).toContain('allowed');
    expect(codes(mail({ approval: 'always' }), [allow])).toContain('rule_allow');
    expect(codes(mail())).toContain('no_rule');
  });

  test('is that it is unlimited, or unencrypted', () => {
    const { rate: _rate, ...endless } = mail();
    expect(codes(endless)).toContain('no_rate');
    const plain = { ...newCard('http', none), options: { url: 'http://api.example.com' } };
    expect(codes(plain)).toContain('plain');
  });
});

describe('hosts', () => {
  test('follow the settings as long as nobody changed them, and stay as they are afterwards', () => {
    const first = withOptions(newCard('http', none), { url: 'https://a.example.com' });
    const moved = withOptions(first, { url: 'http://b.example.com:8080/x' });
    expect(moved.hosts).toEqual(['b.example.com:8080']);
    const own = { ...moved, hosts: ['b.example.com:8080', 'c.example.com'] };
    const again = withOptions(own, { url: 'https://d.example.com' });
    expect(again.hosts).toEqual(own.hosts);
    expect(missingHosts(again)).toEqual(['d.example.com']);
    expect(hostsOf(newCard('folder', none))).toEqual([]);
  });
});

describe('a body in rows', () => {
  test('comes back exactly, whatever names and texts it has', () => {
    const key = fc.stringMatching(/^[a-z_]{1,6}$/);
    const { tree } = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
      tree: fc.dictionary(key, fc.oneof({ maxDepth: 3 }, fc.string(), tie('tree')), {
        minKeys: 1,
        maxKeys: 3,
      }),
    }));
    fc.assert(
      fc.property(tree, (body) => {
        const rows = rowsOf(body as never);
        expect(rows).toBeDefined();
        expect(bodyOf(rows ?? [])).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });

  test('is not offered where rows cannot say it', () => {
    expect(rowsOf({ list: ['a'] })).toBeUndefined();
    expect(rowsOf({ n: 1 })).toBeUndefined();
    expect(rowsOf({ 'a.b': 'x' })).toBeUndefined();
    expect(rowsOf('text')).toBeUndefined();
  });
});

describe('a part of a double’s answer', () => {
  test('shown and not changed is what it was', () => {
    const parts: [Parameters<typeof textPart>[0] | object | number | boolean, string][] = [
      ['Paid', 'text'],
      [12.5, 'number'],
      [true, 'yes_no'],
      [{ '@ref': 'args.amount' }, 'money'],
      [{ '@text': 'To {{args.to}} on {{today}}' }, 'text'],
      [[{ name: 'a' }], 'list'],
    ];
    for (const [part, kind] of parts)
      expect(textPart(partText(part as never), { kind: kind as 'text' })).toEqual(part);
  });
});

describe('a tool copied into another workflow', () => {
  const server = {
    id: 'files',
    title: 'Files',
    transport: 'program' as const,
    command: 'files',
    args: [],
    env: [],
  };
  const card: Card = {
    ...newCard('practice', none),
    name: 'read',
    adapter: 'mcp',
    options: { server: 'files', tool: 'read' },
    unlinked: ['a'],
  };
  const from: ToolsFile = {
    cards: [card],
    servers: [server],
    doubles: [{ name: 'read', answers: [{ value: {} }] }],
  };

  test('gets a free name and brings its program and its double; what is there stays', () => {
    const into: ToolsFile = {
      cards: [{ ...card, title: 'Other' }],
      servers: [{ ...server, command: 'other' }],
      doubles: [{ name: 'read', answers: [{ value: 1 }] }],
    };
    const copied = withCopy(into, card, from);
    expect(copied.cards[0]).toEqual(into.cards[0]);
    expect(copied.cards[1]).toMatchObject({ name: 'read_2', options: { server: 'files_2' } });
    expect(copied.cards[1]).not.toHaveProperty('unlinked');
    expect(copied.servers).toEqual([into.servers[0], { ...server, id: 'files_2' }]);
    expect(copied.doubles.map(({ name }) => name)).toEqual(['read', 'read_2']);
  });

  test('adds no program that is there with the very same words', () => {
    const into: ToolsFile = { cards: [], servers: [{ ...server, id: 'own' }], doubles: [] };
    const copied = withCopy(into, card, from);
    expect(copied.servers).toEqual(into.servers);
    expect(copied.cards[0]).toMatchObject({ name: 'read', options: { server: 'own' } });
  });
});
