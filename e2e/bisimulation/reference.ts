// What a graph means, step by step: the executable specification the compiler is tested against.
// It knows no machine, no segment and no mark that is not in these rules:
// R1 an arrow is undecided, live or dead. A finished step makes the arrows of the way it took live
//    and its others dead; a skipped or cancelled step makes all of them dead.
// R2 `all`: starts when every arrow in is decided and one is live, is skipped when all are dead.
//    `every`: all must be live, else it is skipped. `first`: starts on the first live arrow.
// R3 when a `first` step starts, whatever only feeds it is cancelled; what also leads elsewhere
//    goes on.
// R4 a problem without an arrow: at the top the owner is asked (retry · go on · stop), unless it
//    was denied, switched off or is `refused`; in a container everything in it stops and the
//    container leaves by `over` (if it has it and that was the problem) or `error`.
// R5 a scope is done when nothing runs and nothing can. A step runs once per round of its scope.
// R6 loop: rounds up to its maximum, then `over`; after each round `until` decides. For-each: at
//    most `concurrency` items at a time, the first failing item ends it.
// R7 a container's value is that of the step that ended last in it; a new round finds the round
//    before under `previous`. Of several Ends the gravest counts, of equals the first by id.
// R9 a step made of inner steps is left by the way its last inner step took; a problem in it that
//    no inner arrow takes leaves it at once by the way of that name. What it does not have is
//    `error`. Whatever fails in it, it is the step itself that is named.
// R8 what happens in one moment has no order: when a scope fails, it is left open how far steps got
//    that could have moved in that same moment.

import type { Json } from '../../engine/base/value.ts';
import { askId, ordinaryPort } from '../../engine/3-compile/default-ways.ts';
import type { IREdge, IRScope, IRStep } from '../../engine/3-compile/ir.ts';
import { idsIn } from '../../engine/3-compile/sees.ts';
import { OPEN, decide, feedersOf, newWorld, weigh } from './rules.ts';
import type { Answer, Entry, Fate, Lanes, World } from './rules.ts';

class ScopeRun {
  readonly fates = new Map<string, Fate>();
  readonly edges = new Map<string, 'live' | 'dead'>();
  readonly bodies = new Map<string, ScopeRun>();
  readonly lanes = new Map<string, Lanes>();
  readonly rounds = new Map<string, number>();
  readonly steps: IRStep[];
  readonly arrows: IREdge[];
  readonly world: World;
  readonly parent: { run: ScopeRun; step: IRStep } | undefined;
  readonly level: 'workflow' | 'item' | 'container';
  readonly asks: Set<string>;
  isOver = false;
  isSettling = false;

  constructor(scope: IRScope, world: World, level: ScopeRun['level'], parent?: ScopeRun['parent']) {
    this.steps = scope.steps.filter((step) => !step.asksFor);
    this.arrows = scope.edges.filter((edge) => !edge.isDefault);
    [this.world, this.level, this.parent] = [world, level, parent];
    this.asks = new Set(scope.steps.flatMap((step) => step.asksFor ?? []));
    for (const { id } of this.steps) this.fates.set(id, 'waiting');
  }

  /**
   * Starts and skips whatever can be, until nothing changes; then sees whether the scope is done
   * (R5).
   */
  settle(): void {
    if (this.isSettling) return;
    this.isSettling = true;
    for (let wave = this.ready(); wave.length; wave = this.ready()) {
      for (const step of wave) this.begin(step);
    }
    this.isSettling = false;
    if (this.isActive() && ![...this.fates.values()].some((fate) => OPEN.includes(fate)))
      this.close();
  }

  /**
   * Steps that can start now, after everything that cannot start any more was skipped; without
   * those that another of them would cancel (R3).
   */
  private ready(): IRStep[] {
    if (!this.isActive()) return [];
    const into = (id: string) =>
      this.arrows.filter((edge) => edge.to === id).map((edge) => this.edges.get(edge.id));
    const decided = (way: string): IRStep[] =>
      this.steps
        .filter(({ id }) => this.fates.get(id) === 'waiting')
        .filter((step) => decide(step.join, into(step.id)) === way);
    for (let lost = decided('skipped'); lost.length; lost = decided('skipped')) {
      for (const { id } of lost) this.end(id, 'skipped');
    }
    const starting = decided('starts');
    const stopped = starting
      .filter(({ join }) => join === 'first')
      .map(({ id }) => feedersOf(id, this.steps, this.arrows));
    return starting.filter(({ id }) => !stopped.some((feeders) => feeders.has(id)));
  }

  isActive = (): boolean => !this.isOver && this.world.status === 'active';

