// Catalogue sentences with their emphasis: `**…**` becomes bold, everything else stays text.

import type { ReactNode } from 'react';

export function Rich({ text }: { text: string }): ReactNode {
  return text
    .split('**')
    .map((part, i) => (i % 2 === 1 ? <b key={`${i}:${part}`}>{part}</b> : part));
}
