// What can be added: search, groups, every step type. Click or Enter adds and connects; drag
// places.

import { Kbd, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Card } from '../../engine/1-document/schema.ts';
import type { NodeDefinition, NodeGroup } from '../../engine/node.ts';
import { registry } from '../../nodes/index.ts';
import { Tile } from '../canvas/tile.tsx';
import { walk } from '../walk.ts';
import { t, tMaybe } from '../words.ts';
import type { Addition } from './add-step.ts';

export const GROUPS: NodeGroup[] = ['agents', 'tools', 'gates', 'people', 'flow', 'memory'];
/** Start and end stand with the steps that lead the flow. */
export const groupOf = ({ group }: NodeDefinition): NodeGroup =>
  group === 'start_end' ? 'flow' : group;
type Entry = { id: string; addition: Addition; definition: NodeDefinition; line: string };

/** Every kind of step, by the words of the window's language now. */
const typesOf = (): Entry[] =>
  [...registry]
    .filter(([, definition]) => !definition.generated)
    .map(([type, definition]) => ({
      id: type,
      addition: { type, name: t(`node.${definition.type}.title`) },
      definition,
      line: tMaybe(`node.${definition.type}.sentence`) ?? '',
    }));

/** Every tool of the workflow is a step ready to be added. */
function toolsOf(cards: Iterable<Card>, types: Entry[]): Entry[] {
  const tool = types.find((entry) => entry.definition.type === 'call_tool');
  if (!tool) return [];
  return [...cards].map((card) => ({
    ...tool,
    id: `tool ${card.name}`,
    addition: { ...tool.addition, name: card.title, settings: { tool: card.name, args: {} } },
    line: card.description || tool.line,
  }));
}

/** Everything that can be added: the workflow's tools first, then every kind of step. */
export function additionsOf(tools: Iterable<Card>): Entry[] {
  const types = typesOf();
  return [...toolsOf(tools, types), ...types];
}

/** How well an entry fits: its name begins with the words, holds them, or its sentence does. */
function fit({ addition, line }: Entry, words: string): number {
  const wanted = words.toLowerCase().trim();
  const name = addition.name.toLowerCase();
  if (name.startsWith(wanted)) return 3;
  if (name.includes(wanted)) return 2;
  const text = `${name} ${line.toLowerCase()}`;
  return wanted.split(/\s+/).every((word) => text.includes(word)) ? 1 : 0;
}

/** What fits the words, in groups, the best group first; `start` only where there is none yet. */
function found(
  all: Entry[],
  words: string,
  hasStart: boolean,
): { group: NodeGroup; entries: Entry[] }[] {
  const fits = (entry: Entry): number =>
    entry.definition.type === 'start' && hasStart ? 0 : fit(entry, words);
  const best = (entries: Entry[]): number => Math.max(0, ...entries.map(fits));
  return GROUPS.map((group) => ({
    group,
    entries: all
      .filter((entry) => groupOf(entry.definition) === group && fits(entry) > 0)
      .toSorted((a, b) => (words === '' ? 0 : fits(b) - fits(a))),
  }))
    .filter(({ entries }) => entries.length > 0)
    .toSorted((a, b) => (words === '' ? 0 : best(b.entries) - best(a.entries)));
}

type RowProps = { entry: Entry; onAdd: (addition: Addition) => void };

function Row({ entry, onAdd }: RowProps): ReactNode {
  const { addition, definition, line } = entry;
  return (
    <button
      type="button"
      className="pal"
      title={line}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('application/interlock-step', JSON.stringify(addition));
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => onAdd(addition)}
      onKeyDown={(event) => walk(event, '.palette', 'input, .pal')}
    >
      <Tile family={definition.family} icon={definition.icon} small />
      <span className="cut">{addition.name}</span>
    </button>
  );
}

type Props = {
  hasStart: boolean;
  onAdd: (addition: Addition) => void;
  /** The workflow's tools. */
  tools: Iterable<Card>;
  /** The next step goes into the selected arrow. */
  isInto: boolean;
  search?: RefObject<HTMLInputElement | null>;
  autoFocus?: boolean;
};

export function Palette({ hasStart, onAdd, tools, isInto, search, autoFocus }: Props): ReactNode {
  const [words, setWords] = useState('');
  const groups = found(additionsOf(tools), words, hasStart);
  const add = (addition: Addition): void => {
    setWords('');
    onAdd(addition);
  };
  const addFirst = (event: KeyboardEvent): void => {
    walk(event, '.palette', 'input, .pal');
    const first = groups[0]?.entries[0];
    if (event.key !== 'Enter' || !first) return;
    event.preventDefault();
    add(first.addition);
  };
  return (
    <aside className="palette" aria-label={t('app.palette.label')}>
      <TextInput
        ref={search}
        aria-label={t('app.palette.find')}
        placeholder={t('app.palette.find')}
        leftSection={<Search size={14} aria-hidden />}
        rightSection={<Kbd size="xs">N</Kbd>}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={addFirst}
        {...(autoFocus ? { 'data-autofocus': true } : {})}
      />
      {isInto && <p className="hint">{t('app.palette.into')}</p>}
      <div className="palette-list">
        {groups.map(({ group, entries }) => (
          <section key={group}>
            <h2 className="cap">
              <span>{t(`app.group.${group}`)}</span>
              {tMaybe(`app.group.${group}.note`) && (
                <span className="note">{t(`app.group.${group}.note`)}</span>
              )}
            </h2>
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} onAdd={add} />
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className="hint">{t('app.palette.none', { words })}</p>}
      </div>
    </aside>
  );
}
