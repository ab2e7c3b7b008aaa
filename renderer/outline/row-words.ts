// The words of an outline's rows: what stands on them, and what a screen reader says.
// OW1 pure; a reader hears everything a row shows, in one sentence after the other.

import type { Problem } from '../../engine/1-document/schema.ts';
import type { Lit } from '../canvas/lit.ts';
import { pillKind, spokenLine, type Names } from '../canvas/step-facts.ts';
import { sayProblem } from '../problems/say-problem.ts';
import { t } from '../words.ts';
import type { Leads, OutlineRow, StepRow, Told, WayRow } from './outline-rows.ts';

/** What a row may know beside the drawing. */
export type Around = {
  names: Names;
  problems: ReadonlyMap<string, Problem[]>;
  /** The light of a run; undefined while drawing. */
  lit?: Lit | undefined;
};

/** What stands beside the name: what the step does, or the kind of a start or end. */
export const lineOf = ({ facts }: StepRow, names: Names): string =>
  facts.shape === 'pill' ? pillKind(facts) : spokenLine(facts, names);

/** "goes to 6 Pay", "asks the owner": what a way out does. */
export function leadsWords(leads: Leads): string {
  if (leads.how === 'leaves') return t('app.outline.leaves', { room: leads.room });
  if (leads.how !== 'to') return t(`app.outline.${leads.how}`);
  const steps = leads.steps.map(({ n, name }) => t('app.outline.step', { n, name }));
  return t('app.outline.to', { steps: steps.join('\n') });
}

/** The only ordinary way out has no name of its own: it goes on. */
export function wayWords({ way, leads }: Told, isOnly: boolean): string {
  return isOnly && !way.problem && leads.how !== 'nowhere' ? t('app.outline.then') : way.words;
}

/** True when the step of a way has no other ordinary way. */
export const isOnlyWay = (row: StepRow): boolean =>
  row.facts.ways.filter((way) => !way.problem).length === 1;

/** The ways a folded step tells; unfolded, they have rows of their own. */
export const toldIn = (row: StepRow): Told[] => (row.isOpen === false ? row.told : []);

const toldWords = (told: Told, isOnly: boolean): string =>
  t('app.outline.way', { way: wayWords(told, isOnly), leads: leadsWords(told.leads) });

function stepWords(row: StepRow, { names, problems, lit }: Around): string {
  const { id, node, facts, n } = row;
  const light = lit?.steps[id];
  const round = lit?.rounds[id];
  const own = problems.get(id) ?? [];
  return [
    t('app.outline.row', { n, name: node.name || facts.kind, kind: facts.kind }),
    facts.shape === 'pill' ? undefined : lineOf(row, names),
    light && (light.word ?? t(`app.state.${light.state}`)),
    light?.facts,
    round && roundWords(round),
    ...toldIn(row).map((told) => toldWords(told, isOnlyWay(row))),
    ...own.map((problem) => t('app.outline.problem', { text: sayProblem(problem).text })),
  ]
    .filter(Boolean)
    .map((part) => `${part}`.replace(/[.]?$/, '.'))
    .join(' ');
}

/** "Round 2 of 3". */
export const roundWords = ({ round, of }: { round: number; of?: number }): string =>
  of === undefined ? t('app.outline.round', { round }) : t('app.room.round', { round, of });

/** What happened to a way in the run: taken, not taken, or nothing yet. */
export function wayLight(row: WayRow, lit: Lit | undefined): 'taken' | 'off' | undefined {
  if (!lit) return undefined;
  const ids = [...lit.taken].filter((id) => id.startsWith(`${row.step}:${row.way.id}>`));
  if (ids.length > 0) return 'taken';
  const off = [...lit.off].some((id) => id.startsWith(`${row.step}:${row.way.id}>`));
  return off ? 'off' : undefined;
}

/** What a screen reader says about a row (OW1); place, level and folding are said by the tree. */
export function rowWords(row: OutlineRow, around: Around, isOnly: boolean): string {
  if (row.is === 'empty') return t('app.outline.empty');
  if (row.is === 'step') return stepWords(row, around);
  const light = wayLight(row, around.lit);
  const said = toldWords(row, isOnly);
  return light ? `${said} ${t(`app.outline.${light}`)}` : said;
}
