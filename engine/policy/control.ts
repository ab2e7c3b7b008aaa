// Who decided that a step happens: control dependence over one room, whoever drew or compiled it.
// CD1 a step decides another one when several of its ways matter to it and not each of them surely
//     leads there. What surely happens is decided by nobody.
// CD2 the ways that matter are the ordinary ones, and of the problem ways those that lead there all
//     the same. A problem that ends the work, or goes to a person instead, decides nothing.
// CD3 a person's approval stands between: what was decided before it is not looked at, unless it
//     was passed because nobody answered.

/** A step as this file sees it: its ordinary ways out, and whether it is somebody's approval. */
export type Spot = {
  id: string;
  ways: string[];
  isGate: boolean;
  /** Waits for each of its arrows. */
  isEvery: boolean;
  /** What lies inside a container. */
  inner?: Plot;
};
export type Way = { from: string; port: string; to: string };
/** One room: its steps with their arrows, and the container it lies in. */
export type Plot = {
  spots: Map<string, Spot>;
  out: Map<string, Way[]>;
  into: Map<string, Way[]>;
  around?: { plot: Plot; id: string };
};

/** A room from its steps and arrows; arrows to or from unknown steps are left out. */
export function plotOf(spots: Spot[], ways: Way[], around?: Plot['around']): Plot {
  const known = new Map(spots.map((spot) => [spot.id, spot]));
  const drawn = ways.filter(({ from, to }) => known.has(from) && known.has(to));
  return {
    spots: known,
    out: Map.groupBy(drawn, ({ from }) => from),
    into: Map.groupBy(drawn, ({ to }) => to),
    ...(around ? { around } : {}),
  };
}

/** By step: what surely happens once it starts, and what can; one bit per step. */
type Sets = {
  bits: Map<string, bigint>;
  sure: Map<string, bigint>;
  reach: Map<string, bigint>;
  /** Steps with more than one way at all: nobody else decides anything. */
  forks: Set<string>;
};
const known = new WeakMap<Plot, Sets>();

function setsOf(plot: Plot): Sets {
  const before = known.get(plot);
  if (before) return before;
  const bits = new Map([...plot.spots.keys()].map((id, i) => [id, 1n << BigInt(i)]));
  const forks = new Set([...plot.spots.values()].flatMap((spot) => forkIn(plot, spot)));
  const sets: Sets = { bits, sure: new Map(), reach: new Map(), forks };
  known.set(plot, sets);
  for (const id of plot.spots.keys()) fill(plot, sets, id);
  return sets;
}

const forkIn = ({ out }: Plot, { id, ways }: Spot): string[] =>
  new Set([...ways, ...(out.get(id) ?? []).map(({ port }) => port)]).size > 1 ? [id] : [];

/** Depth first; a circle, which only a half-made drawing has, is cut where it closes. */
function fill(plot: Plot, sets: Sets, id: string): void {
  if (sets.reach.has(id)) return;
  const own = sets.bits.get(id) as bigint;
  sets.reach.set(id, own);
  sets.sure.set(id, own);
  const out = plot.out.get(id) ?? [];
  for (const { to } of out) fill(plot, sets, to);
  const all = out.map(({ to }) => sets.reach.get(to) as bigint);
  sets.reach.set(
    id,
    all.reduce((a, b) => a | b, own),
  );
  const spot = plot.spots.get(id) as Spot;
  const ways = mayRefuse(spot) ? [] : spot.ways;
  const byWay = ways.map((port) => surelyBy(plot, sets, id, port));
  sets.sure.set(id, own | (byWay.length ? byWay.reduce((a, b) => a & b) : 0n));
}

/** Where somebody is asked, nothing that follows is sure. */
const mayRefuse = ({ isGate, inner }: Spot): boolean =>
  isGate || (inner !== undefined && [...inner.spots.values()].some(mayRefuse));

/** What surely happens when a step leaves by `port`; a step that waits for others is not sure. */
const surelyBy = (plot: Plot, sets: Sets, id: string, port: string): bigint =>
  (plot.out.get(id) ?? [])
    .filter((way) => way.port === port && !waits(plot, way.to))
    .reduce((all, { to }) => all | (sets.sure.get(to) as bigint), 0n);

const waits = (plot: Plot, id: string): boolean =>
  plot.spots.get(id)?.isEvery === true && (plot.into.get(id)?.length ?? 0) > 1;

/** The ways of `by` that can lead to `to`. */
const waysTo = (plot: Plot, sets: Sets, by: string, to: string): string[] => {
  const bit = sets.bits.get(to) ?? 0n;
  const leads = (plot.out.get(by) ?? []).filter((w) => ((sets.reach.get(w.to) ?? 0n) & bit) !== 0n);
  return [...new Set(leads.map(({ port }) => port))];
};

const leadsSurely = (plot: Plot, sets: Sets, ports: string[], by: string, to: string): boolean =>
  ports.every((port) => (surelyBy(plot, sets, by, port) & (sets.bits.get(to) ?? 0n)) !== 0n);

/** CD1, CD2. */
function decides(plot: Plot, by: string, step: string): boolean {
  const sets = setsOf(plot);
  const ways = plot.spots.get(by)?.ways ?? [];
  const matter = [...new Set([...ways, ...waysTo(plot, sets, by, step)])];
  return matter.length > 1 && !leadsSurely(plot, sets, matter, by, step);
}

