// `tools list|pin|trust`: tools of other programs, and a person's word on them.
// TL1 showing starts nothing; `pin` starts only what was agreed to.
// TL2 agreeing names the code of what was shown, so that nobody agrees to something unseen.
// TL3 what still waits for a person's word ends with 3.

import type { Command } from 'commander';
import { hashOf } from '../base/canonical.ts';
import { RefusedError } from '../base/refused.ts';
import { say } from '../base/text/say.ts';
import type { ServerView, ToolView } from '../policy/tool-view.ts';
import type { Named, ToolServers } from '../tools/mcp.ts';
import { type Common, withOptions } from './options.ts';
import { CommandEnd, entry, EXIT, hidden, print, printJson, t } from './output.ts';

type Options = Common & { agree?: string; withdraw?: true; by?: string };
type Open = { servers: ToolServers; named: Named; by: string; file: string };

/** Enough of a hash to name what was shown. */
const CODE = 16;
const codeOf = (hash: string): string => hash.slice(0, CODE);

/** Works with the servers of a file; whatever was started ends with the command. */
async function withServers<T>(
  file: string,
  options: Options,
  work: (open: Open) => Promise<T>,
): Promise<T> {
  const { openFolder } = await import('../workspace/workflows.ts');
  const { openWorkspace } = await import('../workspace/open.ts');
  const { findPlace } = await import('../workspace/place.ts');
  const { serversIn, namedIn } = await import('../workspace/tool-servers.ts');
  const { Trouble } = await import('../tools/mcp-trouble.ts');
  const { secretsOf } = await import('../workspace/secrets.ts');
  const { createNet } = await import('../net/safe-fetch.ts');
  const { realClock, realRandom } = await import('../4-run/clock.ts');
  const { folder } = openFolder(file);
  const workspace = openWorkspace(findPlace(options.workspace), realRandom);
  const by = options.by ?? workspace.setting().people[0]?.id ?? '';
  const secrets = secretsOf(workspace, hidden.learn);
  const net = createNet({ after: realClock.after });
  const servers = serversIn(workspace.stateDir, { net, secrets });
  try {
    return await work({ servers, named: namedIn(folder), by, file });
  } catch (error) {
    if (error instanceof Trouble)
      throw new RefusedError({ code: error.code, params: error.params });
    throw error;
  } finally {
    await servers.close();
    await net.close();
  }
}

/** A server with all its words, one per line. */
function serverLines(view: ServerView): string {
  const words = view.words.map(({ part, text, from }) => {
    const source = from ? ` (${say('en', `tools.from.${from}`)})` : '';
    return `  ${say('en', `tools.part.${part}`)}: ${entry(text)}${source}`;
  });
  const warnings = view.warnings.map((one) => `  ! ${say('en', `tools.warning.${one}`)}`);
  const head = `${view.id}  ${view.title}  ${t(`tools.state.${view.state}`)}`;
  return [head, ...words, ...warnings].join('\n');
}

/** A tool with what it says, or what is different about it. */
function toolLines({ name, state, cards, claims, changes, description }: ToolView): string {
  const used = cards.length ? cards.join(', ') : t('tools.unused');
  const claimed = claims.map((claim) => say('en', `tools.claim.${claim}`)).join(', ');
  const mark = { same: ' ', gone: '-', new: '+' };
  const different = changes.flatMap(({ part, lines }) => [
    `  ${say('en', `tools.part.${part}`)}:`,
    ...lines.map(({ kind, text }) => `    ${mark[kind]} ${text}`),
  ]);
  return [
    `${name}  ${t(`tools.state.${state}`)}  ${used}`,
    ...(claimed ? [`  ${t('tools.claims', { claims: claimed })}`] : []),
    ...(state === 'agreed' ? [`  ${entry(description)}`] : different),
  ].join('\n');
}

/** The view of a server of the file; ends the command when there is none. */
async function viewOf({ servers, named }: Open, id: string): Promise<ServerView> {
  const view = (await servers.describe(named)).find((one) => one.id === id);
  if (!view) throw new CommandEnd(t('wrong.server', { server: id }));
  return view;
}

