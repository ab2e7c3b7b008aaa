// A record in a temporary folder, and a scribe that writes runs into it the way the runner does,
// without machine or steps: for tests of what is kept, sealed, folded and found again.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded, RunEvent, Turn } from '../../engine/4-run/events.ts';
import { emptyCommit, type Commit, type EffectRow, type RunRow } from '../../engine/4-run/ports.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { type JournalWriter, openJournal } from '../../engine/5-record/journal.ts';
import type { Json, Value } from '../../engine/base/value.ts';
import type { Usage } from '../../engine/node.ts';

export const AT = Date.UTC(2026, 10, 20, 9, 41, 0);
export const USED: Usage = {
  costNano: 1200,
  modelCalls: 1,
  toolCalls: 0,
  tokens: 40,
  attempts: 1,
  workMs: 7,
};
const FREE: Usage = {
  costNano: 0,
  modelCalls: 0,
  toolCalls: 0,
  tokens: 0,
  attempts: 0,
  workMs: 0,
};

export type RecordKit = {
  dir: string;
  files: { database: string; anchors: string };
  journal: JournalWriter;
  /** Writes to whatever journal is open now, so that a scribe outlives a restart. */
  writer: Pick<JournalWriter, 'commit'>;
  /** Closes the journal and opens it again, as a restart does. */
  reopen: () => JournalWriter;
  end: () => void;
};

