// Reading an account's mails: a folder the card allows, since a day, so many of the newest.
// MR1 everything in a mail was written by somebody outside; its words are data and nothing else.
// MR2 nothing is marked, moved or removed; files that hang on a mail are only named.

import { asText } from '../base/binding.ts';
import type { JsonObject } from '../base/value.ts';
import { readSchema } from '../policy/tool-options.ts';
import type { Adapter } from './adapters.ts';
import { failed, given } from './answer.ts';
import { optionsOf } from './card-options.ts';
import { loginFor, mailFailure, type MailParts } from './mail-account.ts';
import { inMailBox, NoFolderError, type FoundMail, type MailBox } from './mail-box.ts';
import type { ReadMail } from './mail-reader.ts';
import { parseMail } from './mail-text.ts';

const LIMIT = { mails: 100, usual: 20, chars: 5_000_000 };

/** A mail taken apart; one that is too large, or none at all, says so. */
async function opened({ uid, bytes }: FoundMail, readMail: ReadMail): Promise<JsonObject> {
  const mail = bytes && (await readMail(bytes));
  return { uid, readable: mail !== undefined, ...mail };
}

async function mailsIn(
  box: MailBox,
  since: string | undefined,
  max: number,
  readMail: ReadMail,
): Promise<JsonObject> {
  const uids = await box.since(since);
  const mails: JsonObject[] = [];
  let chars = 0;
  for (const found of await box.read(uids.slice(-max))) {
    const mail = await opened(found, readMail);
    chars += asText(mail['text'] ?? null).length;
    if (chars > LIMIT.chars) break;
    mails.push(mail);
  }
  return { mails, count: mails.length, more: uids.length > mails.length };
}

/** Mails of an account. Arguments: `folder`, `since` (a day), `max`; all may be left out. */
export const mailReadAdapter = (parts: MailParts, readMail: ReadMail = parseMail): Adapter => ({
  call: async (card, args, { run, signal }) => {
    const read = optionsOf(readSchema, card);
    if ('fault' in read) return read.fault;
    const { options } = read;
    const folder = asText(args['folder'] ?? options.folders[0] ?? '');
    const noFolder = failed('terminal', 'failure.mail_folder', { tool: card.title, folder });
    if (!options.folders.includes(folder)) return noFolder;
    const wanted = typeof args['max'] === 'number' ? Math.floor(args['max']) : LIMIT.usual;
    const max = Math.min(Math.max(wanted, 1), LIMIT.mails);
    const since = args['since'] === undefined ? undefined : asText(args['since']);
    const found = await loginFor(parts, card, options, run);
    if ('fault' in found) return found.fault;
    try {
      const { login } = found;
      return given({
        value: await inMailBox(login, folder, signal, (box) => mailsIn(box, since, max, readMail)),
      });
    } catch (error) {
      if (error instanceof NoFolderError) return noFolder;
      return mailFailure(card, found.login, error, false);
    }
  },
});
