// `stop-all`: stopping everything that is under way, with one receipt.
// SA1 a run that is let finish is waited for, so that the receipt is the last word.
// SA2 it ends with 0 when everything is over or waits, and with 1 when something may have happened
//     that nobody can know.

import { Argument, type Command, Option } from 'commander';
import { WAYS, type Action, type StopReceipt, type Way } from '../4-run/inventory.ts';
import { entry, EXIT, print, printJson, t } from './output.ts';
import { type Common, withOptions } from './options.ts';
import { receiptLines } from './receipt.ts';
import type { Session } from './session.ts';

type Options = Common & { by?: string; how: string };

const spelled = (way: Way): string => way.replace('_', '-');

/** Waits for what is let finish; answers with the receipt as it stands then (SA1). */
async function complete({ client }: Session, receipt: StopReceipt): Promise<StopReceipt> {
  if (receipt.isOver) return receipt;
  for (const { run } of receipt.of) await client.call('settled', { run });
  const { receipt: now } = await client.call('stopReceipt', {});
  return now ?? receipt;
}

const actionLine = ({ name, title, undo, isSure }: Action): string => {
  const did = t(isSure ? 'stop_all.did' : 'stop_all.maybe', { name, title });
  return entry(undo === undefined ? did : `${did} ${t('stop_all.undo', { undo })}`);
};

function text({ of, locked }: StopReceipt): string {
  if (!of.length) return t('stop_all.nothing');
  const runs = of.map(({ run, name, status, receipt, actions }) =>
    [
      `${name}  ${run}  ${t(`status.${status}`)}`,
      receiptLines(receipt, '  '),
      ...actions.map((action) => `  ${actionLine(action)}`),
    ].join('\n'),
  );
  const keys = locked.length ? [t('stop_all.locked', { n: locked.length })] : [];
  return [t('stop_all.stopped', { n: of.length }), ...runs, ...keys].join('\n\n');
}

const isUnsure = ({ of }: StopReceipt): boolean =>
  of.some(({ receipt }) => receipt.unknown.length > 0);

async function stopAll(options: Options): Promise<void> {
  const { withSession } = await import('./session.ts');
  const how = WAYS.find((way) => spelled(way) === options.how) ?? 'now';
  const by = options.by === undefined ? {} : { by: options.by };
  process.exitCode = await withSession(options, async (session) => {
    const stopped = await session.client.call('stopAll', { how, ...by });
    const receipt = await complete(session, stopped.receipt);
    if (options.json) printJson(receipt);
    else print(text(receipt));
    return isUnsure(receipt) ? EXIT.no : EXIT.ok;
  });
}

async function release(options: Common): Promise<void> {
  const { withSession } = await import('./session.ts');
  await withSession(options, async ({ client }) => {
    const answer = await client.call('releaseKeys', {});
    if (options.json) printJson(answer);
    else print(t('stop_all.released', { n: answer.released.length }));
  });
}

/** Declares `stop-all`, and `stop-all release` for the keys it locked. */
export function add(program: Command): void {
  const ways = WAYS.map(spelled);
  const how = new Option('--how <way>', t('option.how')).choices(ways).default('now');
  const command = program
    .command('stop-all')
    .description(t('stop-all.about'))
    .addArgument(new Argument('[what]', t('argument.release')).choices(['release']))
    .addOption(how);
  withOptions(command, 'by', 'json', 'workspace').action(
    (what: string | undefined, options: Options) =>
      what === undefined ? stopAll(options) : release(options),
  );
}
