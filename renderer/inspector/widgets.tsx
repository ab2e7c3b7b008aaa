// Which widget draws which kind of setting. The names are those of widget-names.ts.

import type { ComponentType } from 'react';
import { ArgumentsWidget } from './arguments-widget.tsx';
import { CasesWidget } from './cases-widget.tsx';
import { ConditionWidget } from './condition-editor.tsx';
import { FieldWidget, FieldsWidget } from './fields-widget.tsx';
import { GroupWidget } from './group-widget.tsx';
import { InstructionsWidget } from './instructions-widget.tsx';
import { PartWidget } from './part-widget.tsx';
import {
  ChoicesWidget,
  PersonWidget,
  PromptWidget,
  StepsWidget,
  StepWidget,
  ToolWidget,
  WorkflowWidget,
} from './pickers.tsx';
import { RecordWidget } from './record-widget.tsx';
import { RecordsWidget } from './records-widget.tsx';
import {
  ChoiceWidget,
  CurrencyWidget,
  DurationWidget,
  NumberWidget,
  ShareWidget,
  SwitchWidget,
} from './simple-widgets.tsx';
import { ListWidget, TextWidget } from './text-widgets.tsx';
import { VariantWidget } from './variant-widget.tsx';
import type { WIDGETS } from './widget-names.ts';
import type { WidgetProps } from './widget-props.ts';

const DRAWN: Record<(typeof WIDGETS)[number], ComponentType<WidgetProps>> = {
  any: TextWidget,
  arguments: ArgumentsWidget,
  bound_fields: RecordsWidget,
  cases: CasesWidget,
  categories: RecordsWidget,
  choice: ChoiceWidget,
  choices: ChoicesWidget,
  condition: ConditionWidget,
  confidence: TextWidget,
  currency: CurrencyWidget,
  duration: DurationWidget,
  expect: GroupWidget,
  facts: RecordsWidget,
  field: FieldWidget,
  fields: FieldsWidget,
  group: GroupWidget,
  instructions: InstructionsWidget,
  list: ListWidget,
  long_text: TextWidget,
  money: NumberWidget,
  number: NumberWidget,
  operations: RecordsWidget,
  part: PartWidget,
  part_rules: RecordsWidget,
  person: PersonWidget,
  prompt: PromptWidget,
  recommend: RecordsWidget,
  record: RecordWidget,
  records: RecordsWidget,
  role: ChoiceWidget,
  share: ShareWidget,
  step: StepWidget,
  steps: StepsWidget,
  text: TextWidget,
  tool: ToolWidget,
  variant: VariantWidget,
  workflow: WorkflowWidget,
  yes_no: SwitchWidget,
};

/** The component for a widget; plain text for one nobody knows. */
export const widgetFor = (name: string): ComponentType<WidgetProps> =>
  DRAWN[name as keyof typeof DRAWN] ?? TextWidget;
