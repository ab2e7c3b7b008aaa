// Running the same workflow again: its form, filled in as it was this time.

import type { ReactNode } from 'react';
import { isObject } from '../../engine/base/value.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { useAsk } from '../ask.ts';
import { RunForm } from './run-form.tsx';

type Props = { slug: string; view: RunView; onClose: () => void };

export function RunAgain({ slug, view, onClose }: Props): ReactNode {
  const doc = useAsk('workflow', { slug }).data;
  if (!doc) return null;
  const input = isObject(view.input.v) ? view.input.v : {};
  return <RunForm doc={doc} opened onClose={onClose} start={{ input, by: view.by }} />;
}
