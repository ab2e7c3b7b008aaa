// Answering a card: one answer at a time, and what came back when it was not taken.

import { useState } from 'react';
import type { JsonObject } from '../../engine/base/value.ts';
import { outdated, useTell } from '../ask.ts';
import type { Refusal } from '../client.ts';

export type Given = { edit?: JsonObject; note?: string; to?: string };
export type Decision = {
  decide: (choice: string, given?: Given) => void;
  /** The choice that is under way. */
  busy: string | undefined;
  refusal: Refusal | undefined;
  forget: () => void;
};

/** `by` is who decides, as claimed on this computer. */
export function useDecision(card: string, by: string): Decision {
  const { mutate, isPending, error, reset } = useTell('decide');
  const [choice, setChoice] = useState<string>();
  return {
    decide: (next, given = {}) => {
      setChoice(next);
      mutate(
        { card, choice: next, by, ...given },
        { onSettled: () => outdated('inbox', 'decided', 'card', 'runs') },
      );
    },
    busy: isPending ? choice : undefined,
    refusal: error ?? undefined,
    forget: reset,
  };
}
