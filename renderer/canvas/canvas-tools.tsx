// The tools in the lower left corner of the canvas: zoom, fit, tidy up.

import { ActionIcon, Tooltip } from '@mantine/core';
import { Maximize, Minus, Plus, WandSparkles, type LucideIcon } from 'lucide-react';
import { useReactFlow, useStore } from 'reactflow';
import { memo, type ReactNode } from 'react';
import { t, useLanguage } from '../words.ts';

type ToolProps = { icon: LucideIcon; label: string; onClick: () => void };

function Tool({ icon: Icon, label, onClick }: ToolProps): ReactNode {
  return (
    <Tooltip label={label} position="right">
      <ActionIcon size={28} aria-label={label} onClick={onClick}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

type Props = {
  fit: (isAsked?: boolean) => void;
  /** Absent where nothing may be changed. */
  onTidy: (() => void) | undefined;
};

function Tools({ fit, onTidy }: Props): ReactNode {
  useLanguage();
  const flow = useReactFlow();
  const percent = useStore((s) => Math.round(s.transform[2] * 100));
  return (
    <div className="canvas-tools" role="toolbar" aria-label={t('app.tools.label')}>
      <Tool icon={Plus} label={t('app.tools.in')} onClick={() => void flow.zoomIn()} />
      <span className="num meta">{t('app.tools.percent', { n: percent })}</span>
      <Tool icon={Minus} label={t('app.tools.out')} onClick={() => void flow.zoomOut()} />
      <i className="sep" />
      <Tool icon={Maximize} label={t('app.tools.fit')} onClick={() => fit(true)} />
      {onTidy && <Tool icon={WandSparkles} label={t('app.tools.tidy')} onClick={onTidy} />}
    </div>
  );
}

export const CanvasTools = memo(Tools);
