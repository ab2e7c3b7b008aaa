// Which program runs what the engine starts for itself, in every way Interlock can be started.
import { expect, test } from 'vitest';
import { childProgram, type Host } from './child-node.ts';

const host = (more: Partial<Host> = {}): Host => ({
  execPath: '/usr/bin/node',
  platform: 'linux',
  versions: {},
  env: { PATH: '/usr/bin', SECRET: 'x' },
  ...more,
});

test('plain Node runs a child with itself and hands nothing of the environment on', () => {
  expect(childProgram(new URL('file:///repo/engine/tools/a%20b.ts'), host())).toEqual({
    node: '/usr/bin/node',
    file: '/repo/engine/tools/a b.ts',
    env: {},
  });
});

test('an Electron that is not installed is asked to be a Node', () => {
  const electron = host({ execPath: '/repo/electron', versions: { electron: '45.3.4' } });
  expect(childProgram(new URL('file:///repo/electron/dist/sql-process.cjs'), electron)).toEqual({
    node: '/repo/electron',
    file: '/repo/electron/dist/sql-process.cjs',
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
});

test('an installed app never starts itself: the Node it brings does, from outside the archive', () => {
  const app = host({ execPath: '/opt/Interlock/interlock', versions: { electron: '45.3.4' } });
  const entry = new URL('file:///opt/Interlock/resources/app.asar/electron/dist/sql-process.cjs');
  expect(childProgram(entry, app)).toEqual({
    node: '/opt/Interlock/resources/node/node',
    file: '/opt/Interlock/resources/app.asar.unpacked/electron/dist/sql-process.cjs',
    env: {},
  });
});

test('it is found on Windows, too, which starts nothing without its root', () => {
  const app = host({
    execPath: 'C:\\Interlock\\Interlock.exe',
    platform: 'win32',
    versions: { electron: '45.3.4' },
    env: { SystemRoot: 'C:\\Windows', SECRET: 'x' },
  });
  const entry = new URL('file:///C:/Interlock/resources/app.asar/electron/dist/mcp-keeper.cjs');
  expect(childProgram(entry, app)).toEqual({
    node: 'C:\\Interlock\\resources\\node\\node.exe',
    file: 'C:\\Interlock\\resources\\app.asar.unpacked\\electron\\dist\\mcp-keeper.cjs',
    env: { SystemRoot: 'C:\\Windows' },
  });
});
