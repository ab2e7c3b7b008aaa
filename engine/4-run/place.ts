// Where an effect stands in its family of runs: which item of which for-each, which sub-workflow,
// which execution. Run ids say it too, but nobody can know them before they are given out.
// PL1 a path names the runs from the root down, one `<step>:<visit>[:<item>]/` for each; the root's
//     is empty. With step and visit it names one execution, before it happens and after a restart.
// PL2 a grant opens the one execution it names. One with visit 0 stands for all executions of its
//     step at or below its path, and opens nothing.

import type { Grant } from './events.ts';
import type { LiveEffect, LiveRun, UsableGrant } from './live.ts';

type Row = Pick<LiveEffect['row'], 'step' | 'node' | 'visit'>;

/** The path of the child run that a step of a run leads to (PL1). */
export const pathTo = (path: string, { node, visit }: Omit<Row, 'step'>, index?: number): string =>
  `${path}${node}:${visit}${index === undefined ? '' : `:${index}`}/`;

/** The path of the child run that an effect stands for. */
export const pathBelow = ({ path }: LiveRun, { row, index }: LiveEffect): string =>
  pathTo(path, row, index);

/** The name of one gate in the family: the same however often it is asked. */
export const gateAt = ({ path }: Pick<LiveRun, 'path'>, node: string): string => `${path}${node}`;

/** The numbers of the items a path leads through, from 0, outermost first. */
export const itemsOn = (path: string): number[] =>
  path.split('/').flatMap((hop) => {
    const index = hop.split(':')[2];
    return index === undefined ? [] : [Number(index)];
  });

/** Does the grant speak of this effect (PL2)? `live` is the run the effect belongs to. */
export function speaksOf(
  grant: Grant,
  { path, row: run }: LiveRun,
  row: LiveEffect['row'],
): boolean {
  // A gate names the step and means its tool call; what the door asked about is one inner step.
  const isStep = grant.step === row.step || (grant.step === row.node && row.kind === 'tool');
  if (!isStep) return false;
  const within = grant.within ?? '';
  if (grant.visit === 0) return grant.workflow === run.workflow && path.startsWith(within);
  return grant.visit === row.visit && path === within;
}

/** The grants with one marked as taken by an effect; the list handed in is not changed. */
export const taken = (
  grants: readonly UsableGrant[],
  id: string,
  by: string,
): readonly UsableGrant[] => grants.map((g) => (g.id === id ? { ...g, usedBy: by } : g));
