// Amounts and times as people of a language read them. Only presentation: nothing is decided here.
// F1 money in a sentence has decimals only where it has cents: $500, $499.99.
// F2 a cost is never rounded to nothing: below a hundredth of a cent the first two digits are
//     shown.

const NANO = 1_000_000_000;

/** Intl knows thousands of currencies but throws on what is no currency code at all. */
function currencyText(locale: string, value: number, options: Intl.NumberFormatOptions): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', ...options }).format(value);
  } catch {
    return `${value} ${options.currency ?? ''}`.trim();
  }
}

/** An amount in major units: `$5,000`, `$499.99`, `€1,250.50` (F1). */
export const moneyText = (locale: string, value: number, currency = 'USD'): string =>
  currencyText(locale, value, {
    currency,
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 2,
  });

/** Integer nano-dollars as dollars: `$0.05`, `$0.0019`, `$0.0000021` (F2). */
export function costText(locale: string, nano: number): string {
  const usd = nano / NANO;
  const digits: Intl.NumberFormatOptions =
    nano !== 0 && Math.abs(usd) < 0.0001
      ? { maximumSignificantDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 4 };
  return currencyText(locale, usd, { currency: 'USD', ...digits });
}

/** Digits in groups: `12,000`. */
export const numberText = (locale: string, value: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);

/** Several things as one text: `A, B, and C`, `A or B`. */
export const listText = (
  locale: string,
  items: string[],
  type: 'conjunction' | 'disjunction',
): string => new Intl.ListFormat(locale, { type }).format(items);

const UNITS = [
  { code: 'unit.days', ms: 86_400_000 },
  { code: 'unit.hours', ms: 3_600_000 },
  { code: 'unit.minutes', ms: 60_000 },
  { code: 'unit.seconds', ms: 1000 },
];

/** A span in its two largest units, as catalogue codes with their number: 3 min · 40 s. */
export function timeParts(ms: number): { code: string; n: number }[] {
  if (ms < 1000) return [{ code: 'unit.milliseconds', n: Math.max(0, Math.round(ms)) }];
  const parts: { code: string; n: number }[] = [];
  let left = Math.round(ms / 1000) * 1000;
  for (const unit of UNITS) {
    const n = Math.floor(left / unit.ms);
    if (n) parts.push({ code: unit.code, n });
    else if (parts.length) break;
    left -= n * unit.ms;
  }
  return parts.slice(0, 2);
}
