// Between outline or canvas and the panel at the right: Enter goes there, Escape comes back.
// SF1 Escape in an open list, menu or dialog belongs to that; only the next one comes back.
// SF2 Escape where nothing has the focus comes back to the outline too: the keyboard never gets
//     lost. On the canvas it selects nothing, and an editor keeps its own: there Tab leaves it
//     afterwards.

import { useEffect, useEffectEvent } from 'react';

const FIELDS = 'input:not([type=hidden]), textarea, button:not([disabled]), [tabindex="0"]';

/** The panel beside the outline or the canvas. */
const sideOf = (root: HTMLElement | null): HTMLElement | null =>
  root?.closest('.cols')?.querySelector<HTMLElement>('.inspector') ?? null;

/** Moves the focus into the panel: to its first field, else to its first button. */
export function enterSide(root: HTMLElement | null): boolean {
  const side = sideOf(root);
  const body = side?.querySelector<HTMLElement>('.insp-body');
  const first =
    body?.querySelector<HTMLElement>(FIELDS) ?? side?.querySelector<HTMLElement>(FIELDS);
  first?.focus();
  return first !== undefined && first !== null;
}

/** Escape in the panel comes back (SF1, SF2). */
export function useWayBack(
  root: HTMLElement | null,
  onBack: () => void,
  to: 'outline' | 'canvas' = 'outline',
): void {
  const back = useEffectEvent(onBack);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.key !== 'Escape' || !(target instanceof HTMLElement)) return;
      const isNowhere = target === document.body && to === 'outline';
      if (!isNowhere && !sideOf(root)?.contains(target)) return;
      if (to === 'canvas' && target.closest('.cm-editor')) return;
      if (target.closest('[aria-expanded="true"], [role="dialog"], [role="menu"]')) return;
      event.stopPropagation();
      back();
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [root, to]);
}
