// The tools in the lower left corner of the canvas: zoom, fit, tidy up.

import { ActionIcon, Tooltip } from '@mantine/core';
import { Maximize, Minus, Plus, WandSparkles, type LucideIcon } from 'lucide-react';
import { useReactFlow, useStore } from 'reactflow';
import type { ReactNode } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';
import type { Workflow, WorkflowScope } from '../../engine/1-document/schema.ts';
import { t } from '../words.ts';
import type { Scene } from './scene.ts';
import { tidyScope } from './tidy.ts';

const GENTLY_MS = 240;

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

/** Positions for every scope, innermost first, from the sizes the picture has now. */
function tidied(workflow: Workflow, scene: Scene): Edit {
  const sizes = new Map([...scene.items].map(([id, { box }]) => [id, box]));
  const to: Record<string, [number, number]> = {};
  const visit = (scope: WorkflowScope): void => {
    for (const [id, [x, y]] of tidyScope(scope, sizes)) to[id] = [x, y];
    for (const node of scope.nodes) if (node.scope) visit(node.scope);
  };
  visit(workflow.scope);
  return { do: 'move_steps', to };
}

type Props = {
  workflow: Workflow;
  scene: Scene;
  fit: (ms?: number) => void;
  onEdit: ((edit: Edit) => void) | undefined;
};

export function CanvasTools({ workflow, scene, fit, onEdit }: Props): ReactNode {
  const flow = useReactFlow();
  const percent = useStore((s) => Math.round(s.transform[2] * 100));
  return (
    <div className="canvas-tools" role="toolbar" aria-label={t('app.tools.label')}>
      <Tool icon={Plus} label={t('app.tools.in')} onClick={() => void flow.zoomIn()} />
      <span className="num meta">{t('app.tools.percent', { n: percent })}</span>
      <Tool icon={Minus} label={t('app.tools.out')} onClick={() => void flow.zoomOut()} />
      <i className="sep" />
      <Tool icon={Maximize} label={t('app.tools.fit')} onClick={() => fit(GENTLY_MS)} />
      {onEdit && (
        <Tool
          icon={WandSparkles}
          label={t('app.tools.tidy')}
          onClick={() => onEdit(tidied(workflow, scene))}
        />
      )}
    </div>
  );
}
