// Canvas | Outline: the same workflow, the same selection, drawn or as a list.

import { SegmentedControl } from '@mantine/core';
import { ListTree, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import { useView, type View } from './use-view.ts';

const VIEWS = [
  ['canvas', Workflow],
  ['outline', ListTree],
] as const;

export function ViewSwitch(): ReactNode {
  const [view, setView] = useView();
  return (
    <SegmentedControl
      className="view-switch"
      aria-label={t('app.view.label')}
      value={view}
      onChange={(next) => setView(next as View)}
      data={VIEWS.map(([value, Icon]) => ({
        value,
        label: (
          <span className="with-icon">
            <Icon size={14} aria-hidden />
            <span className="view-word">{t(`app.view.${value}`)}</span>
          </span>
        ),
      }))}
    />
  );
}
