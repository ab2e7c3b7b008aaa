// A text a person writes, with values of earlier steps in it as chips. CodeMirror draws it; nothing
// of it is ever run or evaluated.
// TE1 the document's history is the only one: keys for undo are left to it.
// TE2 Tab leaves, unless a list is open; nobody is ever caught in here.
// TE3 what changes from outside, such as an undo, is put in where it differs; the cursor stays.

import { standardKeymap } from '@codemirror/commands';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { dropCursor, EditorView, keymap, placeholder } from '@codemirror/view';
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  type ReactNode,
  type RefObject,
} from 'react';
import { chips, placesFacet } from './chips.ts';
import { choosing } from './choose.ts';
import type { Places } from './places.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
const fromOutside = Annotation.define<true>();

/** What others may ask of an editor. */
export type TextHandle = { insert: (path: string) => void; focus: () => void };

export type TextEditorProps = {
  text: string;
  onText: (text: string) => void;
  label: string;
  isLong: boolean;
  placeholder?: string | undefined;
  places: Places | undefined;
  describedBy?: string | undefined;
  handle?: RefObject<TextHandle | null>;
  /** A value was dropped: it goes where the pointer is. */
  pathOf?: (event: DragEvent) => string;
};

/** One line stays one line, whatever is pasted. */
const oneLine: Extension = [
  EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\n\s*/g, ' ')),
  EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)),
  keymap.of([{ key: 'Enter', run: () => true }]),
];

/** Where two texts begin and stop to differ. */
function difference(before: string, after: string) {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let end = 0;
  const most = Math.min(before.length, after.length) - from;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

export function TextEditor(props: TextEditorProps): ReactNode {
  const { text, label, isLong, places, describedBy, handle } = props;
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const parts = useRef({ places: new Compartment(), attributes: new Compartment() });
  const said = useEffectEvent((next: string) => props.onText(next));
  const dropped = useEffectEvent((event: DragEvent): string => props.pathOf?.(event) ?? '');
  const written = useEffectEvent((path: string): string => props.places?.write(path) ?? '');
  const hint = props.placeholder;

  const attributes = (): Extension =>
    EditorView.contentAttributes.of({
      'aria-label': label,
      spellcheck: 'true',
      ...(isLong ? {} : { 'aria-multiline': 'false' }),
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    });

  useLayoutEffect(() => {
    const insertAt = (at: { from: number; to: number }, path: string): boolean => {
      const insert = written(path);
      if (!view.current || insert === '') return false;
      view.current.dispatch({
        changes: { ...at, insert },
        selection: { anchor: at.from + insert.length },
        userEvent: 'input.drop',
      });
      return true;
    };
    const own = new EditorView({
      parent: frame.current as HTMLDivElement,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(nonce),
          EditorView.lineWrapping,
          choosing,
          keymap.of(standardKeymap), // TE1, TE2
          chips,
          dropCursor(),
          parts.current.places.of(places ? placesFacet.of(places) : []),
          parts.current.attributes.of(attributes()),
          ...(hint ? [placeholder(hint)] : []),
          ...(isLong ? [] : [oneLine]),
          EditorView.domEventHandlers({
            drop: (event, at) => {
              const path = dropped(event);
              if (path === '') return false;
              event.preventDefault();
              const pos = at.posAtCoords({ x: event.clientX, y: event.clientY }, false);
              at.focus();
              return insertAt({ from: pos, to: pos }, path);
            },
          }),
          EditorView.updateListener.of((update) => {
            const isOwn = !update.transactions.some((one) => one.annotation(fromOutside));
            if (update.docChanged && isOwn) said(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = own;
    if (handle)
      handle.current = {
        insert: (path) => {
          const { from, to } = own.state.selection.main;
          insertAt({ from, to }, path);
        },
        focus: () => own.focus(),
      };
    return () => own.destroy();
    // Made once; everything that changes later is put in below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, []);

  useLayoutEffect(() => {
    const before = view.current?.state.doc.toString();
    if (before === undefined || before === text) return;
    view.current?.dispatch({
      changes: difference(before, text),
      annotations: fromOutside.of(true), // TE3
    });
  }, [text]);
  useEffect(() => {
    view.current?.dispatch({
      effects: [
        parts.current.places.reconfigure(places ? placesFacet.of(places) : []),
        parts.current.attributes.reconfigure(attributes()),
      ],
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what the attributes are made of
  }, [places, label, describedBy]);

  return <div ref={frame} className={isLong ? 'text-editor is-long' : 'text-editor'} />;
}
