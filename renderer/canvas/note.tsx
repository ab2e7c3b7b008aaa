// A note on the canvas: text anybody can leave for whoever looks at the drawing. It has no colour.
// NT1 what is written becomes a change when the writing ends; Escape leaves it as it was.
// NT2 the grip in the corner resizes; while it is pulled only the note itself follows.

import { memo, use, useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { useStoreApi, type NodeProps } from 'reactflow';
import { t, useLanguage } from '../words.ts';
import { ActsContext } from './acts.ts';
import type { FlowNote } from './flow-types.ts';
import { NOTE, SNAP } from './geometry.ts';

const onGrid = (n: number, least: number): number => Math.max(least, Math.round(n / SNAP) * SNAP);

function Writing({ id, text }: { id: string; text: string }): ReactNode {
  const { edit, write } = use(ActsContext);
  const isLeft = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <textarea
      className="note-text nodrag nowheel"
      aria-label={t('app.note.text')}
      defaultValue={text}
      maxLength={4000}
      ref={field}
      onKeyDown={(event) => {
        event.stopPropagation();
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (event.key !== 'Escape' && !isDone) return;
        event.preventDefault();
        isLeft.current = event.key === 'Escape'; // NT1
        const node = event.currentTarget.closest<HTMLElement>('.react-flow__node');
        event.currentTarget.blur();
        node?.focus();
      }}
      onBlur={(event) => {
        const now = event.currentTarget.value;
        write(undefined);
        if (!isLeft.current && now !== text)
          edit?.([{ do: 'set_note', note: id, fields: { text: now } }]);
      }}
    />
  );
}

function Note({
  id,
  data,
  selected,
  width = NOTE.w,
  height = NOTE.h,
}: NodeProps<FlowNote>): ReactNode {
  useLanguage();
  const { edit, writing } = use(ActsContext);
  const store = useStoreApi();
  const [size, setSize] = useState<[number, number]>();
  const from = useRef<{ x: number; y: number }>(undefined);
  const { note, mode } = data;
  const [w, h] = size ?? [width, height];
  const pull = (event: PointerEvent): void => {
    if (!from.current) return;
    const zoom = store.getState().transform[2];
    const by = {
      x: (event.clientX - from.current.x) / zoom,
      y: (event.clientY - from.current.y) / zoom,
    };
    setSize([onGrid(width + by.x, NOTE.leastW), onGrid(height + by.y, NOTE.leastH)]);
  };
  return (
    <div
      className={selected ? 'canvas-note selected' : 'canvas-note'}
      style={{ width: w, height: h }}
    >
      {writing === id ? (
        <Writing id={id} text={note.text} />
      ) : (
        <p className={note.text ? 'note-text' : 'note-text hint'}>
          {note.text || t('app.note.empty')}
        </p>
      )}
      {mode === 'edit' && edit && (
        <span
          className="note-grip nodrag"
          title={t('app.note.size')}
          onPointerDown={(event) => {
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
            from.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerMove={pull}
          onPointerUp={() => {
            from.current = undefined;
            if (size) edit([{ do: 'set_note', note: id, fields: { size } }]);
            setSize(undefined);
          }}
        />
      )}
    </div>
  );
}

export const NoteNode = memo(Note);
