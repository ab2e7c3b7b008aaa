// What every part of the Tools sheet knows: the workflow, the rules in force, the keys that are
// here, and what is in force of the tools.

import { useMemo } from 'react';
import type { Card, Rule } from '../../engine/1-document/schema.ts';
import type { ToolsFile } from '../../engine/1-document/tools-file.ts';
import { stepsOf } from '../../engine/1-document/scopes.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { canonical } from '../../engine/base/canonical.ts';
import { useAsk } from '../ask.ts';
import { cardProblems, type CardProblem, type CardWorld } from './card-problems.ts';

export type ToolWorld = CardWorld & {
  slug: string;
  doc: WorkflowDoc;
  rules: Rule[];
  currency: string;
  inForce: ToolsFile;
};

/** Undefined until everything is known. */
export function useToolWorld(slug: string, inForce: ToolsFile | undefined): ToolWorld | undefined {
  const doc = useAsk('workflow', { slug }).data;
  const workspace = useAsk('workspace', {}).data;
  const secrets = useAsk('secrets', {}).data;
  return useMemo(() => {
    if (!doc || !workspace || !inForce) return undefined;
    return {
      slug,
      doc,
      inForce,
      rules: [...workspace.rules, ...doc.rules],
      workflow: doc.workflow.id,
      currency: workspace.currency,
      secrets: secrets?.secrets.map(({ name }) => name) ?? [],
    };
  }, [slug, doc, workspace, secrets, inForce]);
}

/** Steps that use a tool, by name. */
export const stepsUsing = ({ doc }: ToolWorld, { name }: Pick<Card, 'name'>): string[] =>
  [...stepsOf(doc.workflow.scope)].flatMap(({ node }) =>
    node.settings['tool'] === name ? [node.name] : [],
  );

/** The very same stands in force. */
export const isInForce = <T extends object>(one: T, all: readonly T[]): boolean => {
  const text = canonical(one);
  return all.some((other) => canonical(other) === text);
};

/** What is wrong with any of the tools, by card; servers that lack their words among them. */
export function allProblems(file: ToolsFile, world: CardWorld): Map<string, CardProblem[]> {
  return new Map([
    ...file.cards.map((card) => [card.name, cardProblems(card, world)] as const),
    ...file.servers.map((server) => {
      const words = server.transport === 'program' ? server.command : server.address;
      const isFine = server.transport === 'program' ? words.trim() !== '' : URL.canParse(words);
      const missing = { at: 'server', code: 'tool.problem.server', isError: true };
      return [`server ${server.id}`, isFine ? [] : [missing]] as const;
    }),
  ]);
}
