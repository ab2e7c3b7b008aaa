// Calls of one step taken together on a card: what they come to, and the whole list behind a click.
// CG1 the list is the one the decision is about; a long one is read back in full when it is shown.

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Shown, ShownGroup } from '../../engine/4-run/events.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { useAsk } from '../ask.ts';
import type { Names } from '../canvas/step-facts.ts';
import { number } from '../format.ts';
import { Rich } from '../frame/rich.tsx';
import { t } from '../words.ts';
import { groupWords, isIn, unknownWords } from './calls.ts';
import { lineWords } from './exactly-words.ts';

type ListProps = { calls: Shown[]; step: string; names: Names };

function List({ calls, step, names }: ListProps): ReactNode {
  const heads = calls[0]?.args ?? [];
  return (
    <section className="calls" tabIndex={0} aria-label={t('card.calls.list', { step })}>
      <table className="num">
        <thead>
          <tr>
            {heads.map(({ id, label, field }) => (
              <th key={id} scope="col" className={field?.kind === 'money' ? 'r' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((call, i) => (
            <tr key={`${call.within ?? ''}${call.visit ?? i}`}>
              {call.args.map(({ id, value, known, field }) => (
                <td key={id} className={field?.kind === 'money' ? 'r' : undefined}>
                  {known ? lineWords(value, field, names) : t('card.not_known_yet')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The whole list of a card (CG1); what stands on it until it has been read. */
function useWhole({ body }: CardView, isOpen: boolean): Shown[] {
  const hash = body.all?.['@blob'] ?? '';
  const { data } = useAsk('blob', { hash }, { enabled: isOpen && hash !== '' });
  return data ? (JSON.parse(data.text) as Shown[]) : body.covers;
}

type Props = { card: CardView; group: ShownGroup; names: Names };

export function CallGroup({ card, group, names }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const calls = useWhole(card, isOpen).filter((call) => isIn(group, call));
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  const unknown = unknownWords(group);
  return (
    <div className="call-group">
      <p>
        <Rich text={groupWords(group)} /> <span className="meta">{group.stepName}</span>
      </p>
      {unknown && <p className="meta">{unknown}</p>}
      <button
        type="button"
        className="plain link"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Arrow size={14} aria-hidden />
        {isOpen
          ? t('card.calls.hide')
          : t('card.calls.show', { n: group.count, count: number(group.count) })}
      </button>
      {isOpen && <List calls={calls} step={group.stepName} names={names} />}
    </div>
  );
}
