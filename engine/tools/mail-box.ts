// Looking into a mail account over IMAP: a folder opened for reading only, one search, some mails.
// MB1 nothing in the account is changed: folders are opened read-only, mails are not marked.
// MB2 what a server can make us hold in memory is bounded.

import type { FetchQueryObject, ImapFlow } from 'imapflow';
import type { Login } from './mail-account.ts';

const MEGABYTE = 1024 * 1024;
const MOST = { mailBytes: 5 * MEGABYTE, responseBytes: 24 * MEGABYTE, lineBytes: MEGABYTE };

/** `bytes` are missing where a mail is too large, or gone meanwhile. */
export type FoundMail = { uid: number; bytes: Uint8Array | undefined };
export type MailBox = {
  /** Ids of mails that came on or after a day, oldest first. */
  since: (day: string | undefined) => Promise<number[]>;
  /** Is there a mail with this Message-ID? */
  has: (messageId: string) => Promise<boolean>;
  read: (uids: number[]) => Promise<FoundMail[]>;
};

/** A folder that is not there, or that the account may not open. */
export class NoFolderError extends Error {}

/** Opens a folder of an account, works in it, and leaves. */
export async function inMailBox<T>(
  { place, address, security, auth, tls, connectMs }: Login,
  folder: string,
  signal: AbortSignal,
  work: (box: MailBox) => Promise<T>,
): Promise<T> {
  const library = await import('imapflow'); // large, and few read mails
  const client = new library.ImapFlow({
    host: address,
    port: place.port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    ...(auth ? { auth } : {}),
    tls,
    logger: false,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: 2 * connectMs,
    disableAutoIdle: true,
    disableCompression: true,
    maxLineLength: MOST.lineBytes,
    maxLiteralSize: MOST.mailBytes + MEGABYTE,
    maxResponseSize: MOST.responseBytes,
  });
  // Heard of by whoever waits for an answer; without a listener it would end the program.
  client.on('error', () => {});
  const close = (): void => client.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    signal.throwIfAborted();
    await client.connect();
    await client.mailboxOpen(folder, { readOnly: true }).catch((error: unknown) => {
      throw client.usable ? new NoFolderError(folder) : error;
    });
    return await work(boxOf(client));
  } finally {
    signal.removeEventListener('abort', close);
    client.close();
  }
}

const boxOf = (client: ImapFlow): MailBox => ({
  since: async (day) => {
    const query = day === undefined ? { all: true } : { since: day };
    const found = await client.search(query, { uid: true });
    return (found || []).sort((a, b) => a - b);
  },
  has: async (messageId) => {
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
    if (!found) throw new Error('the account does not say');
    return found.length > 0;
  },
  read: async (uids) => {
    const sizes = new Map<number, number>();
    const mails = new Map<number, Uint8Array>();
    const small = (): number[] => uids.filter((uid) => (sizes.get(uid) ?? 0) <= MOST.mailBytes);
    for await (const { uid, size } of fetchAll(client, uids, { uid: true, size: true }))
      sizes.set(uid, size ?? 0);
    for await (const { uid, source } of fetchAll(client, small(), { uid: true, source: true }))
      if (source) mails.set(uid, source);
    return uids.map((uid) => ({ uid, bytes: mails.get(uid) }));
  },
});

/** Nothing is asked for where nothing is wanted: an empty range is no range to a server. */
async function* fetchAll(client: ImapFlow, uids: number[], query: FetchQueryObject) {
  if (uids.length) yield* client.fetch(uids.join(','), query, { uid: true });
}
