// Tools that are an address, against real servers on this computer: what arguments can fill, what
// an answer amounts to, how keys and secrets travel, and what is known after a call that broke off.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { cardSchema, practiceSchema } from '../1-document/schema.ts';
import { realClock } from '../4-run/clock.ts';
import { fitFields } from '../base/fields.ts';
import { say } from '../base/text/say.ts';
import type { JsonObject } from '../base/value.ts';
import { createNet } from '../net/safe-fetch.ts';
import type { AuthorityCard } from '../node.ts';
import type { SecretPort } from '../secrets/port.ts';
import type { Attempt } from './answer.ts';
import { httpAdapter } from './http.ts';
import { httpSchema } from '../policy/http-options.ts';
import { requestOf } from './http-request.ts';

const KEY = 'r1:3:0';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
type Answer = (seen: Seen, answer: ServerResponse) => void;
async function serving(answer: Answer): Promise<{ host: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const serve = async (asked: IncomingMessage, reply: ServerResponse): Promise<void> => {
    let body = '';
    for await (const piece of asked) body += String(piece);
    const one = { method: asked.method ?? '', url: asked.url ?? '', headers: asked.headers, body };
    seen.push(one);
    answer(one, reply);
  };
  const server = createServer((asked, reply) => void serve(asked, reply));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const json = (reply: ServerResponse, body: unknown, status = 200, more: object = {}): void =>
  void reply
    .writeHead(status, { 'content-type': 'application/json', ...more })
    .end(JSON.stringify(body));

const field = (id: string, kind = 'text', more: object = {}): object => ({
  id,
  label: id,
  kind,
  ...more,
});
const cardFor = (host: string, options: object, more: object = {}): AuthorityCard =>
  cardSchema.parse({
    name: 'orders',
    title: 'Orders',
    adapter: 'http',
    class: 'operational',
    effect: 'write',
    hosts: [host],
    options,
    ...more,
  });

const NO_SECRETS: SecretPort = {
  read: async ({ name, place }) => ({
    ok: false,
    wrong: { code: 'failure.secret_missing', params: { name, host: place.host } },
  }),
};
const contextOf = (signal = new AbortController().signal) => ({
  key: KEY,
  run: 'r1',
  step: 'order',
  visit: 1,
  at: Date.parse('2026-11-20T10:00:00Z'),
  attempt: 1,
  signal,
  practice: practiceSchema.parse({}),
});
function adapter(secrets: SecretPort = NO_SECRETS, deps = {}) {
  const net = createNet({ ...realClock, ...deps });
  ends.push(net.close);
  return httpAdapter({ net, secrets });
}
const call = (card: AuthorityCard, args: JsonObject = {}, secrets?: SecretPort): Promise<Attempt> =>
  adapter(secrets).call(card, fitFields(card.args, args).value, contextOf());

describe('a request', () => {
  const args = [
    field('id'),
    field('since', 'date'),
    field('tags', 'list', { of: field('tag') }),
    field('amount', 'number'),
    field('note'),
  ];

  test('holds arguments exactly where the card has places for them', async () => {
    const { host, seen } = await serving((_one, reply) => json(reply, { id: 'o1' }));
    const options = {
      method: 'POST',
      url: `http://${host}/v1/customers/{{id}}/orders?limit=10&since={{since}}`,
      query: { tag: '{{tags}}' },
      headers: { 'X-Note': 'about {{note}}' },
      body: { order: { amount: '{{amount}}', text: '{{id}}: {{note}}' }, fixed: true },
    };
    const card = cardFor(host, options, { args, result: [field('id')] });
    const answered = await call(card, {
      id: 'a b&c=d?#%2e',
      since: '2026-11-20',
      tags: ['x', 'y&z'],
      amount: 12.5,
      note: 'ü',
    });
    expect(answered).toMatchObject({ ok: true, reply: { value: { id: 'o1' } } });
    const [one] = seen;
    const url = new URL(one?.url ?? '', 'http://x');
    expect(url.pathname).toBe('/v1/customers/a%20b%26c%3Dd%3F%23%252e/orders');
    expect([...url.searchParams]).toEqual([
      ['limit', '10'],
      ['since', '2026-11-20'],
      ['tag', 'x'],
      ['tag', 'y&z'],
    ]);
    expect(one?.headers['x-note']).toBe('about ü');
    expect(JSON.parse(one?.body ?? '')).toEqual({
      order: { amount: 12.5, text: 'a b&c=d?#%2e: ü' },
      fixed: true,
    });
  });

  test('leaves out what is not given, and sends what has no place as its body', async () => {
    const { host, seen } = await serving((_one, reply) => json(reply, {}));
    const options = { method: 'POST', url: `http://${host}/v1/{{id}}`, query: { s: '{{since}}' } };
    await call(cardFor(host, options, { args }), { id: '7', amount: 3, note: 'hi' });
    expect(seen[0]?.url).toBe('/v1/7');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ amount: 3, note: 'hi' });
    const form = { ...options, bodyAs: 'form' };
    await call(cardFor(host, form, { args }), { id: '7', amount: 3, note: 'a&b=c' });
    expect([...new URLSearchParams(seen[1]?.body)]).toEqual([
      ['amount', '3'],
      ['note', 'a&b=c'],
    ]);
  });

  test('never changes host, scheme or a segment it was not given, whatever the arguments are', () => {
    const card = cardFor('api.example.com', {}, { args: [field('a'), field('b'), field('c')] });
    const options = httpSchema.parse({
      url: 'https://api.example.com/v1/{{a}}/mid/x-{{b}}?q={{c}}&fixed=1',
      headers: { 'x-c': '{{c}}' },
    });
    const nasty = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e%2e',
      '@evil.com',
      '?',
      '#',
      '\r\n',
      '\t',
    );
    const word = fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), { maxLength: 4 });
    const text = word.map((parts) => parts.join(''));
    let sent = 0;
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const made = requestOf(card, options, { a, b, c }, KEY);
        if ('fault' in made) return;
        sent += 1;
        const url = new URL(made.url);
        expect([url.origin, url.username, url.hash]).toEqual(['https://api.example.com', '', '']);
        const segments = url.pathname.split('/');
        expect(segments).toHaveLength(5);
        expect([segments[1], segments[3]]).toEqual(['v1', 'mid']);
        expect(decodeURIComponent(segments[2] ?? '')).toBe(a.toWellFormed());
        expect(decodeURIComponent(segments[4] ?? '')).toBe(`x-${b.toWellFormed()}`);
        expect([...url.searchParams.keys()]).toEqual(['q', 'fixed']);
        expect(url.searchParams.get('q')).toBe(c.toWellFormed());
        for (const header of Object.values(made.headers)) expect(header).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 2000 },
    );
    expect(sent).toBeGreaterThan(50);
  });

  test.each(['..', '.', '', 'a/b', 'a\\b', 'a\nb', '../admin'])(
    'does not take %j as a part of its path',
    async (id) => {
      const { host, seen } = await serving((_one, reply) => json(reply, {}));
      const card = cardFor(host, { url: `http://${host}/v1/{{id}}/x` }, { args, effect: 'read' });
      expect(await call(card, { id })).toMatchObject({
        ok: false,
        failure: { kind: 'terminal', code: 'failure.http_argument', params: { field: 'id' } },
      });
      expect(seen).toEqual([]);
    },
  );

  test.each([
    ['http://{{id}}/v1', 'url'],
    ['http://api.{{id}}.test/v1', 'url'],
    ['{{id}}://api.test/v1', 'url'],
    ['http://u:p@api.test/', 'url'],
    ['http://api.test/../x', 'url'],
    ['http://api.test/?{{id}}=1', 'query'],
    ['http://api.test/{{other}}', '{{other}}'],
  ])('is not made where a card says %s', async (url, what) => {
    const card = cardFor('api.test', { url }, { args: [field('id')] });
    expect(await call(card, { id: 'x' })).toMatchObject({
      failure: { code: 'failure.tool_options', params: { field: what } },
    });
  });

  test('carries the key of the call as the card says', async () => {
    const { host, seen } = await serving((_one, reply) => json(reply, {}));
    const options = { method: 'POST', url: `http://${host}/` };
    const keyed = { idempotency: 'key' };
    await call(cardFor(host, options, keyed));
    await call(cardFor(host, options, { ...keyed, keyTravels: { as: 'header', name: 'X-Once' } }));
    await call(
      cardFor(host, options, { ...keyed, keyTravels: { as: 'field', name: 'request_id' } }),
    );
    await call(cardFor(host, options));
    expect(seen[0]?.headers['idempotency-key']).toBe(KEY);
    expect(seen[1]?.headers['x-once']).toBe(KEY);
    expect(JSON.parse(seen[2]?.body ?? '')).toEqual({ request_id: KEY });
    expect(JSON.stringify(seen[3])).not.toContain(KEY);
  });

  test('goes to hosts of the card and nowhere else', async () => {
    const { host, seen } = await serving((_one, reply) => json(reply, {}));
    for (const hosts of [[], ['127.0.0.1'], ['api.example.com']]) {
      const card = cardFor(host, { url: `http://${host}/` }, { hosts });
      const { failure } = (await call(card)) as { failure: { code: string } };
      expect(failure.code).toMatch(/^failure\.net_(host|local)$/);
    }
    expect(seen).toEqual([]);
  });
});

