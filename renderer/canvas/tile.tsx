// The tile's shape tells the family: filled square works with a model, outlined square is a tool,
// diamond decides by rule, circle is a person. Everything else stands on a plain square.

import { createElement, type ReactNode } from 'react';
import type { NodeFamily } from '../../engine/node.ts';
import { iconOf } from './icons.ts';

type Props = { family: NodeFamily; icon: string; small?: boolean };

export function Tile({ family, icon, small }: Props): ReactNode {
  return (
    <span className={`tile tile-${family}${small ? ' small' : ''}`} aria-hidden>
      {createElement(iconOf(icon), { size: small ? 14 : 16, strokeWidth: 2 })}
    </span>
  );
}
