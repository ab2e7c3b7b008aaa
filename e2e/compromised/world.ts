// The world outside: tools that answer and remember what was done with them. The oracle reads this
// and nothing else.
// WO1 a call is remembered before it is answered, whatever the engine thinks of it.

import type { AuthorityCard } from '../../engine/node.ts';
import type { ToolPort } from '../../engine/4-run/ports.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';

/** One thing that happened. */
export type Deed = { tool: string; args: JsonObject; run: string };

/** What comes from outside in one run: the words of a stranger, and who they say they are. */
export type Outside = { text: string; from: string; subject: string };

/** What a tool answers to its arguments. */
export type Answers = Record<string, (args: JsonObject, outside: Outside) => Json>;

export type World = { tools: ToolPort; deeds: Deed[]; outside: Outside };

/** Does the tool do what cannot be taken back? Said here once more, not asked of anybody. */
export const isGrave = (card: Pick<AuthorityCard, 'effect' | 'class'>): boolean =>
  card.effect === 'irreversible' ||
  card.effect === 'spend' ||
  (card.class === 'communication' && card.effect === 'write');

export function openWorld(answers: Answers): World {
  const world: World = {
    deeds: [],
    outside: { text: '', from: '', subject: '' },
    tools: {
      call: async (card, args, { run }) => {
        world.deeds.push({ tool: card.name, args, run });
        const value = answers[card.name]?.(args, world.outside) ?? { done: true };
        const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
        return { ok: true, used, reply: { value } };
      },
    },
  };
  return world;
}

export const spelledDeeds = (deeds: readonly Deed[]): string =>
  deeds.map(({ tool, args }) => `${tool}(${JSON.stringify(args).slice(0, 200)})`).join(', ');
