// The box an editor stands in, with its text in it until the editor itself has been fetched.

import { Suspense, type ReactNode } from 'react';
import { later } from '../../frame/later.tsx';
import type { TextEditorProps } from './text-editor.tsx';

const TextEditor = later(() => import('./text-editor.tsx').then((m) => m.TextEditor));

export function EditorFrame(props: TextEditorProps): ReactNode {
  const waiting = (
    <div className={props.isLong ? 'text-editor is-long' : 'text-editor'} aria-busy>
      <div className="text-waiting">{props.text || props.placeholder}</div>
    </div>
  );
  return (
    <Suspense fallback={waiting}>
      <TextEditor {...props} />
    </Suspense>
  );
}
