// `secrets list|set|forget`: names of what tools and models may use to prove who they are.
// SE1 a value comes in by standard input and never leaves: no command shows one, none takes one as
//     an argument, where other programs and the shell's history could read it.

import type { Command } from 'commander';
import { Option } from 'commander';
import type { SecretPlace, SecretStore } from '../secrets/store.ts';
import { withOptions, type Common } from './options.ts';
import { CommandEnd, columns, EXIT, hidden, print, printJson, t, tell } from './output.ts';
import { say } from '../base/text/say.ts';
import type { Said } from '../node.ts';

type Setting = Common & { host?: string[] };

async function storeOf(options: Common): Promise<SecretStore> {
  const { realRandom } = await import('../4-run/clock.ts');
  const { openWorkspace } = await import('../workspace/open.ts');
  const { findPlace } = await import('../workspace/place.ts');
  const { secretsOf } = await import('../workspace/secrets.ts');
  return secretsOf(openWorkspace(findPlace(options.workspace), realRandom), hidden.learn);
}

const whereSaid = (where: SecretPlace): string => t(`secrets.where.${where}`);

async function list(options: Common): Promise<void> {
  const store = await storeOf(options);
  const where = await store.where();
  const secrets = store.list();
  if (options.json) return printJson({ where, isProtected: where !== 'environment', secrets });
  const rows = secrets.map(({ name, hosts, where: at }) => [
    name,
    hosts.join(', ') || t('secrets.anywhere'),
    at,
  ]);
  print(rows.length ? columns(rows) : t('secrets.none'));
  tell(whereSaid(where));
}

/** Ctrl+C, which a terminal that shows nothing hands over as a character. */
const INTERRUPT = '\u0003';

/** The value, without the line break that ends it. */
async function valueFromInput(name: string): Promise<string> {
  const { stdin } = process;
  if (stdin.isTTY) {
    tell(t('secrets.type', { name }));
    stdin.setRawMode(true); // what is typed is not shown
  }
  let text = '';
  stdin.setEncoding('utf8');
  for await (const piece of stdin) {
    text += String(piece);
    if (stdin.isTTY && text.includes(INTERRUPT)) process.exit(EXIT.interrupted);
    if (stdin.isTTY && /[\r\n]/.test(text)) break;
  }
  if (stdin.isTTY) stdin.setRawMode(false);
  return text.replace(/[\r\n]+$/, '');
}

const refuse = ({ code, params }: Said): never => {
  throw new CommandEnd(say('en', code, params));
};

async function set(name: string, options: Setting, { args }: Command): Promise<void> {
  // Whatever else stands there may be the value, and must not be said back.
  if (args.length > 1) throw new CommandEnd(t('secrets.not_here'));
  const store = await storeOf(options);
  const value = await valueFromInput(name);
  const known = store.list().find((one) => one.name === name)?.hosts ?? [];
  const hosts = options.host?.map((host) => host.toLowerCase()) ?? known;
  const kept = await store.set(name, value, hosts);
  if ('wrong' in kept) return refuse(kept.wrong);
  if (options.json) printJson({ name, hosts, where: kept.where });
  else print(t('secrets.kept', { name, where: whereSaid(kept.where) }));
}

async function forget(name: string, options: Common): Promise<void> {
  const store = await storeOf(options);
  if (!(await store.forget(name))) throw new CommandEnd(t('secrets.unknown', { name }));
  if (options.json) printJson({ name, forgotten: true });
  else print(t('secrets.forgotten', { name }));
}

/** Declares the commands about secrets. */
export function add(program: Command): void {
  const secrets = program.command('secrets').description(t('secrets.about'));
  const one = (name: 'set' | 'forget'): Command =>
    secrets
      .command(name)
      .argument('<name>', t('argument.secret'))
      .description(t(`secrets.${name}.about`));
  const host = new Option('--host <host>', t('option.host')).argParser(
    (text, before: string[] | undefined) => [...(before ?? []), text],
  );
  const listing = secrets.command('list').description(t('secrets.list.about'));
  withOptions(listing, 'json', 'workspace').action(list);
  const setting = one('set').addOption(host).allowExcessArguments().allowUnknownOption();
  withOptions(setting, 'json', 'workspace').action(set);
  withOptions(one('forget'), 'json', 'workspace').action(forget);
}
