// The name of a step or workflow, edited where it stands.
// NI1 an empty name is never stored; leaving the field brings the old one back.

import { useEffect, useRef, useState, type ReactNode } from 'react';

type Props = {
  name: string;
  label: string;
  onRename: (name: string) => void;
  className?: string;
  /** Changing it puts the cursor here, with the name selected. */
  focusKey?: string | undefined;
};

export function NameInput({ name, label, onRename, className, focusKey }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string>();
  useEffect(() => {
    if (!focusKey) return;
    input.current?.focus();
    input.current?.select();
  }, [focusKey]);
  return (
    <input
      ref={input}
      className={`name-input ${className ?? ''}`}
      aria-label={label}
      maxLength={120}
      value={draft ?? name}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setDraft(next);
        if (next.trim() !== '') onRename(next.trim()); // NI1
      }}
      onBlur={() => setDraft(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
