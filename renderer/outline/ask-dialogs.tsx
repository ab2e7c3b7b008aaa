// What the outline asks for: which step to add and where, which way leads where, into which room.

import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Card, Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { spokenLine, stepFacts, type Names } from '../canvas/step-facts.ts';
import { additionsOf } from '../design/palette.tsx';
import { t } from '../words.ts';
import { PickDialog, type Choice } from './pick-dialog.tsx';
import { leadsWords } from './row-words.ts';
import { outlineOf, type WayRow } from './outline-rows.ts';
import { fitsAt, isInRoom, roomsFor, targetsOf, type Spot } from './places.ts';
import type { Asking } from './run-command.ts';
import type { Edits } from './use-edits.ts';

type Props = { workflow: Workflow; tools: Iterable<Card>; names: Names; edits: Edits };

function wordsOf(workflow: Workflow, step: string, port?: string): { name: string; way: string } {
  const node = findStep(workflow, step)?.node;
  const way = node && stepFacts(registry, node).ways.find((one) => one.id === port);
  return { name: node?.name ?? '', way: way?.words ?? port ?? '' };
}

function addTitle(workflow: Workflow, spot: Spot): string {
  if (spot.at === 'alone') return t('app.outline.add.alone');
  const port = spot.at === 'way' ? spot.port : undefined;
  return t(`app.outline.add.${spot.at}`, wordsOf(workflow, spot.step, port));
}

/** Where around the step; a way and an empty drawing leave no choice. */
function Where({
  workflow,
  spot,
  ask,
}: {
  workflow: Workflow;
  spot: Spot;
  ask: Edits['ask'];
}): ReactNode {
  if (spot.at === 'way' || spot.at === 'alone') return null;
  const node = findStep(workflow, spot.step)?.node;
  const facts = node && stepFacts(registry, node);
  const places = [
    ...(facts?.ways.length ? ['after'] : []),
    ...(facts?.definition?.type === 'start' ? [] : ['before']),
    ...(facts?.shape === 'room' ? ['inside'] : []),
  ];
  if (places.length < 2) return null;
  return (
    <SegmentedControl
      aria-label={t('app.outline.where')}
      value={spot.at}
      onChange={(at) => ask({ is: 'add', spot: { at: at as 'after', step: spot.step } })}
      data={places.map((value) => ({ value, label: t(`app.outline.where.${value}`) }))}
    />
  );
}

function AddDialog({ workflow, tools, edits, spot }: Props & { spot: Spot }): ReactNode {
  const fitting = additionsOf(tools).filter(({ definition }) =>
    fitsAt(workflow, registry, spot, definition),
  );
  const choices = fitting.map(({ id, addition, definition, line }): Choice => ({
    id,
    name: addition.name,
    line,
    family: definition.family,
    icon: definition.icon,
  }));
  return (
    <PickDialog
      title={addTitle(workflow, spot)}
      choices={choices}
      onClose={edits.close}
      onPick={(id) => {
        const found = fitting.find((entry) => entry.id === id);
        if (found) edits.add(found.addition);
      }}
    >
      <Where workflow={workflow} spot={spot} ask={edits.ask} />
    </PickDialog>
  );
}

function WayDialog({ workflow, edits, step }: Props & { step: string }): ReactNode {
  const { rows } = outlineOf(workflow, registry, new Map([[step, true]]));
  const ways = rows.filter((row): row is WayRow => row.is === 'way' && row.step === step);
  const choices = ways.map(({ way, leads }): Choice => ({
    id: way.id,
    name: way.words,
    line: leadsWords(leads),
    family: 'flow',
    icon: 'split',
  }));
  return (
    <PickDialog
      title={t('app.outline.connect.way', wordsOf(workflow, step))}
      choices={choices}
      onClose={edits.close}
      onPick={(port) => edits.ask({ is: 'connect', step, port })}
    />
  );
}

type LeadProps = Props & { step: string; port: string };

function ConnectDialog({ workflow, names, edits, step, port }: LeadProps): ReactNode {
  const { numbers } = outlineOf(workflow, registry);
  const choices = targetsOf(workflow, step, port).map(({ node, reason, isNow }): Choice => {
    const facts = stepFacts(registry, node);
    const why = reason === 'to_start' ? 'app.outline.connect.to_start' : `edit.${reason}`;
    return {
      id: node.id,
      name: t('app.outline.step', { n: numbers.get(node.id) ?? 0, name: node.name }),
      line: spokenLine(facts, names) || facts.kind,
      family: facts.family,
      icon: facts.icon,
      reason: isNow ? t('app.pick.now') : reason && t(why),
    };
  });
  return (
    <PickDialog
      title={t('app.outline.connect', wordsOf(workflow, step, port))}
      choices={choices}
      onClose={edits.close}
      onPick={(to) => edits.lead(step, port, to)}
    />
  );
}

const OUT = '';

function MoveDialog({ workflow, names, edits, step }: Props & { step: string }): ReactNode {
  const rooms = roomsFor(workflow, registry, step).map((node): Choice => {
    const facts = stepFacts(registry, node);
    const { family, icon } = facts;
    const name = t('app.outline.move.into', { room: node.name });
    return { id: node.id, name, line: spokenLine(facts, names), family, icon };
  });
  const out: Choice = { id: OUT, name: t('app.outline.move.out'), family: 'flow', icon: 'group' };
  return (
    <PickDialog
      title={t('app.outline.move', wordsOf(workflow, step))}
      choices={isInRoom(workflow, step) ? [out, ...rooms] : rooms}
      onClose={edits.close}
      onPick={(room) => edits.move(step, room === OUT ? undefined : room)}
    />
  );
}

/** Whatever is asked for just now. */
export function AskDialogs(props: Props): ReactNode {
  const asking: Asking | undefined = props.edits.asking;
  if (!asking) return null;
  if (asking.is === 'add') return <AddDialog {...props} spot={asking.spot} />;
  if (asking.is === 'way') return <WayDialog {...props} step={asking.step} />;
  if (asking.is === 'move') return <MoveDialog {...props} step={asking.step} />;
  return <ConnectDialog {...props} step={asking.step} port={asking.port} />;
}
