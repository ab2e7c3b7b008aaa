// What a tool is given and what it answers: its arguments, the parts of its answer, and where that
// answer comes from.

import { Checkbox, Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldList } from '../inspector/fields-widget.tsx';
import { t } from '../words.ts';
import { withPart, type PanelProps } from './card-part.ts';
import { Panel, problemsOn, UNDER } from './panel.tsx';

/** Where an answer can come from, as cards say it. */
const SOURCES = ['tool', 'web', 'mail', 'file', 'untrusted', 'private'] as const;

export function FieldsPanel({ card, problems, onChange }: PanelProps): ReactNode {
  const isOwn = !(SOURCES as readonly string[]).includes(card.source);
  const isRead = card.effect === 'read' || card.effect === 'none';
  return (
    <Panel title={t('tool.part.fields')} problems={problemsOn(problems, 'args', 'result')}>
      <fieldset className="tool-stack">
        <legend className="field-label">{t('tool.args')}</legend>
        <p className="hint">{t('tool.args.help')}</p>
        <FieldList fields={card.args} onChange={(args) => onChange({ ...card, args }, 'args')} />
      </fieldset>
      <fieldset className="tool-stack">
        <legend className="field-label">{t('tool.result')}</legend>
        <p className="hint">{t('tool.result.help')}</p>
        <FieldList
          fields={card.result}
          onChange={(result) => onChange({ ...card, result }, 'result')}
        />
      </fieldset>
      <Select
        label={t('tool.source')}
        description={t('tool.source.help')}
        inputWrapperOrder={UNDER}
        data={[
          ...SOURCES.map((id) => ({ value: id, label: t(`tool.source.${id}`) })),
          ...(isOwn ? [{ value: card.source, label: card.source }] : []),
        ]}
        value={card.source}
        rightSection={<ChevronDown size={14} aria-hidden />}
        onChange={(next) => next && onChange({ ...card, source: next })}
      />
      {isRead && (
        <Checkbox
          label={t('tool.fresh')}
          description={t('tool.fresh.help')}
          checked={card.alwaysFresh === true}
          onChange={(event) =>
            onChange(withPart(card, 'alwaysFresh', event.currentTarget.checked || undefined))
          }
        />
      )}
    </Panel>
  );
}
