// Who owns what comes from outside a program: the clock, chance, timers, the network, processes.
// In `engine/` and `nodes/` each of them appears only in the files listed here; all other code is
// handed what it needs. Every line gives its reason, and a line nothing needs any more must go.

const imports = (names: string) => `\\b(from|import\\(|require\\()\\s*['"](node:)?(${names})['"]`;

/** The kinds of outside and the words that reach for them. */
export const OUTSIDE = {
  clock: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bprocess\.hrtime\b/,
  chance: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/,
  timers: /\bset(Timeout|Interval|Immediate)\b/,
  network: new RegExp(`\\bfetch\\(|${imports('http|https|http2|net|tls|dns')}`),
  processes: new RegExp(`\\bnew Worker\\(|${imports('child_process|worker_threads|cluster')}`),
};

export type Outside = keyof typeof OUTSIDE;

/** A place that may reach outside, for what, and why. */
export interface Owner {
  place: RegExp;
  may: Outside[];
  reason: string;
}

export const OWNERS: Owner[] = [
  {
    place: /^engine\/4-run\/clock\.ts$/,
    may: ['clock', 'timers'],
    reason: 'the one real clock, handed to everything else',
  },
  {
    place: /^engine\/4-run\/runner\.ts$/,
    may: ['timers'],
    reason: 'the end of a turn of the event loop, where what waits is committed together',
  },
  {
    place: /^engine\/5-record\/(anchor|journal)\.ts$/,
    may: ['clock', 'timers'],
    reason: 'running heads are anchored at least once a second of real time',
  },
  {
    place: /^engine\/models\/[\w-]+\.ts$/,
    may: ['timers'],
    reason: 'a model call has a deadline of its own',
  },
  {
    place: /^engine\/server\/(access|pages)\.ts$/,
    may: ['chance'],
    reason: 'tokens, one-time codes and nonces must not be guessable',
  },
  {
    place: /^engine\/server\/(browser|listening|socket)\.ts$/,
    may: ['timers', 'network'],
    reason: 'the two listeners and the deadline of their closing',
  },
  {
    place: /^engine\/server\/stream\.ts$/,
    may: ['clock', 'timers'],
    reason: 'frames per second and the sign of life of an event stream',
  },
  {
    place: /^engine\/cli\/(bin\.js|ensure-built\.ts|window\.ts)$/,
    may: ['processes'],
    reason: 'starts Node, the build and the window',
  },
];
