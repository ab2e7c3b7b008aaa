// How much an agent step asks a model to read, and how much it may: before any run, from its
// settings; and again with the values of a run, so that a person sees what grew.
// PS1 reckoned as the door reckons it: the whole request, three bytes to a token.
// PS2 a step of several calls is measured by its first call, which carries the instructions.
// PS3 total: half-made settings have no size yet.

import { resolve, type Scope } from '../base/binding.ts';
import { innerId } from '../base/ids.ts';
import type { JsonObject } from '../base/value.ts';
import type { Models } from '../1-document/schema.ts';
import { NO_USAGE, type Lowered, type ModelCall, type Registry, type StepInput } from '../node.ts';
import { render, withPrompt } from '../prompts/render.ts';
import { bytesOf, largestPart } from '../prompts/size.ts';
import { currentPrompt } from '../prompts/version.ts';
import type { Drawing, Step } from './step.ts';

const BYTES_PER_TOKEN = 3;
const NOTHING: Scope = { input: { v: {}, labels: {} }, steps: {} };
const AT = '2000-01-01T00:00:00.000Z';

/** Tokens of a request, the most it may have, the part it mostly consists of and its share in %. */
export type PromptSize = { tokens: number; most: number | undefined; part: string; share: number };

type Planned = { type: string; settings: JsonObject };

/** The step itself, or the first call of one that makes several (PS2). */
function plannedBy({ node, definition, read, card }: Step): Planned | undefined {
  if (!definition || !read?.ok) return undefined;
  const { does } = definition;
  if (does.kind !== 'lowered') return { type: node.type, settings: node.settings };
  const own = { idOf: (part: string) => innerId(node.id, part), card };
  const lowered = does.lower(read.settings, own) as Lowered;
  return lowered.steps.find(({ type }) => !type.startsWith('parallel@'));
}

/** The call to a model a step would make, with what `scope` knows; none while it makes none. */
function callOf(registry: Registry, step: Step, scope: Scope): ModelCall | undefined {
  const planned = plannedBy(step);
  const definition = planned && registry.get(planned.type);
  const read = definition?.settings.safeParse(planned?.settings);
  if (!planned || definition?.does.kind !== 'call' || !read?.success) return undefined;
  const { id, name, type } = step.node;
  const input: StepInput = {
    step: { id, name, type, visit: 1 },
    settings: resolve(planned.settings, scope).value,
    scope,
    at: AT,
    usage: NO_USAGE,
    card: step.card,
  };
  const call = definition.does.plan(input, read.data);
  return 'kind' in call && call.kind === 'model' ? call : undefined;
}

/** The most tokens a request of this call may have; undefined where nobody has said. */
function mostOf(drawing: Drawing, { role, longestPrompt, maxOutputTokens }: ModelCall) {
  const entries = drawing.setting.models[role as keyof Models];
  const windows = entries.flatMap(({ window, maxOutput }) =>
    window === undefined ? [] : [window - Math.min(maxOutputTokens, maxOutput)],
  );
  const all = [...windows, ...(longestPrompt === undefined ? [] : [longestPrompt])];
  return all.length > 0 ? Math.min(...all) : undefined;
}

/** The size of what the step would ask with what `scope` knows (PS1, PS3). */
export function promptSize(
  drawing: Drawing,
  step: Step,
  scope: Scope = NOTHING,
): PromptSize | undefined {
  if (step.definition?.family !== 'agent') return undefined;
  try {
    const planned = callOf(drawing.registry, step, scope);
    if (!planned) return undefined;
    const { prompt } = planned;
    const body = prompt === undefined ? undefined : currentPrompt(drawing.folder.prompts, prompt);
    const call = body ? withPrompt(planned, body.body) : planned;
    const { system, user, schema } = render(call.task);
    const bytes = bytesOf(system) + bytesOf(user) + bytesOf(JSON.stringify(schema));
    const tokens = Math.ceil(bytes / BYTES_PER_TOKEN);
    return { tokens, most: mostOf(drawing, call), ...largestPart(call.task) };
  } catch {
    return undefined; // PS3
  }
}
