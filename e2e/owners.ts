// Who owns what comes from outside a program: the clock, chance, timers, the network, processes.
// In `engine/` and `nodes/` each of them appears only in the files listed here; all other code is
// handed what it needs. Every line gives its reason, and a line nothing needs any more must go.

const imports = (names: string) => `\\b(from|import\\(|require\\()\\s*['"](node:)?(${names})['"]`;

/** Libraries that open connections of their own. */
const CONNECTING = 'undici|nodemailer|imapflow|openai|ws';

/** The kinds of outside and the words that reach for them. */
export const OUTSIDE = {
  clock:
    /\bDate\.now\b|\bnew Date\(\)|(?<!new )\bDate\(\)|\bperformance\.now\b|\bprocess\.hrtime\b/,
  chance: /\bMath\.random\b|\brandom(UUID|Bytes|Int|Fill|FillSync)\b|\bgetRandomValues\b/,
  timers: new RegExp(
    `\\bset(Timeout|Interval|Immediate)\\b|\\bAbortSignal\\.timeout\\b|${imports('timers(/promises)?')}`,
  ),
  network: new RegExp(
    `\\bfetch\\(|\\bglobalThis\\.fetch\\b|[=(:,] ?fetch[;,)]|\\bnew (WebSocket|EventSource|XMLHttpRequest)\\b|` +
      imports(`http|https|http2|net|tls|dns|dns/promises|dgram|${CONNECTING}`),
  ),
  processes: new RegExp(
    `\\bnew Worker\\(|\\bprocess\\.(dlopen|binding)\\b|${imports('child_process|worker_threads|cluster')}`,
  ),
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
    may: ['clock', 'timers', 'chance'],
    reason: 'the one real clock and the one real chance, handed to everything else',
  },
  {
    place: /^engine\/4-run\/runner\.ts$/,
    may: ['timers'],
    reason: 'the end of a turn of the event loop, where what waits is committed together',
  },
  {
    place: /^engine\/net\/[\w-]+\.ts$/,
    may: ['network'],
    reason: 'the way out of this computer: every address and every connection is judged there',
  },
  {
    place: /^engine\/tools\/mail-(send|box)\.ts$/,
    may: ['network'],
    reason: 'mail has protocols of its own; the address is judged by engine/net and handed in',
  },
  {
    place: /^engine\/(secrets\/cipher|5-record\/salt)\.ts$/,
    may: ['chance'],
    reason: 'salts and nonces of what is encrypted or sealed',
  },
  {
    place: /^engine\/5-record\/(anchor|journal)\.ts$/,
    may: ['clock', 'timers'],
    reason: 'running heads are anchored at least once a second of real time',
  },
  {
    place: /^engine\/models\/[\w-]+\.ts$/,
    may: ['timers', 'network'],
    reason: 'a model call has a deadline of its own and a library that speaks its protocol',
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
    place: /^engine\/(tools\/pool|workspace\/worker)\.ts$/,
    may: ['timers', 'processes'],
    reason: 'the threads for long work, their deadline, and how they are looked after',
  },
  {
    place: /^engine\/tools\/sql\.ts$/,
    may: ['processes'],
    reason: 'other people’s database files are opened in a process of their own',
  },
  {
    place: /^engine\/tools\/mcp-(program|keeper)\.ts$/,
    may: ['processes', 'timers'],
    reason: 'starts the tool servers people agreed to, and ends all they started',
  },
  {
    place: /^engine\/cli\/(bin\.js|ensure-built\.ts|window\.ts)$/,
    may: ['processes'],
    reason: 'starts Node, the build and the window',
  },
];

/** The kinds of outside a line of code reaches for without its file owning them. */
export const trespasses = (name: string, line: string): Outside[] =>
  (Object.keys(OUTSIDE) as Outside[]).filter(
    (what) =>
      OUTSIDE[what].test(line) &&
      !OWNERS.some(({ place, may }) => place.test(name) && may.includes(what)),
  );
