#!/usr/bin/env node
// The launcher behind `npx interlock`: plain JavaScript, because it must run on Node 20, which
// cannot read TypeScript. It owns one thing: finding a Node that can (24.15 or newer) and handing
// the command line, the terminal, the signals and the exit code through to `main.ts`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLAGS } from './flags.js';

const OLDEST = [24, 15];
const HERE = path.dirname(fileURLToPath(import.meta.url));

/** Whether a version text such as `v24.21.0` names a Node that runs the engine. */
function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The Node installed beside the other packages; nothing when its install script was kept out. */
function projectNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    const bin = JSON.parse(readFileSync(manifest, 'utf8')).bin;
    const file = path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin.node);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The first Node that is new enough: the project's own, this one, the one on the PATH. */
function findNode() {
  const own = projectNode();
  if (own) return own;
  if (isNewEnough(process.version)) return process.execPath;
  const onPath = spawnSync('node', ['--version'], { encoding: 'utf8' });
  return onPath.status === 0 && isNewEnough(onPath.stdout.trim()) ? 'node' : undefined;
}

const node = findNode();
if (!node) {
  process.stderr.write(
    `Interlock needs Node ${OLDEST.join('.')} or newer and found ${process.version}: ` +
      'run "npm ci" in its folder, which brings the right one, or install it.\n',
  );
  process.exit(2);
}

const args = process.argv.slice(2);
// The designer is served from its built files, which a fresh or changed clone has to make first.
if (args[0] === 'start' && !args.includes('--help')) {
  const builder = [...FLAGS, path.join(HERE, 'ensure-built.ts')];
  const built = spawnSync(node, builder, { stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 130);
}

const child = spawn(node, [...FLAGS, path.join(HERE, 'main.ts'), ...args], { stdio: 'inherit' });
// The terminal sends Ctrl+C to the whole group, so the child hears it itself; this process only
// has to outlive it. What is sent to this process alone is handed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`Interlock could not start Node at ${node}: ${error.message}\n`);
  process.exit(2);
});
child.on('exit', (code, signal) => {
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
});
