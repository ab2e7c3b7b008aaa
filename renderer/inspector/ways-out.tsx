// Where a step's ways lead, as a list: the keyboard's and the reader's way to draw arrows.

import { ActionIcon, Select } from '@mantine/core';
import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Arrow } from '../../engine/1-document/change.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Way } from '../canvas/step-facts.ts';
import { distinct } from '../fields/distinct.ts';
import { t } from '../words.ts';
import { useInspected } from './context.ts';

const ASKS = new Set(['error', 'unsure', 'timeout', 'over']);

function WayRow({ way }: { way: Way }): ReactNode {
  const { step, workflow, apply } = useInspected();
  const placed = findStep(workflow, step.id);
  if (!placed) return null;
  const drawn = placed.scope.edges.filter((edge) => edge.from === step.id && edge.port === way.id);
  const targets = placed.scope.nodes
    .filter((node) => node.id !== step.id && node.type.split('@')[0] !== 'start')
    .map((node) => ({ value: node.id, label: node.name }));
  const arrow = (to: string): Arrow => ({ from: step.id, port: way.id, to });
  const isOff = step.noDefault?.includes(way.id) === true;
  const empty =
    way.problem && !isOff && ASKS.has(way.id) && placed.in === ''
      ? 'app.ways.owner'
      : 'app.ways.nowhere';
  const rows: (string | undefined)[] =
    drawn.length > 0 ? drawn.map((edge) => edge.to) : [undefined];
  return rows.map((to) => (
    <li key={to ?? 'none'} className="way-row">
      <span className="way-word cut" title={way.words}>
        {way.words}
      </span>
      <Select
        className="grow"
        aria-label={t('app.ways.leads', { way: way.words })}
        data={distinct(targets)}
        value={to ?? null}
        placeholder={t(empty)}
        searchable
        nothingFoundMessage={t('app.field.nothing')}
        rightSection={<ChevronDown size={14} aria-hidden />}
        onChange={(next) => {
          if (!next || next === to) return;
          apply([
            to
              ? { do: 'reconnect', arrow: arrow(to), to: arrow(next) }
              : { do: 'connect', arrow: arrow(next) },
          ]);
        }}
      />
      <ActionIcon
        size={24}
        disabled={to === undefined}
        aria-label={t('app.ways.remove', { way: way.words })}
        onClick={() => to && apply([{ do: 'disconnect', arrow: arrow(to) }])}
      >
        <X size={14} aria-hidden />
      </ActionIcon>
    </li>
  ));
}

export function WaysOut(): ReactNode {
  const { facts } = useInspected();
  if (facts.ways.length === 0) return null;
  return (
    <section>
      <h3 className="cap">{t('app.inspector.ways')}</h3>
      <ul className="ways">
        {facts.ways.map((way) => (
          <WayRow key={way.id} way={way} />
        ))}
      </ul>
    </section>
  );
}
