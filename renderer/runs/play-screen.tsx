// One recorded run, played back.

import type { ReactNode } from 'react';

export function PlayScreen({ run }: { run: string }): ReactNode {
  return run;
}
