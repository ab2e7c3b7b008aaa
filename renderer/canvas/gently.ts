// How the picture moves somewhere else: gently, and at once for whoever asked for less motion.
const GENTLY_MS = 240;

/** Milliseconds a move of the picture takes. */
export const gently = (): number =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GENTLY_MS;
