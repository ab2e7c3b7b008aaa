// Drawing an arrow in words: which way out, and where it leads. Opened by C, and when an arrow was
// dragged from the default ways without saying which.

import { Button, Modal, Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { findStep, type Placed } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import type { Wish } from '../canvas/flow-types.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { distinct } from '../fields/distinct.ts';
import { t } from '../words.ts';

type Props = {
  workflow: Workflow;
  /** What is known already; undefined = closed. */
  wish: Partial<Wish> | undefined;
  onConnect: (wish: Wish) => void;
  onClose: () => void;
};

const chevron = <ChevronDown size={14} aria-hidden />;

type FormProps = {
  placed: Placed;
  wish: Partial<Wish>;
  onConnect: (wish: Wish) => void;
  onClose: () => void;
};

function ConnectForm({ placed, wish, onConnect, onClose }: FormProps): ReactNode {
  const { node, scope } = placed;
  const isDrawn = (id: string): boolean =>
    scope.edges.some((edge) => edge.from === node.id && edge.port === id);
  const ways = stepFacts(registry, node).ways.filter(
    (way) => wish.port !== 'quiet' || (way.problem && !isDrawn(way.id)),
  );
  const first = ways.find((way) => !isDrawn(way.id)) ?? ways[0];
  const [port, setPort] = useState<string | null>(first?.id ?? null);
  const [to, setTo] = useState<string | null>(wish.to ?? null);
  const targets = scope.nodes
    .filter((other) => other.id !== node.id && !other.type.startsWith('start@'))
    .map((other) => ({ value: other.id, label: other.name }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (port && to) onConnect({ from: node.id, port, to });
      }}
    >
      <div className="dialog-b">
        <Select
          label={t('app.connect.way')}
          data={distinct(ways.map((way) => ({ value: way.id, label: way.words })))}
          value={port}
          onChange={setPort}
          rightSection={chevron}
        />
        <Select
          data-autofocus
          label={t('app.connect.to')}
          data={distinct(targets)}
          value={to}
          onChange={setTo}
          searchable
          openOnFocus={false}
          placeholder={t('app.step.choose')}
          nothingFoundMessage={t('app.field.nothing')}
          rightSection={chevron}
        />
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!port || !to}>
          {t('app.connect.draw')}
        </Button>
      </div>
    </form>
  );
}

export function ConnectDialog({ workflow, wish, onConnect, onClose }: Props): ReactNode {
  const placed = wish?.from === undefined ? undefined : findStep(workflow, wish.from);
  return (
    <Modal
      opened={placed !== undefined}
      onClose={onClose}
      title={t('app.connect.title', { name: placed?.node.name ?? '' })}
      size={420}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {placed && wish && (
        <ConnectForm placed={placed} wish={wish} onConnect={onConnect} onClose={onClose} />
      )}
    </Modal>
  );
}
