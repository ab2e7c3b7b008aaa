// The form of what a kind of tool is told, drawn from that kind's own schema: every option has a
// control, a label, help and an example, and nobody has to know how it is written down.
// OF1 what few people need is folded away, and shown once it says something.

import { ChevronRight } from 'lucide-react';
import { createElement, useState, type ComponentType, type ReactNode } from 'react';
import type { Field } from '../../engine/base/kinds.ts';
import type { ToolKind } from '../../engine/node.ts';
import { OPTION_SCHEMAS } from '../../engine/policy/tool-options.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { specsOf, type Spec } from '../inspector/form-spec.ts';
import { ChoiceWidget, NumberWidget, SwitchWidget } from '../inspector/simple-widgets.tsx';
import { ListWidget, TextWidget } from '../inspector/text-widgets.tsx';
import type { WidgetProps } from '../inspector/widget-props.ts';
import { t, tMaybe } from '../words.ts';
import type { CardProblem } from './card-problems.ts';
import {
  ArgumentsProvider,
  PairsControl,
  PlacesControl,
  RecipientsControl,
  SecretAsControl,
  SeveralControl,
  ShapeControl,
} from './option-controls.tsx';

const CONTROLS: Record<string, ComponentType<WidgetProps>> = {
  text: TextWidget,
  long_text: TextWidget,
  number: NumberWidget,
  yes_no: SwitchWidget,
  choice: ChoiceWidget,
  list: ListWidget,
  recipients: RecipientsControl,
  several: SeveralControl,
  places: PlacesControl,
  pairs: PairsControl,
  columns: PairsControl,
  secret_as: SecretAsControl,
  shape: ShapeControl,
  group: OptionGroup,
};

const specs = new Map<ToolKind, Spec[]>();
/** The options of a kind of tool, in order; none where it takes none. */
export function optionsFor(kind: ToolKind): Spec[] {
  const known = specs.get(kind);
  if (known) return known;
  const schema = OPTION_SCHEMAS[kind];
  const found = schema ? specsOf(schema) : [];
  specs.set(kind, found);
  return found;
}

/** Kinds of tool may call one thing differently; else all share the words of an option. */
export const optionCode = (kind: ToolKind, key: string): string =>
  tMaybe(`tool.option.${kind}.${key}`) === undefined
    ? `tool.option.${key}`
    : `tool.option.${kind}.${key}`;

type FieldProps = WidgetProps & { problems: CardProblem[] };

function OptionField({ problems, ...props }: FieldProps): ReactNode {
  const { spec, code, label, path } = props;
  const Control = CONTROLS[spec.widget] ?? TextWidget;
  const help = tMaybe(`${code}.help`);
  return (
    <div className={`field field-${spec.widget}`} data-field={path}>
      <div className="field-label">
        <span>{label}</span>
      </div>
      {createElement(Control, props)}
      {problems
        .filter(({ at }) => at === path || at.startsWith(`${path}.`))
        .map((problem) => (
          <p key={problem.code} className="fault" role="note">
            {t(problem.code, problem.params)}
          </p>
        ))}
      {help && <p className="hint">{help}</p>}
    </div>
  );
}

/** A group of options, such as where sent mails are kept. */
function OptionGroup({ spec, path, value, onChange }: WidgetProps): ReactNode {
  const own = isObject(value) ? value : {};
  return (
    <div className="group-in">
      {(spec.parts ?? []).map((part) => {
        const code = `tool.option.${part.key}`;
        const set = (next: Json | undefined): void => {
          const { [part.key]: _old, ...rest } = own;
          const all: JsonObject = next === undefined ? rest : { ...own, [part.key]: next };
          onChange(Object.keys(all).length ? all : undefined);
        };
        return (
          <OptionField
            key={part.key}
            spec={part}
            path={`${path}.${part.key}`}
            code={code}
            label={t(code)}
            value={own[part.key]}
            problems={[]}
            onChange={set}
          />
        );
      })}
    </div>
  );
}

type Props = {
  kind: ToolKind;
  options: JsonObject;
  /** What the tool is given. */
  args: Field[];
  problems: CardProblem[];
  /** Options another part of the page speaks of. */
  without?: readonly string[];
  onChange: (options: JsonObject, key: string) => void;
};

export function OptionForm(props: Props): ReactNode {
  const { kind, options, args, problems, without = [], onChange } = props;
  const all = optionsFor(kind).filter(({ key }) => !without.includes(key));
  const [isOpen, setOpen] = useState(false);
  const isUsed = ({ key }: Spec): boolean => options[key] !== undefined;
  const rare = all.filter(({ advanced }) => advanced);
  const shown = all.filter((spec) => !spec.advanced || isOpen || isUsed(spec));
  const draw = (spec: Spec): ReactNode => {
    const code = optionCode(kind, spec.key);
    return (
      <OptionField
        key={spec.key}
        spec={spec}
        path={`options.${spec.key}`}
        code={code}
        label={t(code)}
        value={options[spec.key]}
        problems={problems}
        onChange={(next) => {
          const { [spec.key]: _old, ...rest } = options;
          onChange(next === undefined ? rest : { ...options, [spec.key]: next }, spec.key);
        }}
      />
    );
  };
  return (
    <ArgumentsProvider value={args}>
      {shown.filter(({ advanced }) => !advanced).map(draw)}
      {rare.length > 0 && (
        <button
          type="button"
          className="fold"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden className={isOpen ? 'turned' : undefined} />{' '}
          {t('tool.more_options')}
        </button>
      )}
      {shown.filter(({ advanced }) => advanced).map(draw)}
    </ArgumentsProvider>
  );
}
