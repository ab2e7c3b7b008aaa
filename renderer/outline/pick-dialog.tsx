// Choosing one of several things by typing: what fits best stands first, Enter takes it.
// PD1 what cannot be chosen stands there too, with the reason; it can be read, not taken.
// PD2 the focus stays in the search field; arrows move the choice, and readers follow it.

import { Modal, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Tile } from '../canvas/tile.tsx';
import type { NodeFamily } from '../../engine/node.ts';
import { t } from '../words.ts';

export type Choice = {
  id: string;
  name: string;
  line?: string | undefined;
  family: NodeFamily;
  icon: string;
  /** Why it cannot be chosen (PD1). */
  reason?: string | undefined;
};

/** How well a choice fits the words: its name begins with them, holds them, or its line does. */
function fit({ name, line }: Choice, words: string): number {
  const wanted = words.toLowerCase().trim();
  const own = name.toLowerCase();
  if (wanted === '') return 1;
  if (own === wanted) return 5;
  if (own.startsWith(wanted)) return 4;
  if (own.includes(wanted)) return 3;
  const text = `${own} ${line?.toLowerCase() ?? ''}`;
  return wanted.split(/\s+/).every((word) => text.includes(word)) ? 2 : 0;
}

type ListProps = { choices: Choice[]; onPick: (id: string) => void };

function Option(props: {
  onKey: (event: KeyboardEvent) => void;
  choice: Choice;
  id: string;
  isOn: boolean;
  onPick: () => void;
}): ReactNode {
  const { choice, id, isOn } = props;
  const { reason } = choice;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it holds more than text
      role="option"
      tabIndex={-1}
      id={id}
      ref={(one) => {
        if (isOn) one?.scrollIntoView({ block: 'nearest' });
      }}
      className={`pick${isOn ? ' on' : ''}`}
      aria-selected={isOn}
      aria-disabled={reason !== undefined}
      onClick={props.onPick}
      onKeyDown={props.onKey}
    >
      <Tile family={choice.family} icon={choice.icon} small />
      <span className="pick-name">{choice.name}</span>
      <span className="pick-line cut">
        {reason === undefined ? choice.line : t('app.pick.why', { reason })}
      </span>
    </div>
  );
}

function PickList({ choices, onPick }: ListProps): ReactNode {
  const own = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const found = choices
    .map((choice) => ({ choice, fit: fit(choice, words) }))
    .filter((one) => one.fit > 0)
    .toSorted(
      (a, b) =>
        Number(a.choice.reason !== undefined) - Number(b.choice.reason !== undefined) ||
        b.fit - a.fit,
    )
    .map(({ choice }) => choice);
  const here = Math.min(at, found.length - 1);
  const take = (choice: Choice | undefined): void => {
    if (choice && choice.reason === undefined) onPick(choice.id);
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setAt(Math.max(0, Math.min(found.length - 1, here + by)));
    else if (event.key === 'Enter') take(found[here]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the field stays a field
        role="combobox"
        aria-expanded
        aria-controls={`${own}list`}
        aria-autocomplete="list"
        aria-activedescendant={found[here] ? `${own}${here}` : undefined}
        aria-label={t('app.pick.find')}
        placeholder={t('app.pick.find')}
        leftSection={<Search size={14} aria-hidden />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- reasons stand in it */}
      <div role="listbox" id={`${own}list`} className="picks" aria-label={t('app.pick.find')}>
        {found.map((choice, i) => (
          <Option
            key={choice.id}
            choice={choice}
            id={`${own}${i}`}
            isOn={i === here}
            onPick={() => take(choice)}
            onKey={onKey}
          />
        ))}
      </div>
      {found.length === 0 && <output className="hint">{t('app.pick.none', { words })}</output>}
    </>
  );
}

type Props = ListProps & {
  /** Undefined = closed. */
  title: string | undefined;
  onClose: () => void;
  /** What stands above the list. */
  children?: ReactNode;
};

export function PickDialog({ title, choices, onPick, onClose, children }: Props): ReactNode {
  return (
    <Modal
      opened={title !== undefined}
      onClose={onClose}
      title={title}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b pick-dialog">
        {children}
        <PickList key={title} choices={choices} onPick={onPick} />
      </div>
    </Modal>
  );
}
