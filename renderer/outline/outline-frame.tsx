// The frame of an outline: its keys above, the rows, and below the words of what was just done.

import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { keyWord } from '../design/key-caps.tsx';
import { t } from '../words.ts';

type Props = {
  about: string;
  /** What the keys do: the last part of `app.outline.key.…`, and the keys. */
  keys: [string, string[]][];
  /** The one voice: said politely, and shown. */
  said: string;
  right?: ReactNode;
  children: ReactNode;
};

export function Frame({ about, keys, said, right, children }: Props): ReactNode {
  return (
    <main className="outline" aria-label={t('app.view.outline')}>
      <div className="o-bar">
        <span className="o-about cut">{about}</span>
        <span className="grow" />
        <span className="o-hints">
          {keys.map(([id, all]) => (
            <span key={id} className="o-keys">
              {all.map((key) => (
                <Kbd key={key} size="xs">
                  {keyWord(key)}
                </Kbd>
              ))}
              {t(`app.outline.key.${id}`)}
            </span>
          ))}
        </span>
        {right}
      </div>
      <div className="o-list">{children}</div>
      <output className="o-said cut" aria-live="polite" title={said}>
        {said}
      </output>
    </main>
  );
}