  private begin(step: IRStep): void {
    if (!this.isActive() || this.fates.get(step.id) !== 'waiting') return;
    for (const id of [step.id, ...(step.body ? idsIn(step.body) : [])])
      this.world.cutOff.delete(id);
    this.fates.set(step.id, 'running');
    if (step.join === 'first')
      for (const id of feedersOf(step.id, this.steps, this.arrows)) this.cancel(id);
    if (step.kind === 'start' || step.kind === 'join') {
      this.leave(step, { port: ordinaryPort(step) as string, value: null });
    } else if (step.kind === 'end') this.reach(step);
    else this.run(step);
  }

  private run(step: IRStep): void {
    this.world.visits.set(step.id, (this.world.visits.get(step.id) ?? 0) + 1);
    this.fates.set(step.id, 'running');
    if (step.body) {
      this.world.moves.push(step.id);
      this.world.last.delete(step.id);
    }
    if (step.kind === 'each')
      this.lanes.set(step.id, { phase: 'open', count: 0, next: 0, lanes: [] });
    else if (step.body) {
      for (const id of idsIn(step.body))
        for (const kept of [this.world.steps, this.world.previous]) kept.delete(id);
      this.rounds.set(step.id, 0);
      this.round(step);
    }
  }

  /** The next round of a loop, or the only one of a group. */
  private round(step: IRStep): void {
    const { world } = this;
    const round = (this.rounds.get(step.id) ?? 0) + 1;
    if (step.kind === 'loop') {
      if (round > (step.maxRounds as number)) {
        return this.leave(step, { port: 'over', value: this.valueOf(step) }, null);
      }
      this.rounds.set(step.id, round);
      world.moves.push(`${step.id}#${round}`);
      if (round > 1) this.shelve(step.body as IRScope);
      world.last.delete(step.id);
    }
    const body = new ScopeRun(step.body as IRScope, world, 'container', { run: this, step });
    this.bodies.set(step.id, body);
    body.settle();
  }

  private shelve(body: IRScope): void {
    const { steps, previous } = this.world;
    for (const id of idsIn(body)) {
      previous.delete(id);
      const entry = steps.get(id);
      if (entry) previous.set(id, entry);
      steps.delete(id);
    }
  }

  private valueOf = ({ id }: IRStep): Json =>
    this.world.steps.get(this.world.last.get(id) ?? '')?.value ?? null;

  /** The scope is done: its container goes on, or the run ends. */
  private close(): void {
    this.isOver = true;
    if (!this.parent) {
      this.world.status = 'done';
      this.world.outcome ??= 'done';
      return;
    }
    const { run, step } = this.parent;
    run.bodies.delete(step.id);
    if (step.kind === 'group') run.leave(step, { port: 'ok', value: run.valueOf(step) }, null);
    else if (step.kind === 'lowered') run.leaveAsInside(step);
    else if (this.world.until(step, run.rounds.get(step.id) as number, this.world)) {
      run.leave(step, { port: 'done', value: run.valueOf(step) }, null);
    } else run.round(step);
    run.settle();
  }

  /** R9 */
  private leaveAsInside(step: IRStep): void {
    const { last, steps } = this.world;
    const port = steps.get(last.get(step.id) ?? '')?.port ?? 'error';
    const own = step.ports.includes(port) ? port : 'error';
    this.leave(step, { port: own, value: this.valueOf(step) }, null);
  }

  /** R1 */
  private end(id: string, fate: Fate, port?: string): void {
    this.fates.set(id, fate);
    this.bodies.delete(id);
    this.lanes.delete(id);
    for (const edge of this.arrows) {
      if (edge.from === id) this.edges.set(edge.id, edge.port === port ? 'live' : 'dead');
    }
  }

  private cancel(id: string): void {
    if (OPEN.includes(this.fates.get(id) as Fate)) this.end(id, 'cancelled');
  }

  private reach({ id, outcome = 'done' }: IRStep): void {
    this.end(id, 'done');
    this.world.moves.push(id);
    weigh(this.world, outcome, id);
  }

  private note(id: string, { port, value }: Entry): void {
    this.world.steps.set(id, { port, value });
    this.world.moves.push(`${id}:${port}`);
    if (this.parent) this.world.last.set(this.parent.step.id, id);
  }

  /** A step ended; `cause` is the value a container gets when this becomes its problem. */
  leave(step: IRStep, answer: Answer, cause: Json = answer.value): void {
    this.note(step.id, answer);
    const { port } = answer;
    const isDrawn = this.arrows.some((edge) => edge.from === step.id && edge.port === port);
    if (isDrawn || !step.mustHandle.includes(port)) this.end(step.id, 'done', port);
    else this.problem(step, { ...answer, value: cause });
  }

