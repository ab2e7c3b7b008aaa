// The dialogs the designer has about versions: publishing, and two who changed the same workflow.

import { useSelector } from '@xstate/store-react';
import type { ReactNode } from 'react';
import type { Judged } from '../document/use-analysis.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { laterDialog } from '../frame/later.tsx';
import type { Standing } from './use-published.ts';

const PublishDialog = laterDialog(() =>
  import('./publish-dialog.tsx').then((m) => m.PublishDialog),
);
const ConflictDialog = laterDialog(() =>
  import('./conflict-dialog.tsx').then((m) => m.ConflictDialog),
);

type Props = {
  slug: string;
  open: OpenDocument;
  judged: Judged;
  standing: Standing | undefined;
  /** Publishing is asked for. */
  opened: boolean;
  onClose: () => void;
};

export function HistoryDialogs(props: Props): ReactNode {
  const { open, judged } = props;
  const isConflict = useSelector(open.saving, (s) => s.context.state === 'conflict');
  return (
    <>
      <ConflictDialog opened={isConflict} open={open} judged={judged} />
      <PublishDialog {...props} />
    </>
  );
}
