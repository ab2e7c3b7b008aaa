// One line where something is begun: practising, or what is asked for real.

import { Cloud, CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMode } from './use-mode.ts';

export function ModeLine(): ReactNode {
  const mode = useMode();
  if (!mode) return <span className="grow" />;
  const Icon = mode.practice ? CloudOff : Cloud;
  return (
    <span className="meta with-icon grow">
      <Icon size={14} aria-hidden /> {mode.line}
    </span>
  );
}
