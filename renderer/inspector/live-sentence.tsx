// What the step does, on top of its panel: follows every keystroke, with the changed words bold.
// LS1 while nothing was changed since the step was opened, what comes from its settings is bold.
// LS2 readers hear it once typing has stopped, not at every letter.

import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { Rich } from '../frame/rich.tsx';
import { changedWords } from './changed-words.ts';
import { useInspected } from './context.ts';
import { sayStep } from './say-step.ts';
import { useLeads } from './use-leads.ts';

const QUIET_MS = 900;

const plain = (text: string): string => text.replaceAll('**', '');

export function LiveSentence(): ReactNode {
  const { step, facts, names, workflow, sight, after } = useInspected();
  const leads = useLeads();
  const { settings } = step;
  const said = sayStep({ step, settings, facts, names, workflow, sight, after, leads });
  const [opened] = useState(said);
  const [spoken] = useDebouncedValue(plain(said), QUIET_MS);
  if (said === '') return null;
  const isSame = said === opened;
  return (
    <>
      <p className="sentence num" aria-hidden>
        {isSame ? (
          <Rich text={said} />
        ) : (
          changedWords(plain(opened), plain(said)).map(({ text, isNew }, i) =>
            isNew ? <b key={i}>{text}</b> : text,
          )
        )}
      </p>
      <p className="sr" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}
