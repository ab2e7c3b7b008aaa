// Taking a value to a setting: by dragging it there, or by pressing it while the setting is the one
// that was last worked on. Both end in the same place's `take`.
// CY1 a place that is told twice is one place: the last one told counts.
// CY2 what cannot stand in a place is not taken there, and the place shows it while dragging.

import { useSelector } from '@xstate/store-react';
import { useState, type DragEvent, type FocusEvent } from 'react';
import type { Kind } from '../../engine/base/kinds.ts';
import { mayFill } from '../../engine/2-validate/fits.ts';
import type { Sight } from '../document/reach.ts';
import { createCarry, type Place } from './carry-store.ts';
import { useInspected, useMaybeInspected } from './context.ts';

const TYPE = 'application/interlock-value';

/** The path of a value that is dropped; empty for everything else. */
export const valueDropped = (event: { dataTransfer: DataTransfer | null }): string =>
  event.dataTransfer?.getData(TYPE) ?? '';

/** Outside of a panel nothing is ever carried. */
const EMPTY = createCarry();

/** True where the value may stand in the place (CY2). */
const fits = (sight: Sight, path: string, kind: Kind | undefined): boolean =>
  mayFill(kind, sight.byPath.get(path)?.field?.kind);

type Dropping = {
  'data-drop': 'yes' | 'no' | undefined;
  'data-over': true | undefined;
  onDragOver: (event: DragEvent) => void;
  onDragLeave: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
  onFocus: (event: FocusEvent) => void;
};

/** Focus events a place has answered: places lie in places, and the innermost counts. */
const answered = new WeakSet<Event>();

/** What makes an element a place; `place.take` is given the path. */
export function usePlace(place: Place): Dropping {
  const inspected = useMaybeInspected();
  const carry = inspected?.carry ?? EMPTY;
  const carried = useSelector(carry, (state) => state.context.carried);
  const [isOver, setOver] = useState(false);
  const isFit = inspected && carried !== undefined && fits(inspected.sight, carried, place.kind);
  return {
    'data-drop': carried === undefined ? undefined : isFit ? 'yes' : 'no',
    'data-over': isOver && isFit ? true : undefined,
    onDragOver: (event) => {
      if (!isFit || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'link';
      setOver(true);
    },
    onDragLeave: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event) => {
      setOver(false);
      const path = valueDropped(event);
      if (!isFit || event.defaultPrevented || path === '') return;
      event.preventDefault();
      event.stopPropagation();
      carry.trigger.carry({ path: undefined });
      place.take(path);
    },
    onFocus: ({ nativeEvent }) => {
      if (answered.has(nativeEvent)) return;
      answered.add(nativeEvent);
      carry.trigger.aim({ place }); // CY1
    },
  };
}

/** What makes an element a value that can be dragged. */
export function useDragged(path: string) {
  const { carry } = useInspected();
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(TYPE, path);
      event.dataTransfer.effectAllowed = 'link';
      // Told once the picture of what is dragged was taken: what lights up would be in it.
      setTimeout(() => carry.trigger.carry({ path }));
    },
    onDragEnd: () => carry.trigger.carry({ path: undefined }),
  };
}
