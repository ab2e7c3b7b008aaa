// Widgets for one plain value: figures, money, shares, spans of time, yes or no, choices.

import { NumberInput, Select, Switch } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isSaid } from '../../engine/base/text/say.ts';
import { currencySigns, figureSigns } from '../format.ts';
import { t, tMaybe } from '../words.ts';
import { CURRENCIES } from './field-details.tsx';
import type { WidgetProps } from './widget-props.ts';

const chevron = <ChevronDown size={14} aria-hidden />;

export function NumberWidget({ spec, label, value, onChange }: WidgetProps): ReactNode {
  return (
    <NumberInput
      className="num"
      aria-label={label}
      value={typeof value === 'number' ? value : ''}
      placeholder={typeof spec.fallback === 'number' ? String(spec.fallback) : undefined}
      {...figureSigns()}
      allowDecimal={spec.isWhole !== true}
      {...(spec.min === undefined ? {} : { min: spec.min })}
      {...(spec.max === undefined ? {} : { max: spec.max })}
      {...(spec.widget === 'money' ? { ...currencySigns(), decimalScale: 4 } : {})}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}

/** A share between nothing and all, told in percent. */
export function ShareWidget({ spec, label, value, onChange }: WidgetProps): ReactNode {
  const shown = value ?? spec.fallback;
  return (
    <NumberInput
      className="num"
      aria-label={label}
      suffix=" %"
      min={0}
      max={100}
      value={typeof shown === 'number' ? Math.round(shown * 100) : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next / 100 : undefined)}
    />
  );
}

const UNITS = { s: 1000, min: 60_000, h: 3_600_000, days: 86_400_000 } as const;
type Unit = keyof typeof UNITS;

/** The largest unit that tells a span without a fraction. */
function unitOf(ms: number): Unit {
  const fits = (Object.keys(UNITS) as Unit[]).filter((unit) => ms % UNITS[unit] === 0);
  return fits.at(-1) ?? 's';
}

export function DurationWidget({ label, value, onChange }: WidgetProps): ReactNode {
  const ms = typeof value === 'number' ? value : undefined;
  const [chosen, setUnit] = useState<Unit>();
  const unit = chosen ?? (ms === undefined ? 'days' : unitOf(ms));
  return (
    <div className="row">
      <NumberInput
        className="num grow"
        aria-label={label}
        min={0}
        value={ms === undefined ? '' : ms / UNITS[unit]}
        onChange={(next) =>
          onChange(
            typeof next === 'number' && next > 0 ? Math.round(next * UNITS[unit]) : undefined,
          )
        }
      />
      <Select
        className="unit"
        aria-label={t('app.unit.label', { label })}
        data={Object.keys(UNITS).map((one) => ({ value: one, label: t(`app.unit.${one}`) }))}
        value={unit}
        rightSection={chevron}
        onChange={(next) => {
          if (!next) return;
          setUnit(next as Unit);
          if (ms !== undefined) onChange(Math.round((ms / UNITS[unit]) * UNITS[next as Unit]));
        }}
      />
    </div>
  );
}

export function SwitchWidget({ spec, label, value, onChange }: WidgetProps): ReactNode {
  return (
    <Switch
      aria-label={label}
      checked={(value ?? spec.fallback) === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** The words of a closed choice; common ones stand under `app.choice`. */
export const choiceWords = (code: string, id: string): string =>
  tMaybe(`${code}.${id}`) ?? (isSaid(`app.choice.${id}`) ? t(`app.choice.${id}`) : id);

export function ChoiceWidget({ spec, code, label, value, onChange }: WidgetProps): ReactNode {
  const shown = value ?? spec.fallback;
  return (
    <Select
      aria-label={label}
      data={(spec.choices ?? []).map((id) => ({ value: id, label: choiceWords(code, id) }))}
      value={typeof shown === 'string' ? shown : null}
      rightSection={chevron}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

export function CurrencyWidget({ label, value, onChange }: WidgetProps): ReactNode {
  return (
    <Select
      aria-label={label}
      data={CURRENCIES}
      clearable
      placeholder={t('app.field.none')}
      value={typeof value === 'string' ? value : null}
      rightSection={chevron}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
