// What a person can do in the designer, and what is selected, revealed or being asked meanwhile.

import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Edit, EditFault } from '../../engine/1-document/change.ts';
import { unfit } from '../../engine/1-document/edit-arrows.ts';
import type {
  Problem,
  Workflow,
  WorkflowEdge,
  WorkflowNode,
} from '../../engine/1-document/schema.ts';
import { findNote, findStep, TOP } from '../../engine/1-document/scopes.ts';
import { edgeId } from '../../engine/base/ids.ts';
import { registry } from '../../nodes/index.ts';
import type { Wish } from '../canvas/flow-types.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { t } from '../words.ts';
import { planStep, type Addition } from './add-step.ts';
import { roomToSee, wayTo } from './find.ts';

const NONE: ReadonlySet<string> = new Set();

/** Where a new step goes, if anything is known about it. */
export type Spot = {
  at?: [number, number];
  room?: string | undefined;
  /** Into this arrow. */
  arrow?: string | undefined;
  /** Reached by this way out. */
  from?: { from: string; port: string };
};

export type Designer = {
  selected: ReadonlySet<string>;
  select: (ids: ReadonlySet<string>) => void;
  apply: (edits: Edit[]) => void;
  /**
   * Makes the edits as one gesture of their own and selects what they added; then the focus goes
   * there, into its name, or nowhere.
   */
  make: (edits: Edit[], then?: 'focus' | 'name' | 'stay') => string[] | undefined;
  add: (addition: Addition, spot?: Spot) => void;
  whyNot: (from: string, port: string) => ReadonlyMap<string, EditFault>;
  connect: (wish: Wish) => void;
  /** A step that nothing leads to yet goes into an arrow. */
  putInto: (step: string, arrow: string, edits: Edit[]) => void;
  /** A connection that still needs to be told its way or its target. */
  asking: Partial<Wish> | undefined;
  ask: (wish: Partial<Wish> | undefined) => void;
  go: (problem: Problem) => void;
  /** Goes to a step or note, into the room it lies in where that is needed. */
  goTo: (target: string, field?: string) => void;
  fix: (problem: Problem) => void;
  reveal: { field: string; key: string } | undefined;
  /** The step to bring into view. */
  shown: { id: string; focus?: boolean } | undefined;
  nameKey: string | undefined;
  rename: (id: string) => void;
  /** The room that is looked into; empty for the whole drawing. */
  inside: string;
  enter: (room: string) => void;
};

/** The arrow of an id, and the room it lies in. */
export function arrowOf(
  workflow: Workflow,
  id: string,
): { edge: WorkflowEdge; in: string } | undefined {
  const placed = findStep(workflow, id.split(':')[0] ?? '');
  const edge = placed?.scope.edges.find((one) => edgeId(one) === id);
  return placed && edge && { edge, in: placed.in };
}

/** True when an id still names a step, a note or an arrow of the workflow. */
function isThere(workflow: Workflow, id: string): boolean {
  if (id.includes(':')) return arrowOf(workflow, id) !== undefined;
  return findStep(workflow, id) !== undefined || findNote(workflow, id) !== undefined;
}

/** What is left of a selection: what an edit or an undo removed is no longer selected. */
function stillThere(chosen: ReadonlySet<string>, workflow: Workflow): ReadonlySet<string> {
  const left = [...chosen].filter((id) => isThere(workflow, id));
  return left.length === chosen.size ? chosen : new Set(left);
}

/** The first ordinary way out of a step. */
const mainWay = (node: WorkflowNode): string | undefined =>
  stepFacts(registry, node).ways.find((way) => !way.problem)?.id;

type Looking = Pick<Designer, 'reveal' | 'shown' | 'nameKey' | 'inside'>;

/** What is looked at: the room, what is to be shown of it, and in which field the cursor goes. */
function useLooking(
  workflow: Workflow,
): [Looking, (change: Partial<Looking>) => void, () => string] {
  const [looking, setLooking] = useState<Looking>({
    reveal: undefined,
    shown: undefined,
    nameKey: undefined,
    inside: TOP,
  });
  const count = useRef(0);
  const look = useCallback(
    (change: Partial<Looking>) => setLooking((old) => ({ ...old, ...change })),
    [],
  );
  const isLost = looking.inside !== TOP && !findStep(workflow, looking.inside)?.node.scope;
  return [isLost ? { ...looking, inside: TOP } : looking, look, () => String(++count.current)];
}

/** What the acts below work on. */
type State = {
  workflow: Workflow;
  selected: ReadonlySet<string>;
  choose: (ids: ReadonlySet<string>) => void;
  ask: (wish: Partial<Wish> | undefined) => void;
  tryTo: (edits: Edit[], gesture?: string) => string[] | undefined;
  looking: Looking;
  look: (change: Partial<Looking>) => void;
  fresh: () => string;
};

