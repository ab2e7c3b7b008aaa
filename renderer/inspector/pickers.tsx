// Widgets that choose something that exists: a person, a tool, a prompt, a workflow, a step.

import { MultiSelect, Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { stepsOf } from '../../engine/1-document/scopes.ts';
import { useAsk } from '../ask.ts';
import { distinct, type Options } from '../fields/distinct.ts';
import { t } from '../words.ts';
import { choiceWords } from './simple-widgets.tsx';
import { useInspected } from './context.ts';
import type { WidgetProps } from './widget-props.ts';

const chevron = <ChevronDown size={14} aria-hidden />;
type Option = { value: string; label: string };

type PickProps = WidgetProps & {
  data: Options;
  empty: string;
};

function Pick({ data, label, value, onChange, empty, spec }: PickProps): ReactNode {
  return (
    <Select
      aria-label={label}
      data={distinct(data)}
      searchable
      clearable={!spec.required}
      placeholder={empty}
      nothingFoundMessage={t('app.field.nothing')}
      value={typeof value === 'string' && value !== '' ? value : null}
      rightSection={chevron}
      onChange={(next) => onChange(next ?? (spec.required ? '' : undefined))}
    />
  );
}

/** People by name, and roles: whoever has the role and a sufficient limit is asked. */
export function PersonWidget(props: WidgetProps): ReactNode {
  const { people } = useInspected();
  const roles = [...new Set(people.flatMap((person) => person.roles))];
  const { value } = props;
  const isKnown =
    typeof value !== 'string' ||
    value === '' ||
    roles.includes(value) ||
    people.some((p) => p.id === value);
  const data = [
    {
      group: t('app.person.roles'),
      items: roles.map((role) => ({ value: role, label: t('app.person.role', { role }) })),
    },
    {
      group: t('app.person.people'),
      items: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    ...(isKnown ? [] : [{ value: value as string, label: value as string }]),
  ];
  return <Pick {...props} data={data} empty={t('app.person.choose')} />;
}

export function ToolWidget(props: WidgetProps): ReactNode {
  const { names } = useInspected();
  const data = [...names.tools.values()].map(({ name, title }) => ({ value: name, label: title }));
  return <Pick {...props} data={data} empty={t('app.tool.choose')} />;
}

export function PromptWidget(props: WidgetProps): ReactNode {
  const { doc } = useInspected();
  const ids = [...new Set(doc.prompts.map((prompt) => prompt.id))];
  const data = ids.map((id) => ({ value: id, label: id.replaceAll('_', ' ') }));
  return <Pick {...props} data={data} empty={t('app.prompt.none')} />;
}

export function WorkflowWidget(props: WidgetProps): ReactNode {
  const { doc } = useInspected();
  const entries = useAsk('workflows', {}).data ?? [];
  const data = entries
    .filter((entry) => entry.slug !== doc.slug)
    .map(({ slug, name }) => ({ value: slug, label: name }));
  return <Pick {...props} data={data} empty={t('app.workflow.choose')} />;
}

/** The other steps of the workflow, by name. */
function useSteps(): Option[] {
  const { workflow, step } = useInspected();
  return [...stepsOf(workflow.scope)]
    .filter(({ node }) => node.id !== step.id)
    .map(({ node }) => ({ value: node.id, label: node.name }));
}

export function StepWidget(props: WidgetProps): ReactNode {
  return <Pick {...props} data={useSteps()} empty={t('app.step.choose')} />;
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((x): x is string => typeof x === 'string') : [];

export function StepsWidget({ label, value, onChange }: WidgetProps): ReactNode {
  return (
    <MultiSelect
      aria-label={label}
      data={distinct(useSteps())}
      placeholder={listOf(value).length > 0 ? undefined : t('app.steps.auto')}
      value={listOf(value)}
      onChange={(next) => onChange(next.length > 0 ? next : undefined)}
    />
  );
}

export function ChoicesWidget({ spec, code, label, value, onChange }: WidgetProps): ReactNode {
  return (
    <MultiSelect
      aria-label={label}
      data={(spec.choices ?? []).map((id) => ({ value: id, label: choiceWords(code, id) }))}
      value={listOf(value ?? spec.fallback)}
      onChange={onChange}
    />
  );
}
