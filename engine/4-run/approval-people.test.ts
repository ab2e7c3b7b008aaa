// Who agrees, and when: several people, deadlines, escalation, absence.

import { afterEach, describe, expect, test } from 'vitest';
import { type StepSpec } from '../../e2e/kit/drawing.ts';
import {
  DAY,
  FIN,
  HOUR,
  LATE,
  SCRIPT,
  START,
  amounts,
  approve,
  begin,
  cardAt,
  decide,
  drawn,
  end,
  gate,
  here,
  open,
  paid,
  pay,
  peopleWith,
  restart,
  simple,
} from '../../e2e/kit/approvals.ts';
import { simulatedClock } from './clock.ts';
import type { CardView } from './view.ts';

afterEach(end);

describe('several must agree', () => {
  const quorum = { of: ['manager', 'director', 'finance'], need: 2 };
  const amount = {
    fields: [{ field: { id: 'n', label: 'Amount', kind: 'number' }, value: 5 }],
    quorum,
  };
  const editable = drawn(
    [START, gate('ask', amount), pay({ '@ref': 'steps.ask.value.n' }), FIN],
    ['start:ok>ask', 'ask:approved>pay', 'pay:ok>fin'],
  );
  test('different people, each word recorded, one outcome exactly once', async () => {
    open(SCRIPT);
    peopleWith({ lee_tanaka: { limit: 100 } });
    const card = cardAt(await begin(simple({ quorum })), 'ask');
    expect(card.body.quorum).toEqual({ need: 2, of: ['marcus_webb', 'ines_roth', 'lee_tanaka'] });
    const [once, twice] = await Promise.all([
      here().engine.decide({ card: card.id, choice: 'approve', by: 'marcus_webb' }),
      here().engine.decide({ card: card.id, choice: 'approve', by: 'marcus_webb' }),
    ]);
    expect(once).toMatchObject({ card: { state: 'open', votes: [{ by: 'marcus_webb' }] } });
    expect(twice).toMatchObject({ wrong: { code: 'decide.already' } });
    expect(paid()).toEqual([]);
    expect((await decide(card, 'approve', { by: 'dana_ruiz' })).done).toMatchObject({
      wrong: { code: 'decide.not_asked' },
    });
    const v = await approve(card, { by: 'lee_tanaka' });
    expect(v.status).toBe('done');
    expect(paid()).toEqual([5]);
    expect((await decide(card, 'refuse', { by: 'ines_roth' })).done).toMatchObject({
      wrong: { code: 'decide.already', params: { by: 'Lee Tanaka', choice: 'approve' } },
    });
    const events = here()
      .engine.events(v.run, 0, 1000)
      .map((e) => e.type);
    expect(events.filter((t) => t === 'card.voted')).toHaveLength(2);
    expect(events.filter((t) => t === 'card.answered')).toHaveLength(1);
    expect(v.cards[card.id]).toMatchObject({ ...here().engine.card(card.id) });
    expect(v.effects[card.effect]?.output?.v).toMatchObject({ by: 'Marcus Webb, Lee Tanaka' });
  });
  test('it is refused as soon as enough cannot agree any more, and not before', async () => {
    open(SCRIPT);
    const card = cardAt(await begin(simple({ quorum })), 'ask');
    const { view } = await decide(card, 'refuse', { by: 'ines_roth' });
    expect(view.status).toBe('waiting');
    const { view: over } = await decide(card, 'refuse', { by: 'lee_tanaka' });
    expect(over).toMatchObject({ status: 'done', outcome: 'refused' });
    expect(paid()).toEqual([]);
  });
  test('whoever changes something begins anew: who agreed before is asked again', async () => {
    open(SCRIPT);
    const card = cardAt(await begin(editable), 'ask');
    await decide(card, 'approve', { by: 'marcus_webb' });
    const changed = await decide(card, 'approve', { by: 'ines_roth', edit: { n: 7 } });
    expect(changed.view.status).toBe('waiting');
    const now = here().engine.card(card.id) as CardView;
    expect(amounts(now)).toEqual([7]);
    expect(changed.view.cards[card.id]).toEqual(now);
    const v = await approve(now, { by: 'marcus_webb' });
    expect(v.status).toBe('done');
    expect(paid()).toEqual([7]);
  });
  test('every word is checked against its own limit, and goes up with the seat', async () => {
    open(SCRIPT);
    const two = { of: ['manager', 'finance'], need: 2 };
    const folder = drawn(
      [START, gate('ask', { quorum: two }), pay(9000), FIN],
      ['start:ok>ask', 'ask:approved>pay', 'pay:ok>fin'],
    );
    const card = cardAt(await begin(folder), 'ask');
    const { done } = await decide(card, 'approve', { by: 'marcus_webb' });
    expect(done).toMatchObject({ wrong: { code: 'decide.over_limit', params: { limit: 5000 } } });
    expect(here().engine.card(card.id)?.body.quorum?.of).toEqual(['ines_roth', 'lee_tanaka']);
    expect((await decide(card, 'approve', { by: 'marcus_webb' })).done).toMatchObject({
      wrong: { code: 'decide.not_asked' },
    });
    expect((await decide(card, 'approve', { by: 'ines_roth' })).view.status).toBe('waiting');
    expect((await decide(card, 'approve', { by: 'lee_tanaka' })).done).toMatchObject({
      wrong: { code: 'decide.over_limit_nobody' },
    });
    expect(paid()).toEqual([]);
  });
  test('words survive a restart', async () => {
    open(SCRIPT);
    const held = await begin(simple({ quorum }));
    await decide(cardAt(held, 'ask'), 'approve', { by: 'marcus_webb' });
    await restart();
    const v = await approve(cardAt(await here().engine.settled(held.run), 'ask'), {
      by: 'ines_roth',
    });
    expect(v.status).toBe('done');
    expect(paid()).toEqual([5]);
  });
  test('where too few can be asked, nobody is, and its owner hears why', async () => {
    open(SCRIPT);
    const v = await begin(simple({ quorum: { of: ['manager', 'marcus_webb'], need: 2 } }));
    expect(v).toMatchObject({ status: 'failed', failure: { code: 'failure.too_few_to_agree' } });
  });
});

