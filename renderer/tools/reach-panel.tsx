// Where a tool may go, and how a call that is repeated is recognised.

import { Select, TagsInput, TextInput } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card } from '../../engine/1-document/schema.ts';
import { t } from '../words.ts';
import { isActing, withPart, type PanelProps } from './card-part.ts';
import { cleanList } from './clean-list.ts';
import { Panel, problemsOn, UNDER } from './panel.tsx';

const chevron = <ChevronDown size={14} aria-hidden />;

export function ReachPanel({ card, problems, onChange }: PanelProps): ReactNode {
  const travels = card.keyTravels;
  const hasNet = ['http', 'mail_send', 'mail_read', 'mcp'].includes(card.adapter);
  return (
    <Panel title={t('tool.part.reach')} problems={problemsOn(problems, 'hosts', 'keyTravels')}>
      {hasNet && (
        <TagsInput
          label={t('tool.hosts')}
          description={t('tool.hosts.help')}
          inputWrapperOrder={UNDER}
          placeholder={t('tool.hosts.placeholder')}
          value={card.hosts ?? []}
          splitChars={[',', ' ']}
          onChange={(next) => {
            const hosts = cleanList(next).map((one) => one.toLowerCase());
            onChange(withPart(card, 'hosts', hosts.length ? hosts : undefined));
          }}
        />
      )}
      {isActing(card) && (
        <>
          <Select
            label={t('tool.twice')}
            description={t('tool.twice.help')}
            inputWrapperOrder={UNDER}
            data={(['key', 'check', 'none'] as const).map((id) => ({
              value: id,
              label: t(`tool.twice.${id}`),
            }))}
            value={card.idempotency}
            rightSection={chevron}
            onChange={(next) => {
              const { keyTravels: _old, ...rest } = card;
              const idempotency = next as Card['idempotency'];
              onChange(next === 'key' ? { ...card, idempotency } : { ...rest, idempotency });
            }}
          />
          {card.idempotency === 'key' && card.adapter !== 'practice' && (
            <div className="field">
              <span className="field-label">{t('tool.key_travels')}</span>
              <div className="tool-two">
                <Select
                  aria-label={t('tool.key_travels')}
                  data={(['header', 'field'] as const).map((as) => ({
                    value: as,
                    label: t(`tool.key_travels.${as}`),
                  }))}
                  value={travels?.as ?? 'header'}
                  rightSection={chevron}
                  onChange={(as) =>
                    onChange({
                      ...card,
                      keyTravels: { as: as as 'header', name: travels?.name ?? 'Idempotency-Key' },
                    })
                  }
                />
                <TextInput
                  aria-label={t('tool.key_travels.name')}
                  value={travels?.name ?? 'Idempotency-Key'}
                  onChange={(event) =>
                    onChange(
                      {
                        ...card,
                        keyTravels: {
                          as: travels?.as ?? 'header',
                          name: event.currentTarget.value,
                        },
                      },
                      'key_name',
                    )
                  }
                />
              </div>
              <p className="hint">{t('tool.key_travels.help')}</p>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
