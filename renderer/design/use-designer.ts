// What a person can do in the designer, and what is selected, revealed or being asked meanwhile.

import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { edit } from '../../engine/1-document/edit.ts';
import type { Problem, Workflow } from '../../engine/1-document/schema.ts';
import { edgeId } from '../../engine/base/ids.ts';
import { registry } from '../../nodes/index.ts';
import type { Wish } from '../canvas/flow-types.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { t } from '../words.ts';
import { planStep, type Addition } from './add-step.ts';

const NONE: ReadonlySet<string> = new Set();

export type Designer = {
  selected: ReadonlySet<string>;
  select: (ids: ReadonlySet<string>) => void;
  apply: (edits: Edit[]) => void;
  add: (addition: Addition, at?: [number, number], room?: string) => void;
  canConnect: (wish: Wish) => boolean;
  connect: (wish: Wish) => void;
  /** A connection that still needs to be told its way or its target. */
  asking: Partial<Wish> | undefined;
  ask: (wish: Partial<Wish> | undefined) => void;
  go: (problem: Problem) => void;
  fix: (problem: Problem) => void;
  reveal: { field: string; key: string } | undefined;
  /** The step to bring into view. */
  shown: { id: string } | undefined;
  nameKey: string | undefined;
  rename: (id: string) => void;
};

/** True when an id still names a step or an arrow of the workflow. */
function isThere(workflow: Workflow, id: string): boolean {
  if (!id.includes(':')) return findStep(workflow, id) !== undefined;
  const placed = findStep(workflow, id.split(':')[0] ?? '');
  return placed?.scope.edges.some((edge) => edgeId(edge) === id) === true;
}

/** What is left of a selection: what an edit or an undo removed is no longer selected. */
function stillThere(chosen: ReadonlySet<string>, workflow: Workflow): ReadonlySet<string> {
  const left = [...chosen].filter((id) => isThere(workflow, id));
  return left.length === chosen.size ? chosen : new Set(left);
}

export function useDesigner(open: OpenDocument, workflow: Workflow): Designer {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  const [asking, setAsking] = useState<Partial<Wish>>();
  const [reveal, setReveal] = useState<Designer['reveal']>();
  const [nameKey, setNameKey] = useState<string>();
  const [shown, setShown] = useState<Designer['shown']>();
  const count = useRef(0);
  const fresh = (): string => String(++count.current);

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

  const add: Designer['add'] = (addition, at, room) => {
    const plan = planStep(workflow, registry, {
      ...addition,
      selected,
      ...(at ? { at, room } : {}),
    });
    const gesture = `add ${fresh()}`;
    const [id] = tryTo(plan.edits, gesture) ?? [];
    if (id === undefined) return;
    if (plan.connect) tryTo([{ do: 'connect', arrow: { ...plan.connect, to: id } }], gesture);
    setChosen(new Set([id]));
    if (!at) setShown({ id });
    setNameKey(`${id} ${fresh()}`);
  };
  const connect: Designer['connect'] = (wish) => {
    if (wish.port === 'quiet') setAsking(wish);
    else tryTo([{ do: 'connect', arrow: wish }]);
  };
  const go: Designer['go'] = ({ step, field, path }) => {
    setChosen(step === undefined ? NONE : new Set([step]));
    const at = field ?? path;
    setReveal(at === undefined ? undefined : { field: at, key: fresh() });
    setShown(step === undefined ? undefined : { id: step });
  };
  const fix: Designer['fix'] = (problem) => {
    if (problem.fix) tryTo([problem.fix.edit as unknown as Edit]);
    if (problem.step !== undefined) setChosen(new Set([problem.step]));
  };
  return {
    selected,
    select: (ids) => {
      setReveal(undefined);
      setChosen(ids);
    },
    apply,
    canConnect: (arrow) => arrow.port === 'quiet' || edit(workflow, { do: 'connect', arrow }).ok,
    add,
    connect,
    asking,
    ask: setAsking,
    go,
    fix,
    reveal,
    shown,
    nameKey,
    rename: (id) => setNameKey(`${id} ${fresh()}`),
  };
}
