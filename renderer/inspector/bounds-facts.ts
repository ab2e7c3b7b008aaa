// What a step may do at most, as a list of plain facts, read off the drawing. Pure.
// BF1 every fact comes from what the engine itself goes by: cards, rules, gates, prices, labels.
// BF2 of what depends on a value of the run it is said that it depends; nothing is promised.

import { LIMITS } from '../../engine/base/limits.ts';
import type { Judgement } from '../../engine/3-compile/judge.ts';
import { innerStep, loadOf, NO_LOAD, type Load } from '../../engine/3-compile/load.ts';
import { isGuarded } from '../../engine/2-validate/guarded.ts';
import { everything, hasOutside, originsOf } from '../../engine/2-validate/origins.ts';
import type { Drawing, Step } from '../../engine/2-validate/step.ts';
import { innerId } from '../../engine/base/ids.ts';
import { PRICES } from '../../engine/budgets/prices.ts';
import type { EffectClass, Lowered } from '../../engine/node.ts';
import { rulesFor, type KnownFacts } from '../../engine/policy/rules.ts';
import { isUntrusted, PRIVATE } from '../../engine/policy/source.ts';
import { cost, duration } from '../format.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';

export type Fact = { key: string; text: string; tone?: 'wait' };

const ACTS = new Set<EffectClass>(['write', 'irreversible', 'spend']);

/** What the step may do outside; an unknown tool is taken for the worst. */
function effectOf({ definition, card }: Step): EffectClass {
  const own = definition?.effect ?? 'none';
  return own === 'card' ? (card?.effect ?? 'irreversible') : own;
}

/** The most one execution can use, inner calls included. */
function worst(drawing: Drawing, step: Step): Load {
  const { definition, read, card } = step;
  if (definition?.does.kind !== 'lowered') return loadOf(drawing, step, PRICES);
  if (!read?.ok) return NO_LOAD;
  const own = { idOf: (part: string) => innerId(step.node.id, part), card };
  const { steps } = definition.does.lower(read.settings, own) as Lowered;
  const loads = steps.map((inner) => loadOf(drawing, innerStep(drawing, step, inner), PRICES));
  return loads.reduce((all, one) => ({
    ...all,
    costNano: all.costNano + one.costNano,
    workMs: all.workMs + one.workMs,
    unknownPrice: [...all.unknownPrice, ...one.unknownPrice],
  }));
}

/** Who or what lets it act: gates that cover it, rules that speak of it. */
function allowedBy(drawing: Drawing, step: Step, judgement: Judgement | undefined): Fact[] {
  const { card, node } = step;
  if (!card || !ACTS.has(effectOf(step))) return [];
  const covering = Object.entries(judgement?.covers ?? {})
    .filter(([, covered]) => covered.includes(node.id))
    .map(([gate]) => drawing.steps.get(gate)?.node.name ?? gate);
  const known: KnownFacts = {
    tool: card.name,
    class: card.class,
    effect: card.effect,
    step: node.id,
    workflow: drawing.folder.workflow.id,
  };
  const rules = rulesFor([...drawing.setting.rules, ...drawing.folder.rules], known);
  const named = (then: string): string =>
    rules
      .filter((rule) => rule.then === then)
      .map(({ name }) => t('live.quote', { text: name }))
      .join('\n');
  const facts: Fact[] = [];
  const always = isGuarded(step);
  if (covering.length > 0)
    facts.push({
      key: 'allowed',
      text: t(always ? 'app.bounds.gates' : 'app.bounds.gates_or', { gates: covering.join('\n') }),
    });
  if (named('allow'))
    facts.push({ key: 'rule', text: t('app.bounds.rules', { rules: named('allow') }) });
  if (named('ask'))
    facts.push({ key: 'asks', text: t('app.bounds.rules', { rules: named('ask') }) });
  if (named('deny'))
    facts.push({ key: 'denies', text: t('app.bounds.rules', { rules: named('deny') }) });
  if (facts.length === 0 && !always)
    facts.push({ key: 'allowed', text: t('app.bounds.nobody'), tone: 'wait' });
  return facts;
}

