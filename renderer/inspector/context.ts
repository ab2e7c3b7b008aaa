// What every part of the inspector may know about the step it edits and the world around it.

import { createContext, useContext, type ComponentType } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';
import type {
  Person,
  Problem,
  Setting,
  Workflow,
  WorkflowNode,
} from '../../engine/1-document/schema.ts';
import type { Judgement } from '../../engine/3-compile/judge.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import type { Json } from '../../engine/base/value.ts';
import type { Registry } from '../../engine/node.ts';
import type { Names, StepFacts } from '../canvas/step-facts.ts';
import type { Known } from '../document/last-scope.ts';
import type { Sight } from '../document/reach.ts';
import type { Carry } from './carry-store.ts';
import type { Reveal } from './use-reveal.ts';
import type { WidgetProps } from './widget-props.ts';

export type Inspected = {
  step: WorkflowNode;
  facts: StepFacts;
  /** The type without its version: the middle of every catalogue code of this step. */
  type: string;
  workflow: Workflow;
  doc: WorkflowDoc;
  people: Person[];
  registry: Registry;
  names: Names;
  /** What the step may look at; `after` = as the end of a loop looks at its last round. */
  sight: Sight;
  after: Sight;
  /** What the last run gave, or the examples; for trying things out. */
  known: Known;
  /** What is being taken from one place to another. */
  carry: Carry;
  /** Where a problem points; changes each time somebody goes there. */
  reveal: Reveal;
  /** Everything that is wrong with the drawing, once judged. */
  judgement: Judgement | undefined;
  setting: Setting;
  /** Makes the change a problem offers. */
  fix: (problem: Problem) => void;
  lastRun: RunView | undefined;
  problems: Problem[];
  /** Changes one setting of the step. */
  set: (key: string, value: Json | undefined) => void;
  apply: (edits: Edit[]) => void;
  /** Draws a kind of setting; handed in, because widgets draw settings inside settings. */
  widgetFor: (name: string) => ComponentType<WidgetProps>;
};

const Context = createContext<Inspected | undefined>(undefined);

export const InspectedProvider = Context.Provider;

/** The step being edited; a part of the inspector outside of it is a bug. */
export function useInspected(): Inspected {
  const found = useContext(Context);
  if (!found) throw new Error('not inside the inspector');
  return found;
}

/** The step being edited, or nothing: parts that are used outside of the inspector, too. */
export const useMaybeInspected = (): Inspected | undefined => useContext(Context);
