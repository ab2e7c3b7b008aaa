// A child of `keychain.test.ts`: what the keychain of a session says to one question after another.
// Prints the answers as one line of JSON.

import { systemKeychain } from '../../engine/secrets/keychain.ts';

const [, , value = ''] = process.argv;
const [mine, theirs] = [systemKeychain('/one/workspace'), systemKeychain('/another')];
const before = await mine.get('bank');
await mine.set('bank', 'an older one');
await mine.set('bank', value);
const [kept, elsewhere] = [await mine.get('bank'), await theirs.get('bank')];
await mine.remove('bank');
const removed = await mine.get('bank');
await mine.set('bank', value);
const json = JSON.stringify({ before, kept, elsewhere, removed });
process.stdout.write(`${json}\n`);
