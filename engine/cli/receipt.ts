// What a stop came to, as a person reads it: one line for each of its four parts.

import type { Receipt } from '../4-run/events.ts';
import { columns, t } from './output.ts';

const PARTS = ['done', 'notDone', 'unknown', 'waiting'] as const;

/** A receipt in four lines. */
export const receiptLines = (receipt: Receipt, indent: string): string =>
  columns(
    PARTS.map((part) => {
      const names = receipt[part].join(', ');
      return [t(`receipt.${part}`), names || t('receipt.nothing')];
    }),
    indent,
  );
