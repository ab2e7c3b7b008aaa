// What recorded runs asked of models: how many questions, how much went in and came out, by
// workflow and role. Whoever chooses a model reckons with it what a run will cost.
// MU1 a provider tells its tokens together; what went in is reckoned from the request as it was
//     sent (four bytes a token, as the practice model counts), the rest came out.
// MU2 only what ended is counted, and only the newest runs: the past of a changed drawing says
//     little.

import type { Answers } from '../api/contract.ts';
import type { Recorded } from '../4-run/events.ts';
import type { RunView } from '../4-run/view.ts';
import type { Engine } from '../engine.ts';
import { isObject } from '../base/value.ts';
import { createModels } from '../models/models.ts';
import type { ModelCall } from '../node.ts';

type Use = Answers['modelUse']['workflows'][number];
type RoleUse = NonNullable<Use['roles'][keyof Use['roles']]>;

const RUNS = 60;
/** Of one run; a longer one is a loop whose rounds are all alike. */
const EVENTS = 600;
const BYTES_A_TOKEN = 4;
const ENTRY = { provider: 'practice' as const, model: '', maxOutput: 1_000_000 };
const sizes = createModels({});

const isEnded = ({ status }: RunView): boolean => status !== 'running' && status !== 'paused';

/** What the newest runs asked of models (MU1, MU2). */
export function modelUse(engine: Pick<Engine, 'runs' | 'events'>): Use[] {
  const uses = new Map<string, Use>();
  for (const view of engine.runs(RUNS).filter(isEnded)) {
    const use = uses.get(view.workflow) ?? {
      workflow: view.workflow,
      name: view.name,
      runs: 0,
      roles: {},
    };
    uses.set(view.workflow, use);
    use.runs += 1;
    addRun(use, engine.events(view.run, 0, EVENTS));
  }
  return [...uses.values()].filter(({ roles }) => Object.keys(roles).length > 0);
}

/** The call of an opened effect, where it is one to a model. */
function callOf(event: Recorded): ModelCall | undefined {
  if (event.type !== 'effect.opened') return undefined;
  const call = event.payload?.call;
  return isObject(call) && call['kind'] === 'model' ? (call as unknown as ModelCall) : undefined;
}

function addRun(use: Use, events: Recorded[]): void {
  const calls = new Map<string, ModelCall>();
  for (const event of events) {
    const call = callOf(event);
    if (call && event.type === 'effect.opened') calls.set(event.head.effect, call);
    if (event.type !== 'attempt.ended' && event.type !== 'effect.settled') continue;
    const asked = calls.get(event.head.effect);
    const { tokens, modelCalls } = event.head.usage;
    if (!asked || !event.head.model || modelCalls === 0) continue;
    const bytes = sizes.worst(asked, ENTRY).inputTokens;
    const inputTokens = Math.min(tokens, Math.ceil(bytes / BYTES_A_TOKEN));
    const before: RoleUse = use.roles[asked.role] ?? { calls: 0, inputTokens: 0, outputTokens: 0 };
    use.roles[asked.role] = {
      calls: before.calls + modelCalls,
      inputTokens: before.inputTokens + inputTokens,
      outputTokens: before.outputTokens + tokens - inputTokens,
    };
  }
}
