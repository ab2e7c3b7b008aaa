// Who may import whom, as dependency-cruiser reads it. Left: a folder or file; right: what it may
// look at besides itself. A name without an ending is a folder, `engine/` means the whole engine.
//
// F1  A numbered stage looks only at lower numbers, and at what is named here for it.
// F2  Pure may be imported, impure must be handed in: pure places never see a Node built-in.
// F3  The renderer can never *reach* storage, models, Electron or the runner, however indirectly.
// F4  Each outside library has one home.
// F5  Tests may look anywhere; nobody may look at a test.
const { builtinModules } = require('node:module');

const pure = ['engine/base', 'engine/node.ts'];
const design = [...pure, 'engine/1-document', 'engine/policy', 'engine/budgets'];
const views = ['events', 'view', 'evolve', 'evolve-trim'].map((f) => `engine/4-run/${f}.ts`);
const stages = [
  ...design,
  'engine/(kernel)',
  'engine/2-validate',
  'engine/3-compile',
  'engine/4-run',
  'engine/5-record',
  'engine/6-replay',
];
const helpers = [
  'engine/net',
  'engine/secrets',
  'engine/prompts',
  'engine/models',
  'engine/tools',
  'engine/memory',
  'engine/guardrails',
];
const above = [...stages, ...helpers, 'engine/engine.ts'];
const waysIn = [...above, 'engine/workspace', 'engine/api', 'engine/export', 'nodes/index.ts'];

const may = {
  'engine/base': [],
  'engine/node.ts': ['engine/base'],
  'engine/kernel.ts': [...pure, 'engine/(kernel-)'],
  'engine/kernel-ways.ts': [...pure],
  'engine/kernel-effects.ts': [...pure],
  'engine/1-document': [...pure],
  'engine/2-validate': [...design, 'engine/prompts'],
  'engine/3-compile': [...design, 'engine/2-validate', 'engine/prompts', 'engine/(kernel)'],
  'engine/4-run': [
    ...design,
    'engine/(kernel)',
    'engine/2-validate',
    'engine/3-compile',
    'engine/prompts',
    'engine/guardrails',
  ],
  'engine/5-record': [...pure, ...views, 'engine/4-run/ports.ts'],
  'engine/6-replay': [...stages, 'engine/prompts'],
  'engine/policy': [...pure],
  'engine/budgets': [...pure],
  'engine/prompts': [...pure],
  'engine/guardrails': [...pure, 'engine/policy'],
  'engine/models': [
    ...pure,
    'engine/1-document',
    'engine/budgets',
    'engine/prompts',
    'engine/4-run/ports.ts',
    'engine/net',
    'engine/secrets/port.ts',
    'engine/secrets/environment.ts',
  ],
  'engine/net': [...pure, 'engine/4-run/ports.ts'],
  'engine/secrets': [...pure, 'engine/net'],
  'engine/tools': [
    ...pure,
    'engine/policy',
    'engine/4-run/ports.ts',
    'engine/net',
    'engine/secrets/port.ts',
  ],
  'engine/memory': [...pure, 'engine/policy'],
  'engine/engine.ts': [...stages, ...helpers],
  'engine/workspace': [...above, 'engine/api/(contract)', 'nodes/index.ts'],
  'engine/export': [...above],
  'engine/evals': [...above],
  'engine/rehearse': [...above, 'engine/evals'],
  'engine/ready': [...above, 'engine/evals', 'engine/rehearse'],
  'engine/api': ['engine/(?!server|cli)'],
  'engine/server': [...waysIn],
  'engine/cli': [...waysIn, 'engine/server'],
  nodes: [...pure],
  renderer: [
    ...design,
    ...views,
    'engine/2-validate',
    'engine/3-compile',
    'engine/6-replay',
    'engine/api/(contract|stream)',
    'nodes/index.ts',
  ],
  electron: [
    'engine/base',
    'engine/4-run/clock.ts',
    'engine/engine.ts',
    'engine/workspace',
    'engine/api',
    'engine/secrets/redactor.ts',
    'engine/server',
    'nodes/index.ts',
  ],
};