const agreeWith = (words: string[], code: string): string =>
  t('tools.agree_with', { command: ['interlock tools', ...words, '--agree', code].join(' ') });

async function list(file: string, options: Options): Promise<void> {
  await withServers(file, options, async ({ servers, named }) => {
    const views = await servers.describe(named);
    if (options.json) printJson({ servers: views });
    else print(views.map(serverLines).join('\n\n') || t('tools.none'));
  });
}

async function trust(file: string, id: string, options: Options): Promise<void> {
  process.exitCode = await withServers(file, options, async (open) => {
    const view = await viewOf(open, id);
    const { title, hash } = view;
    if (options.withdraw) {
      await open.servers.withdraw(open.named, id);
      if (options.json) printJson({ ...view, state: 'asks' });
      else print(t('tools.withdrawn', { server: title }));
      return EXIT.ok;
    }
    const isSeen = options.agree !== undefined && options.agree === codeOf(hash); // TL2
    if (options.agree !== undefined && !isSeen)
      throw new CommandEnd(say('en', 'tools.other_words', { server: title }));
    if (isSeen) await open.servers.agree(open.named, id, hash, open.by);
    const isAgreed = isSeen || view.state === 'agreed';
    if (options.json)
      printJson({ ...view, state: isAgreed ? 'agreed' : 'asks', code: codeOf(hash) });
    else if (isSeen) print(t('tools.agreed', { server: title }));
    else
      print(
        isAgreed
          ? serverLines(view)
          : `${serverLines(view)}\n${agreeWith(['trust', file, id], codeOf(hash))}`,
      );
    return isAgreed ? EXIT.ok : EXIT.waits; // TL3
  });
}

/** Pins of the tools that wait for a person's word, and the code of all of them. */
function waiting(tools: ToolView[]): { pins: Record<string, string>; code: string } {
  const open = tools.filter(({ state }) => state === 'new' || state === 'changed');
  const pins = Object.fromEntries(open.map(({ tool, pin }) => [tool, pin]));
  return { pins, code: codeOf(hashOf(pins)) };
}

async function pin(file: string, id: string, options: Options): Promise<void> {
  process.exitCode = await withServers(file, options, async (open) => {
    const { title } = await viewOf(open, id);
    const tools = await open.servers.look(open.named, id);
    const { pins, code } = waiting(tools);
    const n = Object.keys(pins).length;
    const isSeen = options.agree !== undefined && options.agree === code; // TL2
    const isKept =
      isSeen && n > 0 && (await open.servers.agreeTools(open.named, id, pins, open.by));
    if (options.agree !== undefined && n > 0 && !isKept)
      throw new CommandEnd(say('en', 'tools.other_tool', { server: title }));
    const isAgreed = n === 0 || isKept;
    if (options.json) printJson({ server: id, agreed: isAgreed, code, tools });
    else if (isKept) print(t('tools.pinned', { n, server: title }));
    else {
      print(tools.map(toolLines).join('\n\n'));
      print(
        isAgreed ? t('tools.all_agreed', { server: title }) : agreeWith(['pin', file, id], code),
      );
    }
    return isAgreed ? EXIT.ok : EXIT.waits; // TL3
  });
}

/** Declares `tools` and what stands under it. */
export function add(program: Command): void {
  const tools = program.command('tools').description(t('tools.about'));
  const about = (name: string): Command =>
    tools
      .command(name)
      .description(t(`tools.${name}.about`))
      .argument('<file>', t('argument.file'));
  const agreeing = (command: Command): Command =>
    withOptions(
      command
        .argument('<server>', t('argument.server'))
        .option('--agree <code>', t('option.agree')),
      'by',
      'json',
      'workspace',
    );
  withOptions(about('list'), 'json', 'workspace').action(list);
  agreeing(about('pin')).action(pin);
  agreeing(about('trust')).option('--withdraw', t('option.withdraw')).action(trust);
}
