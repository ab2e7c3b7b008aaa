// Numbers, money, spans and moments as people of this window's language read them.
// Pure: "now" is always handed in. What an engine sentence formats stays in base/text.

import { costText, moneyText, numberText, timeParts } from '../engine/base/text/format.ts';
import { locale, t } from './words.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** An amount in major units: `$500`, `$499.99`. */
export const money = (amount: number, currency?: string): string =>
  moneyText(locale(), amount, currency);

/** A cost in nano-dollars: `$0.05`, `$0.0019`. */
export const cost = (nano: number): string => costText(locale(), nano);

/** A plain number with separators. */
export const number = (n: number): string => numberText(locale(), n);

/** How figures stand in a field that is typed into: `1,000.5`. */
export function figureSigns(): { thousandSeparator: string; decimalSeparator: string } {
  const parts = new Intl.NumberFormat(locale()).formatToParts(12_345.6);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { thousandSeparator: sign('group'), decimalSeparator: sign('decimal') };
}

/** A currency in a field that is typed into: `$` before the figure in English, ` $` behind it. */
export function currencySigns(currency = 'USD'): { prefix: string } | { suffix: string } {
  const [before = '', after = ''] = moneyText(locale(), 1, currency).split('1');
  return after === '' ? { prefix: before } : { suffix: after };
}

/** How long something took or may take: `< 0.1 s`, `1.9 s`, `3 min 40 s`, `2 days`. */
export function duration(ms: number): string {
  if (ms < 50) return t('app.time.short', { n: `< ${number(0.1)}` });
  if (ms < 1000) return t('app.time.short', { n: number(Math.round(ms / 100) / 10) });
  if (ms >= 1000 && ms < 10_000 && ms % 1000 !== 0)
    return t('app.time.short', { n: number(Math.round(ms / 100) / 10) });
  return timeParts(ms)
    .map(({ code, n }) => t(code, { n }))
    .join(' ');
}

/** A moment as a clock shows it: `09:41:45`. */
export const clock = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'medium', hourCycle: 'h23' }).format(at);

/** A moment as people say it: `just now`, `2 min ago`, `09:41`, `Tuesday`, `May 3, 2026`. */
export function when(at: number, now: number): string {
  const ago = now - at;
  if (ago < MINUTE) return t('app.time.now');
  if (ago < 60 * MINUTE) return t('app.time.ago', { n: Math.floor(ago / MINUTE) });
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const show = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale(), options).format(at);
  if (sameDay) return show({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (ago < 6 * DAY) return show({ weekday: 'long' });
  return show({ day: 'numeric', month: 'short', year: 'numeric' });
}
