// Who must agree: one line per person with their word, how many are still needed, and what a
// refusal does.

import { Ban, Check, CircleDashed, History, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CardView } from '../../engine/4-run/view.ts';
import { Who } from '../frame/who.tsx';
import { personName, type Known } from '../runs/known.ts';
import { t } from '../words.ts';
import { refusalWords, togetherOn, type Member } from './together.ts';
import { moment } from './value-words.ts';

const LOOK = {
  agreed: { icon: Check, tone: 'done' },
  refused: { icon: Ban, tone: 'fail-hollow' },
  asked: { icon: CircleDashed, tone: 'quiet' },
  other: { icon: History, tone: 'wait-hollow' },
};

function Line({ member, name }: { member: Member; name: string }): ReactNode {
  const { icon: Icon, tone } = LOOK[member.state];
  const at = member.at === undefined ? '' : moment(member.at);
  return (
    <li>
      <Who name={name} />
      <span className="grow cut">{name}</span>
      <span className={`tag tone-${tone}`}>
        <Icon size={12} strokeWidth={2.5} aria-hidden />
        <span className="cut">{t(`card.together.${member.state}`)}</span>
      </span>
      {at && <span className="meta hide-m">{at}</span>}
    </li>
  );
}

type Props = { card: CardView; known: Pick<Known, 'names'> };

export function TogetherList({ card, known }: Props): ReactNode {
  const together = togetherOn(card);
  if (!together) return null;
  const { need, members, agreed } = together;
  const title = t('card.together', { need, of: members.length });
  const isOpen = card.state === 'open';
  return (
    <section className="exact num" aria-label={title}>
      <h3 className="exact-h with-icon">
        <Users size={14} aria-hidden /> {title}
      </h3>
      <ul className="together">
        {members.map((member) => (
          <Line key={member.id} member={member} name={personName(known, member.id)} />
        ))}
      </ul>
      {isOpen && (
        <p className="from">
          <span>
            {t('card.together.more', { n: Math.max(1, need - agreed) })} {refusalWords(together)}
          </span>
        </p>
      )}
    </section>
  );
}
