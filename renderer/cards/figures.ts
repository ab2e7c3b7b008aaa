// Figures of limits in their own units: money, time, counts. The units are those of the ledger.

import { cost, duration, number } from '../format.ts';
import { t } from '../words.ts';

/**
 * A counter's value as people read it; `costUsd` and `day` are nano-dollars, `minutes`
 * milliseconds.
 */
export function figure(counter: string | undefined, value = 0): string {
  if (counter === 'costUsd' || counter === 'day') return cost(value);
  if (counter === 'minutes') return duration(value);
  return t(`card.figure.${counter ?? 'other'}`, { n: value, count: number(value) });
}

/** The bare number, for places where the counter's name stands beside it. */
export function bareFigure(counter: string, value: number): string {
  if (counter === 'costUsd' || counter === 'day' || counter === 'minutes')
    return figure(counter, value);
  return number(value);
}
