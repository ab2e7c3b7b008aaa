// May this effect start now? One pure function, asked inside the transaction that opens the effect
// and again whenever what held it changes.
// A1 order: mode → card → arguments → rules → grant → rate → reserve → start. Nothing is skipped.
// A2 money is reserved only by the answer `start`; a held effect reserves nothing.
// A3 an explicit deny always wins; behind a covering gate only its unused, matching grant opens.

import type { EffectClass, Said } from '../node.ts';
import type { Admission, Grant } from './events.ts';

/** What the rules said about the effect, already evaluated: see policy/rules.ts. */
export type Ruling = {
  then: 'allow' | 'ask' | 'deny';
  id: string;
  name?: string;
  isDefault: boolean;
  ask?: string;
  /** Why, where something else than the rule made the word stricter. */
  why?: Said;
};
/** What the ledger says to the worst case of the effect: see budgets/ledger.ts. */
export type Room =
  | { ok: true }
  | { ok: false; counter: string; used: number; cap: number; wanted: number; why: Said };

export type Question = {
  effectClass: EffectClass;
  /** A tool is named but has no authority card. */
  cardMissing: boolean;
  /** Why the arguments do not fit the card's schema, if they do not. */
  argsFault?: Said | undefined;
  argsHash?: string | undefined;
  ruling: Ruling;
  /** Grants made for this step and visit by a gate or by the door, used ones included. */
  grants: (Grant & { used: boolean })[];
  paused: boolean;
  /** Free slot at the tool or provider; when not, the instant to ask again. */
  rate: { ok: true } | { ok: false; at: number; why: Said };
  room: Room;
  reserveNano: number;
};

export type Verdict =
  | (Admission & { decision: 'start' })
  | (Admission & { decision: 'hold'; because: 'paused' | 'approval' | 'changed' | 'limit' })
  | (Admission & { decision: 'refuse' })
  | (Admission & { decision: 'queue'; at: number });

/** Why a person is asked: a rule says so, or no rule speaks of such a call. */
const asking = ({ id, name, isDefault }: Ruling): Said =>
  isDefault ? why(`why.${id}`) : why('why.rule_asks', { rule: name ?? id });

const why = (code: string, params: Said['params'] = {}): Said => ({ code, params });

/** The verdict for one effect. Total and pure. */
export function admit(q: Question): Verdict {
  const base = q.argsHash === undefined ? {} : { argsHash: q.argsHash };
  if (q.paused) return { ...base, decision: 'hold', because: 'paused', why: why('why.paused') };
  if (q.cardMissing) return { ...base, decision: 'refuse', why: why('why.no_card') };
  if (q.argsFault) return { ...base, decision: 'refuse', why: q.argsFault };

  const rule = { rule: q.ruling.id, ...(q.ruling.name ? { ruleName: q.ruling.name } : {}) };
  const named = { rule: q.ruling.name ?? q.ruling.id };
  const denied = q.ruling.then === 'deny';
  if (denied && !q.ruling.isDefault)
    return {
      ...base,
      ...rule,
      decision: 'refuse',
      why: q.ruling.why ?? why('why.denied_by_rule', named),
    };

  const opening = grantFor(q);
  if (opening === 'changed')
    return {
      ...base,
      ...rule,
      decision: 'hold',
      because: 'changed',
      why: why('why.changed_since_approval'),
    };
  const opened = typeof opening === 'object' ? opening : undefined;
  if (!opened && denied)
    return { ...base, ...rule, decision: 'refuse', why: why(`why.${q.ruling.id}`) };
  if (!opened && q.ruling.then === 'ask')
    return {
      ...base,
      ...rule,
      ...(q.ruling.ask ? { ask: q.ruling.ask } : {}),
      decision: 'hold',
      because: 'approval',
      why: q.ruling.why ?? asking(q.ruling),
    };

  if (!q.rate.ok) return { ...base, ...rule, decision: 'queue', at: q.rate.at, why: q.rate.why };
  if (!q.room.ok) {
    return {
      ...base,
      ...rule,
      decision: 'hold',
      because: 'limit',
      why: q.room.why,
    };
  }
  const reason = opened
    ? why('why.granted', { by: opened.by })
    : q.ruling.isDefault
      ? why(`why.${q.ruling.id}`)
      : why('why.allowed_by_rule', named);
  return {
    ...base,
    ...rule,
    decision: 'start',
    why: reason,
    reservedNano: q.reserveNano,
    ...(opened ? { grant: opened.id } : {}),
  };
}

/**
 * The grant that opens, `changed` when a gate was passed but nothing unused matches, or none (A3).
 */
function grantFor(q: Question): Grant | 'changed' | undefined {
  if (!q.grants.length) return undefined;
  return (
    q.grants.find((g) => !g.used && g.argsHash !== null && g.argsHash === q.argsHash) ?? 'changed'
  );
}
