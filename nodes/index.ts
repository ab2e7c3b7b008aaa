// The list of all step types. A new step is one file and one line here.

import { approval } from './approval.ts';
import { askOwner } from './ask-owner.ts';
import { budgetCheck } from './budget-check.ts';
import { callTool } from './call-tool.ts';
import { checkResult } from './check-result.ts';
import { classify } from './classify.ts';
import { condition } from './condition.ts';
import { confidenceCheck } from './confidence-check.ts';
import { consensusCount } from './consensus-count.ts';
import { consensus } from './consensus.ts';
import { criticCheck } from './critic-check.ts';
import { critic } from './critic.ts';
import { decide } from './decide.ts';
import { draft } from './draft.ts';
import { end } from './end.ts';
import { escalate } from './escalate.ts';
import { extract } from './extract.ts';
import { forEach } from './for-each.ts';
import { group } from './group.ts';
import { join } from './join.ts';
import { loop } from './loop.ts';
import { parallel } from './parallel.ts';
import { question } from './question.ts';
import { shapeData } from './shape-data.ts';
import { start } from './start.ts';
import { subWorkflow } from './sub-workflow.ts';
import { useToolAsk } from './use-tool-ask.ts';
import { useTool } from './use-tool.ts';
import { wait } from './wait.ts';
import type { NodeDefinition, Registry } from '../engine/node.ts';

// Settings differ per step and are parsed by each step's own schema; hence no common type.
// oxlint-disable-next-line typescript/no-explicit-any -- see engine/node.ts, Registry
const definitions: NodeDefinition<any>[] = [
  start,
  end,
  classify,
  extract,
  draft,
  decide,
  useTool,
  critic,
  consensus,
  callTool,
  condition,
  budgetCheck,
  confidenceCheck,
  checkResult,
  approval,
  question,
  escalate,
  askOwner,
  parallel,
  join,
  loop,
  forEach,
  group,
  subWorkflow,
  wait,
  shapeData,
  useToolAsk,
  criticCheck,
  consensusCount,
];

/** Every step type by `type@version`. */
export const registry: Registry = new Map(definitions.map((d) => [`${d.type}@${d.version}`, d]));
