// Web pages elsewhere against the designer's port, in a real browser: what a page can make a
// browser send reaches nothing and brings nothing back. Together with engine/server/browser.test.ts
// (other names of this computer, two Host headers, absolute addresses, tokens that are missing,
// wrong, misplaced or old, preflights, floods and slow clients) these are the twenty attacks on a
// server that listens on this computer.
// LA1 the attacker knows the port and, where a browser lets it send one, even the token.
// LA2 the browser's own guard around local addresses is switched off: it is depth, not the defence.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as base } from '@playwright/test';
import { chromium, type Browser, type Page } from 'playwright';
import { findChromium, launchOptions } from './chromium.ts';
import { startProgram, type Program } from './kit/program.ts';

const MARK = 'Taken over';

type Field = {
  program: Program;
  /** A page of the attacker's, at an address of his own. */
  page: Page;
  /** The attacker's own server, under the name evil.test. */
  evil: string;
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

const test = base.extend<object, { battle: { program: Program; browser: Browser; evil: string } }>({
  battle: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright asks for the pattern
    async ({}, use) => {
      const program = await startProgram();
      const server = createServer((_request, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><title>Nice page</title><body></body>');
      });
      const evil = `http://evil.test:${await listen(server)}`;
      const options = launchOptions(findChromium());
      const browser = await chromium.launch({
        ...options,
        args: [
          ...(options.args ?? []),
          '--host-resolver-rules=MAP evil.test 127.0.0.1',
          '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests', // LA2
        ],
      });
      await use({ program, browser, evil });
      await browser.close();
      server.closeAllConnections();
      server.close();
      await program.stop();
    },
    { scope: 'worker' },
  ],
});

