// Before somebody is removed: what he is used for, each place by its name.

import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import type { Person } from '../../engine/1-document/schema.ts';
import { useAsk } from '../ask.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';

type Props = {
  person: Person | undefined;
  onClose: () => void;
  onRemove: (person: Person) => void;
  isRemoving: boolean;
  refusal: string | undefined;
};

function Uses({ person }: { person: Person }): ReactNode {
  const uses = useAsk('personUses', {}).data?.uses[person.id];
  if (!uses) return null;
  if (uses.length === 0) return <p>{t('people.remove.free', { name: person.name })}</p>;
  return (
    <>
      <p>{t('people.remove.used', { name: person.name })}</p>
      <ul className="uses" aria-label={t('people.remove.title', { name: person.name })}>
        {uses.map(({ code, params, slug }, i) => (
          <li key={`${code} ${i}`}>
            {slug === undefined ? (
              t(`people.use.${code}`, params)
            ) : (
              <a className="underlined" href={hrefOf({ at: 'design', slug })}>
                {t(`people.use.${code}`, params)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {uses.some(({ code }) => code === 'card') && (
        <p className="meta">{t('people.remove.cards', { name: person.name })}</p>
      )}
    </>
  );
}

export function RemovePerson({ person, onClose, onRemove, isRemoving, refusal }: Props): ReactNode {
  return (
    <Modal
      opened={person !== undefined}
      onClose={onClose}
      title={t('people.remove.title', { name: person?.name ?? '' })}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b">
        {person && <Uses person={person} />}
        <Refused why={refusal} />
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button data-autofocus onClick={onClose}>
          {t('people.keep', { name: person?.name ?? '' })}
        </Button>
        <Button className="danger" loading={isRemoving} onClick={() => person && onRemove(person)}>
          {t('people.remove.do', { name: person?.name ?? '' })}
        </Button>
      </div>
    </Modal>
  );
}
