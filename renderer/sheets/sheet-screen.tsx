// What one workflow has besides its drawing, one sheet at a time; the first tab leads back to it.
// SH1 a sheet is loaded when somebody opens it.

import { Suspense, type ComponentType, type ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import { later } from '../frame/later.tsx';
import { Page } from '../frame/page.tsx';
import { Tabs } from '../frame/tabs.tsx';
import { hrefOf, SHEETS, type SheetName } from '../route.ts';
import { t } from '../words.ts';

/** SH1 */
const PAGES: Record<SheetName, ComponentType<{ slug: string }>> = {
  boundaries: later(() => import('./boundaries-sheet.tsx').then((m) => m.BoundariesSheet)),
  tools: later(() => import('../tools/tools-sheet.tsx').then((m) => m.ToolsSheet)),
  rules: later(() => import('../rules/rules-sheet.tsx').then((m) => m.RulesSheet)),
  history: later(() => import('../history/history-sheet.tsx').then((m) => m.HistorySheet)),
};

export function SheetScreen({ at, slug }: { at: SheetName; slug: string }): ReactNode {
  const name = useAsk('workflow', { slug }).data?.workflow.name ?? '';
  const Shown = PAGES[at];
  const tabs = SHEETS.map((id) => ({
    id,
    name: t(`app.sheet.${id}`),
    href: hrefOf({ at: id, slug }),
  }));
  const back = {
    id: 'design',
    name: t('app.sheet.design'),
    href: hrefOf({ at: 'design', slug }),
  };
  return (
    <Page wide title={name} sub={t(`app.sheet.${at}.sub`)}>
      <Tabs label={t('app.sheet.label')} tabs={[back, ...tabs]} on={at} />
      <Suspense fallback={null}>
        <Shown slug={slug} />
      </Suspense>
    </Page>
  );
}
