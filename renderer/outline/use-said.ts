// The one voice of the outline: what was done or happened, said politely and shown below the rows.

import { useCallback, useState } from 'react';

export type Voice = { text: string; say: (text: string) => void };

export function useVoice(): Voice {
  const [text, setText] = useState('');
  // The same words twice are two announcements: a space more makes them new to readers.
  const say = useCallback(
    (next: string) => setText((before) => (before === next ? `${next} ` : next)),
    [],
  );
  return { text, say };
}
