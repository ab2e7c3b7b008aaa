// A place where nothing is yet says what it is for and how to begin, instead of staying blank.

import { createElement, type ComponentType, type ReactNode } from 'react';

type Props = {
  icon: ComponentType<{ size?: number }>;
  title: string;
  text: string;
  /** The one way on. */
  children?: ReactNode;
};

export function Empty({ icon, title, text, children }: Props): ReactNode {
  return (
    <section className="empty">
      <span className="empty-i" aria-hidden>
        {createElement(icon, { size: 16 })}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="row">{children}</div>}
    </section>
  );
}
