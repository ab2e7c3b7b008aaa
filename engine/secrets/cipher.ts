// The encrypted form of secrets in the state folder: AES-256-GCM, one seal for each secret.
// CI1 the name of a secret and the hosts it is bound to are sealed with it: changing either in the
//     file makes the secret unreadable instead of sending it elsewhere.
// CI2 a secret that cannot be opened costs that secret and nothing else.

import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

export type Sealed = { iv: string; tag: string; data: string };
/** What is sealed along with the value (CI1). */
export type About = { name: string; hosts: readonly string[] };

const base64 = (bytes: Buffer): string => bytes.toString('base64');
const bound = ({ name, hosts }: About): Buffer => Buffer.from(JSON.stringify([name, hosts]));

/** A salt for a new file. */
export const newSalt = (): string => base64(randomBytes(16));

/** The key that a passphrase stands for. */
export const keyOf = (passphrase: string, salt: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.from(salt, 'base64'), 32, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

export function seal(key: Buffer, value: string, about: About): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound(about));
  const data = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return { iv: base64(iv), tag: base64(cipher.getAuthTag()), data: base64(data) };
}

/** The value, or undefined where key, name, hosts or bytes are not those it was sealed with. */
export function unseal(key: Buffer, { iv, tag, data }: Sealed, about: About): string | undefined {
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), {
      authTagLength: 16,
    }).setAAD(bound(about));
    cipher.setAuthTag(Buffer.from(tag, 'base64'));
    const text = [cipher.update(Buffer.from(data, 'base64')), cipher.final()];
    return Buffer.concat(text).toString('utf8');
  } catch {
    return undefined; // CI2
  }
}
