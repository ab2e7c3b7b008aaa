// A part of a form that is folded away until it is used, or until a problem points into it.

import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMaybeInspected } from './context.ts';

type Props = {
  title: ReactNode;
  /** Something stands in it. */
  isUsed: boolean;
  /** The setting it is about, or those that lie in it. */
  path: string | string[];
  /** How its title is set. */
  className?: string;
  children: ReactNode;
};

export function Folded({ title, isUsed, path, className = '', children }: Props): ReactNode {
  const [isOpen, setOpen] = useState(isUsed);
  const reveal = useMaybeInspected()?.reveal;
  const [seen, setSeen] = useState(reveal?.key);
  if (reveal && reveal.key !== seen) {
    setSeen(reveal.key);
    const { field } = reveal;
    if ([path].flat().some((one) => field === one || field.startsWith(`${one}.`))) setOpen(true);
  }
  return (
    <div className="group">
      <button
        type="button"
        className={`fold ${className}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden className={isOpen ? 'turned' : undefined} /> {title}
      </button>
      {isOpen && <div className="group-in">{children}</div>}
    </div>
  );
}