const TEST = '\\.(test|spec)\\.tsx?$';
const OURS = '^(electron|engine|nodes|renderer|samples|e2e)/';
const PURE = [
  'base/',
  'node\\.ts',
  'kernel\\.ts',
  // Reading and writing workflow folders has files of its own.
  '1-document/(?!(load|save|write|version-files)\\.ts)',
  '[23]-',
  '4-run/(admit|evolve[a-z-]*|events|view|ports)\\.ts',
  '6-replay/(fold|playback|compare[a-z-]*|explain|past|redecide[a-z-]*)\\.ts',
  '(policy|budgets|prompts|guardrails)/',
].join('|');
const BUILT_IN = `^(node:)?(${builtinModules.join('|')})$`;
const RUNTIME = ['^engine/kernel\\.ts$', '^engine/export/', '^renderer/.*\\.machine\\.ts$'];
const OUTSIDE =
  '(^|node_modules/)(better-sqlite3|electron|openai|commander|@hono/node-server)(/|$)';
const RUNNING =
  'engine/(4-run/(runner|dispatch)|5-record/|models/|tools/|server/|cli/|engine\\.ts)';

/** The pattern of one place: a file, a folder, or (ending in a slash or a group) a beginning. */
function pattern(place) {
  if (place.endsWith(')')) return `^${place}`;
  return place.endsWith('.ts') ? `^${place.replaceAll('.', '\\.')}$` : `^${place}/`;
}

/** A rule by name: what `from` must never see in `to`. Tests are exempt (F5). */
function rule(name, from, to) {
  return { name, severity: 'error', from: { pathNot: TEST, ...from }, to };
}

/** A library and its only home (F4). */
function home(library, place, name) {
  const notHere = { pathNot: [TEST, ...place] };
  return rule(name, notHere, { path: `(^|node_modules/)(${library})(/|$)` });
}

const layers = Object.entries(may).map(([place, others]) =>
  rule(
    `layer ${place}`,
    { path: pattern(place) },
    { path: OURS, pathNot: [place, ...others].map(pattern) },
  ),
);

module.exports = {
  forbidden: [
    ...layers,
    rule(
      'every folder has a layer',
      { path: '^engine/', pathNot: [TEST, ...Object.keys(may).map(pattern)] },
      { path: OURS },
    ),
    rule('nodes stand alone', { path: '^nodes/(?!index\\.ts$)' }, { path: '^nodes/' }),
    rule('nodes are pure', { path: '^nodes/' }, { pathNot: '^(engine|nodes)/|(^|/)zod(/|$)' }),
    rule('pure places do no I/O', { path: `^engine/(${PURE})` }, { path: BUILT_IN }),
    rule(
      'renderer never reaches I/O',
      { path: '^renderer/' },
      {
        path: `${OUTSIDE}|^${RUNNING}|${BUILT_IN}`,
        reachable: true,
      },
    ),
    rule('nobody looks at tests', { path: OURS }, { path: TEST }),
    rule('product never looks at e2e', { pathNot: `${TEST}|^e2e/` }, { path: '^(e2e|samples)/' }),
    home(
      'better-sqlite3',
      ['^engine/5-record/', '^engine/tools/sql-process\\.ts$', '^e2e/(bench|faults)/'],
      'sqlite home',
    ),
    home('openai', ['^engine/models/'], 'openai home'),
    home('undici', ['^engine/net/'], 'undici home'),
    home('nodemailer|imapflow', ['^engine/tools/mail-'], 'mail home'),
    home('@napi-rs/keyring', ['^engine/secrets/'], 'keychain home'),
    home('@modelcontextprotocol/client', ['^engine/tools/mcp-'], 'mcp home'),
    home('electron', ['^electron/'], 'electron home'),
    home('react(flow|-dom)?|@mantine|@rjsf', ['^renderer/', '^e2e/bench/bare/'], 'react home'),
    home('commander', ['^engine/cli/'], 'commander home'),
    home('xstate|@xstate/react', RUNTIME, 'xstate home'),
    home('@xstate/store(-react)?', ['^renderer/'], 'store home'),
    rule('no cycles', {}, { circular: true }),
    rule(
      'no orphans',
      { orphan: true, path: OURS, pathNot: `${TEST}|\\.d\\.ts$|^e2e/|\\.js$` },
      {},
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(renderer|electron)/dist/|^e2e/bench/baseline/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
