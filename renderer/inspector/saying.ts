// What a sentence about a step is made of, for every kind of step. See say-step.ts.

import type { JsonObject } from '../../engine/base/value.ts';
import type { Workflow, WorkflowNode } from '../../engine/1-document/schema.ts';
import type { Names, StepFacts } from '../canvas/step-facts.ts';
import type { Sight } from '../document/reach.ts';

/** All a sentence is made of. */
export type Saying = {
  step: WorkflowNode;
  settings: JsonObject;
  facts: Pick<StepFacts, 'definition'>;
  names: Names;
  workflow: Workflow;
  sight: Sight;
  /** As the end of a loop looks at its last round. */
  after: Sight;
  /** What a way leads to, in words. */
  leads: (port: string) => string;
};

/** What is said of one kind of step. */
export type Say = (saying: Saying) => (string | undefined)[];
