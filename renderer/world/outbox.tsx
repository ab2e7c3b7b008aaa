// Mails that practice tools wrote: to whom, about what, and the letter itself when it is opened.

import { ChevronDown, ChevronRight, Mail } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { WorldView } from '../../engine/api/contract.ts';
import { t } from '../words.ts';

type Rows = WorldView['tables'][number]['rows'];

function Letter({ row, isNew }: { row: Rows[number]['row']; isNew: boolean }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const text = (key: string): string => (typeof row[key] === 'string' ? row[key] : '');
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className={isNew ? 'letter is-new' : 'letter'}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Mail size={16} aria-hidden />
        <span className="letter-to cut">{text('to')}</span>
        <b className="cut grow">{text('subject')}</b>
        {isNew && <span className="sr">{t('app.world.new')}</span>}
        <Arrow size={16} aria-hidden />
      </button>
      {isOpen && <p className="letter-text">{text('body')}</p>}
    </li>
  );
}

export function Outbox({ rows, latest }: { rows: Rows; latest: string | undefined }): ReactNode {
  return (
    <ul className="table outbox">
      {rows.toReversed().map(({ run, row }, i) => (
        <Letter key={rows.length - i} row={row} isNew={run !== null && run === latest} />
      ))}
    </ul>
  );
}
