// Drawing an arrow in words: which way out, and where it leads. Opened by C, and when an arrow was
// dragged from the default ways without saying which.

import { Button, Modal, Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import type { Wish } from '../canvas/flow-types.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { t } from '../words.ts';

type Props = {
  workflow: Workflow;
  /** What is known already; undefined = closed. */
  wish: Partial<Wish> | undefined;
  onConnect: (wish: Wish) => void;
  onClose: () => void;
};

const chevron = <ChevronDown size={14} aria-hidden />;

export function ConnectDialog({ workflow, wish, onConnect, onClose }: Props): ReactNode {
  const [port, setPort] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const placed = wish?.from === undefined ? undefined : findStep(workflow, wish.from);
  const ways = placed ? stepFacts(registry, placed.node).ways : [];
  const isDrawn = (id: string): boolean =>
    placed?.scope.edges.some((edge) => edge.from === placed.node.id && edge.port === id) === true;
  const quiet = wish?.port === 'quiet';
  const open = ways.filter((way) => (quiet ? way.problem && !isDrawn(way.id) : true));
  useEffect(() => {
    setPort((open.find((way) => !isDrawn(way.id)) ?? open[0])?.id ?? null);
    setTo(wish?.to ?? null);
    // Only a new wish starts over; what is chosen meanwhile stays.
  }, [wish]);
  const targets = (placed?.scope.nodes ?? [])
    .filter((node) => node.id !== placed?.node.id && !node.type.startsWith('start@'))
    .map((node) => ({ value: node.id, label: node.name }));
  const connect = (): void => {
    if (wish?.from && port && to) onConnect({ from: wish.from, port, to });
  };
  return (
    <Modal
      opened={placed !== undefined}
      onClose={onClose}
      title={t('app.connect.title', { name: placed?.node.name ?? '' })}
      size={420}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          connect();
        }}
      >
        <div className="dialog-b">
          <Select
            label={t('app.connect.way')}
            data={open.map((way) => ({ value: way.id, label: way.words }))}
            value={port}
            onChange={setPort}
            rightSection={chevron}
          />
          <Select
            data-autofocus
            label={t('app.connect.to')}
            data={targets}
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
    </Modal>
  );
}
