// What an answered card leads to: a way out, another try, an extension, the end.

import type { Json, JsonObject } from '../base/value.ts';
import type { Deciding } from './deciding.ts';
import { labelsOfAnswer } from './labels.ts';
import type { LiveEffect } from './live.ts';
import { stopFamily } from './control.ts';
import { answerLimit } from './limit-answer.ts';
import { activate } from './open.ts';
import { settle } from './settle.ts';

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
  else if (card.kind === 'tool_changed' && given.choice === 'trust')
    activate(turn, { ...held(d), trusted: { hash: card.body.trust ?? '', by: by.id } }, false);
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

function leaveGate({ turn, card, effect, by, given, value, signed: name }: Deciding): void {
  const ports = effect.definition?.ports(effect.raw).map((p) => p.id) ?? [];
  const port = PORTS[given.choice] ?? given.choice;
  const isRoot = turn.live.row.id === turn.live.row.root;
  if (given.choice === 'stop' && !(isRoot && ports.includes('stop')))
    return stopFamily(turn, by.id);
  const signed: JsonObject = {
    ...value,
    ...(given.note ? { note: given.note } : {}),
    by: name,
    at: new Date(turn.at).toISOString(),
  };
  const isConsent = card.kind === 'approval';
  settle(turn, effect, {
    result: {
      port: ports.includes(port) ? port : 'handled',
      value: signed as Json,
      labels: isConsent ? { '': [`approved:${card.id}`] } : labelsOfAnswer(effect, signed),
    },
    by: by.id,
  });
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
