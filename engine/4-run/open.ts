// Opening an effect: from the machine's wish to a row with its resolved input, planned call and
// admission.
// O1 an effect is recorded as opened before anything else is decided about it.
// O2 while a run is paused, or at a breakpoint, effects open and stay; nothing is computed or
//    called.
// O3 what can be settled inside the turn is put on `turn.ready`; opening itself never settles.

import { assert } from '../base/assert.ts';
import { effectId } from '../base/ids.ts';
import { leafReader } from '../base/leaves.ts';
import { asText, resolve } from '../base/binding.ts';
import { joinLabels, labelsInto } from '../base/value.ts';
import type { KernelEffect, StepCall } from '../kernel.ts';
import type { ModelCall, NodeDefinition, StepInput } from '../node.ts';
import { withPrompt } from '../prompts/render.ts';
import { currentPrompt } from '../prompts/version.ts';
import { settingsOf } from './parsed.ts';
import { shaOf } from './sha.ts';
import { decide } from './decide.ts';
import { openedEvent } from './effect-facts.ts';
import type { LiveEffect } from './live.ts';
import type { Invoke } from './invokes.ts';
import { definitionOf } from './plan.ts';
import { openStepCard } from './step-card.ts';
import { pauseAt } from './pause.ts';
import { startChild, startItem } from './children.ts';
import { isRemembered } from './remembered.ts';
import { toldTo } from './steering.ts';
import { inputOf, sightOf } from './step-input.ts';
import { record, said, type Turn } from './turn.ts';
import type { EffectRow } from './ports.ts';

/** Applies one netted effect of the kernel; `seq` is that of the event which caused it. */
export function openEffect(
  turn: Turn,
  wish: KernelEffect & { do: 'open' },
  seq: number,
  k: number,
): void {
  const invoke = turn.live.plan.invokes.get(wish.ref);
  assert(invoke, `no invoke ${wish.ref} in the machine`);
  const effect = effectFor(turn, invoke, wish.input, effectId(turn.live.row.id, seq, k));
  turn.live.open.set(effect.row.id, effect);
  turn.out.effects.push(effect.row);
  if (isHeldBack(turn, effect)) return;
  activate(turn, effect, true);
}

/**
 * Records the opening of an effect that must wait for a person's step or resume (O2), or for the
 * next start of the program.
 */
function isHeldBack(turn: Turn, effect: LiveEffect): boolean {
  const { live, isDraining } = turn;
  const isBreak = live.breakpoints.has(effect.row.node);
  if (live.row.control === 'run' && !isBreak && !isDraining) return false;
  record(turn, openedEvent(effect));
  isMet(turn, effect);
  return true;
}

/** Is a breakpoint set at the effect? Then the run pauses there. */
export function isMet(turn: Turn, effect: LiveEffect): boolean {
  const { live } = turn;
  if (live.row.control !== 'run' || !live.breakpoints.has(effect.row.node)) return false;
  pauseAt(turn, said('why.breakpoint', { step: effect.input.step.name }));
  return true;
}

/**
 * Lets an open effect go ahead: compute and for-each doors become ready, calls go through
 * admission, cards are shown, children started. `isNew` records the opening in the same breath
 * (O1).
 */
export function activate(turn: Turn, effect: LiveEffect, isNew: boolean): void {
  const opened = (): void => {
    if (isNew) record(turn, openedEvent(effect));
  };
  switch (effect.row.kind) {
    case 'compute':
    case 'each':
      opened();
      turn.ready.push({ effect: effect.row.id });
      return;
    case 'card':
      opened();
      if (!isRemembered(turn, effect)) openStepCard(turn, effect);
      return;
    case 'child':
      opened();
      if (isRemembered(turn, effect)) return;
      if (effect.src.startsWith('scope:')) startItem(turn, effect);
      else startChild(turn, effect);
      return;
    case 'timer':
      opened();
      return;
    case 'model':
    case 'tool':
      decide(turn, effect, isNew ? openedEvent : undefined);
  }
}

function effectFor(turn: Turn, invoke: Invoke, given: StepCall, id: string): LiveEffect {
  const { live } = turn;
  const definition = definitionOf(live.plan, invoke.type);
  const input = stepInput(turn, invoke, given);
  const row: EffectRow = {
    id,
    run: live.row.id,
    root: live.row.root,
    ref: invoke.ref,
    step: invoke.step,
    node: invoke.node,
    visit: given.visit,
    kind: kindOf(invoke, definition),
    typeName: invoke.type,
    status: 'open',
    attempt: 0,
    dueAt: null,
    openedAt: turn.at,
    startedAt: null,
    work: '{}',
  };
  const base: LiveEffect = {
    row,
    src: invoke.src,
    raw: invoke.with,
    input,
    definition,
    reservedNano: 0,
    reservedTokens: 0,
    isReserved: false,
    ...(invoke.each ? { each: invoke.each } : {}),
    ...(given.index === undefined ? {} : { index: given.index }),
  };
  return planned(turn, base);
}

function kindOf(invoke: Invoke, definition: NodeDefinition | undefined): EffectRow['kind'] {
  if (invoke.src === 'each_open' || invoke.src === 'each_close') return 'each';
  if (invoke.src === 'child' || invoke.src.startsWith('scope:')) return 'child';
  const does = definition?.does.kind;
  if (does === 'card') return 'card';
  if (does === 'call') return definition?.effect === 'card' ? 'tool' : 'model';
  return 'compute';
}

/** What the step is given, with what the ways that led to it have been told by. */
function stepInput(turn: Turn, invoke: Invoke, given: StepCall): StepInput {
  const input = inputOf(sightOf(turn), invoke, given);
  const { v, labels } = input.settings;
  const told = toldTo(turn.run, turn.live, invoke.step, invoke.with);
  return { ...input, settings: { v, labels: joinLabels(labels, told) } };
}

/**
 * Plans the one outward call of a step, purely; a plan that fails is settled when it is decided.
 */
export function planned(turn: Turn, effect: LiveEffect): LiveEffect {
  const { definition, input } = effect;
  if (definition?.does.kind !== 'call') return effect;
  const parsed = settingsOf(definition, effect.raw);
  if (!parsed.ok) return { ...effect, planFailure: parsed.failure };
  const call = definition.does.plan(input, parsed.settings);
  if ('failure' in call) return { ...effect, planFailure: call.failure };
  if (call.kind === 'model') return prompted(turn, effect, call);
  const card = turn.live.plan.cards.get(call.tool);
  return {
    ...effect,
    call,
    argsHash: shaOf({ tool: call.tool, args: call.args }),
    ...(card ? { card, input: { ...input, card } } : {}),
  };
}

/** The model's call with the text of the step's pinned prompt, if it names one. */
function prompted(turn: Turn, effect: LiveEffect, call: ModelCall): LiveEffect {
  const { prompts } = turn.live.plan.folder;
  const prompt = call.prompt === undefined ? undefined : currentPrompt(prompts, call.prompt);
  if (!prompt) return { ...effect, call };
  const { input } = effect;
  const text = resolve(
    { '@text': prompt.body },
    input.scope,
    leafReader(turn.deps.journal.blob),
  ).value;
  const labels = joinLabels(input.settings.labels, labelsInto(text.labels, 'prompt'));
  return {
    ...effect,
    call: withPrompt(call, asText(text.v)),
    input: { ...input, settings: { ...input.settings, labels } },
  };
}
