// How often a tool may be used, how many times at once, and how long a call may take.

import { NumberInput, Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { DurationWidget } from '../inspector/simple-widgets.tsx';
import { t } from '../words.ts';
import { isActing, withPart, type PanelProps } from './card-part.ts';
import { Panel, problemsOn, UNDER } from './panel.tsx';

const chevron = <ChevronDown size={14} aria-hidden />;

const SPANS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function RateField({ card, onChange }: Omit<PanelProps, 'problems'>): ReactNode {
  const { rate } = card;
  const perMs = rate?.perMs ?? SPANS.hour;
  const known = Object.values(SPANS).includes(perMs);
  return (
    <div className="field">
      <span className="field-label">{t('tool.rate')}</span>
      <div className="tool-two">
        <NumberInput
          className="num"
          aria-label={t('tool.rate')}
          placeholder={t('tool.rate.none')}
          min={1}
          allowDecimal={false}
          value={rate?.calls ?? ''}
          onChange={(next) =>
            onChange(
              withPart(
                card,
                'rate',
                typeof next === 'number' && next > 0 ? { calls: next, perMs } : undefined,
              ),
              'rate',
            )
          }
        />
        <Select
          aria-label={t('tool.rate.per')}
          disabled={!rate}
          data={[
            ...Object.entries(SPANS).map(([id, ms]) => ({
              value: String(ms),
              label: t(`tool.rate.per.${id}`),
            })),
            ...(known ? [] : [{ value: String(perMs), label: t('tool.rate.per.other') }]),
          ]}
          value={String(perMs)}
          rightSection={chevron}
          onChange={(next) => rate && onChange({ ...card, rate: { ...rate, perMs: Number(next) } })}
        />
      </div>
      <p className="hint">{t('tool.rate.help')}</p>
    </div>
  );
}

const spec = (key: string) => ({ key, widget: 'duration', bindable: false, required: false });

export function LimitsPanel({ card, problems, onChange }: PanelProps): ReactNode {
  const time = (key: 'timeoutMs' | 'latencyMs' | 'freshWithinMs', isNeeded: boolean): ReactNode => (
    <div className="field">
      <span className="field-label">{t(`tool.${key}`)}</span>
      <DurationWidget
        spec={spec(key)}
        path={key}
        code={`tool.${key}`}
        label={t(`tool.${key}`)}
        value={card[key]}
        onChange={(next) => {
          const ms = typeof next === 'number' ? next : undefined;
          if (ms !== undefined || !isNeeded) onChange(withPart(card, key, ms), key);
        }}
      />
      <p className="hint">{t(`tool.${key}.help`)}</p>
    </div>
  );
  return (
    <Panel title={t('tool.part.limits')} problems={problemsOn(problems, 'rate', 'timeoutMs')}>
      <RateField card={card} onChange={onChange} />
      <NumberInput
        className="num"
        label={t('tool.concurrency')}
        description={t('tool.concurrency.help')}
        inputWrapperOrder={UNDER}
        min={1}
        max={100}
        allowDecimal={false}
        value={card.concurrency ?? ''}
        onChange={(next) =>
          onChange(
            withPart(card, 'concurrency', typeof next === 'number' ? next : undefined),
            'at_once',
          )
        }
      />
      {time('timeoutMs', true)}
      {time('latencyMs', false)}
      {!isActing(card) && time('freshWithinMs', false)}
    </Panel>
  );
}
