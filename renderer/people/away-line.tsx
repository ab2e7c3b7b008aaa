// One line that says that somebody is away and who is asked instead; nothing while all are here.

import { Plane } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import { useAsk } from '../ask.ts';
import { Rich } from '../frame/rich.tsx';
import { useNow } from '../runs/use-now.ts';
import { awayWords, dayIn } from './away.ts';
import './people.css';

/** The day it is in the workspace; undefined until it is known. */
export function useDay(): string | undefined {
  const zone = useAsk('workspace', {}).data?.timeZone;
  const now = useNow(false);
  return zone === undefined ? undefined : dayIn(zone, now);
}

/** `who`: the people a card is before. */
export function AwayLine({ who, people }: { who: string[]; people: Person[] }): ReactNode {
  const day = useDay();
  if (day === undefined) return null;
  const lines = people
    .filter(({ id }) => who.includes(id))
    .flatMap((person) => awayWords(person, people, day) ?? []);
  return lines.map((line) => (
    <p key={line} className="away-line">
      <Plane size={14} aria-hidden />
      <span>
        <Rich text={line} />
      </span>
    </p>
  ));
}
