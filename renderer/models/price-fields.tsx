// What a model costs: known from the table, or asked for; free has to be said.

import { NumberInput, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Price } from '../../engine/budgets/money.ts';
import { priceOf, PRICES } from '../../engine/budgets/prices.ts';
import { currencySigns, figureSigns } from '../format.ts';
import { dayWords } from '../people/away.ts';
import { t } from '../words.ts';

type Props = {
  model: string;
  price: Partial<Price>;
  onChange: (price: Partial<Price>) => void;
};

export function PriceFields({ model, price, onChange }: Props): ReactNode {
  const known = model === '' ? undefined : priceOf({ provider: 'openai', model });
  const now = { input: price.input ?? known?.input, output: price.output ?? known?.output };
  const isFree = now.input === 0 && now.output === 0;
  const line = known
    ? t('models.use.price.known', { asOf: dayWords(PRICES.asOf) })
    : t('models.use.price.ask');
  return (
    <fieldset className="price-fields">
      <legend className="mantine-InputWrapper-label">{t('models.use.price')}</legend>
      <div className="two">
        {(['input', 'output'] as const).map((part) => (
          <NumberInput
            key={part}
            className="num"
            label={t(part === 'input' ? 'models.use.price.in' : 'models.use.price.out')}
            {...figureSigns()}
            {...currencySigns()}
            min={0}
            decimalScale={6}
            disabled={isFree}
            value={now[part] ?? ''}
            onChange={(next) =>
              onChange({ ...price, [part]: typeof next === 'number' ? next : undefined })
            }
          />
        ))}
        <Switch
          className="all"
          label={t('models.use.price.free')}
          checked={isFree}
          onChange={(event) => onChange(event.currentTarget.checked ? { input: 0, output: 0 } : {})}
        />
        {!isFree && <p className="all meta num">{line}</p>}
      </div>
    </fieldset>
  );
}
