// What a run is, in the fewest words: the reference that the engine is held against. A row of
// steps, one of them in work, and what people do to it. It is written from the glossary (pause,
// step, resume, stop, decide), not from the engine.

export type Kind = 'read' | 'write' | 'gate' | 'wait';
export type Phase = 'held' | 'flying' | 'asking' | 'timing' | 'due';
export type Model = {
  steps: Kind[];
  breakpoints: number[];
  at: number;
  phase: Phase;
  isPaused: boolean;
  isTrouble: boolean;
  /** Everything is being stopped, and this waits for what is under way. */
  isStopping: boolean;
  end?: 'done' | 'stopped';
  /** Calls made so far. */
  calls: number;
  /** What the last gate agreed to; later calls carry it. */
  agreed: number;
};
export type Word =
  | { do: 'pause' | 'resume' | 'step' | 'stop' | 'restart' | 'reply' | 'fail' | 'elapse' }
  | { do: 'stop-all'; how: 'now' | 'after_step' | 'finish' }
  | { do: 'decide'; choice: 'approve' | 'refuse' | 'go-on' | 'retry' | 'stop'; n?: number };
/** `ok`, the code of a refusal, or for a step whether there was anything to step. */
/** What a word is answered; a stop of everything with the way it takes. */
export type Answer =
  | Extract<Word, { do: 'stop-all' }>['how']
  | 'ok'
  | 'nothing'
  | 'run.not_active'
  | 'run.already_paused'
  | 'run.not_paused';

export const begin = (steps: Kind[], breakpoints: number[]): Model =>
  enter({
    steps,
    breakpoints,
    at: 0,
    phase: 'held',
    isPaused: false,
    isTrouble: false,
    isStopping: false,
    calls: 0,
    agreed: 1,
  });

/** The step at `at` begins, unless the run is paused or becomes so. */
function enter(m: Model): Model {
  const kind = m.steps[m.at];
  if (kind === undefined) return { ...m, end: 'done' };
  const isPaused = m.isPaused || m.breakpoints.includes(m.at);
  if (kind === 'wait' && !m.isTrouble) return { ...m, isPaused, phase: 'timing' };
  return isPaused ? { ...m, isPaused, phase: 'held' } : go(m);
}

/** What stands open goes ahead. */
function go(m: Model): Model {
  if (m.isTrouble || m.steps[m.at] === 'gate') return { ...m, phase: 'asking' };
  return { ...m, phase: 'flying', calls: m.calls + 1 };
}

const next = (m: Model): Model => enter({ ...m, at: m.at + 1, isTrouble: false });

function decided(m: Model, choice: string, n: number | undefined): Model {
  if (choice === 'stop') return { ...m, end: 'stopped' };
  if (choice === 'refuse') return { ...m, end: 'done' };
  if (choice === 'retry') return enter({ ...m, isTrouble: false });
  return next(choice === 'approve' ? { ...m, agreed: n ?? 1 } : m);
}

/** The engine went and came back: a write goes again under its key, a read is asked again. */
function restarted(m: Model): Model {
  if (m.phase !== 'flying') return m;
  if (m.steps[m.at] === 'read' && m.isPaused) return { ...m, phase: 'held' };
  return { ...m, calls: m.calls + 1 };
}

/** What is let finish is stopped once nothing is under way. */
function letFinish(m: Model): Model {
  const isOver = m.isStopping && m.phase !== 'flying';
  return isOver && !m.end ? { ...m, isStopping: false, end: 'stopped' } : m;
}

/** What a word leads to, and what is answered. */
export function obey(m: Model, word: Word): [Model, Answer] {
  const [after, answer] = heard(m, word);
  return [letFinish(after), answer];
}

function stoppedAll(m: Model, how: string): Model {
  if (m.end) return m;
  const isAtWork = m.phase === 'flying';
  if (how === 'finish') return m; // it goes on until it ends or waits
  if (how === 'now' || !isAtWork) return { ...m, end: 'stopped' };
  return { ...m, isStopping: true, isPaused: true };
}

function heard(m: Model, word: Word): [Model, Answer] {
  if (word.do === 'stop-all') {
    // A milder stop takes nothing of a stricter one back.
    const isStricter = m.isStopping && !m.end && word.how === 'finish';
    const how = isStricter ? 'after_step' : word.how;
    return [stoppedAll(m, how), how];
  }
  if (m.end) return [m, 'run.not_active'];
  switch (word.do) {
    case 'pause':
      return m.isPaused ? [m, 'run.already_paused'] : [{ ...m, isPaused: true }, 'ok'];
    case 'resume': {
      if (!m.isPaused) return [m, 'run.not_paused'];
      const on = { ...m, isPaused: false };
      if (m.phase === 'held') return [go(on), 'ok'];
      return [m.phase === 'due' ? next(on) : on, 'ok'];
    }
    case 'step':
      if (!m.isPaused) return [m, 'run.not_paused'];
      return m.phase === 'held' ? [go(m), 'ok'] : [m, 'nothing'];
    case 'stop':
      return [{ ...m, end: 'stopped' }, 'ok'];
    case 'restart':
      return [restarted(m), 'ok'];
    case 'reply':
      return [m.phase === 'flying' ? next(m) : m, 'ok'];
    case 'fail':
      return [m.phase === 'flying' ? enter({ ...m, isTrouble: true }) : m, 'ok'];
    case 'elapse':
      if (m.phase !== 'timing') return [m, 'ok'];
      return [m.isPaused ? { ...m, phase: 'due' } : next(m), 'ok'];
    case 'decide':
      return [m.phase === 'asking' ? decided(m, word.choice, word.n) : m, 'ok'];
  }
}

/** The word people read. */
export function statusOf({ end, isPaused, phase }: Model): string {
  if (end) return end;
  if (isPaused) return 'paused';
  return phase === 'flying' ? 'running' : 'waiting';
}
