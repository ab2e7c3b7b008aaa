// Choosing a value from an earlier step: a searchable list of everything that can be reached.
// VP1 by keyboard: type to search, arrows to walk, Enter to take, Escape to leave it as it was.

import { Popover, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Tile } from '../canvas/tile.tsx';
import type { Kind } from '../../engine/base/kinds.ts';
import { mayFill } from '../../engine/2-validate/fits.ts';
import type { Offer, Sight, Source } from '../document/reach.ts';
import { walk } from '../walk.ts';
import { t } from '../words.ts';
import { useLastWords } from './last-words.ts';

type Props = {
  sight: Sight;
  onPick: (path: string) => void;
  /** What is wanted: the rest is shown, and cannot be taken. */
  kind?: Kind | undefined;
  /** The button that opens the list. */
  children: (open: () => void) => ReactElement;
  startOpen?: boolean;
  /** Whoever picks puts the cursor somewhere else; else it goes back to the button. */
  movesOn?: boolean;
};

type RowProps = {
  offer: Offer;
  sight: Sight;
  kind: Kind | undefined;
  onPick: () => void;
};

function OfferRow(props: RowProps): ReactNode {
  const { path, field } = props.offer;
  const last = useLastWords(props.sight)(path);
  const isFit = mayFill(props.kind, field?.kind);
  return (
    <button
      type="button"
      className="offer"
      disabled={!isFit}
      onClick={props.onPick}
      onKeyDown={(event) => walk(event, '.picker', 'input, .offer:enabled')}
    >
      <span className="cut">{props.offer.label}</span>
      {!isFit && <span className="meta">{t('app.reach.unfit')}</span>}
      {isFit && !props.offer.sure && <span className="meta">{t('app.reach.maybe')}</span>}
      <span className="grow" />
      <span className="meta num cut offer-v">{last}</span>
    </button>
  );
}

const matching = (source: Source, words: string): Offer[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return source.offers.filter((offer) => {
    const text = `${source.name} ${offer.label}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
};

function PickerList({ sight, kind, onPick }: Pick<Props, 'sight' | 'kind' | 'onPick'>): ReactNode {
  const [words, setWords] = useState('');
  const found = sight.sources
    .map((source) => ({ source, offers: matching(source, words) }))
    .filter(({ offers }) => offers.length > 0);
  const takeFirst = (event: KeyboardEvent): void => {
    walk(event, '.picker', 'input, .offer:enabled');
    const first = found
      .flatMap(({ offers }) => offers)
      .find(({ field }) => mayFill(kind, field?.kind));
    if (event.key !== 'Enter' || !first) return;
    event.preventDefault();
    onPick(first.path);
  };
  return (
    <div className="picker">
      <TextInput
        data-autofocus
        aria-label={t('app.reach.find')}
        placeholder={t('app.reach.find')}
        leftSection={<Search size={14} aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={takeFirst}
      />
      <div className="picker-list">
        {found.map(({ source, offers }) => (
          <section key={source.id} aria-label={source.name}>
            <h4 className="picker-h">
              <Tile family={source.family ?? 'flow'} icon={source.icon} small /> {source.name}
            </h4>
            {offers.map((offer) => (
              <OfferRow
                key={offer.path}
                offer={offer}
                sight={sight}
                kind={kind}
                onPick={() => onPick(offer.path)}
              />
            ))}
          </section>
        ))}
        {found.length === 0 && <p className="hint">{t('app.reach.none')}</p>}
      </div>
    </div>
  );
}

export function ValuePicker({
  sight,
  onPick,
  kind,
  children,
  startOpen,
  movesOn = false,
}: Props): ReactNode {
  const [opened, setOpened] = useState(false);
  const [isPicked, setPicked] = useState(false);
  // Opened after it is there, never with it: only then does the focus find its way back.
  useEffect(() => {
    if (!startOpen) return undefined;
    const soon = requestAnimationFrame(() => setOpened(true));
    return () => cancelAnimationFrame(soon);
  }, [startOpen]);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={340}
      trapFocus
      returnFocus={!(movesOn && isPicked)}
      // Closed at once: focus that comes back late would be taken from what was opened meanwhile.
      transitionProps={{ duration: 0 }}
      // Opened by a key, its button may still be out of sight; a hidden list takes no focus.
      hideDetached={false}
    >
      <Popover.Target>
        {children(() => {
          setPicked(false);
          setOpened(true);
        })}
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <PickerList
          sight={sight}
          kind={kind}
          onPick={(path) => {
            setPicked(true);
            setOpened(false);
            onPick(path);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
