// The words of stopping everything: what is there now, what each way means, and the receipt as
// text.
// SW1 pure; what is unknown is said as unknown, and nothing is left out because it is empty.

import type { Person } from '../../engine/1-document/schema.ts';
import type { Answers } from '../../engine/api/contract.ts';
import type { Receipt, RunStatus } from '../../engine/4-run/events.ts';
import { moment } from '../cards/value-words.ts';
import type { InputOf } from '../client.ts';
import { t } from '../words.ts';

export type Inventory = Answers['stopInventory'];
export type StopReceipt = NonNullable<Answers['stopReceipt']['receipt']>;
export type Way = InputOf<'stopAll'>['how'];
type Action = Inventory['actions'][number];

export type Line = { text: string; note?: string };
export type Row = { id: string; lines: Line[] };

export const PARTS = ['done', 'notDone', 'unknown', 'waiting'] as const;

const nameOf = (id: string, people: readonly Person[]): string =>
  people.find((person) => person.id === id)?.name ?? id;

/** Something done outside, and how it is undone. */
export function actionLine(action: Action): Line {
  const { title, name, at, isSure, undo } = action;
  const text = t(isSure ? 'app.stop_all.did' : 'app.stop_all.maybe', {
    title,
    name,
    at: moment(at),
  });
  if (!isSure) return { text, note: t('app.stop_all.unknown_help') };
  return { text, note: undo ? t('app.stop_all.undo', { undo }) : t('app.stop_all.no_undo') };
}

function runLine(run: Inventory['runs'][number], people: readonly Person[]): string {
  const { name, doing, waitingFor, status } = run;
  const steps = [...new Set(doing.map((one) => one.name))];
  if (steps.length > 0) return t('app.stop_all.doing', { name, doing: steps.join('\n') });
  const who = waitingFor.map((id) => nameOf(id, people));
  if (who.length > 0) return t('app.stop_all.waits', { name, who: who.join('\n') });
  return t('app.stop_all.stands', { name, status: statusWords(status) });
}

/** How a run stands, in a word; what ended by itself is simply done. */
const statusWords = (status: RunStatus): string =>
  t(status === 'done' ? 'app.outcome.done' : `app.status.${status}`);

const plain = (texts: string[]): Line[] => texts.map((text) => ({ text }));

/** Everything a stop would meet, part by part, in the order in which it is told (SW1). */
export function inventoryRows(now: Inventory, people: readonly Person[]): Row[] {
  const { runs, queued, approvals, memoryWrites, keys, actions, delegated, readers } = now;
  const card = ({ name, kind, to }: Inventory['approvals'][number]): string =>
    t('app.stop_all.card', { name, kind: t(`card.tag.${kind}`), who: nameOf(to, people) });
  const key = ({ name, runs: of, isLocked }: Inventory['keys'][number]): string =>
    t(isLocked ? 'app.stop_all.key.locked' : 'app.stop_all.key', { name, n: of.length });
  return [
    { id: 'runs', lines: plain(runs.map((run) => runLine(run, people))) },
    { id: 'queued', lines: plain(queued.map(({ name }) => t('app.stop_all.behind', { name }))) },
    { id: 'approvals', lines: plain(approvals.map(card)) },
    {
      id: 'memory',
      lines: plain(memoryWrites.map(({ name }) => t('app.stop_all.write', { name }))),
    },
    { id: 'keys', lines: plain(keys.map(key)) },
    { id: 'actions', lines: actions.map(actionLine) },
    {
      id: 'delegated',
      lines: plain(delegated.map(({ name }) => t('app.stop_all.child', { name }))),
    },
    {
      id: 'readers',
      lines: plain(
        readers.map(({ kind, name, runs: of }) =>
          t(`app.stop_all.reader.${kind}`, { name, n: of.length }),
        ),
      ),
    },
  ];
}

/** The five figures above all. */
export const countsOf = (now: Inventory): { id: string; n: number }[] => [
  { id: 'runs', n: now.runs.length },
  { id: 'queued', n: now.queued.length },
  { id: 'approvals', n: now.approvals.length },
  { id: 'delegated', n: now.delegated.length },
  { id: 'memory', n: now.memoryWrites.length },
];

/** Whether there is anything to stop. */
export const isNothing = ({ runs, queued }: Inventory): boolean =>
  runs.length + queued.length === 0;

/** What a way means for what is there now. */
export function wayWords(way: Way, now: Inventory): string {
  const busy = now.runs.filter(({ doing, status }) => doing.length > 0 || status === 'running');
  const steps = [...new Set(now.runs.flatMap(({ doing }) => doing.map(({ name }) => name)))];
  if (way === 'finish')
    return busy.length > 0
      ? t('app.stop_all.way.finish.help', { n: busy.length })
      : t('app.stop_all.way.finish.none');
  return steps.length > 0
    ? t(`app.stop_all.way.${way}.help`, { steps: steps.join('\n') })
    : t(`app.stop_all.way.${way}.none`);
}

/** All runs of a receipt taken together. */
export const totalOf = ({ of }: StopReceipt): Record<keyof Receipt, number> =>
  Object.fromEntries(
    PARTS.map((part) => [part, of.reduce((sum, { receipt }) => sum + receipt[part].length, 0)]),
  ) as Record<keyof Receipt, number>;

/** How a stop was asked for: which way, by whom, when. */
export const askedWords = ({ how, by, at }: StopReceipt, people: readonly Person[]): string =>
  t('app.stop_all.by', {
    way: t(`app.stop_all.way.${how}`),
    who: nameOf(by, people),
    at: moment(at),
  });

/** The heading of a receipt. */
export const receiptTitle = ({ isOver, how }: StopReceipt): string => {
  if (!isOver) return t('app.stop_all.going');
  return t(how === 'finish' ? 'app.stop_all.over.finish' : 'app.stop_all.over');
};

/** Steps by name, each once. */
export const namesWords = (names: string[]): string =>
  t('app.receipt.names', { names: [...new Set(names)].join('\n') });

const runText = ({ name, status, receipt, actions, run }: StopReceipt['of'][number]): string =>
  [
    `${name} · ${statusWords(status)} · ${run}`,
    ...PARTS.filter((part) => receipt[part].length > 0).map(
      (part) => `  ${t(`app.receipt.${part}`)}: ${namesWords(receipt[part])}`,
    ),
    ...actions.map(actionLine).map(({ text, note }) => `  ${text}. ${note}`),
  ].join('\n');

/** The whole receipt as text, to be kept or sent. */
export function receiptText(receipt: StopReceipt, people: readonly Person[]): string {
  const total = totalOf(receipt);
  const figures = PARTS.map((part) => `${t(`app.receipt.${part}`)} ${total[part]}`).join(' · ');
  const { of, locked } = receipt;
  return [
    `${receiptTitle(receipt)}\n${askedWords(receipt, people)}\n${figures}`,
    ...of.map(runText),
    ...(locked.length > 0 ? [t('app.keys.locked', { n: locked.length })] : []),
  ].join('\n\n');
}
