// The eight answers about a step, one below the other, always in the same order.

import { ArrowRight, ChevronRight, ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NodeFamily } from '../../engine/node.ts';
import { Tile } from '../canvas/tile.tsx';
import { Rich } from '../frame/rich.tsx';
import { t } from '../words.ts';
import type { Chip, Part } from './answer-parts.ts';
import type { Answer } from './answers.ts';

function ValueChips({ chips }: { chips: Chip[] }): ReactNode {
  return (
    <ul className="stack">
      {chips.map(({ family, icon, source, label, words }) => (
        <li key={`${source} ${label}`} className="ref num" title={`${source} › ${label}: ${words}`}>
          <Tile family={family as NodeFamily} icon={icon} small />
          <span className="ref-t">
            <span className="cut">{source}</span>
            <ChevronRight size={12} aria-hidden />
            <b className="cut">{label}</b>
          </span>
          <span className="ref-v cut">{words}</span>
        </li>
      ))}
    </ul>
  );
}

function PartView({ part }: { part: Part }): ReactNode {
  switch (part.how) {
    case 'text':
      return (
        <p
          className={`num${part.tone === 'quiet' ? ' quiet-answer' : ''}${part.tone === 'outside' ? ' outside' : ''}`}
        >
          {part.tone === 'outside' && <ShieldAlert size={14} aria-hidden />}
          <span>
            <Rich text={part.text} />
          </span>
        </p>
      );
    case 'chips':
      return <ValueChips chips={part.chips} />;
    case 'values':
      return (
        <dl className="answer-values num">
          {part.values.map(({ label, words }) => (
            <div key={label}>
              {label && <dt>{label}</dt>}
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      );
    case 'change':
      return (
        <p className="change num">
          <span className="meta">{part.label}</span> <del>{part.from}</del>
          <ArrowRight size={14} aria-label={t('app.answer.to')} />
          <ins>{part.to}</ins>
        </p>
      );
  }
}

export function AnswersPanel({ answers }: { answers: Answer[] }): ReactNode {
  return (
    <section className="insp-body answers" tabIndex={0} aria-label={t('app.answer.label')}>
      {answers.map(({ question, parts }) => (
        <section key={question} className="qa">
          <h3>{t(`app.answer.question.${question}`)}</h3>
          {parts.map((part, i) => (
            <PartView key={i} part={part} />
          ))}
        </section>
      ))}
    </section>
  );
}
