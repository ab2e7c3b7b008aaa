// One run, live.

import type { ReactNode } from 'react';

export function RunScreen({ run }: { run: string }): ReactNode {
  return run;
}
