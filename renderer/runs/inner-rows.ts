// What a step that makes several calls did inside: one line per inner move, under the step's row.
// IR1 pure; moves stand in the order in which they began, what is to come is left out.

import { sayPart } from '../../engine/base/text/parts.ts';
import type { EffectView, InnerMove, RunView, StepView } from '../../engine/4-run/view.ts';
import { isObject } from '../../engine/base/value.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import type { LightState } from '../canvas/states.tsx';
import { short, valueWords } from '../cards/value-words.ts';
import { language, t } from '../words.ts';
import type { Known } from './known.ts';
import { turnWords, waitsItsTurn } from './waits-turn.ts';

export type InnerRow = {
  key: string;
  name: string;
  state: LightState;
  words: string;
  took: number | undefined;
};

const OPEN: Partial<Record<EffectView['status'], LightState>> = {
  held: 'waiting',
  open: 'waiting',
  unknown: 'unknown',
};

function stateOf({ port }: InnerMove, effect: EffectView | undefined, view: RunView): LightState {
  if (effect?.status === 'unknown') return 'unknown';
  if (effect?.status === 'cancelled') return 'stopped';
  if (port === 'error' || effect?.failure) return 'failed';
  if (port !== undefined) return 'done';
  if (view.paused && effect?.status === 'open') return 'paused';
  if (waitsItsTurn(effect)) return 'idle';
  return OPEN[effect?.status ?? 'started'] ?? 'running';
}

/** What came of it: the way it took where that says something, else its answer. */
function wordsOf({ port }: InnerMove, effect: EffectView | undefined, ways: Ways): string {
  if (waitsItsTurn(effect)) return turnWords('happened', effect);
  if (effect?.failure) return t(effect.failure.code, effect.failure.params);
  const way = port === undefined || port === 'ok' ? undefined : ways.get(port);
  if (way) return way;
  const value = effect?.output?.v;
  if (!isObject(value)) return short(valueWords(value));
  const said = Object.values(value).map((part) => valueWords(part));
  return short(said.find(Boolean) ?? '');
}

type Ways = ReadonlyMap<string, string>;

/** The inner moves of a step's latest execution (IR1). */
export function innerRows(view: RunView, step: StepView, known: Known): InnerRow[] {
  const node = known.nodes.get(step.step);
  if (!node || !step.inner) return [];
  const ways = new Map(stepFacts(known.registry, node).ways.map(({ id, words }) => [id, words]));
  return step.inner.map((move) => {
    const effect = view.effects[move.effect];
    const took = effect?.ms ?? (effect?.endedAt ? effect.endedAt - effect.openedAt : undefined);
    return {
      key: move.effect,
      name: sayPart(language, node.type, move.part),
      state: stateOf(move, effect, view),
      words: wordsOf(move, effect, ways),
      took,
    };
  });
}