/** What changes the drawing. */
function drawing(state: State) {
  const { workflow, selected, choose, ask, tryTo, looking, look, fresh } = state;
  const apply = (edits: Edit[]): void => void tryTo(edits);
  return {
    apply,
    make: (edits, then = 'focus') => {
      const added = tryTo(edits, `make ${fresh()}`);
      const [first] = added ?? [];
      if (!added || first === undefined) return added;
      choose(new Set(added));
      look({
        shown: { id: first, focus: then === 'focus' },
        ...(then === 'name' ? { nameKey: `${first} ${fresh()}` } : {}),
      });
      return added;
    },
    add: (addition, spot = {}) => {
      const { at, room, arrow, from } = spot;
      const plan = planStep(workflow, registry, {
        ...addition,
        selected: arrow === undefined ? selected : new Set([arrow]),
        home: looking.inside,
        ...(from ? { from } : {}),
        ...(at && arrow === undefined ? { at, room } : {}),
      });
      const gesture = `add ${fresh()}`;
      const [id] = tryTo(plan.edits, gesture) ?? [];
      if (id === undefined) return;
      const way = plan.connect;
      if (way?.port === 'quiet') ask({ ...way, to: id });
      else if (way) tryTo([{ do: 'connect', arrow: { ...way, to: id } }], gesture);
      choose(new Set([id]));
      look({ nameKey: `${id} ${fresh()}`, ...(at ? {} : { shown: { id } }) });
    },
    whyNot: (from, port) => unfit(workflow, from, port),
    connect: (wish) => {
      if (wish.port === 'quiet') ask(wish);
      else tryTo([{ do: 'connect', arrow: wish }]);
    },
    putInto: (step, arrow, edits) => {
      const found = arrowOf(workflow, arrow);
      const node = findStep(workflow, step)?.node;
      const port = node && mainWay(node);
      if (!found || port === undefined) return apply(edits);
      const { edge } = found;
      tryTo([
        ...edits,
        { do: 'reconnect', arrow: edge, to: { ...edge, to: step } },
        { do: 'connect', arrow: { from: step, port, to: edge.to } },
      ]);
    },
    fix: (problem) => {
      if (problem.fix) tryTo([problem.fix.edit as unknown as Edit]);
      if (problem.step !== undefined) choose(new Set([problem.step]));
    },
  } satisfies Partial<Designer>;
}

/** What changes where one looks. */
function going({ workflow, choose, looking, look, fresh }: State) {
  const { inside } = looking;
  const goTo: Designer['goTo'] = (target, field) => {
    choose(new Set([target]));
    look({
      inside: roomToSee(workflow, target, inside),
      reveal: field === undefined ? undefined : { field, key: fresh() },
      shown: { id: target, focus: field === undefined },
    });
  };
  return {
    goTo,
    select: (ids) => {
      look({ reveal: undefined, nameKey: undefined });
      choose(ids);
    },
    go: ({ step, field, path }) => {
      const at = field ?? path;
      const reveal = at === undefined ? undefined : { field: at, key: fresh() };
      choose(step === undefined ? NONE : new Set([step]));
      look({
        reveal,
        shown: step === undefined ? undefined : { id: step },
        ...(step === undefined ? {} : { inside: roomToSee(workflow, step, inside) }),
      });
    },
    rename: (id) => look({ nameKey: `${id} ${fresh()}` }),
    enter: (room) => {
      // Coming out of a room it is what one was in that is selected; going in, nothing is yet.
      const around = wayTo(workflow.scope, inside, []) ?? [];
      const isOut = room === TOP || around.some(({ id }) => id === room);
      const from = isOut ? childOn(workflow, inside, room) : undefined;
      choose(from === undefined ? NONE : new Set([from]));
      const shown = from === undefined ? undefined : { id: from, focus: true };
      look({ inside: room, reveal: undefined, nameKey: undefined, shown });
    },
  } satisfies Partial<Designer>;
}

export function useDesigner(open: OpenDocument, workflow: Workflow): Designer {
  const [chosen, choose] = useState<ReadonlySet<string>>(NONE);
  const [asking, ask] = useState<Partial<Wish>>();
  const [looking, look, fresh] = useLooking(workflow);
  const tryTo = useCallback(
    (edits: Edit[], gesture?: string): string[] | undefined => {
      const applied = open.apply(edits, gesture);
      if (applied.ok) return applied.added;
      notifications.show({ message: t(`edit.${applied.fault}`), color: 'yellow' });
      return undefined;
    },
    [open],
  );
  const apply = useCallback((edits: Edit[]) => void tryTo(edits), [tryTo]);
  const selected = useMemo(() => stillThere(chosen, workflow), [chosen, workflow]);
  const state: State = { workflow, selected, choose, ask, tryTo, looking, look, fresh };
  return { ...looking, ...drawing(state), ...going(state), apply, selected, asking, ask };
}

/** Of the rooms one stood in, the one that lies right inside of `room`. */
function childOn(workflow: Workflow, inside: string, room: string): string | undefined {
  const way = [...(wayTo(workflow.scope, inside, []) ?? []).map(({ id }) => id), inside];
  return way[room === TOP ? 0 : way.indexOf(room) + 1] || undefined;
}
