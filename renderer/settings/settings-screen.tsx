// Settings: what holds for every workflow here, one part at a time.

import type { ComponentType, ReactNode } from 'react';
import { Page } from '../frame/page.tsx';
import { Tabs } from '../frame/tabs.tsx';
import { hrefOf, SETTINGS, type SettingsPart } from '../route.ts';
import { t } from '../words.ts';
import { GeneralPart } from './general-part.tsx';

const PARTS: Partial<Record<SettingsPart, ComponentType>> = { general: GeneralPart };

export function SettingsScreen({ part }: { part: SettingsPart }): ReactNode {
  const Shown = PARTS[part];
  const tabs = SETTINGS.filter((id) => PARTS[id]).map((id) => ({
    id,
    name: t(`app.settings.part.${id}`),
    href: hrefOf({ at: 'settings', part: id }),
  }));
  return (
    <Page title={t('app.settings.title')}>
      <Tabs label={t('app.settings.parts')} tabs={tabs} on={part} />
      {Shown && <Shown />}
    </Page>
  );
}
