// A change to what is in force, before it is: every state there was, what stands in force, and the
// way there. What tools and rules say binds runs at once, so nothing of it is saved by itself.
// DR1 a draft outlives a reload and a crash: it is kept the moment it changes, with the hash of
//     what it was made on.
// DR2 what was changed elsewhere meanwhile is never written over: the person chooses.
// DR3 quick changes of one thing (typing) are one undo.

import { createStore } from '@xstate/store';
import { canonical } from '../../engine/base/canonical.ts';

export type InForce<T> = { value: T; hash: string };
export type DraftState = 'same' | 'changed' | 'saving' | 'failed' | 'conflict';
type Context<T> = {
  value: T;
  base: InForce<T>;
  state: DraftState;
  canUndo: boolean;
  canRedo: boolean;
  why?: string;
  theirs?: InForce<T>;
};

/** How it is put in force and kept; handed in so that tests need no engine. */
export type DraftOutside<T> = {
  save: (was: string, value: T) => Promise<{ hash: string } | { conflict: InForce<T> }>;
  now: () => number;
  memory?: { recall: () => string | undefined; keep: (text: string | undefined) => void };
};

const GESTURE_MS = 1200;
const STATES = 100;

const createContext = <T>(context: Context<T>) =>
  createStore({
    context,
    on: { became: (_old, event: { to: Context<T> }) => event.to },
  });

export type Draft<T> = {
  store: ReturnType<typeof createContext<T>>;
  /** The draft from now on; changes with the same `gesture` shortly after each other are one. */
  change: (value: T, gesture?: string) => void;
  undo: () => void;
  redo: () => void;
  /** Back to what is in force; can be undone. */
  discard: () => void;
  /** Puts the draft in force; true when it is. */
  commit: () => Promise<boolean>;
  /** Something else is in force now. */
  rebase: (base: InForce<T>) => void;
  /** Ends a conflict (DR2). */
  resolve: (choice: 'yours' | 'theirs') => void;
};

const isSame = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);

/** What was kept of a draft (DR1); nothing where the text holds none. */
function recalled<T>(text: string | undefined): { was: string; value: T } | undefined {
  try {
    const kept = JSON.parse(text ?? '') as { was?: unknown; value?: T };
    return typeof kept.was === 'string' && kept.value !== undefined
      ? { was: kept.was, value: kept.value }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Every state there was, and which of them is now; bounded. */
function createStates<T>(first: T) {
  let states: T[] = [first];
  let at = 0;
  let last = { gesture: '', at: -Infinity };
  return {
    now: (): T => states[at] as T,
    can: () => ({ canUndo: at > 0, canRedo: at < states.length - 1 }),
    /** A new state; `at` in ms says whether it goes on with the gesture before (DR3). */
    put(next: T, gesture = '', now = 0): void {
      const goesOn = gesture !== '' && gesture === last.gesture && now - last.at < GESTURE_MS;
      last = { gesture, at: now };
      states = [...states.slice(0, goesOn && at > 0 ? at : at + 1), next].slice(-STATES);
      at = states.length - 1;
    },
    step(by: 1 | -1): void {
      if (states[at + by] === undefined) return;
      at += by;
      last = { ...last, gesture: '' };
    },
  };
}

type Special<T> = Pick<Context<T>, 'state' | 'why' | 'theirs'>;

/** What a draft begins with, and how it is shown and kept whenever something of it changed. */
function createShown<T>(inForce: InForce<T>, { memory }: DraftOutside<T>) {
  let base = inForce;
  let special: Special<T> | undefined;
  const states = createStates(base.value);
  const kept = recalled<T>(memory?.recall());
  if (kept && !isSame(kept.value, base.value)) {
    states.put(kept.value);
    if (kept.was !== base.hash) special = { state: 'conflict', theirs: base };
  }
  const context = (): Context<T> => {
    const value = states.now();
    const state = isSame(value, base.value) ? 'same' : 'changed';
    return { value, base, ...states.can(), state, ...special };
  };
  const store = createContext(context());
  return {
    store,
    states,
    base: () => base,
    rebase: (next: InForce<T>): void => void (base = next),
    special: () => special,
    become: (to: Special<T> | undefined): void => {
      special = to;
      const now = context();
      const text = JSON.stringify({ was: base.hash, value: now.value });
      memory?.keep(now.state === 'same' ? undefined : text); // DR1
      store.trigger.became({ to: now });
    },
  };
}

type Shown<T> = ReturnType<typeof createShown<T>>;
const isFree = <T>({ special }: Shown<T>): boolean =>
  special()?.state !== 'saving' && special()?.state !== 'conflict';

/** Puts what is drawn now in force; what is drawn meanwhile stays a draft. */
async function commit<T>(shown: Shown<T>, { save }: DraftOutside<T>): Promise<boolean> {
  const saving = shown.states.now();
  if (!isFree(shown) || isSame(saving, shown.base().value)) return isFree(shown);
  shown.become({ state: 'saving' });
  try {
    const answer = await save(shown.base().hash, saving);
    if ('conflict' in answer) {
      shown.become({ state: 'conflict', theirs: answer.conflict }); // DR2
      return false;
    }
    shown.rebase({ value: saving, hash: answer.hash });
    shown.become(undefined);
    return true;
  } catch (wrong) {
    shown.become({ state: 'failed', why: wrong instanceof Error ? wrong.message : String(wrong) });
    return false;
  }
}

/** A draft over what is in force. */
export function createDraft<T>(inForce: InForce<T>, outside: DraftOutside<T>): Draft<T> {
  const shown = createShown(inForce, outside);
  const { states, store, become } = shown;
  const step = (by: 1 | -1) => (): void => {
    if (!isFree(shown)) return;
    states.step(by);
    become(undefined);
  };
  return {
    store,
    undo: step(-1),
    redo: step(1),
    change: (next, gesture) => {
      const special = shown.special();
      if (special?.state === 'conflict' || isSame(next, states.now())) return;
      states.put(next, gesture, outside.now());
      become(special?.state === 'saving' ? special : undefined);
    },
    discard: () => {
      if (!isFree(shown)) return;
      states.put(shown.base().value);
      become(undefined);
    },
    commit: () => commit(shown, outside),
    rebase: (next) => {
      if (next.hash === shown.base().hash || shown.special()?.state === 'saving') return;
      if (!isSame(states.now(), shown.base().value))
        return become({ state: 'conflict', theirs: next });
      shown.rebase(next);
      states.put(next.value);
      become(undefined);
    },
    resolve: (choice) => {
      const theirs = shown.special()?.theirs;
      if (!theirs) return;
      shown.rebase(theirs);
      if (choice === 'theirs') states.put(theirs.value);
      become(undefined);
    },
  };
}
