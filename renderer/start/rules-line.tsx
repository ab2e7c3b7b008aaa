// The rules that followed a fit: which they are, and the way back.

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Check, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { canonical } from '../../engine/base/canonical.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import type { RulesFit } from './fit.ts';

export function RulesLine({ slug, fit }: { slug: string; fit: RulesFit }): ReactNode {
  const now = useAsk('rules', { slug }).data;
  const { mutate, isPending } = useTell('saveRules');
  if (!now) return null;
  const isIn = canonical(now.rules) === canonical(fit.to);
  const words = t('start.fit.rules', { n: fit.names.length, names: fit.names.join('\n') });
  return (
    <li className="note-line">
      <a className="grow" href={hrefOf({ at: 'rules', slug })}>
        {words}
      </a>
      {isIn ? (
        <Button
          size="compact-sm"
          leftSection={<Undo2 size={14} aria-hidden />}
          aria-label={`${t('start.fit.back')}: ${words}`}
          loading={isPending}
          onClick={() =>
            mutate(
              { slug, was: now.hash, rules: fit.from },
              {
                onError: (wrong) => notifications.show({ message: wrong.message, color: 'red' }),
                onSettled: () => outdated('rules', 'workflow', 'analyse'),
              },
            )
          }
        >
          {t('start.fit.back')}
        </Button>
      ) : (
        <span className="meta with-icon">
          <Check size={14} aria-hidden /> {t('start.fit.taken')}
        </span>
      )}
    </li>
  );
}
