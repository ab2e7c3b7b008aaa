// How a rule reports: a code, where it is, and whether the workflow can run with it.

import type { Edit } from '../1-document/change.ts';
import type { Problem } from '../1-document/schema.ts';
import type { JsonObject } from '../base/value.ts';
import type { Drawing, Step } from './step.ts';

/** A family of findings: looks at the drawing, never changes it, never throws. */
export type Rule = (drawing: Drawing) => Problem[];

type More = {
  field?: string;
  severity?: Problem['severity'];
  /** `params` join those of the finding: the words of the fix may need more than its sentence. */
  fix?: { code: string; edit: Edit; params?: Problem['params'] } | undefined;
};

/** A finding about a step; its name is always the parameter `step`. */
export function onStep(
  code: string,
  step: Step,
  params: Problem['params'] = {},
  { field, severity = 'error', fix }: More = {},
): Problem {
  return {
    code,
    severity,
    params: { step: step.node.name, ...params, ...fix?.params },
    step: step.node.id,
    ...(field === undefined ? {} : { field }),
    ...(fix ? { fix: { code: fix.code, edit: fix.edit as unknown as JsonObject } } : {}),
  };
}

/** A finding about the workflow as a whole; `path` is the place in its file. */
export const onWorkflow = (
  code: string,
  params: Problem['params'] = {},
  path?: string,
  severity: Problem['severity'] = 'error',
): Problem => ({ code, severity, params, ...(path === undefined ? {} : { path }) });
