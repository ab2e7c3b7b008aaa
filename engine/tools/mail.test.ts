// Mail accounts, against a mail server and an account server that others wrote: who may be written
// to, what cannot be smuggled in, what is known after a call that broke off, and reading that
// changes nothing.
import { connect, createServer, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { accountServer } from '../../e2e/kit/account-server.ts';
import { SELF_SIGNED } from '../../e2e/kit/self-signed.ts';
import { cardSchema, practiceSchema } from '../1-document/schema.ts';
import { realClock } from '../4-run/clock.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { placeText } from '../net/hosts.ts';
import { createNet } from '../net/safe-fetch.ts';
import type { AuthorityCard } from '../node.ts';
import type { SecretAsk, SecretPort } from '../secrets/port.ts';
import { mailReadAdapter } from './mail-read.ts';
import { mailSendAdapter } from './mail-send.ts';

const KEY = 'r_1:3:0';
const AT = Date.parse('2026-11-20T10:00:00Z');
const PASSWORD = 'hush-4711';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const asked: SecretAsk[] = [];
const secrets: SecretPort = {
  read: async (ask) => {
    asked.push(ask);
    return { ok: true, value: PASSWORD };
  },
};
function parts() {
  const net = createNet({ after: realClock.after });
  ends.push(net.close);
  return { net, secrets };
}
const contextOf = (signal = new AbortController().signal) => ({
  key: KEY,
  run: 'r_1',
  step: 'send',
  visit: 1,
  at: AT,
  attempt: 1,
  signal,
  practice: practiceSchema.parse({}),
});

type Delivered = { from: string; to: string[]; raw: string };
/** A mail server on this computer that keeps what it is given. */
async function mailServer(more: SMTPServerOptions = {}) {
  const delivered: Delivered[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: ({ username = '', password = '' }, _session, done) => {
      logins.push(`${username} ${password}`);
      if (password === PASSWORD) done(null, { user: username });
      else done(new Error('Invalid login'));
    },
    onData: (stream, { envelope }, done) => {
      let raw = '';
      stream.on('data', (piece) => (raw += String(piece)));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        delivered.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
    ...more,
  });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(() => new Promise<void>((done) => server.close(done)));
  return { port: (server.server.address() as AddressInfo).port, delivered, logins };
}

const sendCard = (port: number, options: object = {}, more: object = {}): AuthorityCard =>
  cardSchema.parse({
    name: 'send',
    title: 'Our mail',
    adapter: 'mail_send',
    class: 'communication',
    effect: 'irreversible',
    hosts: [`127.0.0.1:${port}`],
    options: {
      host: '127.0.0.1',
      port,
      security: 'none',
      from: 'desk@ours.example',
      fromName: 'Desk',
      allow: ['@friends.example', 'ada@elsewhere.example'],
      ...options,
    },
    args: [],
    ...more,
  });
const LETTER = { to: 'bo@friends.example', subject: 'Hello', body: 'Dear Bo' };
const send = (card: AuthorityCard, args: JsonObject = LETTER, signal?: AbortSignal) =>
  mailSendAdapter(parts()).call(card, args, contextOf(signal));

/** Every header a mail of ours may have. */
const OURS =
  'content-transfer-encoding content-type date from message-id mime-version subject to'.split(' ');

describe('a mail', () => {
  test('arrives as it was meant, under a name made of the key of the call', async () => {
    const { port, delivered } = await mailServer();
    const args = {
      to: ['bo@friends.example', 'ADA@elsewhere.example'],
      cc: 'cy@friends.example; di@friends.example',
      bcc: 'ed@friends.example',
      subject: 'Grüße',
      body: 'Zeile 1\n.\nZeile 3 – „so“',
    };
    const answered = await send(sendCard(port), args);
    expect(answered).toMatchObject({
      ok: true,
      reply: { value: { message_id: '<r_1.3.0@ours.example>' } },
    });
    const [one] = delivered;
    expect(one?.from).toBe('desk@ours.example');
    expect(one?.to.map((to) => to.toLowerCase())).toEqual([
      'bo@friends.example',
      'ada@elsewhere.example',
      'cy@friends.example',
      'di@friends.example',
      'ed@friends.example',
    ]);
    const mail = await PostalMime.parse(one?.raw ?? '');
    expect(mail.subject).toBe('Grüße');
    expect(mail.text?.trim().replaceAll('\r\n', '\n')).toBe('Zeile 1\n.\nZeile 3 – „so“');
    expect(mail.messageId).toBe('<r_1.3.0@ours.example>');
    expect(mail.from).toEqual({ name: 'Desk', address: 'desk@ours.example' });
    expect(one?.raw).not.toContain('ed@friends.example');
  });

  test.each([
    ['mallory@evil.example', 'mail_recipient'],
    ['bo@friends.example.evil.example', 'mail_recipient'],
    ['bo@evil.friends.example', 'mail_recipient'],
    ['eve@elsewhere.example', 'mail_recipient'],
    ['bo@friends.example, mallory@evil.example', 'mail_recipient'],
    ['Bo <bo@friends.example>', 'mail_address'],
    ['bo@friends.example\r\nBcc: mallory@evil.example', 'mail_address'],
    ['"bo@evil.example,"@friends.example', 'mail_address'],
    ['', 'mail_address'],
    [Array.from({ length: 51 }, (_, i) => `n${i}@friends.example`), 'mail_many'],
  ])('is not sent to %j', async (to, code) => {
    const { port, delivered } = await mailServer();
    for (const where of ['to', 'cc', 'bcc']) {
      if (where !== 'to' && to === '') continue;
      const answered = await send(sendCard(port), { ...LETTER, [where]: to as Json });
      expect(answered).toMatchObject({ failure: { kind: 'terminal', code: `failure.${code}` } });
    }
    expect(delivered).toEqual([]);
  });

  test('goes to nobody where the card lists nobody', async () => {
    const { port, delivered } = await mailServer();
    const answered = await send(sendCard(port, { allow: [] }));
    expect(answered).toMatchObject({ failure: { code: 'failure.mail_recipient' } });
    expect(delivered).toEqual([]);
  });

  test('holds no header and no recipient that a value brought along', async () => {
    const { port, delivered } = await mailServer();
    const nasty = fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      '\u2028',
      '\0',
      'Bcc: mallory@evil.example',
      'Content-Type: text/html',
      '=?utf-8?Q?=0D=0ABcc:_m@evil.example?=',
      '\r\n.\r\nMAIL FROM:<x@evil.example>\r\n',
    );
    const text = fc
      .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 6 })
      .map((words) => words.join(''));
    const card = sendCard(port);
    await fc.assert(
      fc.asyncProperty(text, text, async (subject, body) => {
        delivered.length = 0;
        const answered = await send(card, { ...LETTER, subject, body });
        expect(answered.ok).toBe(true);
        expect(delivered).toHaveLength(1);
        expect(delivered[0]?.to).toEqual(['bo@friends.example']);
        const { headers, to, bcc } = await PostalMime.parse(delivered[0]?.raw ?? '');
        expect([to?.map(({ address }) => address), bcc]).toEqual([
          ['bo@friends.example'],
          undefined,
        ]);
        const keys = headers.map(({ key }) => key);
        expect(keys.filter((key) => !OURS.includes(key))).toEqual([]);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 60 },
    );
  });

  test('some of whose recipients are refused is a failure that says who has it', async () => {
    const { port, delivered } = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('no') ? new Error('no such mailbox') : null),
    });
    const to = ['bo@friends.example', 'no@friends.example'];
    expect(await send(sendCard(port), { ...LETTER, to })).toMatchObject({
      failure: {
        kind: 'terminal',
        code: 'failure.mail_partly',
        params: { refused: 'no@friends.example', accepted: 'bo@friends.example' },
      },
    });
    expect(delivered).toHaveLength(1);
    expect(await send(sendCard(port), { ...LETTER, to: 'no@friends.example' })).toMatchObject({
      failure: { kind: 'terminal', code: 'failure.mail_refused' },
    });
  });
});

