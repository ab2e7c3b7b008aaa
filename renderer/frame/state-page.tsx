// Pages that are only a sentence: what happened, what it means, what to do.

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import { Mark } from './mark.tsx';

type Props = { title: string; text: string; children?: ReactNode };

/** One centred message; `children` are its ways on. */
function StatePage({ title, text, children }: Props): ReactNode {
  return (
    <main className="state-page">
      <Mark size={32} />
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </main>
  );
}

/** Shown to a page without a token: how to open one that has. */
export function NoToken(): ReactNode {
  return (
    <StatePage title={t('app.no_token.title')} text={t('app.no_token.text')}>
      <code>npx interlock start --browser</code>
    </StatePage>
  );
}

/** A defect of ours: the page is shown instead of nothing, and the work is safe in the engine. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }): ReactNode {
  return (
    <StatePage title={t('app.broken.title')} text={t('app.broken.text')}>
      <code>{error instanceof Error ? error.message : String(error)}</code>
      <Button variant="filled" onClick={reset}>
        {t('app.broken.again')}
      </Button>
    </StatePage>
  );
}

/** An address that leads nowhere, or a thing that is no longer there. */
export function Missing({ title, text }: { title: string; text: string }): ReactNode {
  return (
    <StatePage title={title} text={text}>
      <Button component="a" href="#/">
        {t('app.missing.home')}
      </Button>
    </StatePage>
  );
}
