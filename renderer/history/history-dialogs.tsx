// The dialogs the designer has about versions: publishing, and two who changed the same workflow.

import { useSelector } from '@xstate/store-react';
import type { ReactNode } from 'react';
import { laterDialog } from '../frame/later.tsx';
import type { PublishProps } from './publish-dialog.tsx';

const PublishDialog = laterDialog(() =>
  import('./publish-dialog.tsx').then((m) => m.PublishDialog),
);
const ConflictDialog = laterDialog(() =>
  import('./conflict-dialog.tsx').then((m) => m.ConflictDialog),
);

export function HistoryDialogs(props: PublishProps): ReactNode {
  const { open, judged } = props;
  const isConflict = useSelector(open.saving, (s) => s.context.state === 'conflict');
  return (
    <>
      <ConflictDialog opened={isConflict} open={open} judged={judged} />
      <PublishDialog {...props} />
    </>
  );
}
