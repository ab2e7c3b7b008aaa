// The names and signs of currencies as they stand in letters and on bills.
// C1 a sign or word stands for one currency; what is shared by several takes the commonest.

const CODES =
  'USD EUR GBP CHF JPY CNY INR CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY BRL MXN ZAR ' +
  'SGD HKD KRW THB ILS AED ISK UAH';

const NAMES: [pattern: string, code: string][] = [
  ['canadian dollars?|can\\$|ca\\$|c\\$', 'CAD'],
  ['australian dollars?|au\\$|a\\$', 'AUD'],
  ['nz\\$|new zealand dollars?', 'NZD'],
  ['hk\\$', 'HKD'],
  ['r\\$|reais', 'BRL'],
  ['us[- ]?dollars?|us\\$|dollars?|dólares|dólar|bucks|\\$', 'USD'],
  ['swiss francs?|schweizer franken|francs? suisses?|franken|francs?|sfr\\.?|fr\\.|chf', 'CHF'],
  [
    'british pounds?|pounds? sterling|pounds?|quid|libras?(?: esterlinas?)?|pfund sterling|£',
    'GBP',
  ],
  ['euros?|eur|€', 'EUR'],
  ['yen|¥|円', 'JPY'],
  ['yuan|renminbi|rmb', 'CNY'],
  ['rupees?|rs\\.|₹', 'INR'],
  ['swedish kron(?:a|or)|kronor|kr', 'SEK'],
  ['norwegian kroner', 'NOK'],
  ['danish kroner|kroner', 'DKK'],
  ['zloty(?:s|ch)?|złoty(?:ch)?|zł', 'PLN'],
  ['mexican pesos?|pesos?', 'MXN'],
  ['koruna|kč', 'CZK'],
  ['forint|ft', 'HUF'],
  ['₽|rubles?', 'RUB'],
  ['₺|lira', 'TRY'],
  ['₩|won', 'KRW'],
];

const exact = NAMES.map(([pattern, code]): [RegExp, string] => [
  new RegExp(`^(?:${pattern})$`, 'iu'),
  code,
]);
const BEFORE_ONLY = /^(?:fr\.|rs\.)$/iu;
const AFTER_ONLY = /^(?:won|ft|kr|lira|quid|bucks)$/iu;

/** Any currency sign, code or name; letters never run on into other words. */
export const CURRENCY = `(?:(?<!\\p{L})(?:${[
  CODES.replaceAll(' ', '|'),
  ...NAMES.map(([pattern]) => pattern),
].join('|')})(?!\\p{L}))`;

/** The ISO code of a sign, code or name; undefined for anything else. */
export function currencyOf(text: string): string | undefined {
  const bare = text.trim();
  if (CODES.split(' ').includes(bare.toUpperCase())) return bare.toUpperCase();
  return exact.find(([pattern]) => pattern.test(bare))?.[1];
}

export const standsBefore = (sign: string): boolean => !AFTER_ONLY.test(sign.trim());
export const standsAfter = (sign: string): boolean => !BEFORE_ONLY.test(sign.trim());

const SMALL_COINS = /^(?:cents?|ct|¢|céntimos?|centimes?|pence|p|rappen)$/iu;
/** True for a hundredth: cents, pence, Rappen. */
export const isSmallCoin = (text: string): boolean => SMALL_COINS.test(text.trim());
/** The currency whose hundredth it is, where the word alone says so. */
export function coinCurrency(text: string): string | undefined {
  if (/^(?:pence|p)$/iu.test(text.trim())) return 'GBP';
  if (/^rappen$/iu.test(text.trim())) return 'CHF';
  return /^(?:céntimos?|centimes?)$/iu.test(text.trim()) ? 'EUR' : undefined;
}
