// What a row of work keeps beside its events: figures and marks that a restart must know.
// W1 a row without anything to keep writes nothing.

export type Work = {
  /** Held back for the attempt in flight, when that is something. */
  reservedNano?: number | undefined;
  reservedTokens?: number | undefined;
  /** The lane it waits in, while it is queued by the door: see lanes.ts. */
  waitsAt?: string | undefined;
  /** The model that stands in for the first of its role: see failover.ts. */
  asks?: string | undefined;
  /** Attempts that failed: the models of its role are asked in turn. */
  tried?: number | undefined;
  /** Ends of the program in a row at which it was in flight: see poison.ts. */
  crashes?: number | undefined;
  /** The program was closed in good order while it was in flight. */
  left?: true | undefined;
};

/** As the row keeps it; nothing and 0 are not written. */
export const workText = (work: Work): string =>
  Object.values(work).some(Boolean)
    ? JSON.stringify(work, (_key, v: unknown) => (v === 0 ? undefined : v))
    : '{}';

/** And back. */
export const workIn = (text: string): Work => JSON.parse(text) as Work;