describe('a secret', () => {
  const HUSH = 'hush-4711';
  const asked: unknown[] = [];
  const secrets: SecretPort = {
    read: async (ask) => {
      asked.push(ask);
      return { ok: true, value: HUSH };
    },
  };

  test('travels in the header the card names, asked for with the host it goes to', async () => {
    const { host, seen } = await serving((_one, reply) => json(reply, {}));
    const options = { method: 'POST', url: `http://${host}/` };
    const own = { secret: 'crm' };
    await call(cardFor(host, options, own), {}, secrets);
    const header = { ...options, secretAs: { as: 'header', name: 'X-Api-Key' } };
    await call(cardFor(host, header, own), {}, secrets);
    const basic = { ...options, secretAs: { as: 'basic', user: 'me' } };
    await call(cardFor(host, basic, own), {}, secrets);
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${HUSH}`);
    expect(seen[1]?.headers['x-api-key']).toBe(HUSH);
    expect(seen[2]?.headers.authorization).toBe(`Basic ${btoa(`me:${HUSH}`)}`);
    const [name = '', port = ''] = host.split(':');
    const place = { host: name, port: Number(port) };
    expect(asked[0]).toEqual({ name: 'crm', place, by: 'tool', run: 'r1' });
  });

  test('that is not there is a failure, and nothing is sent', async () => {
    const { host, seen } = await serving((_one, reply) => json(reply, {}));
    const answered = await call(cardFor(host, { url: `http://${host}/` }, { secret: 'crm' }));
    expect(answered).toMatchObject({ failure: { code: 'failure.secret_missing' } });
    expect(seen).toEqual([]);
  });

  test('never travels unencrypted beyond the own network', async () => {
    const card = cardFor('api.test', { url: 'http://api.test/' }, { secret: 'crm' });
    expect(await call(card, {}, secrets)).toMatchObject({ failure: { code: 'failure.net_plain' } });
    const number = cardFor('93.184.216.34', { url: 'http://93.184.216.34/' }, { secret: 'crm' });
    expect(await call(number, {}, secrets)).toMatchObject({
      failure: { code: 'failure.net_plain' },
    });
  });

  test('cannot be written into a card as a header', async () => {
    const options = { url: 'https://api.test/', headers: { Authorization: 'Bearer x' } };
    expect(await call(cardFor('api.test', options))).toMatchObject({
      failure: { code: 'failure.tool_options', params: { field: 'headers.Authorization' } },
    });
  });
});

