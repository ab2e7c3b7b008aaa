// How fast practice runs started from this window go: an engine that was started again knows
// nothing of it, so that the window tells it when such a run is resumed.

type Pace = 'watch' | 'full';
const known = new Map<string, Pace>();

/** Remembers what was chosen for a run. */
export const rememberPace = (run: string, pace: Pace): void => void known.set(run, pace);

/** The pace of a run; slowed unless this window knows better. */
export const paceOf = (run: string): Pace => known.get(run) ?? 'watch';
