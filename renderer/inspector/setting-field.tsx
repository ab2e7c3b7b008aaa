// One setting of a step: label, switch, control, help, and what is wrong with it.

import { createElement, type ReactNode } from 'react';
import { isRef, isText } from '../../engine/base/binding.ts';
import type { Problem } from '../../engine/1-document/schema.ts';
import { sayProblem } from '../problems/say-problem.ts';
import { tMaybe } from '../words.ts';
import { useBinding } from './bindable-control.tsx';
import { useInspected } from './context.ts';
import { TemplateInput } from './template-input.tsx';
import type { WidgetProps } from './widget-props.ts';

/** Widgets whose fixed side is text, in which places may stand. */
const TEXTS = new Set(['text', 'long_text', 'any', 'confidence', 'part']);
/** Bindable settings that nearly always come from an earlier step. */
const FROM_STEPS = new Set(['list', 'confidence']);

/** Wide widgets bring their own boxes and need no label row of their own. */
const OWN_LABEL = new Set(['group', 'expect', 'field']);

function Faults({ problems }: { problems: Problem[] }): ReactNode {
  // Several of one kind may stand here, such as one for each value that is missing.
  return problems.map((problem, i) => (
    <p key={`${problem.code} ${i}`} className="fault" role="note">
      {sayProblem(problem).text}
    </p>
  ));
}

/** The problems that point at a setting or at something inside it. */
export function problemsAt(problems: Problem[], path: string): Problem[] {
  return problems.filter(({ field }) => field === path || field?.startsWith(`${path}.`) === true);
}

function Bound(
  props: WidgetProps & { children: (source: ReactNode, control: ReactNode) => ReactNode },
): ReactNode {
  const { spec, code, label, value, onChange } = props;
  const { sight, widgetFor } = useInspected();
  const prefers = FROM_STEPS.has(spec.widget) ? 'step' : 'fixed';
  const { mode, source, chip } = useBinding({ value, onChange, sight, prefers });
  const takesText = TEXTS.has(spec.widget) || isText(value);
  const fixed = takesText ? (
    <TemplateInput
      label={label}
      value={isRef(value) ? undefined : value}
      onChange={onChange}
      sight={sight}
      isLong={spec.widget === 'long_text'}
      placeholder={tMaybe(`${code}.placeholder`)}
    />
  ) : (
    createElement(widgetFor(spec.widget), {
      ...props,
      value: isRef(value) ? undefined : value,
    })
  );
  return props.children(source, mode === 'step' ? chip : fixed);
}

/** A labelled setting; bindable ones carry the switch at the right of their label. */
export function SettingField(props: WidgetProps): ReactNode {
  const { spec, path, code, label } = props;
  const { problems, widgetFor } = useInspected();
  const help = tMaybe(`${code}.help`);
  const faults = problemsAt(problems, path).filter(({ field }) => field === path || !spec.parts);
  const frame = (source: ReactNode, control: ReactNode): ReactNode => (
    <div className={`field field-${spec.widget}`} id={`field-${path}`} data-field={path}>
      {!OWN_LABEL.has(spec.widget) && (
        <div className="field-label">
          <span>{label}</span>
          {source}
        </div>
      )}
      {control}
      <Faults problems={faults} />
      {help && <p className="hint">{help}</p>}
    </div>
  );
  if (spec.bindable) return <Bound {...props}>{frame}</Bound>;
  return frame(null, createElement(widgetFor(spec.widget), props));
}
