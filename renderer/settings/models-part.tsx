// The models of the workspace: practising or not, setting up a real one, and who answers what.

import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { ModelEntry, Models } from '../../engine/1-document/schema.ts';
import { hashOf } from '../../engine/base/canonical.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { EntryForm } from '../models/entry-form.tsx';
import { ModeSwitch } from '../models/mode-badge.tsx';
import { firstPrice, type Role } from '../models/model-words.ts';
import { RoleList, type RoleActs } from '../models/role-list.tsx';
import { RunPrices } from '../models/run-prices.tsx';
import { UseModel } from '../models/use-model.tsx';
import { useMode } from '../models/use-mode.ts';
import { t } from '../words.ts';
import '../models/models.css';

type Editing = { role: Role; at: number } | undefined;

/** The list of a role with one entry put in its place, or behind all others. */
const placed = (entries: ModelEntry[], at: number, entry: ModelEntry): ModelEntry[] =>
  at < entries.length ? entries.with(at, entry) : [...entries, entry];

function Roles({ models }: { models: Models }): ReactNode {
  const [editing, setEditing] = useState<Editing>();
  const { mutate, isPending } = useTell('saveModels');
  const put = (role: Role, entries: ModelEntry[]): void =>
    mutate(
      { was: hashOf(models), models: { ...models, [role]: entries } },
      {
        onSuccess: () => {
          notifications.show({ message: t('models.saved') });
          setEditing(undefined);
        },
        onError: (wrong) => notifications.show({ message: wrong.message, color: 'red' }),
        onSettled: () => outdated('workspace', 'drawCost', 'analyse', 'workflows'),
      },
    );
  const acts: RoleActs = {
    put,
    edit: (role, at) => setEditing({ role, at }),
    add: (role) => setEditing({ role, at: models[role].length }),
  };
  return (
    <>
      <RoleList models={models} acts={acts} />
      <EntryForm
        opened={editing !== undefined}
        entry={editing && models[editing.role][editing.at]}
        onClose={() => setEditing(undefined)}
        onSave={(entry) =>
          editing && put(editing.role, placed(models[editing.role], editing.at, entry))
        }
        isSaving={isPending}
      />
    </>
  );
}

export function ModelsPart(): ReactNode {
  const models = useAsk('workspace', {}).data?.models;
  const mode = useMode();
  if (!models || !mode) return null;
  return (
    <div className="settings-part models-part">
      <div className="models-main">
        <p className="part-sub">{t('models.sub')}</p>
        <UseModel models={models} practice={mode.practice} />
        <Roles models={models} />
      </div>
      <aside className="models-side" aria-label={t('models.practice.title')}>
        <section className="panel">
          <h2 className="h">{t('models.practice.title')}</h2>
          <ModeSwitch mode={mode} />
        </section>
        <section className="panel">
          <h2 className="h">{t('models.run.title')}</h2>
          <p className="part-sub">{t('models.run.sub')}</p>
          <RunPrices priced={firstPrice(models)} />
        </section>
      </aside>
    </div>
  );
}
