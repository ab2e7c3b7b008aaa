// What steps that lead the flow do, in sentences. See say-step.ts.

import { isRef } from '../../engine/base/binding.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { isObject, type JsonObject } from '../../engine/base/value.ts';
import { sentenceCase } from '../cards/value-words.ts';
import { duration } from '../format.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import { conditionOf } from './condition-of.ts';
import { conditionWords, lookWords } from './say-condition.ts';
import { entries } from './say-parts.ts';
import type { Say, Saying } from './saying.ts';
import { OPEN, sayValue, several } from './say-value.ts';

/** What lies inside a room, by name. */
const inside = ({ step }: Saying): string =>
  several((step.scope?.nodes ?? []).map(({ name }) => name));

/** The steps whose arrows lead here. */
function before({ workflow, step }: Saying): string {
  const scope = findStep(workflow, step.id)?.scope;
  const names = (scope?.edges ?? [])
    .filter(({ to }) => to === step.id)
    .map(({ from }) => scope?.nodes.find(({ id }) => id === from)?.name ?? '');
  return several([...new Set(names)]);
}

/** What one value of *Shape data* is made of. */
function operation(entry: JsonObject, { sight }: Saying): string {
  const own = isObject(entry['do']) ? entry['do'] : {};
  const op = textOf(own['op']) || 'set';
  const part = (key: string): string => {
    const value = own[key];
    return Array.isArray(value)
      ? several(value.map((one) => sayValue(one, sight)))
      : sayValue(value, sight);
  };
  const name = sentenceCase(textOf(entry['id'])) || OPEN;
  return t(`live.shape.${op}`, {
    name,
    value: part('value'),
    values: part('values'),
    from: part('from'),
    minus: part('minus'),
    date: part('date'),
    days: part('days'),
    part: textOf(own['part']) || OPEN,
    digits: Number(own['digits'] ?? 0),
  });
}

export const flow: Record<string, Say> = {
  start: ({ workflow }) => [
    workflow.input.length > 0
      ? t('live.start', {
          fields: several(
            workflow.input.map(({ label }) => label || OPEN),
            6,
          ),
        })
      : t('live.start.bare'),
  ],
  end: ({ settings, sight }) => {
    const output = isObject(settings['output']) ? settings['output'] : {};
    const { message, ...others } = output;
    const names = Object.keys(others).map(sentenceCase);
    return [
      t('live.end', { outcome: t(`app.choice.${textOf(settings['outcome']) || 'done'}`) }),
      message === undefined ? undefined : t('live.end.says', { message: sayValue(message, sight) }),
      names.length > 0 ? t('live.end.gives', { names: several(names) }) : undefined,
    ];
  },
  parallel: ({ leads }) => [t('live.parallel', { steps: leads('ok') })],
  join: (saying) => [t(`live.join.${saying.step.join ?? 'all'}`, { steps: before(saying) })],
  loop: (saying) => {
    const { settings, after } = saying;
    return [
      t('live.loop', {
        steps: inside(saying),
        until: conditionWords(conditionOf(settings['until']), after),
      }),
      t('live.loop.most', { n: Number(settings['maxRounds'] ?? 0) }),
    ];
  },
  for_each: (saying) => {
    const { items, concurrency } = saying.settings;
    const list = isRef(items) ? lookWords(items['@ref'], saying.sight) : OPEN;
    return [
      t('live.for_each', { steps: inside(saying), list }),
      t('live.for_each.lanes', { n: Number(concurrency ?? 1) }),
    ];
  },
  group: (saying) => [t('live.group', { steps: inside(saying) })],
  sub_workflow: ({ settings, sight }) => {
    const given = Object.values(isObject(settings['input']) ? settings['input'] : {});
    return [
      t('live.sub_workflow', {
        workflow: textOf(settings['workflow']).replaceAll('-', ' ') || OPEN,
      }),
      given.length > 0
        ? t('live.from', { data: several(given.map((one) => sayValue(one, sight))) })
        : undefined,
    ];
  },
  wait: ({ settings, sight }) => {
    const { ms } = settings;
    const time = typeof ms === 'number' ? duration(ms) : sayValue(ms, sight);
    return [t('live.wait', { time })];
  },
  shape_data: (saying) => {
    const all = entries(saying.settings['fields']);
    return all.length > 0
      ? all.slice(0, 4).map((entry) => operation(entry, saying))
      : [t('live.shape.nothing')];
  },
};
