// "1.0.0, changed since": how a workflow stands to what was published of it.

import { GitCommitHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import type { Standing } from './use-published.ts';

type Props = { standing: Standing; version: string };

export function StandingWords({ standing, version }: Props): ReactNode {
  const { is, last } = standing;
  if (is === 'same') return <span className="meta num">{t('app.title.version', { version })}</span>;
  const words =
    is === 'never'
      ? t('publish.never')
      : t('publish.changed', { version: last?.version ?? version });
  return (
    <span className={`meta num with-icon${is === 'never' ? '' : ' standing-changed'}`}>
      <GitCommitHorizontal size={12} strokeWidth={2.5} aria-hidden />
      {words}
    </span>
  );
}
