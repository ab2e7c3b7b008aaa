// The selected step: what it does in a sentence, its settings, its ways out, its boundaries.

import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { CircleHelp, Copy, Ellipsis, Trash2, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { Tile } from '../canvas/tile.tsx';
import { spoken, type StepFacts } from '../canvas/step-facts.ts';
import { Rich } from '../frame/rich.tsx';
import { t, tMaybe } from '../words.ts';
import { Boundaries } from './boundaries.tsx';
import { InspectedProvider, useInspected, type Inspected } from './context.ts';
import { formOf } from './form-spec.ts';
import { NameInput } from './name-input.tsx';
import { SettingField } from './setting-field.tsx';
import { StepOptions } from './step-options.tsx';
import { WaysOut } from './ways-out.tsx';
import { widgetFor } from './widgets.tsx';

type Props = Omit<Inspected, 'widgetFor'> & {
  onClose: () => void;
  /**
   * A field to bring into view, such as the one a problem points at; changing `key` does it again.
   */
  reveal?: { field: string; key: string } | undefined;
  /** Changing it puts the cursor into the name: for a step that was just added. */
  nameKey?: string | undefined;
  /** Further sections, such as the form of a start. */
  children?: ReactNode;
};

function Head({ nameKey, onClose }: Pick<Props, 'nameKey' | 'onClose'>): ReactNode {
  const { step, facts, type, apply } = useInspected();
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
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('app.inspector.actions')}>
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Copy size={14} aria-hidden />}
            onClick={() => apply([{ do: 'copy_steps', steps: [step.id], by: [24, 24] }])}
          >
            {t('app.inspector.copy')}
          </Menu.Item>
          <Menu.Item
            className="danger"
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={() => apply([{ do: 'remove_steps', steps: [step.id] }])}
          >
            {t('app.inspector.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
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

/** What the step does with these settings; a step with several ways says where each leads. */
function Sentence(): ReactNode {
  const { facts, names, step, workflow } = useInspected();
  if (!facts.sentence) return null;
  const scopeEdges = [...edgesFrom(workflow, step.id)];
  const leads = facts.ways
    .filter((way) => !way.problem)
    .flatMap((way) =>
      scopeEdges
        .filter((edge) => edge.port === way.id)
        .map((edge) => ({ way: way.words, to: edge.name })),
    );
  const more = leads.length > 1 ? leads.map((one) => t('app.inspector.leads', one)) : [];
  return (
    <p className="sentence num" aria-live="polite">
      <Rich text={[spoken(facts.sentence, names), ...more].join(' ')} />
    </p>
  );
}

function* edgesFrom(workflow: Workflow, id: string): Generator<{ port: string; name: string }> {
  const placed = findStep(workflow, id);
  for (const edge of placed?.scope.edges ?? [])
    if (edge.from === id)
      yield {
        port: edge.port,
        name: placed?.scope.nodes.find((node) => node.id === edge.to)?.name ?? '',
      };
}

function Settings(): ReactNode {
  const { facts, step, type, set } = useInspected();
  const specs = facts.definition ? formOf(facts.definition) : [];
  if (specs.length === 0) return null;
  return (
    <section>
      <h3 className="sr">{t('app.inspector.settings')}</h3>
      {specs.map((spec) => (
        <SettingField
          key={spec.key}
          spec={spec}
          path={spec.key}
          code={`node.${type}.setting.${spec.key}`}
          label={t(`node.${type}.setting.${spec.key}`)}
          value={step.settings[spec.key]}
          onChange={(value) => set(spec.key, value)}
        />
      ))}
    </section>
  );
}

const FOCUS_MS = 80;

export function Inspector(props: Props): ReactNode {
  const { onClose, reveal, nameKey, children, ...rest } = props;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!reveal) return undefined;
    const at = [...(body.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
      .filter((one) => reveal.field.startsWith(one.dataset['field'] as string))
      .at(-1);
    at?.scrollIntoView({ block: 'center' });
    // The list of problems gives the focus back to its button first; then it is this field's turn.
    const soon = setTimeout(() => {
      at?.querySelector<HTMLElement>('input, textarea, .refbox')?.focus();
    }, FOCUS_MS);
    return () => clearTimeout(soon);
  }, [reveal]);
  return (
    <InspectedProvider value={{ ...rest, widgetFor }}>
      <aside className="inspector" aria-label={t('app.inspector.label', { name: rest.step.name })}>
        <Head nameKey={nameKey} onClose={onClose} />
        <div ref={body} className="insp-body" key={rest.step.id}>
          <Sentence />
          <Settings />
          {children}
          <WaysOut />
          <StepOptions />
          <Boundaries />
        </div>
      </aside>
    </InspectedProvider>
  );
}
