// What a change of the drawing does to saved examples and to the last runs, as it is drawn.
// EC1 worked out in idle pieces, and given up as soon as the drawing changes again: typing never
//     waits for it.
// EC2 pure: nothing is called, no model is asked; what cannot be known is said to be so.
// EC3 a drawing with errors has no machine, so nothing is said about it.

import { useEffect, useMemo, useState } from 'react';
import type { Difference } from '../../engine/6-replay/compare-fate.ts';
import type { Past } from '../../engine/6-replay/past.ts';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';
import type { Judged } from '../document/use-analysis.ts';

export type Finding = {
  id: string;
  /** Of an example; a run has none. */
  name?: string;
  run?: string;
  past?: Past;
  difference: Difference;
};
export type Effect = {
  examples: Finding[];
  runs: Finding[];
  /** How many of each were looked at. */
  of: { examples: number; runs: number };
};

const SOON_MS = 120;
const LATEST_MS = 500;

type Case = Omit<Finding, 'difference'>;

/** Everything to be looked at: examples, then runs, the newest first. */
function useCases(slug: string): Case[] | undefined {
  const examples = useAsk('examples', { slug }).data?.examples;
  const pasts = useAsk('past', { slug }).data?.pasts;
  return useMemo(
    () =>
      examples &&
      pasts && [
        ...examples.map(({ id, name, past }): Case => ({ id, name, ...(past ? { past } : {}) })),
        ...pasts.map((past): Case => ({ id: past.run, run: past.run, past })),
      ],
    [examples, pasts],
  );
}

const NEVER_RUN: Difference = { how: 'unknown', step: '', why: 'model' };

/** The effect of the drawing as it is now; undefined until it has been worked out (EC1, EC3). */
export function useEffectOfChange(slug: string, judged: Judged | undefined): Effect | undefined {
  const cases = useCases(slug);
  const [effect, setEffect] = useState<Effect>();
  const { folder, setting, judgement } = judged ?? {};
  const hasMachine = judgement?.isFine === true;
  useEffect(() => {
    if (!folder || !setting || !cases || !hasMachine) return undefined;
    let isGone = false;
    let idle = 0;
    const next = (work: () => void): void => {
      idle = requestIdleCallback(work, { timeout: LATEST_MS });
    };
    const begin = async (): Promise<void> => {
      const { foretell, ready } = await import('../../engine/6-replay/redecide-all.ts');
      if (isGone) return;
      const drawn = ready(folder, setting, registry);
      if (!drawn) return setEffect(undefined);
      const found: Finding[] = [];
      const step = (at: number): void => {
        if (isGone) return;
        const one = cases[at];
        if (!one) return setEffect(effectOf(found, cases));
        const difference = one.past ? foretell(drawn, one.past) : NEVER_RUN;
        if (difference) found.push({ ...one, difference });
        next(() => step(at + 1));
      };
      next(() => step(0));
    };
    const soon = setTimeout(() => void begin(), SOON_MS);
    return () => {
      isGone = true;
      clearTimeout(soon);
      cancelIdleCallback(idle);
    };
  }, [folder, setting, cases, hasMachine]);
  return hasMachine ? effect : undefined;
}

const effectOf = (found: Finding[], cases: Case[]): Effect => ({
  examples: found.filter(({ run }) => run === undefined),
  runs: found.filter(({ run }) => run !== undefined),
  of: {
    examples: cases.filter(({ run }) => run === undefined).length,
    runs: cases.filter(({ run }) => run !== undefined).length,
  },
});