describe('an answer', () => {
  const read = { effect: 'read', result: [field('id', 'text', { required: true })] };
  const answering = async (answer: Answer, more: object = read, options: object = {}) => {
    const { host, seen } = await serving(answer);
    const card = cardFor(host, { url: `http://${host}/`, ...options }, more);
    return { answered: await call(card), seen };
  };

  test('is mapped to the fields of the card by the paths it declares', async () => {
    const body = { data: { items: [{ key: 'a7', at: '2026-11-01T08:00:00Z' }] } };
    const options = { result: { id: 'data.items.0.key' }, asOf: 'data.items.0.at' };
    const { answered } = await answering((_one, reply) => json(reply, body), read, options);
    expect(answered).toMatchObject({
      ok: true,
      reply: { value: { id: 'a7' }, asOf: '2026-11-01T08:00:00.000Z' },
    });
  });

  const STATUS: [number, string, string][] = [
    [400, 'terminal', 'http_refused'],
    [404, 'terminal', 'http_refused'],
    [409, 'terminal', 'http_refused'],
    [422, 'terminal', 'http_refused'],
    [401, 'terminal', 'http_key'],
    [403, 'terminal', 'http_key'],
    [408, 'retryable', 'http_busy'],
    [425, 'retryable', 'http_busy'],
    [429, 'retryable', 'http_busy'],
    [500, 'retryable', 'http_down'],
    [502, 'retryable', 'http_down'],
    [503, 'retryable', 'http_down'],
  ];
  test.each(STATUS)('of %i is %s', async (status, kind, code) => {
    const body = { error: { message: 'no such\r\norder \u001b[31m' } };
    const { answered, seen } = await answering((_one, reply) =>
      json(reply, body, status, { 'retry-after': '7' }),
    );
    expect(answered).toMatchObject({ ok: false, failure: { kind, code: `failure.${code}` } });
    if (kind === 'retryable') expect(answered).toMatchObject({ retryAfterMs: 7000 });
    expect(seen).toHaveLength(1);
    const { failure } = answered as Extract<Attempt, { ok: false }>;
    const said = say('en', failure.code, failure.params);
    if (code === 'http_refused') expect(said).toContain('“no such order [31m”');
  });

  const BAD: [string, unknown, string][] = [
    ['a word of error', { id: 'x', error: 'no stock' }, 'http_error_body'],
    ['a list of errors', { id: 'x', errors: [{ message: 'no stock' }] }, 'http_error_body'],
    ['a plain no', { id: 'x', success: false, message: 'no stock' }, 'http_error_body'],
    ['a status of failure', { id: 'x', status: 'error', detail: 'no stock' }, 'http_error_body'],
    ['nothing in it', null, 'http_empty'],
  ];
  test.each(BAD)('that is accepted with %s is a failure', async (_name, body, code) => {
    const { answered } = await answering((_one, reply) => json(reply, body));
    expect(answered).toMatchObject({
      ok: false,
      failure: { kind: 'terminal', code: `failure.${code}` },
    });
    if (code === 'http_error_body')
      expect(answered).toMatchObject({ failure: { params: { said: 'no stock' } } });
  });

  test('may name another place where errors stand, and a declared field is no error', async () => {
    const inside = await answering(
      (_one, reply) => json(reply, { id: 'x', info: { fault: 'no stock' } }),
      read,
      { errorAt: 'info.fault' },
    );
    expect(inside.answered).toMatchObject({ failure: { params: { said: 'no stock' } } });
    const declared = { ...read, result: [field('id'), field('status')] };
    const { answered } = await answering(
      (_one, reply) => json(reply, { id: 'x', status: 'failed' }),
      declared,
    );
    expect(answered).toMatchObject({ ok: true, reply: { value: { status: 'failed' } } });
  });

  test('of the wrong kind, cut short, empty or too large is never a success', async () => {
    const page: Answer = (_one, reply) =>
      void reply.writeHead(200, { 'content-type': 'text/html' }).end('<p>Sign in</p>');
    expect((await answering(page)).answered).toMatchObject({
      failure: { code: 'failure.http_unread', params: { kind: 'text/html' } },
    });
    const cut: Answer = (_one, reply) =>
      void reply.writeHead(200, { 'content-type': 'application/json' }).end('{"id":');
    expect((await answering(cut)).answered).toMatchObject({
      failure: { code: 'failure.http_unread' },
    });
    const empty: Answer = (_one, reply) => void reply.writeHead(200).end();
    expect((await answering(empty)).answered).toMatchObject({
      failure: { code: 'failure.http_empty' },
    });
    const large: Answer = (_one, reply) => json(reply, { id: 'x'.repeat(11 * 1024 * 1024) });
    expect((await answering(large)).answered).toMatchObject({
      failure: { code: 'failure.http_large' },
    });
    const nothingPromised = { effect: 'write', result: [] };
    const none: Answer = (_one, reply) => void reply.writeHead(204).end();
    expect((await answering(none, nothingPromised)).answered).toMatchObject({ ok: true });
  });

  test('that sends a change on to another address is not followed', async () => {
    const moved: Answer = ({ url }, reply) =>
      url === '/' ? void reply.writeHead(307, { location: '/there' }).end() : json(reply, {});
    const posted = await answering(moved, { effect: 'write' }, { method: 'POST' });
    expect(posted.answered).toMatchObject({ failure: { code: 'failure.http_moved' } });
    expect(posted.seen).toHaveLength(1);
    const asked = await answering(moved, { effect: 'read', result: [] });
    expect(asked.seen.map(({ url }) => url)).toEqual(['/', '/there']);
  });
});