  /** R4 */
  private problem(step: IRStep, answer: Answer): void {
    const { world, parent } = this;
    const { port, denied } = answer;
    const isTop = this.level === 'workflow' && !step.noDefault?.includes(port);
    if (isTop && port === 'refused') return this.refuse(step);
    if (isTop && this.asks.has(step.id) && !(denied && port === 'error')) {
      this.fates.set(step.id, 'asking');
      return;
    }
    if (!answer.isNamed) world.failedAt = step.node;
    this.cutOff();
    if (this.level === 'container' && parent) {
      this.isOver = true;
      parent.run.bodies.delete(parent.step.id);
      const { kind, ports } = parent.step;
      const isOwn = ports.includes(port) && (port === 'over' || kind === 'lowered');
      const own = isOwn ? port : 'error';
      parent.run.leave(parent.step, { ...answer, port: own, isNamed: true });
      parent.run.settle();
    } else world.status = 'failed';
  }

  /** R8 */
  private cutOff(): void {
    const { cutOff, moves } = this.world;
    const moved = new Set(moves.map((move) => move.split(/[:#]/)[0]));
    for (const { id, body } of this.steps) {
      if (!OPEN.includes(this.fates.get(id) as Fate) && !moved.has(id)) continue;
      for (const one of [id, ...(body ? idsIn(body) : [])]) cutOff.add(one);
    }
  }

  /** The run ends at once: nobody drew what comes after a refusal. */
  private refuse({ id }: IRStep): void {
    const { world } = this;
    world.moves.push(id);
    world.status = 'done';
    weigh(this.world, 'refused', id);
  }

  /** Refs of everything that waits for an answer. */
  running(): string[] {
    if (!this.isActive()) return [];
    return this.steps.flatMap(({ id }) => {
      const fate = this.fates.get(id);
      if (fate === 'asking') return [askId(id)];
      if (fate !== 'running') return [];
      const lanes = this.lanes.get(id);
      if (lanes?.phase === 'items') {
        return lanes.lanes.flatMap((item, i) => (item === null ? [] : [`${id}__lane${i + 1}`]));
      }
      return lanes ? [`${id}__${lanes.phase}`] : (this.bodies.get(id)?.running() ?? [id]);
    });
  }

  /** An answer to `ref`; false when nothing of that name waits here. */
  answer(ref: string, answer: Answer): boolean {
    for (const step of this.steps) {
      if (this.bodies.get(step.id)?.answer(ref, answer)) return true;
      if (!this.running().includes(ref) || !(ref === step.id || this.refsOf(step).includes(ref)))
        continue;
      if (this.fates.get(step.id) === 'asking') this.answerAsk(step, answer);
      else if (this.lanes.has(step.id)) this.answerEach(step, ref, answer);
      else this.leave(step, answer);
      this.settle();
      return true;
    }
    return false;
  }

  private refsOf({ id, concurrency = 0 }: IRStep): string[] {
    const lanes = Array.from({ length: concurrency }, (_x, i) => `${id}__lane${i + 1}`);
    return [askId(id), `${id}__open`, `${id}__close`, ...lanes];
  }

  private answerAsk(step: IRStep, answer: Answer): void {
    this.note(askId(step.id), answer);
    if (answer.port === 'retry') this.run(step);
    else if (answer.port === 'go_on') {
      this.leave(step, { port: ordinaryPort(step) ?? 'ok', value: answer.value });
    } else if (answer.port === 'stop') this.world.status = 'stopped';
    else [this.world.status, this.world.failedAt] = ['failed', askId(step.id)];
  }

  /** R6 */
  private answerEach(step: IRStep, ref: string, answer: Answer): void {
    const at = this.lanes.get(step.id) as Lanes;
    if (answer.port === 'error') return this.leave(step, answer);
    if (at.phase === 'close') return this.leave(step, { ...answer, port: 'ok' });
    const take = (): number | null => (at.next < at.count ? at.next++ : null);
    if (at.phase === 'open') {
      at.phase = 'items';
      at.count = (answer.value as { count: number }).count;
      at.lanes = Array.from({ length: step.concurrency as number }, take);
    } else at.lanes[Number(ref.split('__lane')[1]) - 1] = take();
    if (at.lanes.every((item) => item === null)) at.phase = 'close';
  }
}

/** A run of the specification; `level` is `item` for the body of a for-each. */
export type ReferenceRun = {
  world: World;
  running: () => string[];
  answer: (ref: string, answer: Answer) => void;
};

/** Starts a graph's scope. `until` decides a loop after each round. */
export function startReference(
  scope: IRScope,
  until: World['until'],
  level: 'workflow' | 'item' = 'workflow',
): ReferenceRun {
  const world = newWorld(until);
  const run = new ScopeRun(scope, world, level);
  run.settle();
  return {
    world,
    running: () => run.running(),
    answer: (ref, answer) => {
      world.moves = [];
      if (!run.answer(ref, answer)) throw new Error(`nothing called ${ref} waits`);
    },
  };
}
