// What workflows may use and what the rules say: read, put in force, tried out.
// HA1 trying rules and playing a double change nothing and call nothing.
// HA2 a tool that only reads can be tried for real: as a run of one step, through the one door, so
//     that rules, limits and the record hold for it as for any other call.

import type { Folder, Rule } from '../1-document/schema.ts';
import { realClock } from '../4-run/clock.ts';
import { refuse } from '../base/refused.ts';
import { hashOf } from '../base/canonical.ts';
import { say } from '../base/text/say.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { tryRules } from '../policy/tried.ts';
import { callPractice } from '../tools/practice.ts';
import { KEY_MARK, sentBy } from '../tools/sent.ts';
import type { Deed, World } from '../tools/world.ts';
import type { App } from '../workspace/app.ts';
import { emptyFolder } from '../workspace/naming.ts';
import type { Answers } from './contract.ts';
import type { Handlers } from './handler.ts';
import { pastCalls, type Past } from './past-calls.ts';

type AuthorityName =
  | 'tools'
  | 'saveTools'
  | 'rules'
  | 'saveRules'
  | 'earlierAuthority'
  | 'playTool'
  | 'tryTool'
  | 'tryRules';

/** Changes listed one by one; of more only their number is told. */
const MOST_CHANGED = 200;

const tools = (app: App, slug: string): Answers['tools'] => {
  const file = app.authority.tools(slug);
  return { ...file, hash: hashOf(file) };
};
const rules = (app: App, slug?: string): Answers['rules'] => {
  const own = app.authority.rules(slug);
  return { rules: own, hash: hashOf(own) };
};

/** The rules in force for a call and the tried ones in their place, the workspace's own first. */
function rulesFor(app: App, slug: string | undefined, tried: Rule[]) {
  const { rules: own } = app.workspace.setting();
  const byWorkflow = new Map(
    app.workflows.list().flatMap(({ loaded: { folder } }) => {
      return folder ? [[folder.workflow.id, folder.rules] satisfies [string, Rule[]]] : [];
    }),
  );
  return (workflow: string) => {
    const theirs = byWorkflow.get(workflow) ?? [];
    const now = [...own, ...theirs];
    return { now, then: slug === undefined ? [...tried, ...theirs] : [...own, ...tried] };
  };
}

function tryOn(app: App, slug: string | undefined, rulesNow: Rule[]): Answers['tryRules'] {
  const workflow = slug === undefined ? undefined : app.workflows.open(slug).folder.workflow.id;
  const { runs, calls } = pastCalls(app, workflow);
  const both = rulesFor(app, slug, rulesNow);
  const { changed, ...tried } = tryRules(calls, (call) => both(call.facts.workflow));
  const names = new Map(calls.map((call) => [call.effect, call]));
  return {
    ...tried,
    runs,
    more: Math.max(0, changed.length - MOST_CHANGED),
    changed: changed.slice(0, MOST_CHANGED).map(({ call, from, to }) => {
      const { stepName, title, workflowName } = names.get(call.effect) as Past;
      const { run, effect, at, facts } = call;
      const amount = facts.amount === undefined ? {} : { amount: facts.amount };
      const word = ({ then, name, id }: typeof from) => ({ then, rule: name ?? id });
      const names_ = { step: stepName, tool: title, workflow: workflowName };
      return { run, effect, at, ...names_, ...amount, from: word(from), to: word(to) };
    }),
  };
}

/** The practice world as it stands; what a try would change there is heard and not kept (HA1). */
function heardWorld(world: Pick<World, 'rows'>): { world: World; heard: Deed[] } {
  const heard: Deed[] = [];
  return {
    heard,
    world: {
      answered: () => undefined,
      rows: world.rows,
      record: (deed) => void heard.push(deed),
    },
  };
}

/** A drawing of one step that calls the tool once; what fails there ends it. */
function folderFor(folder: Folder, card: AuthorityCard, args: JsonObject, name: string): Folder {
  const { workflow } = emptyFolder();
  const call = {
    id: 'call',
    type: 'call_tool@1',
    name: card.title,
    at: [0, 96] as [number, number],
    settings: { tool: card.name, args },
    noDefault: ['error'],
  };
  const [start, done] = workflow.scope.nodes;
  const output = { answer: { '@ref': 'steps.call.value' } };
  return {
    ...folder,
    workflow: {
      ...workflow,
      id: folder.workflow.id,
      name: name.slice(0, 120),
      owners: folder.workflow.owners,
      scope: {
        ...workflow.scope,
        nodes: [start!, call, { ...done!, settings: { ...done!.settings, output } }],
        edges: [
          { from: 'start', port: 'ok', to: 'call' },
          { from: 'call', port: 'ok', to: 'done' },
        ],
      },
    },
  };
}

export const authorityHandlers: Handlers<AuthorityName> = {
  tools: (app, { slug }) => tools(app, slug),
  saveTools: (app, { slug, was, ...file }) => {
    const saved = app.authority.saveTools(slug, was, file);
    return 'conflict' in saved ? { conflict: tools(app, slug) } : saved;
  },
  rules: (app, { slug }) => rules(app, slug),
  saveRules: (app, { slug, was, rules: next }) => {
    const saved = app.authority.saveRules(slug, was, next);
    return 'conflict' in saved ? { conflict: rules(app, slug) } : saved;
  },
  earlierAuthority: (app, { of, slug, at }) => {
    const { authority } = app;
    const times = authority.earlier(of, slug);
    if (at === undefined) return { times };
    if (of === 'rules') {
      const found = authority.earlierRules(slug, at);
      return found ? { times, rules: found } : refuse('authority.no_earlier');
    }
    const found = slug === undefined ? undefined : authority.earlierTools(slug, at);
    return found ? { times, tools: found } : refuse('authority.no_earlier');
  },
  playTool: (app, { slug, card, doubles, args }) => {
    const { folder } = app.workflows.open(slug);
    const { world, heard } = heardWorld(app.world);
    const context = {
      key: KEY_MARK,
      run: 'try',
      step: 'try',
      visit: 1,
      at: realClock.now(),
      attempt: 1,
      signal: new AbortController().signal,
      practice: { ...folder.practice, tools: doubles },
    };
    const sent = sentBy(card as AuthorityCard, args);
    if ('fault' in sent) return { sent };
    const played = callPractice(world, card as AuthorityCard, args, context);
    const [deed] = heard;
    return {
      sent,
      answer: played.ok
        ? { value: played.reply.value as Json }
        : { failure: { code: played.failure.code, params: played.failure.params ?? {} } },
      ...(deed ? { leaves: { rows: deed.rows, ...(deed.mail ? { mail: deed.mail } : {}) } } : {}),
    };
  },
  tryTool: (app, { slug, tool, args, by }, once) => {
    const { dir, folder } = app.workflows.open(slug);
    const card = folder.cards.find(({ name }) => name === tool);
    if (!card) return refuse('tools.not_in_force', { tool });
    const { title } = card;
    if (card.effect !== 'read' && card.effect !== 'none')
      refuse('tools.only_reads', { tool: title });
    if (card.unlinked) refuse('tools.not_linked', { tool: title });
    const name = say(app.language, 'tool.try.run_name', { tool: title });
    return app.engine.startRun({
      folder: folderFor(folder, card as AuthorityCard, args, name),
      dir,
      setting: app.workspace.setting(),
      input: {},
      by,
      practice: false,
      pace: 'full',
      test: { of: { only: 'call' } },
      once,
    });
  },
  tryRules: (app, { slug, rules: tried }) => tryOn(app, slug, tried),
};
