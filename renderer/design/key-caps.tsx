// Keys as they stand on the keyboard.

import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { COMMANDS, shownKeys, type CommandId } from './commands.ts';

const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** The first keys of a command. */
export function KeyCaps({ command }: { command: CommandId }): ReactNode {
  const keys = COMMANDS.find(({ id }) => id === command)?.keys[0] ?? '';
  return (
    <span className="key-caps">
      {shownKeys(keys, isMac).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
