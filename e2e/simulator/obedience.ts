// Random words to a run and to its reference model, compared after every word.
// OB1 status, what is in flight, what is asked, what was called and with what are the model's.

import { simulatedClock, type SimulatedClock } from '../../engine/4-run/clock.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import type { Ports } from './life.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { seeded } from '../kit/seeded.ts';
import { registry } from './draw.ts';
import { bear, dropFolder, newFolder, type Life } from './life.ts';
import { begin, obey, statusOf, type Kind, type Model, type Word } from './model.ts';
import { holds } from './holds.ts';

type Call = { args: JsonObject; end: (isGood: boolean) => void };
type Office = {
  dir: string;
  clock: SimulatedClock;
  life: Life;
  ports: Ports;
  /** Calls in flight, and how many were made in all. */
  calls: Call[];
  made: number;
};
/** A sequence that the engine and the model disagree about. */
export type Disagreement = { seed: number; sentence: string; words: string[] };

const FIELD = { id: 'n', label: 'N', kind: 'number' };
const COST = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };

function open(): Office {
  const clock = simulatedClock();
  const setting = sampleSetting();
  const office = { dir: newFolder(), clock, calls: [] as Call[], made: 0 } as unknown as Office;
  const failure = { kind: 'terminal' as const, code: 'failure.tool_said', params: { tool: 'T' } };
  office.ports = {
    registry,
    clock,
    setting: () => setting,
    random: seeded(1),
    models: {
      worst: () => ({ inputTokens: 0, outputTokens: 0 }),
      call: () => Promise.reject(new Error('no model here')),
    },
    tools: {
      call: (_card, args) =>
        new Promise((resolve) => {
          office.made += 1;
          const good = { ok: true as const, used: COST, reply: { value: { n: 1 } } };
          const end = (isGood: boolean): void =>
            resolve(isGood ? good : { ok: false, used: COST, failure });
          office.calls.push({ args, end });
        }),
    },
  };
  office.life = bear(office.dir, office.ports, () => {});
  return office;
}

/** A row of steps; a call carries what the last gate before it agreed to. */
function rowOf(kinds: Kind[], breakpoints: number[]): Folder {
  let gate: string | undefined;
  const steps: StepSpec[] = kinds.map((kind, i) => {
    const id = `s${i}`;
    const n = gate === undefined ? 1 : { '@ref': `steps.${gate}.value.n`, else: 1 };
    if (kind === 'wait') return [id, 'wait', { ms: 1000 }];
    if (kind !== 'gate') return [id, 'call_tool', { tool: kind, args: { n, text: id } }];
    gate = id;
    const fields = [{ field: FIELD, value: 1 }];
    return [id, 'approval', { ask: 'manager', title: 'Go on?', fields, covers: [] }];
  });
  const arrows = kinds.map((kind, i) => {
    const to = i + 1 < kinds.length ? `s${i + 1}` : 'fin';
    return `s${i}:${kind === 'gate' ? 'approved' : 'ok'}>${to}`;
  });
  const all: StepSpec[] = [['start', 'start'], ...steps, ['fin', 'end', { outcome: 'done' }]];
  const when = { field: 'tool', op: 'is' as const, value: 'write' };
  return drawing(scopeOf(all, ['start:ok>s0', ...arrows]), {
    breakpoints: breakpoints.map((i) => `s${i}`),
    cards: [cardOf('read', { alwaysFresh: true }), cardOf('write', { effect: 'write' })],
    rules: [{ id: 'free', name: 'Free', when, then: 'allow' }],
  });
}

const WORDS = ['pause', 'resume', 'step', 'restart', 'fail', 'elapse', 'reply', 'reply'] as const;

function randomWord(chance: Chance, m: Model): Word {
  if (chance() < 0.03) return { do: 'stop' };
  if (chance() < 0.05)
    return { do: 'stop-all', how: oneOf(chance, ['now', 'after_step', 'finish', 'finish']) };
  if (m.end || m.phase !== 'asking' || chance() < 0.6) return { do: oneOf(chance, WORDS) };
  const choices = m.isTrouble
    ? (['go-on', 'retry', 'stop'] as const)
    : (['approve', 'approve', 'approve', 'refuse'] as const);
  const edit = chance() < 0.5 ? { n: 2 + below(chance, 5) } : {};
  return { do: 'decide', choice: oneOf(chance, choices), ...edit };
}