describe('an account', () => {
  const own = { secret: 'mail' };

  test('is entered with the secret that is bound to it, and says when it is wrong', async () => {
    const { port, logins } = await mailServer({ authOptional: false });
    expect((await send(sendCard(port, { user: 'desk' }, own))).ok).toBe(true);
    expect(logins).toEqual([`desk ${PASSWORD}`]);
    expect(asked.at(-1)).toMatchObject({ name: 'mail', by: 'tool', run: 'r_1' });
    expect(placeText(asked.at(-1)?.place ?? { host: '', port: 0 })).toBe(`127.0.0.1:${port}`);
    const wrong = await mailServer({
      onAuth: (_auth, _session, done) => done(new Error('Invalid login')),
    });
    expect(await send(sendCard(wrong.port, { user: 'desk' }, own))).toMatchObject({
      failure: { kind: 'terminal', code: 'failure.mail_key' },
    });
  });

  test('is not spoken to unless the card names its host and port', async () => {
    const { port, delivered } = await mailServer();
    for (const hosts of [[], ['127.0.0.1'], ['127.0.0.1:25']]) {
      const answered = await send(sendCard(port, {}, { hosts }));
      expect(answered).toMatchObject({ failure: { kind: 'terminal' } });
      expect(JSON.stringify(answered)).toMatch(/failure\.net_(host|local)/);
    }
    expect(delivered).toEqual([]);
  });

  test('beyond the own network is never used without encryption', async () => {
    const options = { host: 'mail.example', port: 25 };
    const card = sendCard(1, options, { hosts: ['mail.example:25'] });
    expect(await send(card)).toMatchObject({ failure: { code: 'failure.mail_plain' } });
  });

  test('without a certificate or without encryption gets no password and no mail', async () => {
    const tls = await mailServer({ secure: true, ...SELF_SIGNED });
    const options = { security: 'tls', user: 'desk' };
    expect(await send(sendCard(tls.port, options, own))).toMatchObject({
      failure: { kind: 'terminal', code: 'failure.net_certificate' },
    });
    const bare = await mailServer();
    const upgraded = { security: 'starttls', user: 'desk' };
    expect(await send(sendCard(bare.port, upgraded, own))).toMatchObject({
      failure: { kind: 'terminal', code: 'failure.mail_plain' },
    });
    const half = await mailServer({ ...SELF_SIGNED, disabledCommands: [] });
    expect(await send(sendCard(half.port, upgraded, own))).toMatchObject({
      failure: { kind: 'terminal', code: 'failure.net_certificate' },
    });
    for (const { delivered, logins } of [tls, bare, half])
      expect([delivered, logins]).toEqual([[], []]);
  });
});

