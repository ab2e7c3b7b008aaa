// What begins a workflow from wherever one is: the guided choice, and dropping a file.

import { useSelector } from '@xstate/store-react';
import type { ReactNode } from 'react';
import { laterDialog } from '../frame/later.tsx';
import { DropToImport } from './drop-to-import.tsx';
import { startDialog } from './start-store.ts';

const StartDialog = laterDialog(() => import('./start-dialog.tsx').then((m) => m.StartDialog));

export function StartWays(): ReactNode {
  const opened = useSelector(startDialog, (s) => s.context.opened);
  return (
    <>
      <StartDialog opened={opened} />
      <DropToImport />
    </>
  );
}
