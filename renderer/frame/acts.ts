// What the commands do now, wherever one is: each screen offers what it can, menus ask here.
// AC1 of several offers of a command the newest counts; one that goes away takes its offers along.
// AC2 a menu hears of it only when another set of commands can be given, never at every drawing.

import { createStore } from '@xstate/store';
import { useEffect, useRef } from 'react';
import { COMMANDS, type CommandId } from '../design/commands.ts';
import type { Acts } from '../design/use-commands.ts';

const offers: { acts: Acts }[] = [];

const actOf = (id: CommandId): (() => void) | undefined =>
  offers.findLast(({ acts }) => acts[id])?.acts[id];

/** Which commands can be given now, by id and in the order of their table (AC2). */
export const offered = createStore({
  context: { ids: '' },
  on: { became: (_context, event: { ids: string }) => ({ ids: event.ids }) },
});

function tell(): void {
  const ids = COMMANDS.flatMap(({ id }) => (actOf(id) ? [id] : [])).join(' ');
  if (ids !== offered.getSnapshot().context.ids) offered.trigger.became({ ids });
}

/** Offers what can be done here, as long as it stands (AC1). */
export function useOffer(acts: Acts): void {
  const own = useRef({ acts });
  useEffect(() => {
    own.current = Object.assign(own.current, { acts });
    tell();
  });
  useEffect(() => {
    const mine = own.current;
    offers.push(mine);
    tell();
    return () => {
      offers.splice(offers.indexOf(mine), 1);
      tell();
    };
  }, []);
}

/** Gives a command, if it makes sense now. */
export function give(id: string): void {
  COMMANDS.filter((command) => command.id === id).map((command) => actOf(command.id)?.());
}
