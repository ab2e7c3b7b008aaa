// One part of a tool's page: its heading, what is wrong there, and what can be set.

import type { ReactNode } from 'react';
import { t } from '../words.ts';
import type { CardProblem } from './card-problems.ts';

/** Help stands below what it helps with. */
export const UNDER: ('label' | 'input' | 'error' | 'description')[] = [
  'label',
  'input',
  'error',
  'description',
];

type Props = {
  title: string;
  note?: string | undefined;
  problems?: CardProblem[];
  children: ReactNode;
};

export function Panel({ title, note, problems = [], children }: Props): ReactNode {
  return (
    <section className="tool-panel" aria-label={title}>
      <h3 className="cap">
        {title} {note && <span className="note">{note}</span>}
      </h3>
      {problems.map(({ code, params }) => (
        <p key={code} className="fault" role="note">
          {t(code, params)}
        </p>
      ))}
      {children}
    </section>
  );
}

/** Problems that belong to one of these parts of the page. */
export const problemsOn = (problems: CardProblem[], ...parts: string[]): CardProblem[] =>
  problems.filter(({ at }) => parts.includes(at));
