// "Deciding as …": nobody signs in on one computer, so whoever answers says who they are. The
// requester is never offered. Beside it, handing the card over to somebody else.

import { Select } from '@mantine/core';
import { ChevronDown, Forward } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import { MoreMenu, type MoreItem } from '../frame/more-menu.tsx';
import { Who } from '../frame/who.tsx';
import { t } from '../words.ts';

type Props = {
  able: Person[];
  by: string;
  onBy: (person: string) => void;
  /** People the card can be handed to; none where it cannot. */
  others: Person[];
  onHandOver: (person: string) => void;
  isBusy: boolean;
};

export function DecidingAs({ able, by, onBy, others, onHandOver, isBusy }: Props): ReactNode {
  const name = able.find((person) => person.id === by)?.name ?? by;
  const items: MoreItem[] = others.map((person) => ({
    icon: Forward,
    words: t('card.hand_over', { who: person.name }),
    act: () => onHandOver(person.id),
  }));
  return (
    <div className="deciding">
      <Who name={name} />
      {able.length > 1 ? (
        <>
          <span className="meta">{t('card.deciding_as')}</span>
          <Select
            className="deciding-who"
            aria-label={t('card.deciding_as')}
            value={by}
            data={able.map((person) => ({ value: person.id, label: person.name }))}
            onChange={(next) => next && onBy(next)}
            rightSection={<ChevronDown size={14} aria-hidden />}
          />
        </>
      ) : (
        <span className="meta">{t('card.deciding_as.one', { who: name })}</span>
      )}
      <span className="grow" />
      <MoreMenu isSmall opensUp label={t('card.more')} items={items} isDisabled={isBusy} />
    </div>
  );
}
