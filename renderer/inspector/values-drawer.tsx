// Everything earlier steps give, at the foot of the panel: drag a value onto a setting or into a
// text, or press it to put it into the setting that was last worked on.
// VD1 by keyboard and by mouse the same place takes the value; without one it is asked for first.

import { TextInput } from '@mantine/core';
import { useSelector } from '@xstate/store-react';
import { ChevronRight, GripVertical, Search } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Tile } from '../canvas/tile.tsx';
import type { Offer, Source } from '../document/reach.ts';
import { mayFill } from '../../engine/2-validate/fits.ts';
import { Rich } from '../frame/rich.tsx';
import { walk } from '../walk.ts';
import { t } from '../words.ts';
import { useDragged } from './carry.ts';
import type { Place } from './carry-store.ts';
import { useInspected } from './context.ts';
import { choicesIn, matching } from './editor/places.ts';
import { useLastWords } from './last-words.ts';

const ROWS = '.drawer-list';
const ROW = '.value-row:not(:disabled)';

function ValueRow({ offer, place }: { offer: Offer; place: Place | undefined }): ReactNode {
  const { sight } = useInspected();
  const last = useLastWords(sight)(offer.path);
  const dragged = useDragged(offer.path);
  const isFit = mayFill(place?.kind, offer.field?.kind);
  return (
    <li>
      <button
        type="button"
        className={isFit ? 'value-row' : 'value-row is-unfit'}
        aria-disabled={!place || !isFit}
        {...dragged}
        // The place keeps the cursor: pressing a value never takes it away.
        onMouseDown={(event) => event.stopPropagation()}
        onClick={() => place && isFit && place.take(offer.path)}
        onKeyDown={(event) => walk(event, ROWS, ROW)}
      >
        <GripVertical size={12} aria-hidden className="grip" />
        <span className="cut">{offer.label}</span>
        {!offer.sure && <span className="meta maybe">{t('app.reach.maybe')}</span>}
        <span className="grow" />
        <span className="meta num cut offer-v">{last}</span>
      </button>
    </li>
  );
}

function Values({ sources }: { sources: Source[] }): ReactNode {
  const { carry, sight } = useInspected();
  const [words, setWords] = useState('');
  const place = useSelector(carry, (state) => state.context.place);
  const lastOf = useLastWords(sight);
  const found = new Set(matching(choicesIn(sight, lastOf), words).map(({ path }) => path));
  const shown = sources
    .map((source) => ({ ...source, offers: source.offers.filter(({ path }) => found.has(path)) }))
    .filter(({ offers }) => offers.length > 0);
  return (
    <div className="drawer-in">
      <p className="drawer-how meta">
        <Rich text={place ? t('app.values.into', { place: place.label }) : t('app.values.how')} />
      </p>
      <TextInput
        aria-label={t('app.reach.find')}
        placeholder={t('app.reach.find')}
        leftSection={<Search size={14} aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="drawer-list">
        {shown.map((source) => (
          <section key={source.id} aria-label={source.name}>
            <h4 className="picker-h">
              <Tile family={source.family ?? 'flow'} icon={source.icon} small /> {source.name}
            </h4>
            <ul>
              {source.offers.map((offer) => (
                <ValueRow key={offer.path} offer={offer} place={place} />
              ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 && <p className="hint">{t('app.reach.none')}</p>}
      </div>
    </div>
  );
}

export function ValuesDrawer(): ReactNode {
  const { sight, facts, carry } = useInspected();
  const [isOpen, setOpen] = useState(false);
  const bar = useRef<HTMLButtonElement>(null);
  // The list takes room from the form: what was worked on stays in view.
  useEffect(() => {
    const { place } = carry.getSnapshot().context;
    if (!isOpen || !place) return;
    const fields = bar.current
      ?.closest('.inspector')
      ?.querySelectorAll<HTMLElement>('[data-field]');
    const own = [...(fields ?? [])].find((one) => one.dataset['field'] === place.id);
    own?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, carry]);
  const count = sight.byPath.size;
  const family = facts.definition?.type;
  if (count === 0 || family === 'start') return null;
  return (
    <section className={isOpen ? 'drawer is-open' : 'drawer'} aria-label={t('app.values.title')}>
      <button
        ref={bar}
        type="button"
        className="drawer-bar"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden className={isOpen ? 'turned' : undefined} />
        {t('app.values.title')}
        <span className="grow" />
        <span className="meta num">{count}</span>
      </button>
      {isOpen && <Values sources={sight.sources} />}
    </section>
  );
}
