// Rows as a plain table: a column per value that occurs, in the order in which they first do.

import type { ReactNode } from 'react';
import type { WorldView } from '../../engine/api/contract.ts';
import { sentenceCase, short, valueWords } from '../cards/value-words.ts';
import { t } from '../words.ts';

type Rows = WorldView['tables'][number]['rows'];

/** Columns beyond these are told in the last one's place. */
const COLUMNS = 7;

/** Numbers named like money are written like money; rows carry no fields of their own. */
const isMoney = (key: string): boolean => /amount|price|total|paid$|cost/.test(key);

const words = (key: string, value: Rows[number]['row'][string] | undefined): string => {
  if (typeof value === 'number' && isMoney(key))
    return valueWords(value, { id: key, label: key, kind: 'money' });
  return short(valueWords(value), 80);
};

export function PlainTable(props: {
  name: string;
  rows: Rows;
  latest: string | undefined;
}): ReactNode {
  const { name, rows, latest } = props;
  const keys = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))].slice(0, COLUMNS);
  const isNumber = (key: string): boolean => rows.every(({ row }) => typeof row[key] === 'number');
  return (
    <div className="table world-table">
      <table className="num">
        <caption className="sr">{name}</caption>
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} scope="col" className={isNumber(key) ? 'r' : undefined}>
                {sentenceCase(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ run, row }, i) => {
            const isNew = run !== null && run === latest;
            return (
              <tr key={i} className={isNew ? 'is-new' : undefined}>
                {keys.map((key, column) => (
                  <td key={key} className={isNumber(key) ? 'r' : undefined}>
                    {isNew && column === 0 && <span className="sr">{t('app.world.new')} </span>}
                    {words(key, row[key])}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
