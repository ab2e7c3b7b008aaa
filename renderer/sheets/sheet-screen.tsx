// What one workflow has besides its drawing, one sheet at a time; the first tab leads back to it.
// SH1 a sheet is loaded when somebody opens it.

import { Suspense, type ComponentType, type ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import { Page } from '../frame/page.tsx';
import { Tabs } from '../frame/tabs.tsx';
import { hrefOf, SHEETS, type SheetName } from '../route.ts';
import { t } from '../words.ts';

/** SH1 */
const PAGES: Partial<Record<SheetName, ComponentType<{ slug: string }>>> = {};

export function SheetScreen({ at, slug }: { at: SheetName; slug: string }): ReactNode {
  const name = useAsk('workflow', { slug }).data?.workflow.name ?? '';
  const Shown = PAGES[at];
  const tabs = SHEETS.filter((id) => PAGES[id]).map((id) => ({
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
      <Suspense fallback={null}>{Shown && <Shown slug={slug} />}</Suspense>
    </Page>
  );
}
