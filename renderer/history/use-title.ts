// What the window is called: the workflow, and whether it is still what was published.

import { useEffect } from 'react';
import { t } from '../words.ts';
import type { Standing } from './use-published.ts';

const APP = 'Interlock';

/** Names the window while a screen stands. */
export function useTitle(name: string, standing: Standing | undefined): void {
  const version = standing?.last?.version;
  const words =
    standing?.is === 'changed' && version !== undefined
      ? t('publish.title.changed', { name, version })
      : name;
  useEffect(() => {
    document.title = words === '' ? APP : `${words} · ${APP}`;
    return () => {
      document.title = APP;
    };
  }, [words]);
}
