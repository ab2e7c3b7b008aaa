// Starting other programs: the installed tools by their own JavaScript (no PATH needed), and
// anything else by absolute path. Nothing here knows what the programs are for.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository's folder; every tool is started there. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** How a program ended. `output` is empty when it wrote straight to the terminal. */
export interface Ended {
  code: number;
  output: string;
}

export interface RunOptions {
  /** Collect what the program says instead of showing it as it comes. */
  quiet?: boolean;
  /** Another folder than the repository's. */
  cwd?: string;
  env?: Record<string, string>;
}

/** The JavaScript file behind a command of an installed package, `oxlint` or `typescript:tsc`. */
function toolFile(name: string): string {
  const [pack = name, command = pack.split('/').at(-1) ?? pack] = name.split(':');
  const folder = path.join(ROOT, 'node_modules', pack);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${pack} has no command ${command}`);
  return path.join(folder, file);
}

/** Runs a program until it ends, in the repository's folder; one that cannot start ends 127. */
export function run(file: string, args: string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawn(file, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => said.push(part));
  child.stderr?.on('data', (part: Buffer) => said.push(part));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(said).toString() }),
    );
  });
}

/** Runs an installed tool on this very Node. */
export function runTool(name: string, args: string[], options?: RunOptions): Promise<Ended> {
  return run(process.execPath, [toolFile(name), ...args], options);
}
