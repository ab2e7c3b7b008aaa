// One setting of a step: label, switch, control, help, and what is wrong with it.

import { createElement, type ReactNode } from 'react';
import { isRef, isText } from '../../engine/base/binding.ts';
import type { Kind } from '../../engine/base/kinds.ts';
import { tMaybe } from '../words.ts';
import { useBinding, type Binding } from './bindable-control.tsx';
import { useInspected } from './context.ts';
import { Faults, problemsAt } from './faults.tsx';
import { TemplateInput } from './template-input.tsx';
import type { WidgetProps } from './widget-props.ts';

/** Widgets whose fixed side is text, in which places may stand. */
const TEXTS = new Set(['text', 'long_text', 'any', 'confidence', 'part']);
/** Bindable settings that nearly always come from an earlier step. */
const FROM_STEPS = new Set(['list', 'confidence']);

/** What may stand in a setting that is drawn so; everything where nothing is listed. */
const KINDS: Partial<Record<string, Kind>> = {
  number: 'number',
  money: 'money',
  duration: 'number',
  list: 'list',
  yes_no: 'yes_no',
};

/** Wide widgets bring their own boxes and need no label row of their own. */
const OWN_LABEL = new Set(['group', 'expect', 'field']);

/** Settings whose lines say what is wrong with them. */
const SPLIT = new Set(['arguments', 'record', 'variant']);

type Frame = (control: ReactNode, bound?: Pick<Binding, 'source' | 'place'>) => ReactNode;

function Bound(props: WidgetProps & { children: Frame }): ReactNode {
  const { spec, path, code, label, value, onChange } = props;
  const { sight, widgetFor } = useInspected();
  const kind = KINDS[spec.widget];
  const prefers = FROM_STEPS.has(spec.widget) ? 'step' : 'fixed';
  const { mode, source, chip, place } = useBinding({
    value,
    onChange,
    sight,
    prefers,
    path,
    label,
    kind,
  });
  const takesText = TEXTS.has(spec.widget) || isText(value);
  const fixed = takesText ? (
    <TemplateInput
      label={label}
      value={isRef(value) ? undefined : value}
      onChange={onChange}
      sight={sight}
      path={path}
      kind={kind}
      isLong={spec.widget === 'long_text'}
      placeholder={tMaybe(`${code}.placeholder`)}
    />
  ) : (
    createElement(widgetFor(spec.widget), {
      ...props,
      value: isRef(value) ? undefined : value,
    })
  );
  return props.children(mode === 'step' ? chip : fixed, { source, place });
}

/** A labelled setting; bindable ones carry the switch at the right of their label. */
export function SettingField(props: WidgetProps): ReactNode {
  const { spec, path, code, label } = props;
  const { problems, widgetFor } = useInspected();
  const help = tMaybe(`${code}.help`);
  const isSplit = spec.parts !== undefined || SPLIT.has(spec.widget);
  const faults = problemsAt(problems, path).filter(({ field }) => field === path || !isSplit);
  const frame: Frame = (control, bound) => (
    <div
      className={`field field-${spec.widget}`}
      id={`field-${path}`}
      data-field={path}
      {...bound?.place}
    >
      {!OWN_LABEL.has(spec.widget) && (
        <div className="field-label">
          <span>{label}</span>
          {bound?.source}
        </div>
      )}
      {control}
      <Faults problems={faults} />
      {help && <p className="hint">{help}</p>}
    </div>
  );
  if (spec.bindable) return <Bound {...props}>{frame}</Bound>;
  return frame(createElement(widgetFor(spec.widget), props));
}
