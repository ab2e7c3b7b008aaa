// What a machine did once it need not work out again. Where a turn leads follows from the place it
// begins at, its event, and what the machine's guards answer on the way. So XState is asked once
// for each such way; what it did is noted in order, and the next time the notes are followed.
// KW1 a way is followed only as far as it is known: where a guard answers what it never answered
//     there, nothing was changed but a copy, and XState is asked from the beginning.
// KW2 notes hold what stands in the drawing (names, parameters, places), never a value of a run.
// KW3 what is noted is bounded; beyond the bound XState is asked each time.

import type { Context, MachineEvent, StepCall } from './base/machine.ts';

type Args = { context: Context; event: MachineEvent };
type Rule<T> = (args: Args, params: unknown) => T;
export type Input = (args: Pick<Args, 'context'>) => StepCall;

/** One thing that a turn did: asked a guard, changed the context, or opened a step. */
export type Act =
  | { do: 'ask'; rule: Rule<boolean>; params: unknown }
  | { do: 'change'; rule: Rule<Partial<Context>>; params: unknown }
  | { do: 'open'; input: Input };
/** An act with what follows it, after a guard by its answer. `event` is absent: the turn's own. */
type Noted = Act & { event?: MachineEvent; next: Next<unknown> };
type Next<End> = [no?: Noted | { end: End }, yes?: Noted | { end: End }];

/**
 * Ways that begin with the same event at the same place; `End` is what the kernel keeps of ends.
 */
export type Ways<End> = { next: Next<End> };

/** What following a way came to: its end, the context, the inputs of the steps it opened. */
export type Followed<End> = { end: End; context: Context; inputs: StepCall[] };

/** Follows what is known; undefined where the way was never taken before (KW1). */
export function follow<End>(
  { next }: Ways<End>,
  { context: before, event }: Args,
): Followed<End> | undefined {
  let context = before;
  const inputs: StepCall[] = [];
  let at = next[0];
  while (at && !('end' in at)) {
    const args = { context, event: at.event ?? event };
    let isYes = false;
    if (at.do === 'ask') isYes = at.rule(args, at.params);
    else if (at.do === 'change') context = { ...context, ...at.rule(args, at.params) };
    else inputs.push(at.input(args));
    at = at.next[isYes ? 1 : 0] as typeof at;
  }
  return at && { end: at.end, context, inputs };
}

/** Acts that are kept of one machine (KW3): some fifty for each step of the largest drawing. */
const MOST = 50_000;
/** How many acts are kept, by machine. */
export type Kept = { acts: number };

type Pen = { next: Next<unknown>; isYes: boolean; event: MachineEvent | undefined; kept: Kept };
/** The way that is being noted; XState works through one turn at a time. */
let pen: Pen | undefined;

/** Begins to note a turn, unless enough is kept already. `event` is absent for a first turn. */
export function take<End>(ways: Ways<End> | undefined, kept: Kept, event?: MachineEvent): void {
  pen = ways && kept.acts < MOST ? { next: ways.next, isYes: false, event, kept } : undefined;
}

/** Notes an act of the turn in work. */
export function note(act: Act, event?: MachineEvent, isYes = false): void {
  if (!pen) return;
  pen.event ??= event;
  const isOwn = event === undefined || event === pen.event;
  // KW2
  if (!isOwn && 'output' in event && event.output !== undefined) return void (pen = undefined);
  const side = pen.isYes ? 1 : 0;
  let at = pen.next[side];
  if (!at) {
    at = { ...act, ...(isOwn ? {} : { event }), next: [] };
    pen.next[side] = at;
    pen.kept.acts += 1;
  }
  if ('end' in at) throw new Error('a turn went on where it had ended before');
  Object.assign(pen, { next: at.next, isYes });
}

/** Notes where the turn in work came to rest; nothing where it was not noted. */
export function rest<End>(end: () => End | undefined): void {
  const from = pen;
  pen = undefined;
  const side = from?.isYes ? 1 : 0;
  if (!from || from.next[side]) return;
  const found = end();
  if (found !== undefined) from.next[side] = { end: found };
}