/** What an approval opens, and for what exactly. */
function opens(drawing: Drawing, step: Step, judgement: Judgement | undefined): Fact[] {
  if (step.definition?.type !== 'approval') return [];
  const named = step.node.settings['covers'];
  const ids = Array.isArray(named) ? named.map(textOf) : (judgement?.covers[step.node.id] ?? []);
  const names = ids.map((id) => drawing.steps.get(id)?.node.name ?? id);
  if (!Array.isArray(named) && judgement?.isFine === false)
    return [{ key: 'opens', text: t('app.bounds.opens.later') }];
  if (names.length === 0)
    return [{ key: 'opens', text: t('app.bounds.opens.nothing'), tone: 'wait' }];
  return [
    { key: 'opens', text: t('app.bounds.opens.steps', { steps: names.join('\n') }) },
    { key: 'exactly', text: t('app.bounds.exactly.text') },
  ];
}

/** Where what it works with comes from. */
function origins(drawing: Drawing, step: Step): Fact[] {
  if (!hasOutside(drawing)) return [];
  const found = originsOf(drawing);
  const labels = everything(found.into(step));
  const does = step.definition?.does.kind === 'card' ? 'shows' : 'reads';
  const by = found.steering(step).map(({ node }) => node.name);
  return [
    ...(isUntrusted(labels) ? [{ key: 'outside', text: t(`app.bounds.outside.${does}`) }] : []),
    ...(labels.includes(PRIVATE) ? [{ key: 'private', text: t('app.bounds.private.reads') }] : []),
    ...(by.length > 0
      ? [{ key: 'steered', text: t('app.bounds.steered_by', { steps: by.join('\n') }) }]
      : []),
  ];
}

/** Time, tries, money of what is called. */
function spending(drawing: Drawing, step: Step): Fact[] {
  const { definition, node, card } = step;
  const does = definition?.does.kind;
  if (!definition || (does !== 'call' && does !== 'lowered')) return [];
  const { costNano, unknownPrice } = worst(drawing, step);
  const tries = Math.min(node.attempts ?? definition.retry.attempts, LIMITS.attempts);
  const time = node.timeoutMs ?? card?.timeoutMs ?? definition.timeoutMs;
  const isAgent = definition.family === 'agent';
  return [
    ...(isAgent
      ? [
          {
            key: 'costs',
            text:
              unknownPrice.length > 0
                ? t('app.ceiling.unknown')
                : t('app.bounds.cost', { cost: cost(costNano) }),
          },
        ]
      : []),
    { key: 'time', text: t('app.bounds.time.each', { time: duration(time) }) },
    { key: 'tries', text: t('app.bounds.tries.n', { n: tries }) },
  ];
}

/** How a call is kept from happening twice. */
function twice(step: Step): Fact[] {
  const { definition, card } = step;
  const does = definition?.does.kind;
  if ((does !== 'call' && does !== 'lowered') || !ACTS.has(effectOf(step))) return [];
  const how = card?.idempotency ?? definition?.idempotency ?? 'none';
  return [{ key: 'twice', text: t(`app.bounds.twice.${how}`) }];
}

/** Everything there is to say (BF1, BF2). */
export function boundsOf(drawing: Drawing, step: Step, judgement: Judgement | undefined): Fact[] {
  const { definition } = step;
  if (!definition || definition.does.kind === 'structure') return [];
  const isPerson = definition.does.kind === 'card';
  return [
    { key: 'outside_run', text: t(`app.bounds.effect.${effectOf(step)}`) },
    ...allowedBy(drawing, step, judgement),
    ...opens(drawing, step, judgement),
    ...twice(step),
    ...spending(drawing, step),
    ...(isPerson ? [{ key: 'work', text: t('app.bounds.waits') }] : []),
    ...origins(drawing, step),
  ];
}
