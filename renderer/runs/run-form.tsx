// The form that starts a run.

import type { ReactNode } from 'react';
import type { WorkflowDoc } from '../../engine/api/contract.ts';

type Props = { doc: WorkflowDoc; opened: boolean; onClose: () => void };

export function RunForm({ doc, opened, onClose }: Props): ReactNode {
  return opened ? <button onClick={onClose}>{doc.slug}</button> : null;
}
