// The right column of the designer: the selected step, or the workflow when nothing is selected.

import { useMemo, useState, type ReactNode } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';
import { stepFacts, type Names } from '../canvas/step-facts.ts';
import { knownFrom } from '../document/last-scope.ts';
import { drawingFor, sightOf } from '../document/reach.ts';
import type { Judged } from '../document/use-analysis.ts';
import { createCarry } from '../inspector/carry-store.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { RunFields, WorkflowSettings } from '../inspector/workflow-settings.tsx';
import { ExampleSection, KeptSection } from '../try/kept-section.tsx';
import { TryFoot } from '../try/try-foot.tsx';
import type { Trying } from '../try/use-trying.ts';
import { useSpoken } from '../words.ts';
import { SeveralSide } from './several-side.tsx';
import type { Acts } from './use-commands.ts';
import type { Designer } from './use-designer.ts';

type Props = {
  doc: WorkflowDoc;
  judged: Judged;
  names: Names;
  designer: Designer;
  acts: Acts;
  trying: Trying;
};

function StepSide(props: Props & { id: string }): ReactNode {
  const { doc, judged, names, designer, trying, id } = props;
  const { folder, setting, judgement } = judged;
  const drawing = useMemo(() => drawingFor(folder, setting, registry), [folder, setting]);
  const sight = useSpoken(() => sightOf(drawing, id), [drawing, id]);
  const after = useSpoken(() => sightOf(drawing, id, true), [drawing, id]);
  const last = useAsk('runs', { slug: doc.slug, limit: 1 }).data?.[0]?.run;
  const lastRun = useAsk('run', { run: last ?? '' }, { enabled: last !== undefined }).data;
  const known = useMemo(
    () => knownFrom(lastRun, folder.workflow, setting.people),
    [lastRun, folder.workflow, setting.people],
  );
  const [carry] = useState(createCarry);
  const node = findStep(folder.workflow, id)?.node;
  if (!node) return null;
  const type = node.type.split('@')[0] ?? '';
  return (
    <Inspector
      step={node}
      facts={stepFacts(registry, node)}
      type={type}
      workflow={folder.workflow}
      doc={doc}
      people={setting.people}
      registry={registry}
      names={names}
      sight={sight}
      after={after}
      lastRun={lastRun}
      known={known}
      carry={carry}
      judgement={judgement}
      setting={setting}
      fix={designer.fix}
      problems={(judgement?.problems ?? []).filter((problem) => problem.step === id)}
      set={(path, value) =>
        designer.apply([{ do: 'set', step: id, path, ...(value === undefined ? {} : { value }) }])
      }
      apply={designer.apply}
      reveal={designer.reveal}
      nameKey={designer.nameKey?.startsWith(`${id} `) ? designer.nameKey : undefined}
      onClose={() => designer.select(new Set())}
      foot={
        <TryFoot
          key={id}
          slug={doc.slug}
          node={node}
          folder={folder}
          people={setting.people}
          trying={trying}
          lastRun={lastRun}
        />
      }
    >
      {type === 'start' && <RunFields workflow={folder.workflow} apply={designer.apply} />}
    </Inspector>
  );
}

export function Side(props: Props): ReactNode {
  const { judged, designer } = props;
  const [id] = [...designer.selected].filter((one) => !one.includes(':'));
  const { folder, setting } = judged;
  if (designer.selected.size > 1)
    return (
      <SeveralSide
        workflow={folder.workflow}
        selected={designer.selected}
        acts={props.acts}
        onPick={(one) => designer.select(new Set([one]))}
        onClose={() => designer.select(new Set())}
      />
    );
  if (id !== undefined && findStep(folder.workflow, id)) return <StepSide {...props} id={id} />;
  return (
    <WorkflowSettings
      slug={props.doc.slug}
      workflow={folder.workflow}
      people={setting.people}
      apply={designer.apply}
      reveal={designer.reveal}
    >
      <KeptSection
        slug={props.doc.slug}
        folder={folder}
        onGo={(step) => designer.select(new Set([step]))}
      />
      <ExampleSection slug={props.doc.slug} />
    </WorkflowSettings>
  );
}
