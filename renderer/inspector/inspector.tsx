// The selected step: what it does in a sentence, its settings, its ways out, its boundaries.

import { ActionIcon, Tooltip } from '@mantine/core';
import { CircleHelp, Copy, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tile } from '../canvas/tile.tsx';
import type { StepFacts } from '../canvas/step-facts.ts';
import { MoreMenu, type MoreItem } from '../frame/more-menu.tsx';
import { t, tMaybe } from '../words.ts';
import { Boundaries } from './boundaries.tsx';
import { InspectedProvider, useInspected, type Inspected } from './context.ts';
import { problemsAt, StepFaults } from './faults.tsx';
import { Folded } from './folded.tsx';
import { isShown } from './form-shown.ts';
import { formOf, type Spec } from './form-spec.ts';
import { LiveSentence } from './live-sentence.tsx';
import { NameInput } from './name-input.tsx';
import { PromptMeter } from './prompt-meter.tsx';
import { SettingField } from './setting-field.tsx';
import { StepOptions } from './step-options.tsx';
import { useReveal } from './use-reveal.ts';
import { ValuesDrawer } from './values-drawer.tsx';
import { WaysOut } from './ways-out.tsx';
import { widgetFor } from './widgets.tsx';

type Props = Omit<Inspected, 'widgetFor'> & {
  onClose: () => void;
  /** Changing it puts the cursor into the name: for a step that was just added. */
  nameKey?: string | undefined;
  /** Further sections, such as the form of a start. */
  children?: ReactNode;
  /** What stands below them, and does not scroll. */
  foot?: ReactNode;
};

function Head({ nameKey, onClose }: Pick<Props, 'nameKey' | 'onClose'>): ReactNode {
  const { step, facts, type, apply } = useInspected();
  const items: MoreItem[] = [
    {
      icon: Copy,
      words: t('app.inspector.copy'),
      act: () => apply([{ do: 'copy_steps', steps: [step.id], by: [24, 24] }]),
    },
    {
      icon: Trash2,
      words: t('app.inspector.remove'),
      act: () => apply([{ do: 'remove_steps', steps: [step.id] }]),
      isDanger: true,
    },
  ];
  return (
    <header className="insp-head">
      <Tile family={facts.family} icon={facts.icon} />
      <div className="grow">
        <h2>
          <NameInput
            key={step.id}
            name={step.name}
            label={t('app.inspector.name')}
            focusKey={nameKey}
            onRename={(name) => apply([{ do: 'rename_step', step: step.id, name }])}
          />
        </h2>
        <p>{subtitle(facts)}</p>
      </div>
      <Tooltip label={tMaybe(`node.${type}.sentence`) ?? facts.kind} position="bottom-end">
        <ActionIcon
          aria-label={t('app.inspector.help', { text: tMaybe(`node.${type}.sentence`) ?? '' })}
        >
          <CircleHelp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <MoreMenu label={t('app.inspector.actions')} items={items} />
      <ActionIcon aria-label={t('app.close')} onClick={onClose}>
        <X size={16} aria-hidden />
      </ActionIcon>
    </header>
  );
}

const subtitle = (facts: StepFacts): string => {
  const ordinary = facts.ways.filter((way) => !way.problem);
  return ordinary.length > 1
    ? `${facts.kind} · ${t('app.foot.ways', { n: ordinary.length })}`
    : facts.kind;
};

function Settings(): ReactNode {
  const { facts, step, type, set, problems } = useInspected();
  const specs = facts.definition ? formOf(facts.definition) : [];
  if (specs.length === 0) return null;
  const shown = specs.filter((spec) => isShown(spec, step.settings));
  const isWrong = ({ key }: Spec): boolean => problemsAt(problems, key).length > 0;
  const more = shown.filter((spec) => spec.isAdvanced);
  const field = (spec: Spec): ReactNode => (
    <SettingField
      key={spec.key}
      spec={spec}
      path={spec.key}
      code={`node.${type}.setting.${spec.key}`}
      label={t(`node.${type}.setting.${spec.key}`)}
      value={step.settings[spec.key]}
      onChange={(value) => set(spec.key, value)}
    />
  );
  return (
    <section>
      <h3 className="sr">{t('app.inspector.settings')}</h3>
      {shown.filter((spec) => !spec.isAdvanced).map(field)}
      <PromptMeter />
      {more.length > 0 && (
        <Folded
          title={t('app.inspector.rarely')}
          isUsed={more.some((spec) => step.settings[spec.key] !== undefined || isWrong(spec))}
          path={more.map(({ key }) => key)}
        >
          {more.map(field)}
        </Folded>
      )}
    </section>
  );
}

export function Inspector(props: Props): ReactNode {
  const { onClose, nameKey, children, foot, ...rest } = props;
  const body = useReveal(rest.reveal);
  return (
    <InspectedProvider value={{ ...rest, widgetFor }}>
      <aside className="inspector" aria-label={t('app.inspector.label', { name: rest.step.name })}>
        <Head nameKey={nameKey} onClose={onClose} />
        <div ref={body} className="insp-body" key={`body ${rest.step.id}`}>
          <LiveSentence />
          <StepFaults />
          <Settings />
          {children}
          <WaysOut />
          <StepOptions />
          <Boundaries />
        </div>
        <ValuesDrawer key={`values ${rest.step.id}`} />
        {foot}
      </aside>
    </InspectedProvider>
  );
}
