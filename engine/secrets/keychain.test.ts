// The system's own keychain, for real: GNOME's keyring, where it is installed, in a session of its
// own that keeps it in a folder of this test. Elsewhere these tests say that they were skipped.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const [SESSION, KEYRING] = ['/usr/bin/dbus-run-session', '/usr/bin/gnome-keyring-daemon'];
const CHILD = new URL('../../e2e/kit/keyring-session.ts', import.meta.url).pathname;
const VALUE = 'sk-a-value-no-file-may-hold';
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-keyring-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

/** What the keychain of one session says; with its end the keyring is locked. */
function session(): unknown {
  const unlocked = `printf any | ${KEYRING} --unlock --components=secrets --daemonize >/dev/null`;
  const { stdout, stderr } = spawnSync(
    SESSION,
    ['--', '/bin/sh', '-c', `${unlocked} && "$0" "$1" "$2"`, process.execPath, CHILD, VALUE],
    { env: { ...process.env, XDG_DATA_HOME: dir, XDG_RUNTIME_DIR: dir }, encoding: 'utf8' },
  );
  return JSON.parse(stdout || JSON.stringify(stderr));
}

describe.skipIf(![SESSION, KEYRING].every((file) => fs.existsSync(file)))('a real keychain', () => {
  test('keeps a secret for one workspace, and no file of it holds the value', () => {
    expect(session()).toEqual({ kept: VALUE });
    expect(session()).toEqual({ before: VALUE, kept: VALUE }); // it did lie on the disk
    const files = fs
      .readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    expect(files.filter((text) => text.includes(VALUE))).toEqual([]);
  });
});
