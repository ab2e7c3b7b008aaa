// What a tool changes outside, whom it concerns, and how a call of it is undone.

import { Select, TextInput } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card } from '../../engine/1-document/schema.ts';
import { CLASSES, EFFECTS } from '../rules/facts.ts';
import { t } from '../words.ts';
import { isActing, withPart, type PanelProps } from './card-part.ts';
import { Panel, problemsOn, UNDER } from './panel.tsx';

const chevron = <ChevronDown size={14} aria-hidden />;

export function EffectPanel({ card, problems, onChange }: PanelProps): ReactNode {
  const amounts = card.args.filter(({ kind }) => kind === 'money' || kind === 'number');
  return (
    <Panel title={t('tool.part.effect')} problems={problemsOn(problems, 'amountArg', 'undo')}>
      <Select
        label={t('tool.effect')}
        description={t('tool.effect.help')}
        inputWrapperOrder={UNDER}
        data={EFFECTS.map((id) => ({ value: id, label: t(`tool.effect.pick.${id}`) }))}
        value={card.effect}
        rightSection={chevron}
        onChange={(next) => next && onChange({ ...card, effect: next as Card['effect'] })}
      />
      <Select
        label={t('tool.class')}
        description={t('tool.class.help')}
        inputWrapperOrder={UNDER}
        data={CLASSES.map((id) => ({ value: id, label: t(`tool.class.pick.${id}`) }))}
        value={card.class}
        rightSection={chevron}
        onChange={(next) => next && onChange({ ...card, class: next as Card['class'] })}
      />
      {amounts.length > 0 && (
        <Select
          label={t('tool.amount')}
          description={t('tool.amount.help')}
          inputWrapperOrder={UNDER}
          clearable
          placeholder={t('tool.amount.none')}
          data={amounts.map(({ id, label }) => ({ value: id, label }))}
          value={card.amountArg ?? null}
          rightSection={chevron}
          onChange={(next) => onChange(withPart(card, 'amountArg', next ?? undefined))}
        />
      )}
      {isActing(card) && (
        <TextInput
          label={t('tool.undo')}
          description={t('tool.undo.help')}
          inputWrapperOrder={UNDER}
          placeholder={t('tool.undo.placeholder')}
          value={card.undo ?? ''}
          onChange={(event) =>
            onChange(withPart(card, 'undo', event.currentTarget.value || undefined), 'undo')
          }
        />
      )}
    </Panel>
  );
}
