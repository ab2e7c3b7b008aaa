// Who answers which kind of question, in the order in which they are asked.

import { Button } from '@mantine/core';
import { ArrowDown, ArrowUp, CloudOff, Pencil, Plus, Sparkles, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ModelEntry, Models } from '../../engine/1-document/schema.ts';
import { MoreMenu, type MoreItem } from '../frame/more-menu.tsx';
import { t } from '../words.ts';
import { nameOf, placeOf, priceWords, ROLES, type Role } from './model-words.ts';

export type RoleActs = {
  edit: (role: Role, at: number) => void;
  add: (role: Role) => void;
  /** The models of a role from now on. */
  put: (role: Role, entries: ModelEntry[]) => void;
};

type EntryProps = { role: Role; entries: ModelEntry[]; at: number; acts: RoleActs };

function EntryMenu({ role, entries, at, acts }: EntryProps): ReactNode {
  const entry = entries[at] as ModelEntry;
  const model = nameOf(entry);
  const moveTo = (to: number): void =>
    acts.put(role, entries.toSpliced(at, 1).toSpliced(to, 0, entry));
  const remove = (): void => acts.put(role, entries.toSpliced(at, 1));
  const items: (MoreItem | false)[] = [
    { icon: Pencil, words: t('models.entry.edit', { model }), act: () => acts.edit(role, at) },
    at > 0 && { icon: ArrowUp, words: t('models.entry.up', { model }), act: () => moveTo(at - 1) },
    at < entries.length - 1 && {
      icon: ArrowDown,
      words: t('models.entry.down', { model }),
      act: () => moveTo(at + 1),
    },
    entries.length > 1 && {
      icon: Trash2,
      words: t('models.entry.remove', { model }),
      act: remove,
      isDanger: true,
    },
  ];
  return (
    <MoreMenu
      isSmall
      label={t('models.entry.more', { model })}
      items={items.filter((item) => item !== false)}
    />
  );
}

function Entry(props: EntryProps): ReactNode {
  const { entries, at } = props;
  const entry = entries[at] as ModelEntry;
  const isPractice = entry.provider === 'practice';
  const Icon = isPractice ? CloudOff : Sparkles;
  const facts = isPractice
    ? [placeOf(entry)]
    : [
        t('models.entry.at', { place: placeOf(entry) }),
        entry.secret === undefined
          ? t('models.entry.no_key')
          : t('models.entry.key', { secret: entry.secret }),
        priceWords(entry),
        t('models.entry.most', { n: entry.maxOutput }),
      ];
  return (
    <li className="model-entry">
      {at > 0 && <span className="meta then">{t('models.entry.then')}</span>}
      <Icon size={16} aria-hidden />
      <span className="grow model-entry-t">
        <b className="cut">{nameOf(entry)}</b>
        <span className="meta num">{facts.join(' · ')}</span>
      </span>
      <EntryMenu {...props} />
    </li>
  );
}

export function RoleList({ models, acts }: { models: Models; acts: RoleActs }): ReactNode {
  return (
    <section className="panel" aria-labelledby="roles">
      <h2 className="h" id="roles">
        {t('models.roles.title')}
      </h2>
      <p className="part-sub">{t('models.roles.sub')}</p>
      {ROLES.map((role) => (
        <div key={role} className="model-role">
          <div className="model-role-t">
            <b>{t(`models.role.${role}`)}</b>
            <span className="meta">{t(`models.role.${role}.help`)}</span>
          </div>
          <ul>
            {models[role].map((entry, at) => (
              <Entry
                key={`${entry.provider} ${entry.model} ${entry.address ?? ''} ${at}`}
                {...{ role, entries: models[role], at, acts }}
              />
            ))}
          </ul>
          <Button
            variant="subtle"
            className="model-add"
            leftSection={<Plus size={14} aria-hidden />}
            aria-label={t('models.entry.add', { role: t(`models.role.${role}`) })}
            onClick={() => acts.add(role)}
          >
            {t('models.edit.add')}
          </Button>
        </div>
      ))}
    </section>
  );
}
