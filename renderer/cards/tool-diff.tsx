// The difference of a tool that changed: old and new side by side where there is room, one below
// the other where there is not. What went is struck and marked −, what came is marked +.

import { Ellipsis, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import { argsWords, type Part, type Row } from './tool-words.ts';

function DiffLine({ row }: { row: Row }): ReactNode {
  if (row.kind === 'left_out')
    return (
      <li className="diff-left-out" title={t('card.tool.left_out')}>
        <Ellipsis size={12} aria-hidden />
        <span className="sr">{t('card.tool.left_out')}</span>
      </li>
    );
  if (row.kind === 'same')
    return (
      <li>
        <span className="diff-mark" />
        <span>{row.text}</span>
      </li>
    );
  const Mark = row.kind === 'gone' ? Minus : Plus;
  const Text = row.kind === 'gone' ? 'del' : 'ins';
  return (
    <li className={`diff-${row.kind}`}>
      <span className="diff-mark">
        <Mark size={12} strokeWidth={2.5} aria-hidden />
        <span className="sr">{t(`card.tool.${row.kind}`)}: </span>
      </span>
      <Text>{row.text}</Text>
    </li>
  );
}

type SideProps = { title: string; rows: Row[]; nothing: string };

function Side({ title, rows, nothing }: SideProps): ReactNode {
  return (
    <div className="diff-side">
      {title && <h4>{title}</h4>}
      {rows.length === 0 ? (
        <p className="meta">{nothing}</p>
      ) : (
        <ul>
          {rows.map((row, i) => (
            <DiffLine key={i} row={row} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** `isNew`: nobody agreed to anything before, so there is only one side. */
export function ToolDiff({ parts, isNew }: { parts: Part[]; isNew: boolean }): ReactNode {
  return parts.map((part) => (
    <section key={part.id} className="diff" aria-label={part.label}>
      <h3 className="exact-h">{part.label}</h3>
      {part.id === 'args' && argsWords(part, isNew).map((words) => <p key={words}>{words}</p>)}
      <div className={isNew ? 'diff-sides one' : 'diff-sides'}>
        {!isNew && (
          <Side
            title={t('card.tool.before')}
            rows={part.before}
            nothing={t('card.tool.nothing_before')}
          />
        )}
        <Side
          title={isNew ? '' : t('card.tool.now')}
          rows={part.now}
          nothing={t('card.tool.nothing_now')}
        />
      </div>
    </section>
  ));
}
