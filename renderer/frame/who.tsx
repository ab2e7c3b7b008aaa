// A person's initials in a circle; the name itself always stands beside it as text.

import type { ReactNode } from 'react';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();

export function Who({ name }: { name: string }): ReactNode {
  return (
    <span className="who" aria-hidden>
      {initials(name)}
    </span>
  );
}
