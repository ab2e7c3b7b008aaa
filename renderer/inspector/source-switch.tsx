// The two-way switch beside a setting: fixed here, or taken from an earlier step. 28 × 24 each.

import { Link2, TextCursorInput } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';

export type Mode = 'fixed' | 'step';

export function SourceSwitch(props: { mode: Mode; onMode: (mode: Mode) => void }): ReactNode {
  const { mode, onMode } = props;
  const half = (own: Mode, label: string, icon: ReactNode): ReactNode => (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={mode === own}
      className={mode === own ? 'on' : ''}
      onClick={() => onMode(own)}
    >
      {icon}
    </button>
  );
  return (
    <fieldset className="source" aria-label={t('app.bind.label')}>
      {half('fixed', t('app.bind.fixed'), <TextCursorInput size={14} aria-hidden />)}
      {half('step', t('app.bind.step'), <Link2 size={14} aria-hidden />)}
    </fieldset>
  );
}
