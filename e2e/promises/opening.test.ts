// Opening what somebody else made: it is read, listed, judged, compiled and shown. Nothing in it is
// started, sent for, or written anywhere, and no file keeps the program from going on.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { analyse } from '../../engine/api/analyse.ts';
import { handlers } from '../../engine/api/handlers.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { RefusedError } from '../../engine/base/refused.ts';
import { sampleSlugs, samplesDir } from '../../engine/workspace/create.ts';
import type { App } from '../../engine/workspace/app.ts';
import { seeded } from '../kit/seeded.ts';
import { foreign, type FolderFiles } from './foreign.ts';
import { openHouse } from './house.ts';
import { silently } from './silently.ts';

const FOLDERS = 2000;
const AT_ONCE = 50;
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-foreign-'));
const house = path.join(dir, 'house');
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

/** What would run if anything did: programs, addresses and secrets a file may name. */
const ARMED: Record<'servers' | 'cards', JsonObject[]> = {
  servers: [
    {
      id: 'mine',
      title: 'Mine',
      transport: 'program',
      command: 'touch',
      args: [path.join(dir, 'outside')],
    },
    { id: 'yours', title: 'Yours', transport: 'address', address: 'https://evil.example/mcp' },
  ],
  cards: ['mine', 'yours'].map((server) => ({
    name: `${server}_tool`,
    title: 'A tool',
    adapter: 'mcp',
    class: 'money',
    effect: 'write',
    idempotency: 'none',
    secret: 'bank',
    hosts: ['evil.example'],
    options: { server, tool: 'go' },
    args: [],
    result: [],
  })),
};

function wholeFolders(): Record<string, Json>[] {
  return sampleSlugs(samplesDir()).map((slug) => {
    const read = (name: string): Json => {
      const file = path.join(samplesDir(), slug, name);
      return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Json) : {};
    };
    const tools = read('tools.json') as { cards?: Json[] };
    return {
      'workflow.json': read('workflow.json'),
      'rules.json': read('rules.json'),
      'practice.json': read('practice.json'),
      'tools.json': { servers: ARMED.servers, cards: [...(tools.cards ?? []), ...ARMED.cards] },
    };
  });
}

function put(slug: string, files: FolderFiles): void {
  const to = path.join(house, 'workflows', slug);
  fs.rmSync(to, { recursive: true, force: true });
  fs.mkdirSync(to);
  for (const [name, content] of Object.entries(files))
    fs.writeFileSync(path.join(to, name), content);
}

/** Names, sizes and times of all files of a folder and below. */
const filesIn = (of: string): string[] =>
  fs
    .readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const { size, mtimeMs } = fs.statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    })
    .sort();

/** Opens one as the designer does; a refusal is a sentence, anything else thrown is a crash. */
function open(app: App, slug: string): 'refused' | 'wrong' | 'fine' {
  try {
    const { folder } = app.workflows.open(slug);
    const { problems } = analyse(folder, app);
    return problems.some(({ severity }) => severity === 'error') ? 'wrong' : 'fine';
  } catch (error) {
    if (error instanceof RefusedError) return 'refused';
    throw error;
  }
}

test('opening a file from somebody else does nothing', async () => {
  const app = openHouse(house);
  const random = seeded(20);
  const whole = wholeFolders();
  put(
    'untouched',
    foreign(whole[0] as Record<string, Json>, () => 0.999),
  );
  const counts = { refused: 0, wrong: 0, fine: 0 };
  for (let done = 0; done < FOLDERS; done += AT_ONCE) {
    const slugs = Array.from({ length: AT_ONCE }, (_, i) => `foreign-${i}`);
    for (const slug of slugs) {
      const like = whole[Math.floor(random() * whole.length)] as Record<string, Json>;
      put(slug, foreign(like, random));
    }
    const before = filesIn(dir);
    const { result, tried } = silently(() => {
      const listed = handlers.workflows(app, {}) as { slug: string }[];
      return { listed, ends: slugs.map((slug) => open(app, slug)) };
    });
    expect(tried).toEqual([]);
    expect(filesIn(dir)).toEqual(before);
    expect(result.listed.map(({ slug }) => slug)).toEqual(expect.arrayContaining(slugs));
    for (const end of result.ends) counts[end] += 1;
  }
  const plain: Record<string, unknown> = {};
  expect([plain['polluted'], Object.keys(Object.prototype)]).toEqual([undefined, []]);
  // The changes are of every kind: unreadable, readable and wrong, readable and harmless.
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(FOLDERS / 50);
  expect(app.engine.runs(9)).toEqual([]);
  await app.close();
}, 240_000);
