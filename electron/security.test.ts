// The shell's choices about safety: what they are, and that no file here goes around them.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  FUSES,
  PAGE,
  SCHEME_RIGHTS,
  WEB_PREFERENCES,
  engineEnv,
  isOwn,
  mayLoad,
} from './security.ts';

const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(import.meta.dirname, name), 'utf8') }));

test('the page is a sandboxed web page without Node', () => {
  expect(WEB_PREFERENCES).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
});

test('the scheme is an origin that counts as secure, and never gets around the policy', () => {
  expect(SCHEME_RIGHTS.privileges).toEqual({
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
  });
});

test('only our own address is our own', () => {
  expect([PAGE, 'app://interlock/#/runs', 'app://interlock/api/runs'].map(isOwn)).toEqual([
    true,
    true,
    true,
  ]);
  const foreign = [
    'app://interlock.example/',
    'app://interlock:1/',
    'app://interlock@example/',
    'app://user@interlock/',
    'app:interlock',
    'app2://interlock/',
    'https://interlock/',
    'file:///interlock/',
    'about:blank',
    '',
    undefined,
  ];
  expect(foreign.filter(isOwn)).toEqual([]);
});

test('nothing is loaded from elsewhere', () => {
  expect(['data:image/png;base64,AA', 'blob:app://interlock/1', PAGE].map(mayLoad)).toEqual([
    true,
    true,
    true,
  ]);
  const foreign = ['http://127.0.0.1/', 'https://example.com/x.js', 'ws://x/', 'file:///etc', ''];
  expect(foreign.filter(mayLoad)).toEqual([]);
});

test('an installed app can be run, steered and read only as itself', () => {
  const on = Object.entries(FUSES).flatMap(([name, isOn]) => (isOn ? [name] : []));
  expect(on).toEqual([
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
  ]);
  expect(FUSES).toMatchObject({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('the engine learns where things lie and our own settings, and nothing else', () => {
  const kept = {
    Path: 'C:\\Windows',
    HOME: '/h',
    LC_ALL: 'C',
    INTERLOCK_WORKSPACE: '/w',
    INTERLOCK_SECRET_MODEL: 'key',
  };
  const left = {
    NODE_OPTIONS: '--require evil.js',
    ELECTRON_RUN_AS_NODE: '1',
    LD_PRELOAD: 'evil.so',
    AWS_SECRET_ACCESS_KEY: 'key',
    XINTERLOCK_A: '1',
    UNSET: undefined,
  };
  expect(engineEnv({ ...kept, ...left })).toEqual(kept);
});

test('no file here goes around these choices', () => {
  const forbidden = new RegExp(
    [
      'no-sandbox|openExternal|executeJavaScript|setAsDefaultProtocolClient',
      '(bypassCSP|allowServiceWorkers|nodeIntegration\\w*|webviewTag): true',
      '(allowRunningInsecureContent|experimentalFeatures): true',
      '(sandbox|contextIsolation|webSecurity): false',
    ].join('|'),
  );
  expect(sources.filter(({ text }) => forbidden.test(text)).map(({ name }) => name)).toEqual([]);
  expect(sources.filter(({ text }) => text.includes('webPreferences:')).length).toBe(1);
});

test('only the two files that Electron starts take Electron itself', () => {
  const takes = /^import\s+(?!type\b)[^;]*from 'electron(\/\w+)?'/m;
  expect(sources.filter(({ text }) => takes.test(text)).map(({ name }) => name)).toEqual([
    'main.ts',
    'preload.ts',
  ]);
});
