// The people of the workspace: who they are, what they may approve, who stands in, who is away.
// PP1 a change counts at once everywhere: whatever names people asks for them anew.

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import { hashOf } from '../../engine/base/canonical.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { money } from '../format.ts';
import { MoreMenu, type MoreItem } from '../frame/more-menu.tsx';
import { Who } from '../frame/who.tsx';
import { AwayLine, useDay } from '../people/away-line.tsx';
import { isAway, whereabouts } from '../people/away.ts';
import { PersonForm } from '../people/person-form.tsx';
import { without } from '../people/person-values.ts';
import { RemovePerson } from '../people/remove-person.tsx';
import { t } from '../words.ts';

const HEADS = ['name', 'roles', 'limit', 'stand_in', 'now', 'more'] as const;

type RowProps = {
  person: Person;
  people: Person[];
  currency: string;
  day: string;
  onEdit: () => void;
  onRemove: () => void;
};

const limitWords = ({ limit }: Person, currency: string): string => {
  if (limit === undefined) return t('people.any_amount');
  return limit === 0
    ? t('people.no_amount')
    : t('people.up_to', { amount: money(limit, currency) });
};

type MenuProps = { name: string; onEdit: () => void; onRemove: () => void };

function RowMenu({ name, onEdit, onRemove }: MenuProps): ReactNode {
  const items: MoreItem[] = [
    { icon: Pencil, words: t('people.edit', { name }), act: onEdit },
    { icon: Trash2, words: t('people.remove'), act: onRemove, isDanger: true },
  ];
  return <MoreMenu isSmall label={t('people.more', { name })} items={items} />;
}

function Row({ person, people, currency, day, onEdit, onRemove }: RowProps): ReactNode {
  const standIn = people.find(({ id }) => id === person.standIn)?.name;
  return (
    <tr>
      <td>
        <span className="person">
          <Who name={person.name} />
          <span className="person-t">
            <button type="button" className="plain cut" onClick={onEdit}>
              {person.name}
            </button>
            {person.mail && <span className="meta cut">{person.mail}</span>}
          </span>
        </span>
      </td>
      <td>
        <span className="roles">
          {person.roles.length === 0 && <span className="meta">{t('people.no_roles')}</span>}
          {person.roles.map((role) => (
            <span key={role} className="role">
              {role}
            </span>
          ))}
        </span>
      </td>
      <td className="num">{limitWords(person, currency)}</td>
      <td className={standIn ? 'cut' : 'meta'}>{standIn ?? t('people.no_stand_in')}</td>
      <td className={isAway(person, day) ? 'is-away' : undefined}>{whereabouts(person, day)}</td>
      <td className="r">
        <RowMenu name={person.name} onEdit={onEdit} onRemove={onRemove} />
      </td>
    </tr>
  );
}

/** Saving the list: one command, and everything that names people is asked for anew (PP1). */
function useSavePeople(people: Person[]) {
  const { mutate, isPending, error, reset } = useTell('savePeople');
  const save = (next: Person[], said: string, done: () => void): void =>
    mutate(
      { was: hashOf(people), people: next },
      {
        onSuccess: () => {
          notifications.show({ message: said });
          done();
        },
        onSettled: () =>
          outdated('workspace', 'personUses', 'inbox', 'card', 'workflows', 'analyse', 'runs'),
      },
    );
  return { save, isPending, refusal: error?.message, reset };
}

type Doing = { edit: Person | 'new' } | { remove: Person } | undefined;

function Table(props: {
  people: Person[];
  currency: string;
  day: string;
  go: (to: Doing) => void;
}) {
  const { people, currency, day, go } = props;
  return (
    <div className="table">
      <table className="list list-people" aria-label={t('people.title')}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head === 'more' ? (
                  <span className="sr">{t('people.head.more')}</span>
                ) : (
                  t(`people.head.${head}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row
              key={person.id}
              {...{ person, people, currency, day }}
              onEdit={() => go({ edit: person })}
              onRemove={() => go({ remove: person })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function PeoplePart(): ReactNode {
  const workspace = useAsk('workspace', {}).data;
  const day = useDay();
  const people = workspace?.people ?? [];
  const [doing, setDoing] = useState<Doing>();
  const { save, isPending, refusal, reset } = useSavePeople(people);
  const go = (to: Doing): void => {
    reset();
    setDoing(to);
  };
  const close = (): void => go(undefined);
  if (!workspace || day === undefined) return null;
  const { currency, timeZone } = workspace;
  const editing = doing && 'edit' in doing ? doing.edit : undefined;
  const put = (person: Person): void => {
    const isNew = !people.some(({ id }) => id === person.id);
    const next = isNew
      ? [...people, person]
      : people.map((one) => (one.id === person.id ? person : one));
    save(next, t('people.saved'), close);
  };
  return (
    <section className="settings-part">
      <div className="h-row">
        <p className="part-sub">{t('people.sub')}</p>
        <Button
          variant="filled"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => go({ edit: 'new' })}
        >
          {t('people.add')}
        </Button>
      </div>
      <AwayLine who={people.map(({ id }) => id)} people={people} />
      <Table {...{ people, currency, day, go }} />
      <PersonForm
        {...{ people, currency, timeZone, refusal }}
        opened={editing !== undefined}
        person={editing === 'new' ? undefined : editing}
        onClose={close}
        onSave={put}
        isSaving={isPending}
      />
      <RemovePerson
        person={doing && 'remove' in doing ? doing.remove : undefined}
        onClose={close}
        onRemove={(person) =>
          save(without(people, person.id), t('people.removed', { name: person.name }), close)
        }
        isRemoving={isPending}
        refusal={refusal}
      />
    </section>
  );
}
