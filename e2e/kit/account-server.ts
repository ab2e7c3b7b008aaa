// A mail account server that others wrote, with as much of its interface as tests use: it brings no
// types of its own.

import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';

const require = createRequire(import.meta.url);

type Folder = { messages?: { raw: string }[] };
type Options = {
  storage: { INBOX: Folder; '': { folders: Record<string, Folder> } };
  users: Record<string, { password: string }>;
};
type Made = {
  listen: (port: number, host: string, done: () => void) => void;
  server: Server;
  folderCache: Record<string, { messages: { flags: string[] }[] }>;
};

/** Starts an account server on this computer with mails in its folders, written as they came. */
export async function accountServer(
  folders: Record<'INBOX' | 'Sent' | 'Private', string[]>,
  users: Options['users'],
) {
  const make = require('hoodiecrow-imap') as (options: Options) => Made;
  const of = (raws: string[]): Folder => ({ messages: raws.map((raw) => ({ raw })) });
  const { INBOX, Sent, Private } = folders;
  const storage = { INBOX: of(INBOX), '': { folders: { Sent: of(Sent), Private: of(Private) } } };
  const account = make({ storage, users });
  await new Promise<void>((done) => account.listen(0, '127.0.0.1', done));
  return {
    port: (account.server.address() as AddressInfo).port,
    /** The marks on the mails of the inbox, as the server keeps them. */
    marks: () => JSON.stringify(account.folderCache['INBOX']?.messages.map(({ flags }) => flags)),
    close: () => account.server.close(),
  };
}
