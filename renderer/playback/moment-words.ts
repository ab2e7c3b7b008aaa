// One event of the journal in a few words: what the transport says about the position it is at.
// MW1 pure; every type of the journal has its words.

import type { Recorded } from '../../engine/4-run/events.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { personName, stepName, type Known } from '../runs/known.ts';
import { innerOf, outerId } from '../../engine/base/ids.ts';
import { sayPart } from '../../engine/base/text/parts.ts';
import { language, t } from '../words.ts';

const way = (known: Known, step: string, port: string): string => {
  const node = known.nodes.get(step);
  const found = node && stepFacts(known.registry, node).ways.find((one) => one.id === port);
  return found?.words ?? port;
};

/** The step an event is about: its own, or that of the effect or card it names. */
export function stepAt(event: Recorded, view: RunView | undefined): string | undefined {
  const { head } = event;
  if ('step' in head && typeof head.step === 'string') return outerId(head.step);
  if ('effect' in head && typeof head.effect === 'string')
    return outerId(view?.effects[head.effect]?.step ?? '') || undefined;
  if ('card' in head && typeof head.card === 'string') return view?.cards[head.card]?.step;
  if ('end' in head && typeof head.end === 'string') return head.end;
  if ('turn' in head) return head.turn?.moves.at(-1)?.step;
  return undefined;
}

/** An inner move by its own words, all else by the way that was taken. */
function endedWords(known: Known, id: string, port: string): string {
  const inner = innerOf(id);
  const node = inner && known.nodes.get(inner.step);
  return node ? sayPart(language, node.type, inner.part) : way(known, id, port);
}

/** What happened at an event; `view` is the run right after it. */
export function momentWords(event: Recorded, view: RunView | undefined, known: Known): string {
  const key = stepAt(event, view);
  const step = key === undefined ? '' : stepName(known, key);
  switch (event.type) {
    case 'effect.settled': {
      const { port, status } = event.head;
      if (status === 'cancelled') return t('app.moment.cancelled', { step });
      return t('app.moment.settled', { step, way: endedWords(known, event.head.step, port) });
    }
    case 'card.opened':
    case 'card.handed':
      return t(`app.moment.${event.type}`, { step, who: personName(known, event.head.to) });
    case 'card.voted': {
      const words = t(`card.did.${event.head.choice}`);
      return t('app.moment.card.voted', { who: personName(known, event.head.by), words, step });
    }
    case 'card.answered': {
      const words = t(`card.did.${event.head.choice}`);
      return t('app.moment.card.answered', { who: personName(known, event.head.by), words, step });
    }
    case 'run.started':
    case 'run.paused':
    case 'run.resumed':
    case 'run.stepped':
    case 'run.stopped':
    case 'limit.extended':
      return t(`app.moment.${event.type}`, { who: personName(known, event.head.by) });
    case 'run.ended':
      return event.run === view?.run
        ? t(`app.moment.ended.${event.head.status}`)
        : t('app.moment.part_ended', { step });
    default:
      return t(`app.moment.${event.type}`, { step });
  }
}