/** What a look back is told: does this step's decision rest on text from outside, was it asked? */
export type Judge = {
  /** `around`: the step is the loop or for-each that the way comes out of. */
  steers: (id: string, as: 'way' | 'around') => boolean;
  /** Somebody answered this approval, or will: passing it counts as consent. */
  answered: (gate: string) => boolean;
};

/** Ids of the decisions that steer; `isOpen` where the way leads back to the very beginning. */
export type Steered = { by: string[]; isOpen: boolean };

/** Looks back from a step over everything that led there, out of rooms too, but not of `within`. */
export function steeredBy(plot: Plot, step: string, judge: Judge, within?: Plot): Steered {
  const found = lookBack(plot, step, judge, (by) => decides(plot, by, step));
  if (!found.isOpen || !plot.around || plot === within) return found;
  const { plot: outer, id } = plot.around;
  const own = judge.steers(id, 'around') ? [id] : [];
  const above = steeredBy(outer, id, judge, within);
  return { by: [...new Set([...found.by, ...own, ...above.by])], isOpen: above.isOpen };
}

/** The decisions inside a container that say which of its steps ends it. */
export function steeredInside(plot: Plot, judge: Judge): string[] {
  const ends = [...plot.spots.values()].filter((spot) =>
    endsBy(spot).some((port) => !plot.out.get(spot.id)?.some((way) => way.port === port)),
  );
  const found = ends.flatMap(({ id }) => lookBack(plot, id, judge, (by) => decides(plot, by, id)));
  const deeper = ends.flatMap(({ inner }) => (inner ? steeredInside(inner, judge) : []));
  return [...new Set([...found.flatMap(({ by }) => by), ...deeper])];
}

/** Ways that can end a room; a step without any ends it too. */
const endsBy = ({ ways }: Spot): string[] => (ways.length ? ways : ['']);

/**
 * The decisions that `reader` learns of when it looks whether `step` has happened: those with
 * several ways to the reader, of which not all pass the step. Both lie in one room.
 */
export function toldBy(plot: Plot, step: string, reader: string, judge: Judge): string[] {
  const sets = setsOf(plot);
  if (!sets.forks.size) return [];
  const passes = (by: string, port: string): boolean =>
    leadsSurely(plot, sets, [port], by, step) ||
    (plot.out.get(by) ?? [])
      .filter((way) => way.port === port)
      .every(({ to }) => to === step || !avoids(plot, to, step, reader));
  const tells = (by: string): boolean => {
    const ways = waysTo(plot, sets, by, reader);
    return ways.length > 1 && !ways.every((port) => passes(by, port));
  };
  const bit = sets.bits.get(step) ?? 0n;
  const likely = [...sets.forks].filter(
    (by) =>
      by !== step &&
      ((sets.reach.get(by) ?? 0n) & bit) !== 0n &&
      judge.steers(by, 'way') &&
      tells(by),
  );
  if (!likely.length) return [];
  const found = new Set(likely);
  return lookBack(plot, step, judge, (by) => found.has(by)).by;
}

/** Can one get from a step to the reader without passing the step it looks at? */
function avoids(plot: Plot, from: string, step: string, reader: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === reader) return true;
    for (const { to } of plot.out.get(id) ?? []) if (to !== step) seen.add(to);
  }
  return false;
}

function lookBack(
  plot: Plot,
  from: string,
  judge: Judge,
  counts: (by: string) => boolean,
): Steered {
  const { forks } = setsOf(plot);
  const by = new Set<string>();
  const seen = new Set([from]);
  let isOpen = false;
  for (const id of seen) {
    const ways = plot.into.get(id) ?? [];
    if (!ways.length) isOpen = true;
    for (const { from: before, port } of ways) {
      if (isConsent(plot, before, port, judge)) continue;
      if (forks.has(before) && counts(before) && judge.steers(before, 'way')) by.add(before);
      seen.add(before);
    }
  }
  return { by: [...by], isOpen };
}

/** CD3: an approval left by an answer, or a container that nobody gets through without one. */
function isConsent(plot: Plot, id: string, port: string, judge: Judge): boolean {
  const spot = plot.spots.get(id);
  if (spot?.isGate) return port !== 'timeout' && port !== 'error' && judge.answered(id);
  return spot?.inner !== undefined && port !== 'error' && asksInside(spot.inner, judge);
}

/** Does every way through the room pass an approval that somebody answers? */
function asksInside(plot: Plot, judge: Judge): boolean {
  const starts = [...plot.spots.keys()].filter((id) => !plot.into.get(id)?.length);
  const seen = new Set(starts);
  for (const id of seen) {
    const spot = plot.spots.get(id) as Spot;
    if (spot.isGate && judge.answered(id)) continue;
    if (spot.inner && asksInside(spot.inner, judge)) continue;
    const ways = plot.out.get(id) ?? [];
    if (endsBy(spot).some((port) => !ways.some((way) => way.port === port))) return false;
    for (const { to } of ways) seen.add(to);
  }
  return starts.length > 0;
}
