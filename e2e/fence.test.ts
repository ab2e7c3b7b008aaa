// The fence has teeth: in a small house built for this test every allowed import passes, and every
// wrong one is caught by the rule that is meant to catch it.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, runTool } from './tool.ts';

/** A file and what it imports. */
type House = Record<string, string[]>;

/** A house in which nothing is wrong; every place is used by one that may look at it. */
const HOUSE: House = {
  'engine/base/ids.ts': [],
  'engine/node.ts': ['./base/ids.ts', 'zod'],
  'engine/kernel.ts': ['./base/ids.ts', 'xstate'],
  'engine/policy/rules.ts': ['../base/ids.ts'],
  'engine/budgets/prices.ts': ['../base/ids.ts'],
  'engine/1-document/schema.ts': ['../base/ids.ts', 'zod'],
  'engine/2-validate/validate.ts': ['../1-document/schema.ts', '../budgets/prices.ts'],
  'engine/3-compile/compile.ts': [
    '../1-document/schema.ts',
    '../kernel.ts',
    '@noble/hashes/sha2.js',
  ],
  'engine/4-run/events.ts': ['../base/ids.ts'],
  'engine/4-run/evolve.ts': ['./events.ts'],
  'engine/4-run/ports.ts': ['./events.ts'],
  'engine/4-run/clock.ts': ['./ports.ts', 'node:crypto'],
  'engine/4-run/runner.ts': ['./clock.ts', '../3-compile/compile.ts', '../policy/rules.ts'],
  'engine/5-record/sqlite.ts': ['../4-run/ports.ts', 'better-sqlite3', 'node:fs'],
  'engine/6-replay/fold.ts': ['../4-run/evolve.ts', '../kernel.ts'],
  'engine/models/compatible.ts': ['../node.ts', 'openai'],
  'engine/engine.ts': ['./4-run/runner.ts', './5-record/sqlite.ts', './models/compatible.ts'],
  'engine/api/contract.ts': ['../base/ids.ts', 'zod'],
  'engine/api/handlers.ts': ['./contract.ts', '../engine.ts'],
  'engine/server/serve.ts': ['../api/handlers.ts', '../../nodes/index.ts', 'node:http'],
  'engine/cli/main.ts': ['../server/serve.ts', 'commander'],
  'nodes/index.ts': ['./start.ts', './draft.ts'],
  'nodes/start.ts': ['../engine/node.ts', 'zod'],
  'nodes/draft.ts': ['../engine/node.ts'],
  'renderer/mode.machine.ts': ['xstate', '@xstate/react'],
  'renderer/main.tsx': ['./mode.machine.ts', './client.ts', 'react', 'reactflow', '@xstate/store'],
  'renderer/client.ts': [
    '../engine/2-validate/validate.ts',
    '../engine/6-replay/fold.ts',
    '../engine/api/contract.ts',
    '../nodes/index.ts',
  ],
  'electron/main.ts': ['../engine/engine.ts', 'electron'],
  'engine/4-run/runner.test.ts': ['./runner.ts', '../../nodes/start.ts', 'better-sqlite3'],
};

