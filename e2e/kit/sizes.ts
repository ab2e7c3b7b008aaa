// The two windows the app has to be good in, and which of them a spec is tried in.
// SZ1 by itself every journey runs once with the mouse in the wide window and once with keys in the
//     narrow one; INTERLOCK_SIZES=all tries both in both.

export type Size = { width: number; height: number };
const WIDE: Size = { width: 1440, height: 900 };
const NARROW: Size = { width: 1024, height: 700 };

/** The windows for what is done with the mouse, or with keys (SZ1). */
export function sizesFor(how: 'mouse' | 'keys'): Size[] {
  if (process.env['INTERLOCK_SIZES'] === 'all') return [WIDE, NARROW];
  return [how === 'mouse' ? WIDE : NARROW];
}
