// Walking through a list with the arrow keys, from its search field on.

import type { KeyboardEvent } from 'react';

/** Up and down move the focus over what matches `rows` inside the nearest `frame`. */
export function walk(event: KeyboardEvent, frame: string, rows: string): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const from = event.currentTarget;
  if (!by || !(from instanceof HTMLElement)) return;
  event.preventDefault();
  const all = [...(from.closest(frame)?.querySelectorAll<HTMLElement>(rows) ?? [])];
  const at = all.indexOf(from);
  all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
}
