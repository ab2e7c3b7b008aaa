// Why something was not done, where it was asked for; read out at once.

import type { ReactNode } from 'react';

/** The reason; nothing where there is none. */
export function Refused({ why }: { why: string | undefined }): ReactNode {
  return why === undefined ? null : (
    <p className="refused" role="alert">
      {why}
    </p>
  );
}
