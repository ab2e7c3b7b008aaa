// What each command does now, and the one listener that turns keys into commands.
// UC1 a command that makes no sense now is not there: menus leave it out, its key does nothing.
// UC2 keys inside a dialog, a menu or a list belong to it; letters inside a field are written.

import { notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { findScope, TOP } from '../../engine/1-document/scopes.ts';
import { registry } from '../../nodes/index.ts';
import { align, distribute, type Alignment, type Axis, type Places } from '../canvas/arrange.ts';
import type { CanvasHandle } from '../canvas/flow-types.ts';
import { NOTE } from '../canvas/geometry.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { canReach, canTry, type How } from '../try/use-trying.ts';
import { t } from '../words.ts';
import { grouped, nudged, removed, resized, stepsIn, toggled, ungrouped } from './arranging.ts';
import { commandOf, type Command, type CommandId } from './commands.ts';
import { wayTo } from './find.ts';
import type { Clipboard } from './use-clipboard.ts';
import { arrowOf, type Designer } from './use-designer.ts';

export type Acts = Partial<Record<CommandId, () => void>>;

/** What opens outside of the drawing itself. */
type Openers = {
  add: () => void;
  addHere: (step: string) => void;
  find: () => void;
  palette: () => void;
  run: () => void;
  /** Tries one step, or everything up to it. */
  tryOut: (how: How, step: string) => void;
};

/** All that commands work on. */
export type Desk = {
  open: OpenDocument;
  workflow: Workflow;
  designer: Designer;
  canvas: { current: CanvasHandle | null };
  clipboard: Clipboard;
  openers: Openers;
  /** Whether there is a canvas: in the outline what needs one is not offered. */
  hasCanvas: boolean;
};

const when = (is: boolean, act: () => void): (() => void) | undefined => (is ? act : undefined);

/** What changes what is selected. */
function editing({ workflow, designer, open, clipboard }: Desk): Acts {
  const { selected, inside } = designer;
  const steps = stepsIn(workflow, selected);
  const things = [...selected].filter((id) => !id.includes(':'));
  const only = steps.length === 1 && things.length === 1 ? steps[0] : undefined;
  const arrows = (id: string): Edit[] => {
    const found = arrowOf(workflow, id);
    return found ? [{ do: 'disconnect', arrow: found.edge }] : [];
  };
  const scope = findScope(workflow, inside);
  const all = [...(scope?.nodes ?? []), ...(scope?.notes ?? [])].map(({ id }) => id);
  return {
    undo: open.undo,
    redo: open.redo,
    cut: when(things.length > 0, clipboard.cut),
    copy: when(things.length > 0, clipboard.copy),
    paste: clipboard.paste,
    duplicate: when(things.length > 0, () => {
      designer.make([{ do: 'copy_steps', steps: things, by: [24, 24] }]);
    }),
    remove: when(selected.size > 0, () => designer.apply(removed(workflow, selected, arrows))),
    select_all: when(all.length > 0, () => designer.select(new Set(all))),
    rename: only && (() => designer.rename(only.id)),
    connect: only && (() => designer.ask({ from: only.id })),
  };
}

/** What rooms are for. */
function rooming({ workflow, designer, canvas, hasCanvas }: Desk): Acts {
  const { selected, inside } = designer;
  const steps = stepsIn(workflow, selected);
  const rooms = steps.filter((node) => node.scope);
  const [only] = steps.length === 1 ? rooms : [];
  const group = registry.get('group@1');
  return {
    group:
      group &&
      when(hasCanvas && steps.length > 0, () => {
        const pieces = canvas.current?.pieces(selected) ?? [];
        const edits = grouped(workflow, pieces, group, t('node.group.title'));
        if (edits.length > 0) designer.make(edits, 'name');
      }),
    ungroup:
      only &&
      when(hasCanvas, () => {
        const by = canvas.current?.offset(only.id) ?? [0, 0];
        designer.make([ungrouped(only, registry, by)]);
      }),
    collapse: when(rooms.length > 0, () => designer.apply(toggled(rooms, 'collapsed'))),
    enter: only && when(hasCanvas, () => designer.enter(only.id)),
    leave:
      inside === TOP
        ? when(selected.size > 0, () => designer.select(new Set()))
        : () => designer.enter(wayTo(workflow.scope, inside, [])?.at(-1)?.id ?? TOP),
  };
}

/** Where things stand. */
function arranging({ workflow, designer, canvas, hasCanvas }: Desk): Acts {
  const { selected } = designer;
  const things = [...selected].filter((id) => !id.includes(':'));
  const steps = stepsIn(workflow, selected);
  const moved = (to: Places): void => {
    if (Object.keys(to).length > 0) designer.apply([{ do: 'move_steps', to }]);
  };
  const pieces = () => canvas.current?.pieces(selected) ?? [];
  const line = (how: Alignment) =>
    when(hasCanvas && things.length > 1, () => moved(align(pieces(), how)));
  const even = (axis: Axis) =>
    when(hasCanvas && things.length > 2, () => moved(distribute(pieces(), axis)));
  return {
    left: line('left'),
    centre: line('centre'),
    right: line('right'),
    top: line('top'),
    middle: line('middle'),
    bottom: line('bottom'),
    across: even('across'),
    down: even('down'),
    lock: when(steps.length > 0, () => designer.apply(toggled(steps, 'locked'))),
    tidy: when(hasCanvas, () => {
      const edit = canvas.current?.tidy();
      if (edit) designer.apply([edit]);
    }),
  };
}

/** Every command that makes sense now (UC1). */
export function actsOf(options: Desk): Acts {
  const { open, workflow, designer, canvas, openers, hasCanvas } = options;
  const { selected, inside } = designer;
  const view = (how: 'in' | 'out' | 'actual') => when(hasCanvas, () => canvas.current?.zoom(how));
  const [only] = stepsIn(workflow, selected);
  return {
    ...editing(options),
    ...rooming(options),
    ...arranging(options),
    add: openers.add,
    add_here: only && when(hasCanvas && selected.size === 1, () => openers.addHere(only.id)),
    note: when(hasCanvas, () => {
      const at = canvas.current?.free(NOTE) ?? [0, 0];
      const note = { do: 'add_note', note: { text: '', at }, into: inside } as const;
      const [id] = designer.make([note], 'stay') ?? [];
      if (id !== undefined) requestAnimationFrame(() => canvas.current?.write(id));
    }),
    in: view('in'),
    out: view('out'),
    actual: view('actual'),
    fit: when(hasCanvas, () => canvas.current?.fit()),
    panel: only && when(hasCanvas && selected.size === 1, () => canvas.current?.panel()),
    find: openers.find,
    palette: openers.palette,
    run: openers.run,
    run_step: only && when(canTry(only), () => openers.tryOut('only', only.id)),
    run_here: only && when(canReach(only), () => openers.tryOut('until', only.id)),
    save: () => {
      void open.flush();
      notifications.show({ id: 'saved', message: t('app.saved.already') });
    },
  };
}

const FIELD = 'input, textarea, select, [contenteditable=true]';
const OWN =
  '[role=dialog], [role=menu], [role=listbox], [role=tree], [role=radiogroup], [role=slider]';

/** Whether a key press in this place is meant for a command (UC2). */
function isFor({ where }: Command, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  // The outline's rows have letters of their own; what counts everywhere counts there too.
  if (where === 'everywhere' && target.closest('[role=tree]')) return true;
  if (target.closest(OWN) || where === 'own') return false;
  if (where === 'everywhere') return true;
  if (target.closest(FIELD)) return false;
  return where === 'outside' || target === document.body || target.closest('.canvas') !== null;
}

/** Turns keys into commands. */
export function useCommandKeys(acts: Acts, { workflow, designer }: Desk): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandOf(event);
    if (!command || !isFor(command, event.target)) return;
    const { selected } = designer;
    const edits: Record<string, () => Edit[]> = {
      nudge: () => nudged(workflow, selected, event.key, false),
      nudge_far: () => nudged(workflow, selected, event.key, true),
      resize: () => resized(workflow, selected, event.key),
    };
    const own = edits[command.id]?.() ?? [];
    const act = acts[command.id];
    if (own.length === 0 && !act) return;
    event.preventDefault();
    if (own.length > 0) designer.apply(own);
    else act?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
