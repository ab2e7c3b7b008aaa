// The key that asks whether everything shall stop, and the dialog as soon as it is asked for.

import { useHotkeys } from '@mantine/hooks';
import { useSelector } from '@xstate/store-react';
import type { ReactNode } from 'react';
import { laterDialog } from '../frame/later.tsx';
import { stopDialog } from './stop-store.ts';

const StopDialog = laterDialog(() => import('./stop-everything.tsx').then((m) => m.StopDialog));

export function StopEverything(): ReactNode {
  const shown = useSelector(stopDialog, (s) => s.context.shown);
  useHotkeys([['mod+.', () => stopDialog.trigger.open({ shown: 'ask' })]], [], true);
  return <StopDialog opened={shown !== undefined} />;
}
