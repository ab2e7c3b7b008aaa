// Who is asked before a tool is used: what its own card wants, and the rules that speak of it.

import { MultiSelect, SegmentedControl } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card, Rule } from '../../engine/1-document/schema.ts';
import { rulesFor } from '../../engine/policy/rules.ts';
import type { Sight } from '../document/reach.ts';
import { ConditionEditor } from '../inspector/condition-editor.tsx';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { withPart, type PanelProps } from './card-part.ts';
import { Panel, problemsOn, UNDER } from './panel.tsx';

const chevron = <ChevronDown size={14} aria-hidden />;

type AskProps = PanelProps & { sight: Sight; rules: Rule[]; workflow: string; slug: string };

/** The rules in force that may decide about this tool, first match first. */
function RulesThatSpeak({
  card,
  rules,
  workflow,
  slug,
}: Omit<AskProps, 'sight' | 'problems' | 'onChange'>) {
  const known = { tool: card.name, class: card.class, effect: card.effect, workflow };
  const found = rulesFor(rules, known);
  return (
    <div className="field">
      <span className="field-label">{t('tool.rules')}</span>
      {found.length > 0 ? (
        <ol className="speaking">
          {found.map((rule) => (
            <li key={rule.id}>
              <span className={`rule-then then-${rule.then}`}>{t(`tool.rule.${rule.then}`)}</span>
              {rule.name}
            </li>
          ))}
        </ol>
      ) : (
        <p className="hint">{t(`tool.rules.none.${card.effect}`)}</p>
      )}
      <a className="underlined" href={hrefOf({ at: 'rules', slug })}>
        {t('tool.rules.open')}
      </a>
    </div>
  );
}

export function AskPanel(props: AskProps): ReactNode {
  const { card, problems, onChange, sight } = props;
  const approval = card.approval ?? 'never';
  const set = (next: NonNullable<Card['approval']>): void => {
    const { askWhen: _old, ...rest } = card;
    const askWhen = card.askWhen ?? { field: '', op: 'is' as const };
    onChange(next === 'when' ? { ...card, approval: next, askWhen } : { ...rest, approval: next });
  };
  return (
    <Panel title={t('tool.part.ask')} problems={problemsOn(problems, 'evidence', 'askWhen')}>
      <div className="field">
        <span className="field-label" id="tool-approval">
          {t('tool.approval')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby="tool-approval"
          value={approval}
          data={(['never', 'when', 'always'] as const).map((value) => ({
            value,
            label: t(`tool.approval.${value}`),
          }))}
          onChange={(next) => set(next as typeof approval)}
        />
        <p className="hint">{t('tool.approval.help')}</p>
      </div>
      {approval === 'when' && (
        <fieldset className="rule">
          <legend className="sr">{t('tool.ask_when')}</legend>
          <ConditionEditor
            condition={card.askWhen ?? { all: [] }}
            sight={sight}
            onChange={(askWhen) => onChange({ ...card, askWhen }, 'askWhen')}
          />
        </fieldset>
      )}
      {card.args.length > 0 && (
        <MultiSelect
          label={t('tool.evidence')}
          description={t('tool.evidence.help')}
          inputWrapperOrder={UNDER}
          data={card.args.map(({ id, label }) => ({ value: id, label }))}
          value={card.evidence ?? []}
          rightSection={chevron}
          onChange={(next) => onChange(withPart(card, 'evidence', next.length ? next : undefined))}
        />
      )}
      <RulesThatSpeak {...props} />
    </Panel>
  );
}