/** Wrong files, each with the rule that must catch it. */
const WRONG: { file: string; imports: string[]; rule: string }[] = [
  {
    file: 'engine/1-document/wrong.ts',
    imports: ['../3-compile/compile.ts'],
    rule: 'layer engine/1-document',
  },
  { file: 'engine/base/wrong.ts', imports: ['../node.ts'], rule: 'layer engine/base' },
  {
    file: 'engine/4-run/wrong.ts',
    imports: ['../models/compatible.ts'],
    rule: 'layer engine/4-run',
  },
  {
    file: 'engine/5-record/wrong.ts',
    imports: ['../4-run/runner.ts'],
    rule: 'layer engine/5-record',
  },
  {
    file: 'engine/3-compile/wrong.ts',
    imports: ['../../nodes/index.ts'],
    rule: 'layer engine/3-compile',
  },
  { file: 'engine/3-compile/disk.ts', imports: ['node:fs'], rule: 'pure places do no I/O' },
  { file: 'engine/3-compile/hash.ts', imports: ['crypto'], rule: 'pure places do no I/O' },
  {
    file: 'engine/server/wrong.ts',
    imports: ['../../renderer/client.ts'],
    rule: 'layer engine/server',
  },
  { file: 'engine/cli/wrong.ts', imports: ['../../electron/main.ts'], rule: 'layer engine/cli' },
  { file: 'engine/4-run/store.ts', imports: ['better-sqlite3'], rule: 'sqlite home' },
  { file: 'engine/server/ask.ts', imports: ['openai'], rule: 'openai home' },
  { file: 'engine/tools/direct.ts', imports: ['undici'], rule: 'undici home' },
  { file: 'engine/server/mail.ts', imports: ['nodemailer'], rule: 'mail home' },
  { file: 'engine/net/inbox.ts', imports: ['imapflow'], rule: 'mail home' },
  { file: 'engine/tools/keys.ts', imports: ['@napi-rs/keyring'], rule: 'keychain home' },
  { file: 'engine/net/tool.ts', imports: ['../tools/call.ts'], rule: 'layer engine/net' },
  { file: 'engine/secrets/tool.ts', imports: ['../tools/call.ts'], rule: 'layer engine/secrets' },
  { file: 'engine/tools/store.ts', imports: ['../secrets/store.ts'], rule: 'layer engine/tools' },
  { file: 'engine/cli/window.ts', imports: ['electron'], rule: 'electron home' },
  { file: 'engine/api/view.ts', imports: ['react'], rule: 'react home' },
  { file: 'engine/api/canvas.ts', imports: ['reactflow'], rule: 'react home' },
  { file: 'engine/4-run/actor.ts', imports: ['xstate'], rule: 'xstate home' },
  { file: 'renderer/panel.tsx', imports: ['xstate'], rule: 'xstate home' },
  { file: 'nodes/wrong.ts', imports: ['./start.ts'], rule: 'nodes stand alone' },
  { file: 'nodes/library.ts', imports: ['hono'], rule: 'nodes are pure' },
  { file: 'nodes/stage.ts', imports: ['../engine/4-run/events.ts'], rule: 'layer nodes' },
  { file: 'renderer/direct.ts', imports: ['../engine/engine.ts'], rule: 'layer renderer' },
  {
    file: 'renderer/indirect.ts',
    imports: ['../engine/6-replay/resume.ts'],
    rule: 'renderer never reaches I/O',
  },
  { file: 'renderer/disk.ts', imports: ['node:path'], rule: 'renderer never reaches I/O' },
  {
    file: 'engine/api/tested.ts',
    imports: ['../4-run/runner.test.ts'],
    rule: 'nobody looks at tests',
  },
  {
    file: 'engine/api/sample.ts',
    imports: ['../../e2e/tool.ts'],
    rule: 'product never looks at e2e',
  },
  { file: 'engine/ready/round.ts', imports: ['./again.ts'], rule: 'no cycles' },
  { file: 'engine/loose/any.ts', imports: ['../node.ts'], rule: 'every folder has a layer' },
  { file: 'engine/ready/alone.ts', imports: [], rule: 'no orphans' },
];

/** What the wrong files lean on. */
const PROPS: House = {
  'engine/tools/call.ts': [],
  'engine/secrets/store.ts': [],
  'engine/6-replay/resume.ts': ['../5-record/sqlite.ts'],
  'engine/ready/again.ts': ['./round.ts'],
  'e2e/tool.ts': ['node:fs'],
};

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'interlock-fence-'));

/** Writes the files of a house and asks the fence what is wrong in it. */
async function violations(house: House): Promise<string[]> {
  for (const [name, imports] of Object.entries(house)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    // Type-only imports count as well: every second one is written that way.
    const lines = imports.map(
      (from, at) => `import ${at % 2 ? 'type ' : ''}* as x${at} from '${from}';`,
    );
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
  const args = [
    '-c',
    'fence.cjs',
    '-T',
    'json',
    '{electron,engine,nodes,renderer,e2e}/**/*.{ts,tsx}',
  ];
  const { output } = await runTool('dependency-cruiser:depcruise', args, {
    quiet: true,
    cwd: folder,
  });
  const report = JSON.parse(output) as { summary: { violations: Violation[] } };
  // A cycle is reported once, at either of its ends.
  return report.summary.violations.flatMap(({ rule, from, to }) =>
    (rule.name === 'no cycles' ? [from, to] : [from]).map((name) => `${name}: ${rule.name}`),
  );
}

beforeAll(() => {
  cpSync(path.join(ROOT, 'e2e/fence.cjs'), path.join(folder, 'fence.cjs'));
  cpSync(path.join(ROOT, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what the design allows passes', async () => {
  expect(await violations(HOUSE)).toEqual([]);
});

test('every wrong import is caught by the rule that is meant for it', async () => {
  const wrong = Object.fromEntries(WRONG.map(({ file, imports }) => [file, imports]));
  const found = await violations({ ...HOUSE, ...PROPS, ...wrong });
  const missed = WRONG.filter(({ file, rule }) => !found.includes(`${file}: ${rule}`));
  expect(missed).toEqual([]);
});
