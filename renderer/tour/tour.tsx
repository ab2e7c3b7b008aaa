// The tour as it is seen: a small card beside what it speaks of, and a ring around that.
// TR1 it is no dialog that shuts the rest out; Escape leaves it, the arrow keys walk it.
// TR2 the focus goes into the card at every stop and back to where it was at the end.
// TR3 where what it speaks of is not on the screen, the card stands in the corner without a ring.

import { Button } from '@mantine/core';
import { useSelector } from '@xstate/store-react';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { t } from '../words.ts';
import { endTour, STOPS, tour } from './tour-store.ts';

type Box = { left: number; top: number; width: number; height: number };
const CARD = { width: 320, height: 190 };
const GAP = 12;
const RING = 6;

/** Where the target is, followed while things move; none when it is not there (TR3). */
function useBox(target: string): Box | undefined {
  const [box, setBox] = useState<Box>();
  useLayoutEffect(() => {
    const look = (): void => {
      const found = document.querySelector(target)?.getBoundingClientRect();
      const { left = 0, top = 0, width = 0, height = 0 } = found ?? {};
      setBox((was) => {
        if (width === 0) return undefined;
        const isSame = was?.left === left && was.top === top && was.width === width;
        return isSame && was.height === height ? was : { left, top, width, height };
      });
    };
    look();
    const watch = setInterval(look, 200);
    return () => clearInterval(watch);
  }, [target]);
  return box;
}

/** The ring, whole inside the window even around what reaches its edges. */
function ringOf({ left, top, width, height }: Box): Box {
  const [x, y] = [Math.max(left, RING), Math.max(top, RING)];
  const right = Math.min(left + width, innerWidth - RING);
  const bottom = Math.min(top + height, innerHeight - RING);
  return { left: x, top: y, width: right - x, height: bottom - y };
}

/** Beside the target where there is room, always whole on the screen. */
function placeOf(box: Box | undefined): { left: number; top: number } {
  const most = { left: innerWidth - CARD.width - GAP, top: innerHeight - CARD.height - GAP };
  if (!box) return most;
  const below = box.top + box.height + GAP;
  return {
    left: Math.max(GAP, Math.min(box.left + box.width / 2 - CARD.width / 2, most.left)),
    top: Math.max(GAP, Math.min(below, most.top)),
  };
}

function Stop({ at }: { at: number }): ReactNode {
  const { id, target } = STOPS[at] ?? STOPS[0];
  const box = useBox(target);
  const card = useRef<HTMLDialogElement>(null);
  useEffect(() => card.current?.focus(), [at]); // TR2
  const isLast = at === STOPS.length - 1;
  const to = (next: number): void => {
    if (next >= STOPS.length) endTour();
    else if (next >= 0) tour.trigger.to({ at: next });
  };
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key !== 'Escape' && by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (by === undefined) endTour();
    else to(at + by);
  };
  return (
    <>
      {box && <div className="tour-ring" style={ringOf(box)} aria-hidden />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys only */}
      <dialog
        open
        ref={card}
        className="tour-card"
        aria-label={t('tour.label')}
        aria-describedby="tour-text"
        tabIndex={-1}
        style={placeOf(box)}
        onKeyDown={press}
      >
        <span className="meta num">{t('tour.n', { n: at + 1, of: STOPS.length })}</span>
        <h2>{t(`tour.${id}`)}</h2>
        <p id="tour-text">{t(`tour.${id}.text`)}</p>
        <footer>
          <Button variant="subtle" onClick={endTour}>
            {t('tour.end')}
          </Button>
          <span className="grow" />
          {at > 0 && <Button onClick={() => to(at - 1)}>{t('tour.back')}</Button>}
          <Button variant="filled" onClick={() => to(at + 1)}>
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        </footer>
      </dialog>
    </>
  );
}

export function Tour(): ReactNode {
  const at = useSelector(tour, ({ context }) => context.at);
  const before = useRef<HTMLElement>(null);
  const isOn = at !== undefined;
  useEffect(() => {
    if (!isOn) return undefined;
    before.current = document.activeElement as HTMLElement | null;
    return () => before.current?.focus(); // TR2
  }, [isOn]);
  return isOn ? <Stop at={at} /> : null;
}
