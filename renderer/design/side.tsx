// The right column of the designer: the selected step, or the workflow when nothing is selected.

import { useMemo, type ReactNode } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';
import { stepFacts, type Names } from '../canvas/step-facts.ts';
import { drawingFor, sightOf } from '../document/reach.ts';
import type { Judged } from '../document/use-analysis.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { RunFields, WorkflowSettings } from '../inspector/workflow-settings.tsx';
import type { Designer } from './use-designer.ts';

type Props = { doc: WorkflowDoc; judged: Judged; names: Names; designer: Designer };

export function Side({ doc, judged, names, designer }: Props): ReactNode {
  const { folder, setting, judgement } = judged;
  const { workflow } = folder;
  const [id] = [...designer.selected].filter((one) => !one.includes(':'));
  const placed = id === undefined ? undefined : findStep(workflow, id);
  const drawing = useMemo(() => drawingFor(folder, setting, registry), [folder, setting]);
  const sight = useMemo(() => sightOf(drawing, id ?? ''), [drawing, id]);
  const after = useMemo(() => sightOf(drawing, id ?? '', true), [drawing, id]);
  const last = useAsk('runs', { slug: doc.slug, limit: 1 }).data?.[0]?.run;
  const lastRun = useAsk('run', { run: last ?? '' }, { enabled: last !== undefined }).data;
  if (!placed)
    return <WorkflowSettings workflow={workflow} people={setting.people} apply={designer.apply} />;
  const { node } = placed;
  const facts = stepFacts(registry, node);
  const type = node.type.split('@')[0] ?? '';
  return (
    <Inspector
      step={node}
      facts={facts}
      type={type}
      workflow={workflow}
      doc={doc}
      people={setting.people}
      registry={registry}
      names={names}
      sight={sight}
      after={after}
      lastRun={lastRun}
      problems={(judgement?.problems ?? []).filter((problem) => problem.step === node.id)}
      set={(path, value) =>
        designer.apply([
          { do: 'set', step: node.id, path, ...(value === undefined ? {} : { value }) },
        ])
      }
      apply={designer.apply}
      reveal={designer.reveal}
      nameKey={designer.nameKey?.startsWith(`${node.id} `) ? designer.nameKey : undefined}
      onClose={() => designer.select(new Set())}
    >
      {type === 'start' && <RunFields workflow={workflow} apply={designer.apply} />}
    </Inspector>
  );
}
