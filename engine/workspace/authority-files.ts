// Tools and rules as files beside a drawing, or the workspace's own: read, and put in force.
// AF1 whoever changes one names what he saw by its hash; what somebody else changed meanwhile is
//     never written over unseen.
// AF2 what stood there is kept before it is replaced, the newest LIMITS.autosaves of it, with the
//     engine's state.
// AF3 a file is written whole or not at all. The doubles come first: one without its card is never
//     played.

import fs from 'node:fs';
import path from 'node:path';
import { writeAtomic } from '../1-document/write.ts';
import { practiceSchema, rulesSchema, toolsSchema, type Rule } from '../1-document/schema.ts';
import type { ToolsFile } from '../1-document/tools-file.ts';
import { hashOf } from '../base/canonical.ts';
import { LIMITS } from '../base/limits.ts';
import type { Workspace } from './open.ts';
import type { Workflows } from './workflows.ts';

type Saved = { hash: string } | { conflict: true };
type Of = 'tools' | 'rules';

export type AuthorityFiles = {
  tools: (slug: string) => ToolsFile;
  saveTools: (slug: string, was: string, file: ToolsFile) => Saved;
  /** Without a slug the workspace's own rules. */
  rules: (slug?: string) => Rule[];
  saveRules: (slug: string | undefined, was: string, rules: Rule[]) => Saved;
  /** When earlier forms were replaced, the newest first; ms since 1970. */
  earlier: (of: Of, slug?: string) => number[];
  /** What stood there until then; undefined when there is no such form. */
  earlierTools: (slug: string, at: number) => ToolsFile | undefined;
  earlierRules: (slug: string | undefined, at: number) => Rule[] | undefined;
};

type Parts = {
  workspace: Pick<Workspace, 'dir' | 'stateDir' | 'setting'>;
  workflows: Pick<Workflows, 'open' | 'takeDown'>;
  now: () => number;
};

/** Names with a point in front are no slugs: the workspace's own stand apart. */
const OWN = '.workspace';
const json = (x: unknown): string => `${JSON.stringify(x, null, 2)}\n`;

/** Tools and rules of a workspace; `now` dates what is kept. */
export function authorityFiles({ workspace, workflows, now }: Parts): AuthorityFiles {
  const root = path.join(workspace.stateDir, 'earlier');
  const tools = (slug: string): ToolsFile => {
    const { cards, servers = [], practice } = workflows.open(slug).folder;
    return { cards, servers, doubles: practice.tools };
  };
  const rules = (slug?: string): Rule[] =>
    slug === undefined ? workspace.setting().rules : workflows.open(slug).folder.rules;
  const shelf = (slug = OWN): string => path.join(root, slug);
  return {
    tools,
    rules,
    saveTools: (slug, was, file) => {
      const { dir, folder } = workflows.open(slug);
      const before = tools(slug);
      if (hashOf(before) === hashOf(file)) return { hash: hashOf(file) };
      if (hashOf(before) !== was) return { conflict: true }; // AF1
      workflows.takeDown(slug);
      keep(shelf(slug), 'tools', json(before), now());
      const { cards, servers, doubles } = file;
      const practice = practiceSchema.parse({ ...folder.practice, tools: doubles });
      if (hashOf(before.doubles) !== hashOf(doubles))
        writeAtomic(path.join(dir, 'practice.json'), json(practice)); // AF3
      const own = toolsSchema.parse({ cards, servers });
      const text = json(servers.length ? own : { cards: own.cards });
      writeAtomic(path.join(dir, 'tools.json'), text);
      return { hash: hashOf(tools(slug)) };
    },
    saveRules: (slug, was, next) => {
      const dir = slug === undefined ? workspace.dir : workflows.open(slug).dir;
      const before = rules(slug);
      if (hashOf(before) === hashOf(next)) return { hash: hashOf(next) };
      if (hashOf(before) !== was) return { conflict: true }; // AF1
      if (slug !== undefined) workflows.takeDown(slug);
      keep(shelf(slug), 'rules', json(before), now());
      writeAtomic(path.join(dir, 'rules.json'), json(rulesSchema.parse(next)));
      return { hash: hashOf(rules(slug)) };
    },
    earlier: (of, slug) => kept(shelf(slug), of).map(({ at }) => at),
    earlierTools: (slug, at) => {
      const found = read(shelf(slug), 'tools', at) as ToolsFile | undefined;
      if (!found) return undefined;
      const { cards, servers } = toolsSchema.parse({ cards: found.cards, servers: found.servers });
      return { cards, servers, doubles: practiceSchema.parse({ tools: found.doubles }).tools };
    },
    earlierRules: (slug, at) => {
      const found = read(shelf(slug), 'rules', at);
      return found === undefined ? undefined : rulesSchema.parse(found);
    },
  };
}

/** Forms that were kept, the newest first. */
function kept(shelf: string, of: Of): { at: number; file: string }[] {
  if (!fs.existsSync(shelf)) return [];
  return fs
    .readdirSync(shelf)
    .flatMap((name) => {
      const [, at] = new RegExp(`^${of}-(\\d{13,16})\\.json$`).exec(name) ?? [];
      return at === undefined ? [] : [{ at: Number(at), file: path.join(shelf, name) }];
    })
    .sort((a, b) => b.at - a.at);
}

function read(shelf: string, of: Of, at: number): unknown {
  const found = kept(shelf, of).find((one) => one.at === at);
  return found && JSON.parse(fs.readFileSync(found.file, 'utf8'));
}

/** Keeps a form, and only the newest of them (AF2). Two in one millisecond stand side by side. */
function keep(shelf: string, of: Of, text: string, at: number): void {
  fs.mkdirSync(shelf, { recursive: true, mode: 0o700 });
  const taken = new Set(kept(shelf, of).map((one) => one.at));
  let free = at;
  while (taken.has(free)) free += 1;
  writeAtomic(path.join(shelf, `${of}-${String(free).padStart(13, '0')}.json`), text);
  for (const old of kept(shelf, of).slice(LIMITS.autosaves)) fs.rmSync(old.file, { force: true });
}
