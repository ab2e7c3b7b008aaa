// What each answer of a card does, line by line, where the drawing alone does not say it.

import type { ReactNode } from 'react';

export type Outcome = { label: string; words: string };

export function Outcomes({ of }: { of: Outcome[] }): ReactNode {
  const said = of.filter(({ words }) => words !== '');
  if (said.length === 0) return null;
  return (
    <dl className="why outcomes num">
      {said.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
