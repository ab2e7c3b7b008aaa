// The canvas of the designer with what opens on it: the way out of a room, what fits at the end of
// an arrow, the menu of the right button.

import { useState, type ReactNode } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { Canvas } from '../canvas/canvas.tsx';
import type { Drop, KeptState } from '../canvas/flow-types.ts';
import type { Point } from '../canvas/geometry.ts';
import type { Names } from '../canvas/step-facts.ts';
import { AddHere } from './add-here.tsx';
import type { Addition } from './add-step.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { CanvasMenu } from './command-items.tsx';
import type { Board } from './use-board.ts';
import type { Designer } from './use-designer.ts';

type Props = {
  workflow: Workflow;
  slug: string;
  names: Names;
  problems: ReadonlyMap<string, number>;
  kept: ReadonlyMap<string, KeptState>;
  designer: Designer;
  board: Board;
  clearTop: number;
  children: ReactNode;
};

export function DesignCanvas(props: Props): ReactNode {
  const { workflow, slug, names, designer, board } = props;
  const { acts, here, setHere } = board;
  const { inside } = designer;
  const [menu, setMenu] = useState<Point>();
  const loose = (from: { from: string; port: string }, { at, room, client }: Drop): void => {
    const home = findStep(workflow, from.from)?.in ?? '';
    // Outside of its own room a step could not be reached: there it stands below what leads to it.
    const isHere = (room ?? inside) === home;
    setHere({ client, spot: { from, ...(isHere ? { at, room } : {}) } });
  };
  return (
    <Canvas
      workflow={workflow}
      registry={registry}
      names={names}
      problems={props.problems}
      kept={props.kept}
      selected={designer.selected}
      onSelect={designer.select}
      onEdit={designer.apply}
      onConnect={designer.connect}
      whyNot={designer.whyNot}
      onDrop={(what, { at, room }, arrow) =>
        designer.add(JSON.parse(what) as Addition, { at, room, arrow })
      }
      onLoose={loose}
      onPutInto={designer.putInto}
      onInsert={acts.add}
      onEnter={designer.enter}
      onRename={designer.rename}
      onTidy={acts.tidy}
      onMenu={setMenu}
      inside={inside}
      handle={board.canvas}
      reveal={designer.shown}
      fitKey={slug}
      clearTop={inside === '' ? props.clearTop : 68}
    >
      {inside === '' ? (
        props.children
      ) : (
        <Breadcrumb workflow={workflow} inside={inside} names={names} onGo={designer.enter} />
      )}
      <AddHere
        at={here?.client}
        tools={names.tools.values()}
        onClose={() => setHere(undefined)}
        onAdd={(addition) => designer.add(addition, here?.spot)}
      />
      <CanvasMenu at={menu} onClose={() => setMenu(undefined)} acts={acts} />
    </Canvas>
  );
}
