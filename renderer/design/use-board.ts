// What stands between the canvas and the commands: the handle of the canvas, the clipboard, and
// which list is open.

import { useState } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import type { CanvasHandle } from '../canvas/flow-types.ts';
import type { Point } from '../canvas/geometry.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import type { Loaded } from '../document/use-document.ts';
import { useOffer } from '../frame/acts.ts';
import { useView } from '../outline/use-view.ts';
import type { How } from '../try/use-trying.ts';
import { useClipboard } from './use-clipboard.ts';
import { actsOf, useCommandKeys, type Acts, type Desk } from './use-commands.ts';
import type { Designer, Spot } from './use-designer.ts';

/** A list of steps that fit, opened at a place in the window. */
export type Here = { client: Point; spot: Spot };
export type Over = 'find' | 'palette' | undefined;

export type Board = {
  acts: Acts;
  canvas: { current: CanvasHandle | null };
  here: Here | undefined;
  setHere: (here: Here | undefined) => void;
  over: Over;
  setOver: (over: Over) => void;
};

type Options = Loaded & {
  workflow: Workflow;
  designer: Designer;
  /** Begins to look for a step to add. */
  add: () => void;
  run: () => void;
  tryOut: (how: How, step: string) => void;
};

/** The way out a new step follows by: the first one still open, else the first. */
function wayFrom(workflow: Workflow, id: string): Spot {
  const placed = findStep(workflow, id);
  if (!placed) return {};
  const { node, scope } = placed;
  const ways = stepFacts(registry, node).ways.filter((way) => !way.problem);
  const isDrawn = (port: string): boolean =>
    scope.edges.some((edge) => edge.from === id && edge.port === port);
  const port = (ways.find((way) => !isDrawn(way.id)) ?? ways[0])?.id;
  return port === undefined ? {} : { from: { from: id, port } };
}

export function useBoard(options: Options): Board {
  const { doc, open, workflow, designer, add, run, tryOut } = options;
  // No ref: nothing is drawn from it, but the commands are made while drawing and hold on to it.
  const [canvas] = useState<Board['canvas']>(() => ({ current: null }));
  const [view] = useView();
  const [here, setHere] = useState<Here>();
  const [over, setOver] = useState<Over>();
  const clipboard = useClipboard({ workflow, slug: doc.slug, designer, canvas });
  const desk: Desk = {
    open,
    workflow,
    designer,
    canvas,
    clipboard,
    hasCanvas: view === 'canvas',
    openers: {
      add,
      addHere: (step) => {
        const client = canvas.current?.corner(step);
        if (client) setHere({ client, spot: wayFrom(workflow, step) });
      },
      find: () => setOver('find'),
      palette: () => setOver('palette'),
      run,
      tryOut,
    },
  };
  const acts = actsOf(desk);
  useCommandKeys(acts, desk);
  useOffer(acts);
  return { acts, canvas, here, setHere, over, setOver };
}
