// Who is called back: for what waits for a person and what failed, and for nothing else.
import { expect, test } from 'vitest';
import type { Recorded } from '../../engine/4-run/events.ts';
import { noticeOf } from './notices.ts';

const event = (type: string, head: object, run = 'r1'): Recorded =>
  ({ type, head, run, root: 'r1', pos: 1, seq: 1, at: '', v: 1 }) as unknown as Recorded;
const t = (code: string, params?: Record<string, string>): string =>
  [code, ...Object.values(params ?? {})].join(' ');
const said = (one: Recorded) => noticeOf(one, 'Expense approval', t);

test('a decision that is waited for leads to its card', () => {
  expect(said(event('card.opened', { card: 'c1', kind: 'approval' }))).toEqual({
    title: 'notice.asked',
    body: 'notice.of Expense approval',
    place: '#/inbox/c1',
  });
  expect(said(event('card.opened', { card: 'c1', kind: 'limit' }))?.title).toBe('notice.limit');
});

test('a run that failed leads to the run; a part of one, an end and a step to nothing', () => {
  expect(said(event('run.ended', { status: 'failed' }))?.place).toBe('#/run/r1');
  expect(said(event('run.ended', { status: 'failed' }, 'r1.child'))).toBe(undefined);
  expect(said(event('run.ended', { status: 'done' }))).toBe(undefined);
  expect(said(event('effect.settled', {}))).toBe(undefined);
});
