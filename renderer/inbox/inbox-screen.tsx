// What waits for a decision.

import type { ReactNode } from 'react';

export function InboxScreen({ card }: { card?: string }): ReactNode {
  return card ?? null;
}
