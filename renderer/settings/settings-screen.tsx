// Settings: what holds for every workflow here, one part at a time.

import { Suspense, type ComponentType, type ReactNode } from 'react';
import { later } from '../frame/later.tsx';
import { Page } from '../frame/page.tsx';
import { Tabs } from '../frame/tabs.tsx';
import { hrefOf, SETTINGS, type SettingsPart } from '../route.ts';
import { t } from '../words.ts';
import { GeneralPart } from './general-part.tsx';
import './settings.css';

const PARTS: Partial<Record<SettingsPart, ComponentType>> = {
  general: GeneralPart,
  people: later(() => import('./people-part.tsx').then((m) => m.PeoplePart)),
  models: later(() => import('./models-part.tsx').then((m) => m.ModelsPart)),
  rules: later(() => import('../rules/rules-part.tsx').then((m) => m.RulesPart)),
};

export function SettingsScreen({ part }: { part: SettingsPart }): ReactNode {
  const Shown = PARTS[part];
  const tabs = SETTINGS.filter((id) => PARTS[id]).map((id) => ({
    id,
    name: t(`app.settings.part.${id}`),
    href: hrefOf({ at: 'settings', part: id }),
  }));
  return (
    <Page wide title={t('app.settings.title')}>
      <Tabs label={t('app.settings.parts')} tabs={tabs} on={part} />
      <Suspense fallback={null}>{Shown && <Shown />}</Suspense>
    </Page>
  );
}