/** The names of all workflows, as the rightful window sees them. */
async function workflows({ origin, token }: Program): Promise<string> {
  const answer = await fetch(`${origin}/api/workflows`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: '{}',
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

const create = JSON.stringify({ name: MARK });

/** What the attacker's page got to see; the empty text is nothing. */
type Attack = [name: string, attempt: (field: Field) => Promise<string>];

const attempt = <A>(page: Page, act: (given: A) => Promise<string>, given: A): Promise<string> =>
  page.evaluate(act as (given: unknown) => Promise<string>, given);

/** A page of the attacker's that the browser believes to lie on the designer's own port. */
async function rebound({ page, program }: Field): Promise<string> {
  const { port } = new URL(program.origin);
  const place = `http://evil.test:${port}`;
  await page.route(`${place}/nice`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Nice</title>' }),
  );
  await page.goto(`${place}/nice`);
  return place;
}

const ATTACKS: Attack[] = [
  [
    'a name that is rebound to this computer, reading',
    async (field) => {
      await rebound(field);
      return attempt(
        field.page,
        async (token) => {
          const headers = { authorization: `Bearer ${token}` };
          const answers = await Promise.all([fetch('/'), fetch('/api/workflows', { headers })]);
          return answers.some((answer) => answer.ok) ? 'read' : '';
        },
        field.program.token,
      );
    },
  ],
  [
    'a name that is rebound to this computer, changing',
    async (field) => {
      await rebound(field);
      return attempt(
        field.page,
        async ({ token, body }) => {
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
          const answer = await fetch('/api/createWorkflow', { method: 'POST', headers, body });
          return answer.ok ? 'changed' : '';
        },
        { token: field.program.token, body: create },
      );
    },
  ],
  [
    'a request without permission to read the answer, as plain text',
    ({ page, program }) =>
      attempt(
        page,
        async ({ to, body }) => {
          await fetch(to, { method: 'POST', mode: 'no-cors', body }).catch(() => undefined);
          return '';
        },
        { to: `${program.origin}/api/createWorkflow`, body: create },
      ),
  ],
  [
    'a request that carries the token and asks for permission first',
    ({ page, program }) =>
      attempt(
        page,
        async ({ to, token, body }) => {
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
          const sent = fetch(to, { method: 'POST', headers, body });
          return sent.then(
            (answer) => (answer.ok ? 'changed' : ''),
            () => '',
          );
        },
        { to: `${program.origin}/api/createWorkflow`, token: program.token, body: create },
      ),
  ],
  ['a form', (field) => submitted(field, 'application/x-www-form-urlencoded')],
  ['a form whose text looks like data', (field) => submitted(field, 'text/plain')],
  [
    'a picture',
    ({ page, program }) =>
      attempt(page, embedded, { tag: 'img', from: `${program.origin}/api/workflows` }),
  ],
  [
    'a script',
    ({ page, program }) =>
      attempt(page, embedded, { tag: 'script', from: `${program.origin}/api/workflows` }),
  ],
  [
    'a socket',
    ({ page, program }) =>
      attempt(
        page,
        (to) =>
          new Promise((resolve) => {
            const socket = new WebSocket(to);
            socket.onopen = () => resolve('opened');
            socket.onerror = () => resolve('');
          }),
        program.origin.replace('http', 'ws').concat('/api/events'),
      ),
  ],
  [
    'a stream of events',
    ({ page, program }) =>
      attempt(
        page,
        (to) =>
          new Promise((resolve) => {
            const stream = new EventSource(to);
            stream.onopen = () => resolve('opened');
            stream.onmessage = () => resolve('heard');
            stream.onerror = () => resolve('');
          }),
        `${program.origin}/api/events?after=0`,
      ),
  ],
  [
    'a frame around the designer',
    async ({ page, program }) => {
      await page.evaluate((from) => {
        const frame = document.createElement('iframe');
        frame.src = from;
        document.body.append(frame);
      }, program.origin);
      await page.waitForTimeout(1500);
      const [, framed] = page.frames();
      const text = (await framed?.locator('body').innerText()) ?? '';
      return /Expense approval|Interlock/.test(text) ? 'framed' : '';
    },
  ],
  [
    'a page without an origin of its own',
    async ({ page, program }) => {
      await page.evaluate(
        ({ to, body, token }) => {
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-scripts');
          const given = JSON.stringify({ to, body, token });
          frame.srcdoc = `<script>const { to, body, token } = ${given};
            fetch(to, { method: 'POST', mode: 'no-cors', body });
            fetch(to, { method: 'POST', body,
              headers: { 'content-type': 'application/json', authorization: 'Bearer ' + token } });
          </script>`;
          document.body.append(frame);
        },
        { to: `${program.origin}/api/createWorkflow`, body: create, token: program.token },
      );
      await page.waitForTimeout(1000);
      return '';
    },
  ],
  [
    'a message sent while the page is left',
    ({ page, program }) =>
      attempt(
        page,
        ({ to, body }) => {
          navigator.sendBeacon(to, new Blob([body], { type: 'text/plain' }));
          return Promise.resolve('');
        },
        { to: `${program.origin}/api/createWorkflow`, body: create },
      ),
  ],
];

/** Submits a form into the designer's port and says where that led. */
async function submitted({ page, program }: Field, enctype: string): Promise<string> {
  await page.evaluate(
    ({ to, body, type }) => {
      const form = document.createElement('form');
      Object.assign(form, { action: to, method: 'POST', enctype: type });
      const field = document.createElement('input');
      // As plain text the one field reads {"name":"…","x":"="}.
      field.name = type === 'text/plain' ? body.replace(/}$/, ',"x":"') : 'name';
      field.value = type === 'text/plain' ? '"}' : body;
      form.append(field);
      document.body.append(form);
      form.submit();
    },
    { to: `${program.origin}/api/createWorkflow`, body: create, type: enctype },
  );
  await page.waitForURL(`${program.origin}/**`);
  return (await page.content()).includes('"slug"') ? 'changed' : '';
}

/** Loads something of the designer's as a part of the attacker's page. */
const embedded = ({ tag, from }: { tag: string; from: string }): Promise<string> =>
  new Promise((resolve) => {
    const part = document.createElement(tag) as HTMLImageElement;
    part.onload = () => resolve('loaded');
    part.onerror = () => resolve('');
    part.src = from;
    document.body.append(part);
  });

for (const [name, attack] of ATTACKS)
  test(`reaches nothing and reads nothing: ${name}`, async ({ battle }) => {
    const page = await battle.browser.newPage();
    await page.goto(battle.evil);
    expect(await attack({ ...battle, page })).toBe('');
    expect(await workflows(battle.program)).not.toContain(MARK);
    await page.close();
  });

test('the same request from the designer itself is carried out', async ({
  battle: { browser, program },
}) => {
  const page = await browser.newPage();
  await page.goto(program.origin);
  const changed = await attempt(
    page,
    async ({ token, body }) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const answer = await fetch('/api/createWorkflow', { method: 'POST', headers, body });
      return answer.ok ? 'changed' : String(answer.status);
    },
    { token: program.token, body: create },
  );
  expect(changed).toBe('changed');
  expect(await workflows(program)).toContain(MARK);
  await page.close();
});
