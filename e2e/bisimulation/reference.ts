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
//    before under `previous`. Of several Ends the gravest counts, the first of equals.

import type { Json } from '../../engine/base/value.ts';
import { askId, ordinaryPort } from '../../engine/3-compile/default-ways.ts';
import type { IREdge, IRScope, IRStep } from '../../engine/3-compile/ir.ts';
import { idsIn } from '../../engine/3-compile/sees.ts';

export type Answer = {
  port: string;
  value: Json;
  denied?: boolean;
  /** Set on the way up: an inner step was named as what failed. */
  isNamed?: boolean;
};
type Fate = 'waiting' | 'running' | 'asking' | 'done' | 'skipped' | 'cancelled';
type Entry = { port: string; value: Json };

/** Everything a run has besides its scopes. */
export type World = {
  status: 'active' | 'done' | 'failed' | 'stopped';
  outcome: string | null;
  end: string | null;
  failedAt: string | null;
  steps: Map<string, Entry>;
  previous: Map<string, Entry>;
  visits: Map<string, number>;
  last: Map<string, string>;
  moves: string[];
  until: (loop: IRStep, round: number, world: World) => boolean;
};

const GRAVE = ['done', 'does_not_know', 'refused'];
const OPEN = ['waiting', 'running', 'asking'];

/** A for-each in work: items by lane. */
type Lanes = {
  phase: 'open' | 'items' | 'close';
  count: number;
  next: number;
  lanes: (number | null)[];
};

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
    const decided = (way: string): IRStep[] =>
      this.steps
        .filter(({ id }) => this.fates.get(id) === 'waiting')
        .filter((step) => this.decide(step) === way);
    for (let lost = decided('skipped'); lost.length; lost = decided('skipped')) {
      for (const { id } of lost) this.end(id, 'skipped');
    }
    const starting = decided('starts');
    const stopped = starting
      .filter(({ join }) => join === 'first')
      .map(({ id }) => this.feeders(id));
    return starting.filter(({ id }) => !stopped.some((feeders) => feeders.has(id)));
  }

  isActive = (): boolean => !this.isOver && this.world.status === 'active';

  /** R2 */
  private decide({ id, join }: IRStep): 'starts' | 'skipped' | undefined {
    const into = this.arrows
      .filter((edge) => edge.to === id)
      .map((edge) => this.edges.get(edge.id));
    const [live, dead] = [into.includes('live'), into.includes('dead')];
    const isOpen = into.includes(undefined);
    if (into.length === 0) return 'starts';
    if (join === 'first' && live) return 'starts';
    if (isOpen) return undefined;
    return join === 'every' ? (dead ? 'skipped' : 'starts') : live ? 'starts' : 'skipped';
  }

  private begin(step: IRStep): void {
    if (!this.isActive() || this.fates.get(step.id) !== 'waiting') return;
    this.fates.set(step.id, 'running');
    if (step.join === 'first') for (const id of this.feeders(step.id)) this.cancel(id);
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
    else if (this.world.until(step, run.rounds.get(step.id) as number, this.world)) {
      run.leave(step, { port: 'done', value: run.valueOf(step) }, null);
    } else run.round(step);
    run.settle();
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

  /** R3: steps all of whose ways lead to `join`. */
  private feeders(join: string): Set<string> {
    const found = new Set<string>();
    for (let before = -1; before !== found.size;) {
      before = found.size;
      for (const { id } of this.steps) {
        const out = this.arrows.filter((edge) => edge.from === id);
        if (id !== join && out.length && out.every(({ to }) => to === join || found.has(to)))
          found.add(id);
      }
    }
    return found;
  }

  private cancel(id: string): void {
    if (OPEN.includes(this.fates.get(id) as Fate)) this.end(id, 'cancelled');
  }

  private reach({ id, outcome = 'done' }: IRStep): void {
    this.end(id, 'done');
    this.world.moves.push(id);
    if (GRAVE.indexOf(outcome) <= GRAVE.indexOf(this.world.outcome ?? '')) return;
    [this.world.outcome, this.world.end] = [outcome, id];
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
    if (!answer.isNamed) world.failedAt = step.id;
    if (this.level === 'container' && parent) {
      this.isOver = true;
      parent.run.bodies.delete(parent.step.id);
      const own = port === 'over' && parent.step.ports.includes('over') ? 'over' : 'error';
      parent.run.leave(parent.step, { ...answer, port: own, isNamed: true });
      parent.run.settle();
    } else world.status = 'failed';
  }

  /** The run ends at once: nobody drew what comes after a refusal. */
  private refuse({ id }: IRStep): void {
    const { world } = this;
    world.moves.push(id);
    world.status = 'done';
    if (world.outcome !== 'refused') [world.outcome, world.end] = ['refused', id];
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
  const world: World = {
    status: 'active',
    outcome: null,
    end: null,
    failedAt: null,
    steps: new Map(),
    previous: new Map(),
    visits: new Map(),
    last: new Map(),
    moves: [],
    until,
  };
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
