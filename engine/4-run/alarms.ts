// Due times: one alarm per timer or queued attempt, armed from the absolute instant in its row.

import type { LiveEffect } from './live.ts';
import type { Clock } from './ports.ts';

export type Alarms = {
  /** Arms the effect's alarm, or disarms it when nothing is due (any more). */
  set: (id: string, effect: LiveEffect | undefined) => void;
  cancelAll: () => void;
};

/** Has the effect a time to fall due at: a timer, another try, a card that is looked at again? */
export const isTimed = ({ row, openCard }: LiveEffect): boolean =>
  row.kind === 'timer' || row.status === 'queued' || openCard !== undefined;

/** Alarms on a clock; `ring` is called with an effect that fell due. */
export function createAlarms(clock: Clock, ring: (effect: LiveEffect) => void): Alarms {
  const armed = new Map<string, () => void>();
  const set: Alarms['set'] = (id, effect) => {
    armed.get(id)?.();
    armed.delete(id);
    const dueAt = effect && isTimed(effect) ? effect.row.dueAt : null;
    if (!effect || dueAt === null) return;
    const cancel = clock.after(dueAt - clock.now(), () => {
      armed.delete(id);
      if (clock.now() < dueAt) set(id, effect); // longer than a platform timer can wait
      else ring(effect);
    });
    armed.set(id, cancel);
  };
  return {
    set,
    cancelAll: () => {
      for (const cancel of armed.values()) cancel();
      armed.clear();
    },
  };
}
