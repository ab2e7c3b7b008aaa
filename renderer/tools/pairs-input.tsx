// Names with texts, row by row: parts of a query, headers, parts of an answer, columns.
// PI1 a row stays on screen while it is typed, also when its name is empty or stands there twice;
//     only rows that say something are handed on.

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { t } from '../words.ts';
import type { Row } from './body-shape.ts';

type Props = {
  label: string;
  /** What stands at the left and at the right. */
  heads: [string, string];
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
};

const said = (rows: readonly Row[]): Row[] => rows.filter(([name]) => name.trim() !== '');

export function PairsInput({ label, heads, rows, onChange }: Props): ReactNode {
  const given = JSON.stringify(rows);
  const [{ own, seen }, setState] = useState({ own: rows, seen: given });
  // Taken over only when it came from elsewhere, such as an undo.
  if (seen !== given)
    setState({ own: JSON.stringify(said(own)) === given ? own : rows, seen: given });
  const setOwn = (next: readonly Row[]): void => setState({ own: next, seen });
  const set = (next: readonly Row[]): void => {
    setOwn(next);
    onChange(said(next));
  };
  return (
    <fieldset className="tool-pairs" aria-label={label}>
      {own.map(([name, text], i) => (
        <div key={i} className="tool-pair">
          <TextInput
            aria-label={`${heads[0]} ${i + 1}`}
            placeholder={heads[0]}
            value={name}
            onChange={(event) => set(own.with(i, [event.currentTarget.value, text]))}
          />
          <TextInput
            aria-label={`${heads[1]} ${i + 1}`}
            placeholder={heads[1]}
            value={text}
            onChange={(event) => set(own.with(i, [name, event.currentTarget.value]))}
          />
          <ActionIcon
            size={28}
            aria-label={t('tool.row.remove', { n: i + 1 })}
            onClick={() => set(own.toSpliced(i, 1))}
          >
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        className="add"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => setOwn([...own, ['', '']])}
      >
        {t('tool.row.add')}
      </Button>
    </fieldset>
  );
}
