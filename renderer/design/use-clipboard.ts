// Copying, cutting and pasting steps as text.
// CB1 what this window copied from this very workflow comes back as it was; every other text is
//     treated as an import: read with care, disarmed, and what was left out is said in a sentence.
// CB2 fields and marked text keep their own clipboard.

import { notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent } from 'react';
import { partOf } from '../../engine/1-document/edit-part.ts';
import { disarmed, partText, readPart, type LeftOut } from '../../engine/1-document/edit-text.ts';
import type { Workflow, WorkflowScope } from '../../engine/1-document/schema.ts';
import { idsOf } from '../../engine/1-document/scopes.ts';
import { registry } from '../../nodes/index.ts';
import type { CanvasHandle } from '../canvas/flow-types.ts';
import { around, CARD, noteBox, SNAP } from '../canvas/geometry.ts';
import { formOf } from '../inspector/form-spec.ts';
import { t } from '../words.ts';
import type { Designer } from './use-designer.ts';

type Options = {
  workflow: Workflow;
  slug: string;
  designer: Designer;
  canvas: { current: CanvasHandle | null };
};

export type Clipboard = {
  copy: () => void;
  cut: () => void;
  paste: () => void;
};

/** What this window copied last, and how often it was pasted since (CB1). */
const mine = { text: '', slug: '', room: '', times: 0 };

const LINKS = new Set(['tool', 'workflow']);
/** Settings that link a kind of step to a tool or to another workflow. */
function linksOf(type: string): string[] {
  const definition = registry.get(type);
  if (!definition) return [];
  return formOf(definition)
    .filter(({ widget }) => LINKS.has(widget))
    .map(({ key }) => key);
}

/** Where a part is moved to: its middle to the middle of what is seen. */
function toMiddle({ nodes, notes }: WorkflowScope, middle: [number, number]): [number, number] {
  const boxes = [
    ...nodes.map(({ at }) => ({ x: at[0] - CARD.w / 2, y: at[1], w: CARD.w, h: CARD.h })),
    ...notes.map(noteBox),
  ];
  const all = around(boxes);
  if (!all) return [0, 0];
  const on = (n: number): number => Math.round(n / SNAP) * SNAP;
  return [on(middle[0] - all.x - all.w / 2), on(middle[1] - all.y - all.h / 2)];
}

/** One sentence about what was pasted and what was not. */
function pasteWords(n: number, left: LeftOut, unlinked: number): string {
  const parts = [
    left.unknown > 0 && t('app.paste.unknown', { n: left.unknown }),
    left.steps > 0 && t('app.paste.steps', { n: left.steps }),
    left.arrows > 0 && t('app.paste.arrows', { n: left.arrows }),
    left.notes > 0 && t('app.paste.notes', { n: left.notes }),
  ].filter((part) => part !== false);
  return [
    t('app.paste.done', { n }),
    parts.length > 0 && t('app.paste.left', { parts: parts.join(', ') }),
    unlinked > 0 && t('app.paste.unlinked', { n: unlinked }),
  ]
    .filter((part) => part !== false)
    .join(' ');
}

const NOTHING: LeftOut = { steps: 0, unknown: 0, arrows: 0, notes: 0 };

/** True where the text itself is what is copied (CB2). */
function isText(event: ClipboardEvent): boolean {
  const { target } = event;
  const isField =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  const isInDialog = target instanceof Element && target.closest('[role=dialog]') !== null;
  return isField || isInDialog || getSelection()?.isCollapsed === false;
}

export function useClipboard({ workflow, slug, designer, canvas }: Options): Clipboard {
  const { selected, inside } = designer;
  const taken = (): string | undefined => {
    const part = partOf(workflow, selected);
    if (part.nodes.length + part.notes.length === 0) return undefined;
    Object.assign(mine, { text: partText(part), slug, room: inside, times: 0 });
    return mine.text;
  };
  const remove = (): void => {
    const ids = idsOf(workflow);
    designer.apply([{ do: 'remove_steps', steps: [...selected].filter((id) => ids.has(id)) }]);
  };
  const put = (text: string): void => {
    const read = readPart(text, (type) => registry.has(type));
    if (!read.ok) {
      notifications.show({ message: t(`app.paste.${read.code}`), color: 'yellow' });
      return;
    }
    const isMine = text.replaceAll('\r\n', '\n') === mine.text && slug === mine.slug; // CB1
    const { part, unlinked } = isMine
      ? { part: read.part, unlinked: 0 }
      : disarmed(read.part, workflow, linksOf);
    const isBeside = isMine && inside === mine.room;
    const shift = 3 * SNAP * ++mine.times;
    const middle = canvas.current?.middle() ?? [0, 0];
    const by: [number, number] = isBeside ? [shift, shift] : toMiddle(part, middle);
    const added = designer.make([{ do: 'paste', part, into: inside, by }]);
    if (!added) return;
    const left = isMine ? NOTHING : read.left;
    notifications.show({ id: 'pasted', message: pasteWords(added.length, left, unlinked) });
  };
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    if (isText(event)) return;
    const text = taken();
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (event.type === 'cut') remove();
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isText(event)) return;
    event.preventDefault();
    put(event.clipboardData?.getData('text/plain') ?? '');
  });
  useEffect(() => {
    const [copied, pasted] = [(e: ClipboardEvent) => onCopy(e), (e: ClipboardEvent) => onPaste(e)];
    document.addEventListener('copy', copied);
    document.addEventListener('cut', copied);
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('copy', copied);
      document.removeEventListener('cut', copied);
      document.removeEventListener('paste', pasted);
    };
  }, []);
  const blocked = (): void => {
    notifications.show({ message: t('app.paste.blocked'), color: 'yellow' });
  };
  const write = (then?: () => void) => (): void => {
    const text = taken();
    if (text !== undefined) void navigator.clipboard.writeText(text).then(then, blocked);
  };
  return {
    copy: write(),
    cut: write(remove),
    // A menu may only read the clipboard where the browser lets it; the keys always can.
    paste: () => void navigator.clipboard.readText().then(put, blocked),
  };
}
