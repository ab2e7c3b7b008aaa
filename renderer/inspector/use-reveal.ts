// Going to the field a problem points at: into view, and with the cursor in it.
// RV1 the nearest field that is there: what is folded away is unfolded first (see folded.tsx).
// RV2 the cursor goes into what a person has to fill in, not onto a button beside it.

import { useEffect, useRef, type RefObject } from 'react';

/** A field to go to; another `key` goes there again. */
export type Reveal = { field: string; key: string } | undefined;

/** The list of problems gives the focus back to its button first; then it is this field's turn. */
const SOON_MS = 80;
/** An editor that is still being fetched is looked for so often. */
const TRIES = 20;

const INPUT = 'input:not([type=hidden]), textarea, [contenteditable=true]';
const BUTTON = '.refbox, .leaf-field, button';

const isIn = (field: string, place: string): boolean =>
  place !== '' && (field === place || field.startsWith(`${place}.`));

/** The innermost part of the panel that is about a field (RV1). */
const placeOf = (body: HTMLElement, field: string): HTMLElement | undefined =>
  [...body.querySelectorAll<HTMLElement>('[data-field]')]
    .filter((one) => isIn(field, one.dataset['field'] ?? ''))
    .toSorted((a, b) => (b.dataset['field'] ?? '').length - (a.dataset['field'] ?? '').length)[0];

/** Brings what `reveal` names into view; the answer is for the element all fields lie in. */
export function useReveal(reveal: Reveal): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!reveal) return undefined;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const at = body.current && placeOf(body.current, reveal.field);
      const isReady = at?.querySelector('[aria-busy]') === null;
      if (!isReady && tries++ < TRIES) timer = setTimeout(look, SOON_MS);
      if (!at || !isReady) return;
      at.scrollIntoView({ block: 'center' });
      const own = at.matches(INPUT) ? at : at.querySelector<HTMLElement>(INPUT);
      (own ?? at.querySelector<HTMLElement>(BUTTON))?.focus(); // RV2
    };
    timer = setTimeout(look, SOON_MS);
    return () => clearTimeout(timer);
  }, [reveal]);
  return body;
}