/** Opens a journal in a new folder. */
export function openRecord(key: 'plain' | 'none' = 'plain'): RecordKit {
  const dir = mkdtempSync(join(tmpdir(), 'interlock-record-'));
  const files = { database: join(dir, 'interlock.db'), anchors: join(dir, 'anchors') };
  const open = (): JournalWriter => {
    const opened = openJournal(files, key);
    if (!opened.ok) throw new Error(JSON.stringify(opened.wrong));
    return opened.journal;
  };
  const kit: RecordKit = {
    dir,
    files,
    journal: open(),
    writer: { commit: (work, at) => kit.journal.commit(work, at) },
    reopen: () => {
      kit.journal.close();
      kit.journal = open();
      return kit.journal;
    },
    end: () => {
      kit.journal.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return kit;
}

export const value = (v: Json): Value => ({ v, labels: { '': ['workflow'] } });
const turn = (moves: Turn['moves'], more: Partial<Turn> = {}): Turn => ({
  moves,
  machineStatus: 'active',
  ...more,
});

type Opening = {
  kind?: EffectRow['kind'];
  input?: Json;
  decision?: 'start' | 'hold';
  visit?: number;
  index?: number;
};

/** Writes one run (and its children) event by event; `flush` makes them one commit. */
export class Scribe {
  readonly row: RunRow;
  private readonly sink: (work: Commit, at: number) => Recorded[];
  private readonly top: Scribe;
  private pending: Commit = emptyCommit();
  private opened = 0;
  at = AT;

  constructor(sink: Pick<JournalWriter, 'commit'> | Scribe, id: string, effect?: string) {
    const parent = sink instanceof Scribe ? sink : undefined;
    this.top = parent?.top ?? this;
    this.sink = parent ? parent.sink : (work, at) => (sink as JournalWriter).commit(work, at);
    this.row = {
      id,
      root: this.top === this ? id : this.top.row.id,
      parent: parent?.row.id ?? null,
      parentEffect: effect ?? null,
      workflow: 'wf',
      name: 'Workflow',
      version: '1.0.0',
      machine: 'wf_v1_0',
      mode: 'practice',
      control: 'run',
      status: 'active',
      seq: 0,
      head: '',
      startedAt: AT,
      endedAt: null,
      snapshot: '{"v":1}',
      snapshotSeq: 0,
    };
  }

  get work(): Commit {
    return this.top.pending;
  }

  event(event: RunEvent): this {
    this.row.seq += 1;
    this.work.events.push({ run: this.row.id, root: this.row.root, event });
    if (!this.work.runs.includes(this.row)) this.work.runs.push(this.row);
    return this;
  }

  start(input: Json = { amount: 320 }): this {
    const pins = {
      machine: 'wf_v1_0',
      parts: {},
      prompts: {},
      types: [],
      cards: {},
      models: {},
      prices: '',
      workflows: {},
      rules: '',
      timeZone: 'Europe/Berlin',
    };
    const { parent } = this.row;
    return this.event({
      type: 'run.started',
      head: {
        workflow: 'wf',
        name: 'Workflow',
        version: '1.0.0',
        machine: 'wf_v1_0',
        mode: 'practice',
        by: 'ada',
        trigger: 'person',
        pins,
        breakpoints: [],
        ...(parent ? { parent } : {}),
        turn: turn([{ step: 'start', port: 'ok' }]),
      },
      payload: { input: value(input) },
    });
  }

  /** Opens an effect and gives its id. */
  open(step: string, o: Opening = {}): string {
    const { kind = 'tool', input = {}, decision = 'start', visit = 1 } = o;
    const id = `${this.row.id}:${this.row.seq}:${this.opened++}`;
    const isCall = kind === 'tool' || kind === 'model';
    const admission = isCall ? { decision, why: { code: 'default.read' } } : undefined;
    this.event({
      type: 'effect.opened',
      head: {
        effect: id,
        step,
        node: step,
        visit,
        kind,
        ref: step,
        typeName: `${kind}_step@1`,
        effectClass: isCall ? 'read' : 'none',
        ...(kind === 'timer' ? { dueAt: this.at + 60_000 } : {}),
        ...(admission ? { admission } : {}),
      },
      payload: { input: value(input) },
    });
    const isStarted = isCall && decision === 'start';
    this.work.effects.push({
      id,
      run: this.row.id,
      root: this.row.root,
      ref: step,
      step,
      node: step,
      visit,
      kind,
      typeName: `${kind}_step@1`,
      status: isStarted ? 'started' : decision === 'hold' && isCall ? 'held' : 'open',
      attempt: isStarted ? 1 : 0,
      dueAt: kind === 'timer' ? this.at + 60_000 : null,
      openedAt: this.at,
      startedAt: isStarted ? this.at : null,
      work: '{}',
    });
    return id;
  }

  settle(id: string, step: string, o: { port?: string; output?: Json; done?: boolean } = {}): this {
    const { port = 'ok', output = { ok: true }, done = false } = o;
    this.work.effects.push({ ...this.openRow(id, step), status: 'done' });
    return this.event({
      type: 'effect.settled',
      head: {
        effect: id,
        step,
        node: step,
        visit: 1,
        port,
        status: 'done',
        usage: USED,
        ms: 7,
        turn: turn([{ step, port }], done ? { machineStatus: 'done', end: 'fin' } : {}),
      },
      payload: { value: value(output) },
    });
  }

  private openRow(id: string, step: string): EffectRow {
    return {
      id,
      run: this.row.id,
      root: this.row.root,
      ref: step,
      step,
      node: step,
      visit: 1,
      kind: 'tool',
      typeName: 'tool_step@1',
      status: 'started',
      attempt: 1,
      dueAt: null,
      openedAt: this.at,
      startedAt: this.at,
      work: '{}',
    };
  }

  card(effect: string, step: string, title = 'May this be paid?'): string {
    const id = `card_${effect}`;
    const body = { title, facts: [], fields: [], covers: [] };
    const choices = ['approve', 'refuse'];
    this.event({
      type: 'card.opened',
      head: { card: id, kind: 'approval', effect, step, to: 'max', choices },
      payload: body,
    });
    const view: CardView = {
      id,
      run: this.row.id,
      workflow: 'wf',
      workflowName: 'Workflow',
      kind: 'approval',
      step,
      effect,
      to: 'max',
      choices,
      openedAt: this.at,
      body,
      state: 'open',
    };
    this.work.cards.push({
      id,
      run: this.row.id,
      root: this.row.root,
      state: 'open',
      to: 'max',
      view,
    });
    return id;
  }

  answer(card: string, effect: string, step: string): this {
    const grant = { id: `g_${card}`, step: 'pay', visit: 1, argsHash: 'abc', by: 'max', at: '' };
    this.event({
      type: 'card.answered',
      head: {
        card,
        choice: 'approve',
        by: 'max',
        basis: 'as claimed on this computer',
        grants: [grant],
      },
      payload: { edit: { amount: 300 }, note: 'fine' },
    });
    return this.settle(effect, step, { port: 'approved' });
  }

  end(output: Json = { paid: true }): this {
    Object.assign(this.row, { status: 'done', endedAt: this.at });
    return this.event({
      type: 'run.ended',
      head: { status: 'done', outcome: 'done', end: 'fin', usage: FREE },
      payload: { output: value(output) },
    });
  }

  /** Starts a child under one of this run's effects; `index` for an item of a for-each. */
  child(effect: string, step: string, index?: number): Scribe {
    this.event({
      type: 'child.started',
      head: { child: effect, effect, step, ...(index === undefined ? {} : { index }) },
    } as RunEvent);
    return new Scribe(this, effect, effect).start({ item: index ?? 0 });
  }

  /** One attempt came to nothing; the next is due `ms` later. */
  retried(effect: string, ms: number): this {
    const failure = { kind: 'retryable' as const, code: 'failure.tool_said' };
    const head = { effect, n: 1, failure, retryAt: this.at + ms, usage: USED };
    return this.event({ type: 'attempt.ended', head } as RunEvent);
  }

  /** The machine entered a container or began its next round. */
  loop(step: string, round: number): this {
    const head = { event: 'xstate.after.1', turn: turn([{ step }, { step, round }]) };
    return this.event({ type: 'run.event', head, payload: undefined });
  }

  control(pause: boolean): this {
    this.row.control = pause ? 'paused' : 'run';
    const why = { code: 'why.asked' };
    return this.event(
      (pause
        ? { type: 'run.paused', head: { by: 'ada', why } }
        : { type: 'run.resumed', head: { by: 'ada' } }) as RunEvent,
    );
  }

  /** Takes the payload of event `of` out of the record. */
  removed(of: number): this {
    const head = { of, by: 'ada', why: { code: 'why.asked' } };
    return this.event({ type: 'value.removed', head } as RunEvent);
  }

  flush(): Recorded[] {
    const { top } = this;
    const work = top.pending;
    top.pending = emptyCommit();
    const effects = [...new Map(work.effects.map((row) => [row.id, row])).values()];
    return top.sink({ ...work, effects, runs: work.runs.map((row) => ({ ...row })) }, top.at);
  }
}

/** A sink that only numbers events, for tests that need no database. */
export function numbered(): { commit: JournalWriter['commit']; events: Recorded[] } {
  const seqs = new Map<string, number>();
  const events: Recorded[] = [];
  return {
    events,
    commit: (work, at) => {
      const made = work.events.map(({ run, root, event }, i) => {
        const seq = (seqs.get(run) ?? 0) + 1;
        seqs.set(run, seq);
        const pos = events.length + i + 1;
        return { ...event, pos, seq, run, root, at: new Date(at).toISOString(), v: 1 };
      });
      events.push(...made);
      return made;
    },
  };
}

/** A finished run with steps, a card and a child: what most tests of the record look at. */
export function writeRun(journal: JournalWriter, id: string, steps = 3): Scribe {
  const run = new Scribe(journal, id).start({ amount: 1800, purpose: 'train' });
  run.flush();
  for (let i = 0; i < steps; i++) {
    const effect = run.open(`s${i}`, { input: { n: i } });
    run.flush();
    run.settle(effect, `s${i}`, { output: { text: `result ${i}` } });
  }
  const gate = run.open('manager', { kind: 'card' });
  const card = run.card(gate, 'manager');
  run.flush();
  run.answer(card, gate, 'manager');
  return run;
}
