// What was kept of this workflow's steps, and its saved examples: listed, and removable.

import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Folder } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { StateTag } from '../canvas/states.tsx';
import { t } from '../words.ts';
import { staleWords, useKept } from './use-kept.ts';

type Props = { slug: string; folder: Folder; onGo: (step: string) => void };

export function KeptSection({ slug, folder, onGo }: Props): ReactNode {
  const kept = useKept(slug, folder);
  const forget = useTell('forgetKept');
  if (kept.length === 0) return null;
  const name = (step: string): string => findStep(folder.workflow, step)?.node.name ?? step;
  return (
    <section>
      <h3 className="cap">{t('try.list')}</h3>
      <p className="hint">{t('try.list.help')}</p>
      <ul className="kept-list">
        {kept.map((one) => (
          <li key={one.step} className="kept-row">
            <button type="button" className="plain cut" onClick={() => onGo(one.step)}>
              {name(one.step)}
            </button>
            {one.changed.length > 0 && (
              <span title={staleWords(one, folder)}>
                <StateTag state="stale" pill />
              </span>
            )}
            <ActionIcon
              aria-label={t('try.list.forget', { step: name(one.step) })}
              onClick={() =>
                forget.mutate(
                  { slug, step: one.step },
                  { onSuccess: () => outdated('kept', 'givenTo') },
                )
              }
            >
              <X size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ExampleSection({ slug }: { slug: string }): ReactNode {
  const examples = useAsk('examples', { slug }).data?.examples ?? [];
  const forget = useTell('forgetExample');
  if (examples.length === 0) return null;
  return (
    <section>
      <h3 className="cap">{t('try.examples')}</h3>
      <p className="hint">{t('try.examples.help')}</p>
      <ul className="kept-list">
        {examples.map(({ id, name }) => (
          <li key={id} className="kept-row">
            <span className="grow cut">{name}</span>
            <ActionIcon
              aria-label={t('try.examples.forget', { name })}
              onClick={() => forget.mutate({ slug, id }, { onSuccess: () => outdated('examples') })}
            >
              <X size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}