describe('after a mail that did not go through', () => {
  const answering = (code: number, text: string): Error =>
    Object.assign(new Error(text), { responseCode: code });

  test('what the server said counts, and it is quoted', async () => {
    const later = await mailServer({
      onData: (stream, _session, done) => {
        stream.on('end', () => done(answering(451, 'try again later')));
        stream.resume();
      },
    });
    expect(await send(sendCard(later.port))).toMatchObject({
      failure: { kind: 'retryable', code: 'failure.mail_busy' },
    });
    const never = await mailServer({
      onData: (stream, _session, done) => {
        stream.on('end', () => done(answering(554, 'looks like spam')));
        stream.resume();
      },
    });
    expect(await send(sendCard(never.port))).toMatchObject({
      failure: {
        kind: 'terminal',
        code: 'failure.mail_refused',
        params: { said: expect.stringContaining('looks like spam') },
      },
    });
  });

  test('nothing was sent where nobody listens, or where it ended before the mail was offered', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    expect(await send(sendCard(port))).toMatchObject({
      failure: { kind: 'retryable', code: 'failure.not_reached' },
    });
    const early = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 hello\r\n');
      socket.once('data', () => socket.destroy());
    });
    await new Promise<void>((done) => early.listen(0, '127.0.0.1', done));
    ends.push(() => early.close());
    expect(await send(sendCard((early.address() as AddressInfo).port))).toMatchObject({
      failure: { kind: 'retryable', code: 'failure.not_reached' },
    });
  });

  test('it may have been sent where the line broke after the mail was offered', async () => {
    const line = { drop: (): void => {} };
    const { port } = await mailServer({
      onData: (stream) => {
        stream.on('end', () => line.drop());
        stream.resume();
      },
    });
    // The server of the library cannot drop a line by itself, so one stands between.
    const between = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      line.drop = () => {
        near.destroy();
        far.destroy();
      };
      for (const socket of [near, far]) socket.on('error', () => {});
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((done) => between.listen(0, '127.0.0.1', done));
    ends.push(() => between.close());
    expect(await send(sendCard((between.address() as AddressInfo).port))).toMatchObject({
      failure: { kind: 'retryable', code: 'failure.call_broke' },
    });
  });

  test('a call that is given up ends at once', async () => {
    const abort = new AbortController();
    const { port } = await mailServer({ onMailFrom: () => abort.abort() });
    expect(await send(sendCard(port), LETTER, abort.signal)).toMatchObject({
      failure: { code: 'failure.not_reached' },
    });
  });
});

/** An account on this computer, with mails in its folders. */
async function account(folders: { inbox?: string[]; sent?: string[] }) {
  const { inbox = [], sent = [] } = folders;
  const users = { desk: { password: PASSWORD } };
  const server = await accountServer({ INBOX: inbox, Sent: sent, Private: [] }, users);
  ends.push(server.close);
  return server;
}

const rawMail = (n: number, more = ''): string =>
  `From: Ann <ann@elsewhere.example>\r\nTo: desk@ours.example\r\nSubject: Mail ${n}\r\n` +
  `Message-ID: <m${n}@elsewhere.example>\r\n${more}\r\nWords of mail ${n}.\r\n`;

