// Keys as they stand on the keyboard.

import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { tMaybe } from '../words.ts';
import { COMMANDS, shownKeys, type CommandId } from './commands.ts';

/** What stands on a key in this language: `Ctrl` is `Strg` on a German keyboard. */
export const keyWord = (key: string): string => tMaybe(`app.key.${key}`) ?? key;

export const isMac =
  typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** The first keys of a command. */
export function KeyCaps({ command }: { command: CommandId }): ReactNode {
  const keys = COMMANDS.find(({ id }) => id === command)?.keys[0] ?? '';
  return (
    <span className="key-caps">
      {shownKeys(keys, isMac).map((key) => (
        <Kbd key={key} size="xs">
          {keyWord(key)}
        </Kbd>
      ))}
    </span>
  );
}
