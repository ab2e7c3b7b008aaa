// What an answered card leads to: a way out, another try, an extension, the end.

import type { Json, JsonObject } from '../base/value.ts';
import type { Deciding } from './deciding.ts';
import type { LiveEffect } from './live.ts';
import { activate } from './open.ts';
import { extend, type Counter } from './room.ts';
import { endRun, settle, stopMachine } from './settle.ts';
import { record } from './turn.ts';

const PORTS: Record<string, string> = {
  approve: 'approved',
  refuse: 'refused',
  'send-back': 'sent_back',
  answer: 'answered',
  retry: 'retry',
  'go-on': 'go_on',
  stop: 'stop',
};

/** Carries out a decision that is recorded already. */
export function carryOut(d: Deciding): void {
  const { turn, card, effect, by, given } = d;
  if (effect.row.kind === 'card') leaveGate(d);
  else if (card.kind === 'limit') answerLimit(d);
  else if (card.kind === 'unknown') answerUnknown(d);
  else if (given.choice === 'approve') activate(turn, held(d), false);
  else
    settle(turn, effect, {
      result: { failure: { kind: 'denied', code: 'failure.refused_by', params: { by: by.name } } },
      by: by.id,
    });
}

/** The effect as it stands now; recording the answer may have changed it. */
const held = ({ turn, effect }: Deciding): LiveEffect =>
  turn.live.open.get(effect.row.id) ?? effect;

function leaveGate({ turn, card, effect, by, given, value }: Deciding): void {
  const ports = effect.definition?.ports(effect.raw).map((p) => p.id) ?? [];
  const port = PORTS[given.choice] ?? given.choice;
  if (given.choice === 'stop' && !ports.includes('stop')) return stopMachine(turn, by.id);
  const signed: JsonObject = {
    ...value,
    ...(given.note ? { note: given.note } : {}),
    by: by.name,
    at: new Date(turn.at).toISOString(),
  };
  const label = card.kind === 'approval' ? `approved:${card.id}` : 'user';
  settle(turn, effect, {
    result: {
      port: ports.includes(port) ? port : 'handled',
      value: signed as Json,
      labels: { '': [label] },
    },
    by: by.id,
  });
}

function answerLimit(d: Deciding): void {
  const { turn, card, effect, by, given } = d;
  const { limit } = card.body;
  if (given.choice === 'stop') return stopMachine(turn, by.id);
  if (given.choice === 'finish') {
    if (turn.live.plan.drawn.has(`${effect.row.node}:over`))
      settle(turn, effect, { result: { port: 'over', value: null }, by: by.id });
    else endRun(turn, { status: 'done', outcome: 'stopped_at_limit' });
    return;
  }
  if (!limit) return;
  const cap = extend(turn, limit.counter as Counter, limit.extendBy);
  record(turn, {
    type: 'limit.extended',
    head: { counter: limit.counter, by: by.id, cap },
    payload: undefined,
  });
  activate(turn, held(d), false);
}

function answerUnknown(d: Deciding): void {
  const { turn, effect, by, given, value } = d;
  if (given.choice === 'done')
    settle(turn, effect, {
      result: { port: 'ok', value: value as Json, labels: { '': ['user'] } },
      by: by.id,
    });
  else if (given.choice === 'fail')
    settle(turn, effect, {
      result: { failure: { kind: 'terminal', code: 'failure.outcome_unknown' } },
      by: by.id,
    });
  else {
    const { sentAgain: _before, ...now } = held(d);
    const again = given.choice === 'again' ? { sentAgain: effect.row.attempt + 1 } : {};
    activate(turn, { ...now, ...again }, false);
  }
}