describe('after a call that came to nothing', () => {
  test('what was surely never sent and what may have happened have different names', async () => {
    const closed = createSocketServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const nobody = `127.0.0.1:${(closed.address() as AddressInfo).port}`;
    await new Promise((done) => closed.close(done));
    const options = { method: 'POST', url: `http://${nobody}/` };
    expect(await call(cardFor(nobody, options))).toMatchObject({
      failure: { kind: 'retryable', code: 'failure.not_reached' },
    });
    const { host } = await serving((_one, reply) => reply.socket?.destroy());
    expect(await call(cardFor(host, { method: 'POST', url: `http://${host}/` }))).toMatchObject({
      failure: { kind: 'retryable', code: 'failure.call_broke' },
    });
  });

  test('a call that is given up ends at once', async () => {
    const abort = new AbortController();
    const { host } = await serving(() => abort.abort());
    const card = cardFor(host, { method: 'POST', url: `http://${host}/` });
    expect(await adapter().call(card, {}, contextOf(abort.signal))).toMatchObject({
      failure: { code: 'failure.call_broke' },
    });
  });

  test('a tool that can be asked says whether the call of a key has happened', async () => {
    const made: Record<string, unknown> = { [KEY]: { items: [{ id: 'o1' }] } };
    let status = 200;
    const { host, seen } = await serving(({ url }, reply) => {
      const key = new URL(url, 'http://x').searchParams.get('key') ?? '';
      json(reply, made[key] ?? { items: [] }, status);
    });
    const check = { url: `http://${host}/orders?key={{call.key}}`, found: 'items.0' };
    const options = { method: 'POST', url: `http://${host}/orders`, check };
    const card = cardFor(host, options, { idempotency: 'check', result: [field('id')] });
    const ask = async (key: string) => adapter().check?.(card, key);
    expect(await ask(KEY)).toEqual({ value: { id: 'o1' } });
    expect(await ask('r1:9:9')).toBeUndefined();
    status = 404;
    expect(await ask(KEY)).toBeUndefined();
    status = 500;
    await expect(ask(KEY)).rejects.toThrow('does not say');
    expect(seen.every(({ method }) => method === 'GET')).toBe(true);
  });
});