describe('deadlines, escalation and absence', () => {
  test('at the millisecond of the deadline it is over, and there is one outcome', async () => {
    for (const early of [1, 0]) {
      const clock = simulatedClock(Date.UTC(2026, 0, 5, 9));
      open(SCRIPT, undefined, clock);
      const held = await begin(simple({ withinMs: HOUR }, ['ask:timeout>late'], [LATE]));
      const card = cardAt(held, 'ask');
      const answered = clock.advance(HOUR - early);
      const given = here().engine.decide({ card: card.id, choice: 'approve' });
      await answered;
      const done = await given;
      await clock.advance(10);
      const v = await here().engine.settled(held.run);
      if (early) expect(v).toMatchObject({ status: 'done', outcome: 'done' });
      else expect(v).toMatchObject({ status: 'done', outcome: 'does_not_know' });
      expect('wrong' in done).toBe(!early);
      const ends = here()
        .engine.events(v.run, 0, 1000)
        .filter((e) => e.type === 'card.answered' || e.type === 'card.expired');
      expect(ends).toHaveLength(1);
      if (early) await end();
    }
  });
  test('an answer after the deadline is refused even while a pause holds the timer back', async () => {
    const clock = simulatedClock(Date.UTC(2026, 0, 5, 9));
    open(SCRIPT, undefined, clock);
    const held = await begin(simple({ withinMs: HOUR }, ['ask:timeout>late'], [LATE]));
    const card = cardAt(held, 'ask');
    await here().engine.pause(held.run);
    await clock.advance(2 * HOUR);
    expect((await decide(card, 'approve')).done).toMatchObject({
      wrong: { code: 'decide.too_late' },
    });
    await here().engine.resume(held.run);
    expect(await here().engine.settled(held.run)).toMatchObject({ outcome: 'does_not_know' });
    expect(paid()).toEqual([]);
  });
  test('the deadline shown is the timer’s, over pause, resume and restart', async () => {
    const clock = simulatedClock(Date.UTC(2026, 0, 5, 9));
    open(SCRIPT, undefined, clock);
    const until = clock.now() + HOUR;
    const steps: StepSpec[] = [LATE, ['first', 'call_tool', { tool: 'look', args: {} }]];
    const folder = drawn(
      [START, ...steps, gate('ask', { withinMs: HOUR }), pay(5), FIN],
      ['start:ok>first', 'first:ok>ask', 'ask:approved>pay', 'pay:ok>fin', 'ask:timeout>late'],
    );
    folder.workflow.breakpoints = ['ask'];
    const held = await begin(folder);
    expect(held.status).toBe('paused');
    await clock.advance(HOUR / 2);
    await here().engine.resume(held.run);
    const v = await here().engine.settled(held.run);
    const card = cardAt(v, 'ask');
    expect(card.deadline).toBe(until);
    const timer = v.open.map((id) => v.effects[id]).find((e) => e?.kind === 'timer');
    expect(timer?.dueAt).toBe(until);
    await restart();
    expect(here().engine.card(card.id)?.deadline).toBe(until);
    await clock.advance(HOUR / 2);
    expect(await here().engine.settled(held.run)).toMatchObject({ outcome: 'does_not_know' });
  });
  test('while nobody answers the next person is asked at the time the card says', async () => {
    const clock = simulatedClock(Date.UTC(2026, 0, 5, 9));
    open(SCRIPT, undefined, clock);
    const escalate = [
      { to: 'director', afterMs: HOUR },
      { to: 'finance', afterMs: 3 * HOUR },
    ];
    const held = await begin(simple({ escalate }));
    const card = cardAt(held, 'ask');
    expect(card.body.escalates).toEqual([
      { to: 'director', at: clock.now() + HOUR },
      { to: 'finance', at: clock.now() + 3 * HOUR },
    ]);
    await clock.advance(HOUR - 1);
    expect(here().engine.card(card.id)?.to).toBe('marcus_webb');
    await clock.advance(1);
    await here().engine.settled(held.run);
    expect(here().engine.card(card.id)?.to).toBe('ines_roth');
    await restart();
    await clock.advance(2 * HOUR);
    await here().engine.settled(held.run);
    expect(here().engine.card(card.id)?.to).toBe('lee_tanaka');
    const v = here().engine.run(held.run);
    expect(v?.cards[card.id]?.to).toBe('lee_tanaka');
    expect((await approve(card, { by: 'marcus_webb' })).status).toBe('done'); // asked first, asked still
  });
  test('when whoever is asked goes away while the card waits, the stand-in is asked', async () => {
    const clock = simulatedClock(Date.UTC(2026, 0, 5, 9));
    open(SCRIPT, undefined, clock);
    const held = await begin(simple());
    const card = cardAt(held, 'ask');
    peopleWith({ marcus_webb: { away: { from: '2026-01-06', to: '2026-01-09' } } });
    expect((await decide(card, 'approve', { by: 'ines_roth' })).done).toMatchObject({
      wrong: { code: 'decide.not_asked' },
    });
    await clock.advance(DAY);
    await here().engine.settled(held.run);
    expect(here().engine.card(card.id)?.to).toBe('ines_roth');
    const handed = here()
      .engine.events(held.run, 0, 1000)
      .find((e) => e.type === 'card.handed');
    expect(handed?.head).toMatchObject({
      from: 'marcus_webb',
      by: '',
      why: { code: 'decide.away' },
    });
    expect((await approve(card, { by: 'ines_roth' })).status).toBe('done');
  });
  test('days are those of the workspace’s time zone', async () => {
    const clock = simulatedClock(Date.UTC(2026, 0, 5, 12));
    open(SCRIPT, undefined, clock);
    here().setting.workspace = { ...here().setting.workspace, timeZone: 'Pacific/Auckland' };
    peopleWith({ marcus_webb: { away: { from: '2026-01-06', to: '2026-01-06' } } });
    expect(cardAt(await begin(simple()), 'ask').to).toBe('ines_roth'); // it is the sixth there
  });
  test('the requester is never asked, by nobody’s absence and by no escalation', async () => {
    const clock = simulatedClock(Date.UTC(2026, 0, 5, 9));
    open(SCRIPT, undefined, clock);
    peopleWith({
      marcus_webb: { standIn: 'sam_okafor', away: { from: '2026-01-06', to: '2026-01-09' } },
    });
    const held = await begin(simple({ escalate: [{ to: 'requester', afterMs: HOUR }] }));
    const card = cardAt(held, 'ask');
    await clock.advance(2 * DAY);
    await here().engine.settled(held.run);
    expect(here().engine.card(card.id)?.to).toBe('marcus_webb');
    expect((await decide(card, 'hand-over', { to: 'sam_okafor' })).done).toMatchObject({
      wrong: { code: 'decide.own_run' },
    });
  });
  test('where nobody’s limit is enough it is refused, and the card stays', async () => {
    open(SCRIPT);
    peopleWith({ ines_roth: { limit: 6000 } });
    const folder = drawn(
      [START, gate('ask'), pay(9000), FIN],
      ['start:ok>ask', 'ask:approved>pay', 'pay:ok>fin'],
    );
    const card = cardAt(await begin(folder), 'ask');
    expect((await decide(card, 'approve')).done).toMatchObject({
      wrong: { code: 'decide.over_limit_nobody', params: { limit: 5000, amount: 9000 } },
    });
    expect(here().engine.card(card.id)).toMatchObject({ state: 'open', to: 'marcus_webb' });
  });
});
