// A page that reads from top to bottom: home, lists, reports.

import type { ReactNode } from 'react';

type Props = {
  title: string;
  sub?: ReactNode;
  right?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

export function Page({ title, sub, right, wide, children }: Props): ReactNode {
  return (
    <main className="page">
      <div className={wide ? 'page-in wide' : 'page-in'}>
        <header className="page-head">
          <div>
            <h1>{title}</h1>
            {sub && <p>{sub}</p>}
          </div>
          {right}
        </header>
        {children}
      </div>
    </main>
  );
}
