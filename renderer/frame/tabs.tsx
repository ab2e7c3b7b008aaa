// A row of links to the parts of one page; each part has an address of its own.

import type { ReactNode } from 'react';

type Tab = { id: string; name: string; href: string };

export function Tabs({ label, tabs, on }: { label: string; tabs: Tab[]; on: string }): ReactNode {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ id, name, href }) => (
        <a
          key={id}
          href={href}
          className={id === on ? 'tab on' : 'tab'}
          aria-current={id === on ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
