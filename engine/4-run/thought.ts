// One step carried out in thought: what it would ask of the world, and how it would go on.
// TH1 a step that decides by itself decides as it will, unless it looks at what is not known yet,
//     at the time, or at what was used so far: these will be other ones then.
// TH2 a call, and a person, are taken to answer by the one way that is no problem; where there are
//     several, or the step itself cannot know, there is no way to go on by.

import type { JsonObject, Value } from '../base/value.ts';
import type { StepCall } from '../kernel.ts';
import type { Call, NodeDefinition, StepInput, StepResult } from '../node.ts';
import { noticed } from './fleeting.ts';
import { settingsOf } from './parsed.ts';
import type { Invoke } from './invokes.ts';
import { definitionOf } from './plan.ts';
import { inputOf, type Sight } from './step-input.ts';
import { marked, stands, toCome, unknownIn } from './unknown.ts';

/** `port` is missing where nobody can know the way; `unknown` are the paths not known yet. */
export type Thought = {
  settings: Value;
  input: StepInput;
  unknown: string[];
  value: Value;
  port?: string;
  call?: Call;
  /** The step is somebody else's agreement. */
  isGate: boolean;
};

/** How a step would answer; `isUnderWay`: it has begun for real, only its answer is missing. */
export function answerTo(
  sight: Sight,
  invoke: Invoke,
  given: Pick<StepCall, 'scope' | 'visit'>,
  isUnderWay: boolean,
): Thought {
  const definition = definitionOf(sight.plan, invoke.type);
  const input = inputOf(sight, invoke, given);
  const unknown = isUnderWay ? [] : unknownIn(invoke.with, given.scope);
  const nothing = { settings: input.settings, input, unknown, value: toCome([]), isGate: false };
  const parsed = definition && settingsOf(definition, invoke.with);
  if (!definition || !parsed?.ok) return nothing;
  const ways = waysOf(definition, parsed.settings);
  const value = toCome(fieldsOf(definition, parsed.settings, input));
  const isGate = definition.type === 'approval';
  const known = { ...nothing, value, isGate };
  const port = isGate ? 'approved' : ways.includes('go_on') ? 'go_on' : onlyOne(ways);
  const onward = { ...known, ...(port === undefined ? {} : { port }) };
  const { does } = definition;
  if (isUnderWay || does.kind === 'card') return onward;
  if (does.kind === 'compute')
    return computed({ ...known, ways }, (seen) => does.compute(seen, parsed.settings));
  if (does.kind !== 'call') return known;
  const call = does.plan(input, parsed.settings);
  if ('failure' in call) return known; // it would not even be made
  return { ...onward, call };
}

const waysOf = (definition: NodeDefinition, settings: unknown): string[] =>
  definition
    .ports(settings)
    .filter((port) => !port.problem)
    .map((port) => port.id);

const onlyOne = (ways: string[]): string | undefined => (ways.length === 1 ? ways[0] : undefined);

const fieldsOf = (definition: NodeDefinition, settings: unknown, { card }: StepInput) => {
  const shape = definition.output(settings);
  return 'fields' in shape ? shape.fields : (card?.result ?? []);
};

type Known = Omit<Thought, 'port' | 'call'> & { ways: string[] };

/** TH1 */
function computed({ ways, ...known }: Known, compute: (input: StepInput) => StepResult): Thought {
  const { input, unknown } = known;
  const { result, isFleeting } = noticed(input, compute);
  if (!isFleeting && unknown.length === 0) {
    if ('failure' in result) return known;
    return { ...known, port: result.port, value: valued(result, input) };
  }
  const port = onlyOne(ways);
  if (port === undefined) return known;
  if ('failure' in result || result.port !== port) return { ...known, port };
  const value = valued(result, input);
  const isTraced = !isFleeting && unknown.every((path) => stands(input.scope, path));
  return { ...known, port, value: isTraced && result.labels ? value : marked(value) };
}

/** The value of a step that decides by itself: labelled by it, or by all it looked at. */
function valued(result: Exclude<StepResult, { failure: unknown }>, input: StepInput): Value {
  const from = [...new Set(Object.values(input.settings.labels).flat())].sort();
  const labels = result.labels ?? (from.length ? { '': from } : {});
  return { v: result.value as JsonObject, labels };
}
