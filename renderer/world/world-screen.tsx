// The practice world.

import type { ReactNode } from 'react';

export function WorldScreen(): ReactNode {
  return null;
}
