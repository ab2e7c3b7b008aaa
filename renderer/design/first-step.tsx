// On a drawing in which nothing happens yet: what it is, and how the first step comes into it.

import { Button, Kbd } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';

export function FirstStep({ onAdd }: { onAdd: () => void }): ReactNode {
  return (
    <section className="first-step" aria-label={t('app.first.title')}>
      <h2>{t('app.first.title')}</h2>
      <p>{t('app.first.text')}</p>
      <Button
        leftSection={<Plus size={14} aria-hidden />}
        rightSection={<Kbd size="xs">N</Kbd>}
        onClick={onAdd}
      >
        {t('app.first.do')}
      </Button>
    </section>
  );
}
