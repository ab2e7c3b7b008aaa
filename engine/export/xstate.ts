// The export to plain XState: the machine, the runtime made from the engine's own source, an
// example.
// XS1 the machine's JSON is the one the engine runs, unchanged.
// XS2 the same workflow gives the same bytes.

import { readFileSync } from 'node:fs';
import type { CompiledMachine, IRGraph, IRScope } from '../3-compile/ir.ts';
import { ordinaryPort } from '../3-compile/default-ways.ts';
import { runtimeFiles } from './runtime-text.ts';

/** The versions the exported folder was tried with. */
const XSTATE = '5.33.3';
const RE2JS = '2.10.0';

/** The files of an exported folder by name. Reads the engine's source; needs no network. */
export function exportXstate(graph: IRGraph, compiled: CompiledMachine): Record<string, string> {
  const json = JSON.stringify(compiled, null, 2);
  const usesPatterns = json.includes('"op": "matches"');
  return {
    'machine.json': `${json}\n`,
    'machine.ts': machineTs(compiled),
    ...runtimeFiles(usesPatterns),
    'run.mjs': example(graph),
    'package.json': `${JSON.stringify(manifest(graph, usesPatterns), null, 2)}\n`,
    'README.md': readme(graph),
  };
}

const machineTs = ({ machine }: CompiledMachine): string =>
  [
    '// For Stately tools and editors. To run the machine use runtime.mjs: it knows the names.',
    "import { createMachine } from 'xstate';",
    '',
    `export const machine = createMachine(${JSON.stringify(machine, null, 2)});`,
    '',
  ].join('\n');

const manifest = ({ id, version }: IRGraph, usesPatterns: boolean): object => ({
  name: id.replaceAll('_', '-'),
  version,
  private: true,
  type: 'module',
  scripts: { start: 'node run.mjs' },
  dependencies: { xstate: XSTATE, ...(usesPatterns ? { re2js: RE2JS } : {}) },
});

const readme = ({ name, version }: IRGraph): string =>
  readFileSync(new URL('xstate-readme.md', import.meta.url), 'utf8')
    .replace('{name}', name)
    .replace('{version}', version);

/** Step types somebody has to carry out, each with the way out the example takes. */
function typesOf(scope: IRScope): Map<string, string> {
  const types = new Map<string, string>();
  for (const step of scope.steps) {
    if (step.kind === 'task' || step.kind === 'workflow') {
      const port = step.asksFor ? 'stop' : ordinaryPort(step);
      if (!types.has(step.type)) types.set(step.type, port ?? 'ok');
    }
    for (const [type, port] of step.body ? typesOf(step.body) : []) types.set(type, port);
  }
  types.delete('condition@1');
  return types;
}

function example({ scope }: IRGraph): string {
  const does = [...typesOf(scope)].map(
    ([type, port]) => `  '${type}': (settings) => answer('${port}', settings),`,
  );
  return [
    '// Runs the machine once, with stand-ins for what its steps do, and prints the way it took.',
    "import { readFileSync } from 'node:fs';",
    "import { createActor, waitFor } from 'xstate';",
    "import { inputOf, machineOf, pathOf } from './runtime.mjs';",
    '',
    "const json = JSON.parse(readFileSync(new URL('machine.json', import.meta.url), 'utf8'));",
    'const answer = (port, settings) => ({ port, value: { settings } });',
    'const machine = machineOf(json, {',
    ...does,
    '});',
    "const actor = createActor(machine, { input: inputOf(JSON.parse(process.argv[2] ?? '{}')) });",
    'actor.start();',
    "await waitFor(actor, (snapshot) => snapshot.status !== 'active', { timeout: Infinity });",
    'const { value, context } = actor.getSnapshot();',
    "const ended = [value, context.outcome, context.end].filter(Boolean).join(' · ');",
    "process.stdout.write([...pathOf(actor), ended, ''].join('\\n'));",
    '',
  ].join('\n');
}
