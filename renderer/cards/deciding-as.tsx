// "Deciding as …": nobody signs in on one computer, so whoever answers says who they are. The
// requester is never offered. Beside it, handing the card over to somebody else.

import { ActionIcon, Menu, Select } from '@mantine/core';
import { ChevronDown, Ellipsis, Forward } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
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
      {others.length > 0 && (
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon size={28} aria-label={t('card.more')} disabled={isBusy}>
              <Ellipsis size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((person) => (
              <Menu.Item
                key={person.id}
                leftSection={<Forward size={14} aria-hidden />}
                onClick={() => onHandOver(person.id)}
              >
                {t('card.hand_over', { who: person.name })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
