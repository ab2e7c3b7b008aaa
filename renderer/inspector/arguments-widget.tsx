// What a tool or another workflow is given: one bindable line per declared field.

import type { ReactNode } from 'react';
import type { Field } from '../../engine/base/kinds.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import { useAsk } from '../ask.ts';
import { t } from '../words.ts';
import { useInspected } from './context.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { useBinding } from './bindable-control.tsx';
import { Faults, problemsAt } from './faults.tsx';
import { TemplateInput } from './template-input.tsx';
import type { WidgetProps } from './widget-props.ts';

/** The fields that may be given: those of the tool's card, or of the other workflow's form. */
function useDeclared(): Field[] | undefined {
  const { step, names } = useInspected();
  const slug = step.settings['workflow'];
  const other = useAsk(
    'workflow',
    { slug: typeof slug === 'string' && slug !== '' ? slug : 'none' },
    { enabled: typeof slug === 'string' && slug !== '' },
  );
  const tool = step.settings['tool'];
  return typeof tool === 'string' ? names.tools.get(tool)?.args : other.data?.workflow.input;
}

const TEXTS = new Set(['text', 'long_text', 'mail', 'link']);

type LineProps = {
  field: Field;
  path: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
};

function Line({ field, path, value, onChange }: LineProps): ReactNode {
  const { sight, problems } = useInspected();
  const { label: name, kind } = field;
  const { mode, source, chip, place } = useBinding({
    value,
    onChange,
    sight,
    path,
    label: name,
    kind,
  });
  const label = field.required ? field.label : t('app.field.optional', { label: field.label });
  const fixed = TEXTS.has(field.kind) ? (
    <TemplateInput
      label={field.label}
      value={value}
      onChange={onChange}
      sight={sight}
      path={path}
      kind={kind}
      isLong={field.kind === 'long_text'}
    />
  ) : (
    <FieldInput field={field} value={value} onChange={onChange} showLabel={false} />
  );
  return (
    <div className="field" id={`field-${path}`} data-field={path} {...place}>
      <div className="field-label">
        <span>{label}</span>
        {source}
      </div>
      {mode === 'step' ? chip : fixed}
      <Faults problems={problemsAt(problems, path)} />
      {field.help && <p className="hint">{field.help}</p>}
    </div>
  );
}

export function ArgumentsWidget({ path, value, onChange }: WidgetProps): ReactNode {
  const declared = useDeclared();
  const own = isObject(value) ? value : {};
  if (!declared) return <p className="hint">{t('app.arguments.first')}</p>;
  if (declared.length === 0) return <p className="hint">{t('app.arguments.none')}</p>;
  const set = (key: string, next: Json | undefined): void => {
    const { [key]: _old, ...rest } = own;
    onChange(next === undefined ? rest : { ...own, [key]: next });
  };
  return (
    <div className="arguments">
      {declared.map((field) => (
        <Line
          key={field.id}
          field={field}
          path={`${path}.${field.id}`}
          value={own[field.id]}
          onChange={(next) => set(field.id, next)}
        />
      ))}
    </div>
  );
}
