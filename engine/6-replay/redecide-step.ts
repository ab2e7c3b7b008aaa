// What a step would ask, or what it decides by itself, when it is only followed.
// RS1 the call is planned by the step itself, with the text of the prompt as it is now: whatever
//     changes it changes its hash.
// RS2 a step that looks at the time or at what was used says so.

import { asText, resolve } from '../base/binding.ts';
import { leafReader } from '../base/leaves.ts';
import { isObject, type Json, type Value } from '../base/value.ts';
import { fullScope, type Snapshot, type StepCall } from '../kernel.ts';
import {
  NO_USAGE,
  type AuthorityCard,
  type Call,
  type EffectClass,
  type Failure,
  type StepInput,
  type ToolCall,
} from '../node.ts';
import { withPrompt } from '../prompts/render.ts';
import { currentPrompt } from '../prompts/version.ts';
import { noticed } from '../4-run/fleeting.ts';
import type { Invoke } from '../4-run/invokes.ts';
import { settingsOf } from '../4-run/parsed.ts';
import { askedOf } from './past.ts';
import type { Drawn } from './redecide-plan.ts';

export type Question =
  | ({ is: 'decided'; isFleeting: boolean; value: Value } & (
      | { port: string }
      | { failure: Failure }
    ))
  | { is: 'person' }
  | { is: 'child'; asked: string }
  | {
      is: 'call';
      asked: string;
      step: string;
      isActing: boolean;
      /** Of a tool's call. */
      card?: AuthorityCard;
      tool?: ToolCall;
    };

type At = { call: StepCall; at: string; leaves: Record<string, string>; whole: Snapshot };

const ACTING: readonly EffectClass[] = ['write', 'irreversible', 'spend'];
const NOTHING: Value = { v: null, labels: {} };

/** What the invoked step would ask of whom, or what it decides. */
export function questionOf(drawn: Drawn, invoke: Invoke, at: At): Question {
  const open = leafReader((hash) => at.leaves[hash]);
  const settings = resolve(invoke.with, at.call.scope, open).value;
  if (invoke.src === 'each_open' || invoke.src === 'each_close')
    return { is: 'decided', isFleeting: false, port: 'ok', value: settings };
  if (invoke.src === 'child' || invoke.src.startsWith('scope:'))
    return { is: 'child', asked: askedOf(settings.v) };
  const definition = drawn.registry.get(invoke.type);
  const parsed = definition && settingsOf(definition, invoke.with);
  if (!definition || !parsed?.ok) {
    const unknown: Failure = { kind: 'terminal', code: 'failure.unknown_step' };
    const failure = parsed && !parsed.ok ? parsed.failure : unknown;
    return { is: 'decided', isFleeting: false, failure, value: NOTHING };
  }
  const input = inputFor(drawn, invoke, settings, at);
  const { does } = definition;
  if (does.kind === 'card') return { is: 'person' };
  if (does.kind === 'compute') return decided(input, (seen) => does.compute(seen, parsed.settings));
  if (does.kind !== 'call') return { is: 'person' };
  const call = does.plan(input, parsed.settings);
  if ('failure' in call)
    return { is: 'decided', isFleeting: false, failure: call.failure, value: NOTHING };
  return asking(drawn, invoke, prompted(drawn, call, at));
}

function inputFor(drawn: Drawn, invoke: Invoke, settings: Value, { call, at }: At): StepInput {
  const tool = isObject(settings.v) ? settings.v['tool'] : undefined;
  const name = drawn.names.get(invoke.node) ?? invoke.step;
  return {
    step: { id: invoke.step, name, type: invoke.type, visit: call.visit },
    settings,
    scope: call.scope,
    at,
    usage: NO_USAGE,
    card: typeof tool === 'string' ? drawn.cards.get(tool) : undefined,
    asOf: {},
  };
}

/** RS2 */
function decided(
  input: StepInput,
  compute: (input: StepInput) => { port: string; value: Json } | { failure: Failure },
): Question {
  const { result, isFleeting } = noticed(input, compute);
  if ('failure' in result)
    return { is: 'decided', isFleeting, failure: result.failure, value: NOTHING };
  const labels = input.settings.labels;
  return { is: 'decided', isFleeting, port: result.port, value: { v: result.value, labels } };
}

/** RS1 */
function prompted({ folder }: Drawn, call: Call, { leaves, whole }: At): Call {
  if (call.kind !== 'model' || call.prompt === undefined) return call;
  const prompt = currentPrompt(folder.prompts, call.prompt);
  if (!prompt) return call;
  const open = leafReader((hash) => leaves[hash]);
  const text = resolve({ '@text': prompt.body }, fullScope(whole), open).value;
  return withPrompt(call, asText(text.v));
}

function asking(drawn: Drawn, { node }: Invoke, call: Call): Question {
  const asked = askedOf(call as unknown as Json);
  if (call.kind === 'model') return { is: 'call', asked, step: node, isActing: false };
  const card = drawn.cards.get(call.tool);
  const isActing = ACTING.includes(card?.effect ?? 'irreversible');
  return { is: 'call', asked, step: node, isActing, tool: call, ...(card ? { card } : {}) };
}