async function rest({ clock }: Office): Promise<void> {
  for (let i = 0; i < 8; i++) await clock.advance(0).then(() => new Promise(setImmediate));
}

/** Says a word to the engine; what it answers, in the model's terms. */
async function say(office: Office, run: string, word: Word): Promise<string> {
  const { life, clock } = office;
  if (word.do === 'reply' || word.do === 'fail') {
    for (const call of office.calls.splice(0)) call.end(word.do === 'reply');
    return 'ok';
  }
  if (word.do === 'elapse') return (await clock.advance(1000), 'ok');
  if (word.do === 'restart') {
    await life.close();
    office.calls.length = 0;
    office.life = bear(office.dir, office.ports, () => {});
    await office.life.engine.recover();
    return 'ok';
  }
  if (word.do === 'decide') {
    const card = life.engine.inbox().find((one) => one.run === run);
    if (!card) return 'no card';
    const edit = word.n === undefined || card.kind !== 'approval' ? {} : { edit: { n: word.n } };
    const made = await life.engine.decide({ card: card.id, choice: word.choice, ...edit });
    if ('wrong' in made) return made.wrong.code;
    const again = await life.engine.decide({ card: card.id, choice: word.choice, ...edit });
    const told = 'wrong' in again ? again.wrong.code : 'decided twice';
    return told === 'decide.already' ? 'ok' : told;
  }
  if (word.do === 'stop-all') {
    const { how } = await life.engine.stopAll(word.how);
    return how;
  }
  const made = await life.engine[word.do](run);
  if ('wrong' in made) return made.wrong.code;
  return 'effect' in made && made.effect === null ? 'nothing' : 'ok';
}

/** The engine against the model (OB1). */
function compare({ life, calls, made }: Office, run: string, m: Model, before: number): void {
  const asked = life.engine.inbox().filter((card) => card.run === run).length;
  const is = [life.engine.run(run)?.status, m.end ? 0 : calls.length, asked, made - before];
  const isFlying = !m.end && m.phase === 'flying';
  const should = [statusOf(m), Number(isFlying), Number(!m.end && m.phase === 'asking'), m.calls];
  holds(
    is.join() === should.join(),
    () => `status, flying, asked, made: ${is.join()}, not ${should.join()}`,
  );
  const n = isFlying ? calls.at(-1)?.args['n'] : m.agreed;
  holds(n === m.agreed, () => `the call carries ${JSON.stringify(n)}, agreed was ${m.agreed}`);
}

async function sequence(office: Office, seed: number): Promise<Disagreement | undefined> {
  const chance = seeded(seed);
  const kinds = Array.from({ length: 1 + below(chance, 5) }, () =>
    oneOf(chance, ['read', 'write', 'gate', 'wait'] as const),
  );
  const breakpoints = kinds.flatMap((_, i) => (chance() < 0.2 ? [i] : []));
  const words: string[] = [`${kinds.join()} stops at ${breakpoints.join()}`];
  const { life } = office;
  const before = office.made;
  const folder = rowOf(kinds, breakpoints);
  const setting = office.ports.setting();
  const given = { folder, setting, input: {}, practice: false, pace: 'full' as const };
  const started = await life.engine.startRun(given);
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  const { run } = started;
  let m = begin(kinds, breakpoints);
  try {
    for (let i = 0; i < 30; i++) {
      await rest(office);
      compare(office, run, m, before);
      const word = randomWord(chance, m);
      words.push(JSON.stringify(word));
      const [after, should] = obey(m, word);
      const is = await say(office, run, word);
      const isSilent = ['reply', 'fail', 'elapse', 'restart'].includes(word.do);
      holds(isSilent || is === should, () => `it answers ${is}, not ${should}`);
      m = after;
    }
  } catch (error) {
    return { seed, sentence: (error as Error).message, words };
  }
  await office.life.engine.stop(run);
  await rest(office);
  office.calls.length = 0;
  return undefined;
}

/** So many sequences from a seed on; each names itself by its seed and can be had again. */
export async function obedience(count: number, seed: number): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  let office = open();
  for (let i = 0; i < count; i++) {
    const wrong = await sequence(office, seed + i);
    if (wrong) found.push(wrong);
    if (!wrong && i % 50 < 49) continue;
    await office.life.close();
    dropFolder(office.dir);
    office = open();
  }
  await office.life.close();
  dropFolder(office.dir);
  return found;
}
