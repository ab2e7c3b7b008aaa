// Trying a step out from the designer: what is being tried, with what, and the run it became.
// TY1 what is tried is what is drawn: everything drawn is saved before it starts.
// TY2 one trial at a time is shown; starting another one leaves the first to the list of runs.
// TY3 a trial is practised. Nothing here can start one for real.

import { useState } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow, WorkflowNode } from '../../engine/1-document/schema.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { registry } from '../../nodes/index.ts';
import { outdated, useAsk } from '../ask.ts';
import { call, Refusal } from '../client.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { examplesOf, startValues, type Example } from '../runs/form-values.ts';

export type How = 'only' | 'until';
export type Trial = { step: string; how: How; run?: string; refusal?: Refusal };

export type Trying = {
  trial: Trial | undefined;
  /** Is the engine being asked to start it? */
  isStarting: boolean;
  start: (how: How, step: string) => void;
  /** What the run is given: all sets of values there are, and the chosen one. */
  given: Example[];
  at: string;
  choose: (id: string) => void;
};

/** A step that can be tried: it does something, or holds steps that do. */
export function canTry(node: WorkflowNode | undefined): boolean {
  const does = node && registry.get(node.type)?.does;
  if (!does) return false;
  return does.kind !== 'structure' || ['loop', 'for_each', 'group', 'workflow'].includes(does.as);
}

/** Up to where a run can go: any step but the first. */
export const canReach = (node: WorkflowNode | undefined): boolean =>
  node !== undefined && !node.type.startsWith('start@');

const EXAMPLE = 'saved:';

/** Sets of values a run can be given: those of the form, and saved examples. */
function useGiven(slug: string, workflow: Workflow): Example[] {
  const saved = useAsk('examples', { slug }).data?.examples ?? [];
  const own = examplesOf(workflow);
  const form = own.length
    ? own
    : [{ id: 'form', words: '', values: startValues(workflow.input) } satisfies Example];
  return [
    ...form,
    ...saved.map(({ id, name, input }) => ({ id: `${EXAMPLE}${id}`, words: name, values: input })),
  ];
}

/** The example that was written in the drawing, else the first. */
function first(given: Example[], workflow: Workflow): Example | undefined {
  const written = JSON.stringify(startValues(workflow.input));
  return given.find(({ values }) => JSON.stringify(values) === written) ?? given[0];
}

export function useTrying(slug: string, open: OpenDocument, workflow: Workflow): Trying {
  const [trial, setTrial] = useState<Trial>();
  const [isStarting, setStarting] = useState(false);
  const [chosen, choose] = useState<string>();
  const given = useGiven(slug, workflow);
  const one = given.find(({ id }) => id === chosen) ?? first(given, workflow);
  const input: JsonObject = one?.values ?? {};
  const start = (how: How, step: string): void => {
    if (!findStep(workflow, step)) return;
    setStarting(true);
    setTrial({ step, how });
    const begin = async (): Promise<void> => {
      try {
        await open.flush(); // TY1
        const test = { [how]: step, kept: true };
        const { run } = await call('startRun', { slug, input, pace: 'full', test });
        setTrial({ step, how, run });
      } catch (wrong) {
        if (!(wrong instanceof Refusal)) throw wrong;
        setTrial({ step, how, refusal: wrong });
      } finally {
        setStarting(false);
        outdated('givenTo');
      }
    };
    void begin();
  };
  return { trial, isStarting, start, given, at: one?.id ?? '', choose };
}