describe('whether a mail was sent', () => {
  test('is asked in the folder of sent mails, by the name the call gave it', async () => {
    const sent = [
      rawMail(1),
      rawMail(2).replace('<m2@elsewhere.example>', '<r_1.3.0@ours.example>'),
    ];
    const { port } = await account({ sent });
    const options = {
      sent: { host: '127.0.0.1', port, security: 'none', user: 'desk', folder: 'Sent' },
    };
    const more = { idempotency: 'check', secret: 'mail', hosts: [`127.0.0.1:${port}`] };
    const card = sendCard(25, options, more);
    const { check } = mailSendAdapter(parts());
    expect(await check?.(card, KEY)).toMatchObject({
      value: { message_id: '<r_1.3.0@ours.example>' },
    });
    expect(await check?.(card, 'r_1:4:0')).toBeUndefined();
  });

  test('is not guessed where no such folder is named, or it cannot be opened', async () => {
    const { check } = mailSendAdapter(parts());
    await expect(check?.(sendCard(25), KEY)).rejects.toThrow('no folder');
    const { port } = await account({});
    const sent = { host: '127.0.0.1', port, security: 'none', user: 'desk', folder: 'Nowhere' };
    const more = { secret: 'mail', hosts: [`127.0.0.1:${port}`] };
    await expect(check?.(sendCard(25, { sent }, more), KEY)).rejects.toThrow();
  });
});

describe('reading mails', () => {
  const readCard = (port: number, options: object = {}): AuthorityCard =>
    cardSchema.parse({
      name: 'read',
      title: 'Our inbox',
      adapter: 'mail_read',
      class: 'communication',
      effect: 'read',
      source: 'untrusted',
      secret: 'mail',
      hosts: [`127.0.0.1:${port}`],
      options: { host: '127.0.0.1', port, security: 'none', user: 'desk', ...options },
    });
  const read = (card: AuthorityCard, args: JsonObject = {}, signal?: AbortSignal) =>
    mailReadAdapter(parts()).call(card, args, contextOf(signal));

  test('gives the newest of a folder, taken apart, and changes nothing there', async () => {
    const withFile =
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee file.\r\n' +
      '--b\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\n\r\nPDF\r\n--b--\r\n';
    const inbox = [rawMail(1), rawMail(2), rawMail(3, withFile)];
    const { port, marks } = await account({ inbox });
    const before = marks();
    const answered = await read(readCard(port), { max: 2 });
    expect(answered).toMatchObject({
      ok: true,
      reply: {
        value: {
          count: 2,
          more: true,
          mails: [
            { uid: 2, subject: 'Mail 2', from: 'ann@elsewhere.example', text: 'Words of mail 2.' },
            {
              uid: 3,
              text: 'See file.',
              attachments: [{ name: 'a.pdf', type: 'application/pdf' }],
            },
          ],
        },
      },
    });
    expect(JSON.stringify(answered)).not.toContain('"PDF');
    expect(marks()).toBe(before);
  });

  test('opens only folders of the card, and says which one is not there', async () => {
    const { port } = await account({ inbox: [rawMail(1)] });
    expect(await read(readCard(port), { folder: 'Private' })).toMatchObject({
      failure: { code: 'failure.mail_folder', params: { folder: 'Private' } },
    });
    const more = readCard(port, { folders: ['INBOX', 'Gone'] });
    expect(await read(more, { folder: 'Gone' })).toMatchObject({
      failure: { kind: 'terminal', code: 'failure.mail_folder', params: { folder: 'Gone' } },
    });
    expect(await read(more, { folder: 'INBOX' })).toMatchObject({ ok: true });
  });

  test('of an empty folder, or since a day after all of it, gives an empty list', async () => {
    const { port } = await account({ inbox: [rawMail(1)] });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(await read(readCard(port), { since: tomorrow })).toMatchObject({
      reply: { value: { mails: [], count: 0, more: false } },
    });
  });

  test('with a wrong password, no server, or no answer is a failure that says so', async () => {
    const { port } = await account({ inbox: [rawMail(1)] });
    expect(await read(readCard(port, { user: 'somebody' }))).toMatchObject({
      failure: { kind: 'terminal', code: 'failure.mail_key' },
    });
    const abort = new AbortController();
    const silent = createServer((socket) => {
      socket.on('error', () => {});
      abort.abort();
    });
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    ends.push(() => silent.close());
    const { port: quiet } = silent.address() as AddressInfo;
    expect(await read(readCard(quiet), {}, abort.signal)).toMatchObject({
      failure: { kind: 'retryable', code: 'failure.not_reached' },
    });
    const tls = await read(readCard(port, { security: 'starttls' }));
    expect(tls).toMatchObject({ failure: { kind: 'terminal', code: 'failure.mail_plain' } });
  });
});
