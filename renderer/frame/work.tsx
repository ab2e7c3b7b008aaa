// The frame of design, run and playback: title row 52, sentence line 36, columns, optional foot.
// F1 the picture never moves: the head is 88 px high in every mode, whatever it says.

import type { ReactNode } from 'react';

/** A whole working screen; `foot` is the run bar or the transport (64 px). */
export function Work({ children }: { children: ReactNode }): ReactNode {
  return <div className="work">{children}</div>;
}

/** The head (F1): `left` holds name and facts, `right` chips and buttons, `line` the sentence. */
export function Head(props: { left: ReactNode; right: ReactNode; line: ReactNode }): ReactNode {
  return (
    <header className="title">
      <div className="title-row">
        {props.left}
        <span className="grow" />
        {props.right}
      </div>
      {props.line}
    </header>
  );
}

/** The one sentence under the title; `tone` banner is playback's. */
export function Line(props: {
  children: ReactNode;
  icon: ReactNode;
  tone?: 'plain' | 'wait' | 'banner';
  live?: boolean;
}): ReactNode {
  return (
    <div
      className={`line num tone-line-${props.tone ?? 'plain'}`}
      role={props.live ? 'status' : undefined}
    >
      {props.icon}
      {props.children}
    </div>
  );
}

/** The three columns: 272 · canvas · 392; a side left out gives its room to the canvas. */
export function Columns(props: {
  left?: ReactNode;
  right?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const shape = `${props.left ? 'l' : ''}m${props.right ? 'r' : ''}`;
  return (
    <div className={`cols cols-${shape}`}>
      {props.left}
      {props.children}
      {props.right}
    </div>
  );
}
