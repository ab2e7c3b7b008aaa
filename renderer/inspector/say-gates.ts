// What gates and people do, in sentences. See say-step.ts.

import { isRef } from '../../engine/base/binding.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { isObject, type JsonObject } from '../../engine/base/value.ts';
import { duration, money, number } from '../format.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import { conditionOf } from './condition-of.ts';
import { conditionWords } from './say-condition.ts';
import { entries, percent, who } from './say-parts.ts';
import type { Say, Saying } from './saying.ts';
import { OPEN, sayValue, several } from './say-value.ts';

const LIMITS = ['costUsd', 'modelCalls', 'toolCalls', 'tokens', 'minutes'] as const;

const nameOf = ({ workflow }: Saying, id: string): string =>
  findStep(workflow, id)?.node.name ?? id;

/** The labels of what a card asks for or lets be changed. */
const askedFor = ({ settings }: Saying): string[] =>
  entries(settings['fields']).map(
    ({ field }) => (isObject(field) ? textOf(field['label']) : '') || OPEN,
  );

const deadline = ({ settings }: Saying): string =>
  typeof settings['withinMs'] === 'number'
    ? t('live.within', { time: duration(settings['withinMs']) })
    : t('live.waits');

const asks = (saying: Saying, code: string): string =>
  t(code, {
    who: who(saying.settings['ask'], saying.names),
    title: sayValue(saying.settings['title'], saying.sight),
    fields: several(askedFor(saying)),
  });

/** What an answer has to be before anything is built on it. */
function checks(own: JsonObject, { sight }: Saying): string[] {
  const { freshWithinMs, subject, must, fields } = own;
  return [
    ...(Array.isArray(fields) && fields.length > 0
      ? [
          t('live.check.fields', {
            fields: several(entries(fields).map((f) => textOf(f['label']))),
          }),
        ]
      : []),
    ...(typeof freshWithinMs === 'number'
      ? [t('live.check.fresh', { time: duration(freshWithinMs) })]
      : []),
    ...(isObject(subject)
      ? [
          t('live.check.subject', {
            what: textOf(subject['field']),
            value: sayValue(subject['equals'], sight),
          }),
        ]
      : []),
    ...entries(must).map((rule) =>
      t('cond.leaf', {
        what: textOf(rule['part']) || OPEN,
        op: t(`app.op.${textOf(rule['op']) || 'is'}`),
        value: sayValue(rule['value'], sight),
      }),
    ),
  ];
}

export const gates: Record<string, Say> = {
  condition: (saying) => {
    const { settings, sight, leads } = saying;
    const cases = entries(settings['cases']);
    return [
      ...cases.map((one) =>
        t('cond.goes', {
          to: leads(textOf(one['port'])),
          words: conditionWords(conditionOf(one['when']), sight),
        }),
      ),
      t(cases.length > 0 ? 'live.condition.else' : 'live.condition.none', {
        to: leads('otherwise'),
      }),
    ];
  },
  approval: (saying) => {
    const { settings, names } = saying;
    const { covers, quorum } = settings;
    const fields = askedFor(saying);
    return [
      asks(saying, 'live.approval'),
      isObject(quorum)
        ? t('live.approval.quorum', {
            n: Number(quorum['need'] ?? 0),
            of: several(
              (Array.isArray(quorum['of']) ? quorum['of'] : []).map((p) => who(p, names)),
            ),
          })
        : undefined,
      fields.length > 0 ? t('live.approval.fields', { fields: several(fields) }) : undefined,
      Array.isArray(covers) && covers.length > 0
        ? t('live.approval.covers', {
            steps: several(covers.map((id) => nameOf(saying, textOf(id)))),
          })
        : t('live.approval.covers_all'),
      deadline(saying),
    ];
  },
  question: (saying) => [asks(saying, 'live.question'), deadline(saying)],
  escalate: (saying) => [asks(saying, 'live.escalate')],
  budget_check: ({ settings }) => {
    const kept = LIMITS.filter((limit) => typeof settings[limit] === 'number').map((limit) => {
      const n = Number(settings[limit]);
      const figure = limit === 'costUsd' ? money(n) : number(n);
      return t('live.limit', { figure, what: t(`counter.${limit}`) });
    });
    return [t('live.budget_check', { limits: several(kept, 5) })];
  },
  confidence_check: (saying) => {
    const { settings } = saying;
    const { of, accept } = settings;
    const id = isRef(of) ? (of['@ref'].split('.')[1] ?? '') : '';
    const sources = Array.isArray(accept)
      ? accept.map((one) => t(`app.choice.${textOf(one)}`))
      : [];
    return [
      t('live.confidence_check', {
        step: id ? nameOf(saying, id) : OPEN,
        percent: percent(settings['atLeast'], 0.8),
      }),
      sources.length > 0 ? t('live.confidence_check.counts', { sources: several(sources) }) : '',
    ];
  },
  check_result: (saying) => {
    const { settings, sight } = saying;
    return [
      t('live.check_result', {
        what: sayValue(settings['value'], sight),
        checks: several(checks(settings, saying)),
      }),
    ];
  },
};
