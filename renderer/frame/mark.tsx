// The mark: two interlocked open squares.

import type { ReactNode } from 'react';

export function Mark({ size = 24 }: { size?: number }): ReactNode {
  const stroke = { strokeWidth: 2.5, strokeLinecap: 'round' } as const;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden>
      <path d="M14.5 3H6a3 3 0 0 0-3 3v8.5a3 3 0 0 0 3 3h1.5" stroke="currentColor" {...stroke} />
      <path
        d="M9.5 21H18a3 3 0 0 0 3-3V9.5a3 3 0 0 0-3-3h-1.5"
        stroke="var(--accent-text)"
        {...stroke}
      />
      <rect x="9.25" y="9.25" width="5.5" height="5.5" rx="1.25" fill="currentColor" />
    </svg>
  );
}
