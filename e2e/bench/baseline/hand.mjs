// (6) hand-written upper bound + variants
import Database from 'better-sqlite3';
import fs from 'node:fs';
import { bench, tick, RESULT } from './h.mjs';
import { createActor, fromPromise, assign, setup } from 'xstate';
const dir = './out/hand';
fs.rmSync(dir, { recursive: true, force: true });
fs.mkdirSync(dir, { recursive: true });
const only = process.argv[2];
const open = (s) => {
  const db = new Database(`${dir}/${s}-${Math.random()}.db`);
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=' + s);
  db.exec('CREATE TABLE j(run TEXT, seq INTEGER, body TEXT, PRIMARY KEY(run,seq))');
  return db;
};
const stepFn = async (i) => RESULT(i);
for (const sync of ['FULL', 'NORMAL']) {
  if (only && only !== 'loop') continue;
  const db = open(sync);
  const ins = db.prepare('INSERT INTO j VALUES(?,?,?)');
  await bench(`hand loop ${sync}`, async (id) => {
    for (let i = 0; i < 20; i++) {
      tick(id);
      const r = await stepFn(i);
      ins.run(id, i, JSON.stringify(r));
    }
  });
  db.close();
}
// group commit: all steps that complete in one turn of the event loop share one transaction + fsync
if (!only || only === 'group') {
  const db = open('FULL');
  const ins = db.prepare('INSERT INTO j VALUES(?,?,?)');
  let q = [],
    armed = false;
  const flushTx = db.transaction((b) => {
    for (const x of b) ins.run(x[0], x[1], x[2]);
  });
  const flush = () => {
    armed = false;
    const b = q;
    q = [];
    flushTx(b);
    for (const x of b) x[3]();
  };
  const put = (id, i, s) =>
    new Promise((res) => {
      q.push([id, i, s, res]);
      if (!armed) {
        armed = true;
        setImmediate(flush);
      }
    });
  await bench('hand group-commit FULL', async (id) => {
    for (let i = 0; i < 20; i++) {
      tick(id);
      const r = await stepFn(i);
      await put(id, i, JSON.stringify(r));
    }
  });
  db.close();
}
const states2 = {};
for (let i = 0; i < 20; i++)
  states2['s' + i] = {
    invoke: {
      src: 'step',
      input: ({ context }) => ({ i, id: context.id }),
      onDone: { target: 's' + (i + 1), actions: assign({ last: ({ event }) => event.output }) },
    },
  };
states2.s20 = { type: 'final' };
const m2 = setup({
  actors: {
    step: fromPromise(async ({ input }) => {
      tick(input.id);
      return stepFn(input.i);
    }),
  },
}).createMachine({
  id: 'w',
  initial: 's0',
  context: ({ input }) => ({ id: input.id, last: null }),
  states: states2,
});
// XState v5 machine with 20 invokes, one journal insert per step, durable before the next step begins
for (const sync of ['FULL', 'NORMAL']) {
  if (only && only !== 'xstate') continue;
  const db = open(sync);
  const ins = db.prepare('INSERT INTO j VALUES(?,?,?)');
  const states = {};
  for (let i = 0; i < 20; i++)
    states['s' + i] = {
      invoke: {
        src: 'step',
        input: ({ context }) => ({ i, id: context.id }),
        onDone: { target: 's' + (i + 1), actions: assign({ last: ({ event }) => event.output }) },
      },
    };
  states.s20 = { type: 'final' };
  const m = setup({
    actors: {
      step: fromPromise(async ({ input }) => {
        tick(input.id);
        const r = await stepFn(input.i);
        ins.run(input.id, input.i, JSON.stringify(r));
        return r;
      }),
    },
  }).createMachine({
    id: 'w',
    initial: 's0',
    context: ({ input }) => ({ id: input.id, last: null }),
    states,
  });
  await bench(`xstate + insert/step ${sync}`, (id) =>
    new Promise((res) => {
      const a = createActor(m, { input: { id } });
      a.subscribe({ complete: res });
      a.start();
    }));
  db.close();
}

if (!only || only === 'xgroup') {
  const db = open('FULL');
  const ins = db.prepare('INSERT INTO j VALUES(?,?,?)');
  let q = [],
    armed = false;
  const tx = db.transaction((b) => {
    for (const x of b) ins.run(x[0], x[1], x[2]);
  });
  const put = (id, i, s) =>
    new Promise((res) => {
      q.push([id, i, s, res]);
      if (!armed) {
        armed = true;
        setImmediate(() => {
          armed = false;
          const b = q;
          q = [];
          tx(b);
          for (const x of b) x[3]();
        });
      }
    });
  const states = {};
  for (let i = 0; i < 20; i++)
    states['s' + i] = {
      invoke: {
        src: 'step',
        input: ({ context }) => ({ i, id: context.id }),
        onDone: { target: 's' + (i + 1), actions: assign({ last: ({ event }) => event.output }) },
      },
    };
  states.s20 = { type: 'final' };
  const m = setup({
    actors: {
      step: fromPromise(async ({ input }) => {
        tick(input.id);
        const r = await stepFn(input.i);
        await put(input.id, input.i, JSON.stringify(r));
        return r;
      }),
    },
  }).createMachine({
    id: 'w',
    initial: 's0',
    context: ({ input }) => ({ id: input.id, last: null }),
    states,
  });
  await bench('xstate + group-commit FULL', (id) =>
    new Promise((res) => {
      const a = createActor(m, { input: { id } });
      a.subscribe({ complete: res });
      a.start();
    }));
  db.close();
  const db2 = open('FULL');
  const up = db2.prepare('INSERT OR REPLACE INTO j VALUES(?,0,?)');
  await bench('xstate full snapshot per step FULL (subscribe)', (id) =>
    new Promise((res) => {
      const a = createActor(m2, { input: { id } });
      a.subscribe({
        next: () => up.run(id, JSON.stringify(a.getPersistedSnapshot())),
        complete: res,
      });
      a.start();
    }));
  db2.close();
}
