// What steps that ask a model or call a tool do, in sentences. See say-step.ts.

import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import type { Say, Saying } from './saying.ts';
import { entries, namesOf, percent } from './say-parts.ts';
import { OPEN, saySource, sayValue, several } from './say-value.ts';

/** The answers that are possible. */
const optionsOf = (value: Json | undefined): string => namesOf(value, 'name', 4, 'or');

/** From which confidence on the ordinary way is taken. */
const sure = ({ settings }: Saying): string =>
  t('live.sure', { percent: percent(settings['minConfidence'], 0.5) });

/** The values a step is given by name. */
const given = ({ settings, sight }: Saying): string[] =>
  Object.values(isObject(settings['data']) ? settings['data'] : {}).map((one) =>
    sayValue(one, sight),
  );

const toolOf = ({ settings, names }: Saying) => names.tools.get(textOf(settings['tool']));

/** Arguments with where they come from: "Amount (Ask a manager)". */
function argumentsOf(saying: Saying): string[] {
  const { settings, sight } = saying;
  const args: JsonObject = isObject(settings['args']) ? settings['args'] : {};
  return (toolOf(saying)?.args ?? [])
    .filter(({ id, required }) => required || Object.hasOwn(args, id))
    .map((field) =>
      t('live.argument', { value: saySource(args[field.id], sight, field), label: field.label }),
    );
}

const effectWords = (saying: Saying): string | undefined => {
  const card = toolOf(saying);
  return card && t(`live.effect.${card.effect}`);
};

export const agents: Record<string, Say> = {
  classify: (saying) => {
    const { settings, sight } = saying;
    return [
      t('live.classify', {
        what: sayValue(settings['text'], sight),
        options: optionsOf(settings['categories']),
      }),
      settings['ways'] === true ? t('live.classify.ways') : undefined,
      sure(saying),
    ];
  },
  extract: (saying) => {
    const { settings, sight } = saying;
    const needed = entries(settings['fields']).filter((field) => field['required'] === true);
    return [
      t('live.extract', {
        what: sayValue(settings['text'], sight),
        fields: namesOf(settings['fields'], 'label', 6),
      }),
      needed.length > 0
        ? t('live.extract.needed', { fields: namesOf(needed, 'label') })
        : undefined,
      sure(saying),
    ];
  },
  draft: (saying) => {
    const parts = entries(saying.settings['fields']);
    const data = given(saying);
    return [
      parts.length > 0
        ? t('live.draft.parts', { parts: namesOf(parts, 'label') })
        : t('live.draft'),
      data.length > 0 ? t('live.from', { data: several(data) }) : t('live.from.nothing'),
      t('live.sends_nothing'),
    ];
  },
  decide: (saying) => {
    const { settings, sight } = saying;
    return [
      t('live.decide', {
        question: sayValue(settings['question'], sight),
        options: optionsOf(settings['options']),
      }),
      given(saying).length > 0 ? t('live.looks', { data: several(given(saying)) }) : undefined,
      sure(saying),
    ];
  },
  consensus: (saying) => {
    const { settings, sight } = saying;
    return [
      t('live.consensus', {
        n: Number(settings['votes'] ?? 3),
        question: sayValue(settings['question'], sight),
        options: optionsOf(settings['options']),
      }),
      t('live.consensus.share', { percent: percent(settings['atLeast'], 0.6) }),
    ];
  },
  critic: (saying) => {
    const { settings } = saying;
    const data = given(saying);
    return [
      t('live.critic', { criteria: namesOf(settings['criteria'], 'name') }),
      data.length > 0 ? t('live.from', { data: several(data) }) : undefined,
      t('live.critic.failed'),
    ];
  },
  use_tool: (saying) => {
    const { settings } = saying;
    const args: JsonObject = isObject(settings['args']) ? settings['args'] : {};
    const isGiven = (id: string): boolean =>
      args[id] !== undefined && args[id] !== null && args[id] !== '';
    const open = (toolOf(saying)?.args ?? []).filter(({ id }) => !isGiven(id));
    const fields = entries(settings['fields']);
    return [
      t(open.length > 0 ? 'live.use_tool' : 'live.use_tool.fixed', {
        tool: toolOf(saying)?.title ?? OPEN,
        args: several(open.map(({ label }) => label)),
      }),
      fields.length > 0
        ? t('live.use_tool.reads', { fields: namesOf(fields, 'label') })
        : undefined,
      effectWords(saying),
    ];
  },
  call_tool: (saying) => {
    const args = argumentsOf(saying);
    return [
      t(args.length > 0 ? 'live.call_tool' : 'live.call_tool.bare', {
        tool: toolOf(saying)?.title ?? OPEN,
        args: several(args, 3),
      }),
      effectWords(saying),
    ];
  },
};
