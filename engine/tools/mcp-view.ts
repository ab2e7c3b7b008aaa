// What a person is shown of tool servers before agreeing: pure, complete, nothing hidden in it.
// V1 every word that decides what runs is shown whole, one argument per line (see base/text/exact).
// V2 the state is the engine's finding, never a server's word.

import { exactText, isDeceptive } from '../base/text/exact.ts';
import type { ToolServer } from '../4-run/ports.ts';
import type { Change, ServerView, ToolView, Warning, Word } from '../policy/tool-view.ts';
import {
  changesOf,
  changeText,
  pinOf,
  shownDescription,
  type Descriptor,
} from './mcp-descriptor.ts';
import { claimsOf, draftCard } from './mcp-card.ts';
import { fetchesCode, type Launch } from './mcp-launch.ts';

const word = (part: Word['part'], text: string): Word => ({
  part,
  text: exactText(text),
  ...(isDeceptive(text) ? { odd: true } : {}),
});

/** All words of a launch, in the order they count (V1). */
function wordsOf(launch: Launch): Word[] {
  if (launch.transport === 'address')
    return [
      word('address', launch.address),
      ...(launch.secret === undefined ? [] : [word('secret', launch.secret)]),
    ];
  return [
    word('command', launch.command),
    ...(launch.file === undefined ? [] : [word('file', launch.file)]),
    ...launch.args.map((arg) => word('arg', arg)),
    word('cwd', launch.cwd),
    ...launch.env.map(({ name, from }) => ({ ...word('env', name), from })),
  ];
}

function warningsOf(launch: Launch, words: Word[]): Warning[] {
  const isProgram = launch.transport === 'program';
  const checks: [Warning, boolean][] = [
    ['deceptive', words.some(({ odd }) => odd)],
    ['fetches_code', fetchesCode(launch)],
    ['no_program', isProgram && launch.file === undefined],
    ['no_secret', isProgram && launch.env.some(({ from }) => from === 'nowhere')],
  ];
  return checks.flatMap(([warning, holds]) => (holds ? [warning] : []));
}

/** A server as it stands before a person. */
export function serverView(
  server: ToolServer,
  launch: Launch,
  at: { hash: string; isAgreed: boolean },
): ServerView {
  const words = wordsOf(launch);
  return {
    id: server.id,
    title: exactText(server.title),
    transport: server.transport,
    hash: at.hash,
    state: at.isAgreed ? 'agreed' : 'asks',
    words,
    warnings: warningsOf(launch, words),
  };
}

/** The words as plain lines, for a card. */
export const factsOf = (words: Word[]): { label: string; value: string }[] =>
  words.map(({ part, text, from }) => ({
    label: `tools.part.${part}`,
    value: from ? `${text} (${from})` : text,
  }));

/** What a card shows of a changed or new tool. */
export const changeFacts = (changes: Change[]): { label: string; value: string }[] =>
  changes.map((change) => ({ label: `tools.part.${change.part}`, value: changeText(change) }));

/** The tool itself, or what a person once agreed to and is gone. */
export function toolView(
  server: ToolServer,
  known: { before?: Descriptor | undefined; now?: Descriptor | undefined; cards: string[] },
  taken: Set<string>,
): ToolView | undefined {
  const { before, now, cards } = known;
  const shown = now ?? before;
  if (!shown) return undefined;
  const isSame = before !== undefined && now !== undefined && pinOf(before) === pinOf(now);
  const state = !now ? 'gone' : isSame ? 'agreed' : before ? 'changed' : 'new';
  return {
    name: `${server.id}/${exactText(shown.name)}`,
    tool: shown.name,
    state,
    pin: pinOf(shown),
    description: shownDescription(shown.description),
    claims: claimsOf(shown),
    changes: now ? changesOf(before, now) : [],
    cards,
    ...(now && !cards.length ? { draft: draftCard(server, now, taken) } : {}),
  };
}
