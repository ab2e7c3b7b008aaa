// What a command does with a row: an edit at once, or a question first.
// RC1 every command is one undo, and afterwards the focus is on a row again.

import type { Edit } from '../../engine/1-document/change.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import type { How } from '../try/use-trying.ts';
import { t } from '../words.ts';
import type { CommandId } from './commands.ts';
import type { OutlineRow } from './outline-rows.ts';
import { isInRoom, roomsFor, type Spot } from './places.ts';
import { enterSide } from '../frame/side-focus.ts';
import { stepOf, type Tree } from './use-tree.ts';

/** What is being chosen. */
export type Asking =
  | { is: 'add'; spot: Spot }
  | { is: 'way'; step: string }
  | { is: 'connect'; step: string; port: string }
  | { is: 'move'; step: string };

/** What a command may use. */
export type Means = {
  workflow: Workflow;
  tree: Tree;
  say: (text: string) => void;
  select: (step: string) => void;
  ask: (asking: Asking) => void;
  rename: (key: string) => void;
  /** Makes the edits, or says why not; the ids of new steps. */
  tryTo: (edits: Edit[]) => string[] | undefined;
  tryOut: (how: How, step: string) => void;
};

/** Does a command with a row (RC1). */
export function runCommand(command: CommandId, row: OutlineRow, means: Means): void {
  const { workflow, tree, say, select, ask, rename, tryTo } = means;
  const step = stepOf(row);
  switch (command) {
    case 'settings':
      return void enterSide(tree.root);
    case 'go':
      return row.is === 'way' && row.leads.how === 'to'
        ? tree.focus(row.leads.steps[0]?.id)
        : undefined;
    case 'after':
    case 'before':
    case 'inside':
      return ask({ is: 'add', spot: { at: command, step } });
    case 'on':
      return row.is === 'way'
        ? ask({ is: 'add', spot: { at: 'way', step, port: row.way.id } })
        : undefined;
    case 'connect':
      return ask(wayToAsk(workflow, row, step));
    case 'disconnect':
      tryTo(disconnected(row));
      return tree.focus(row.key);
    case 'rename':
      return rename(row.key);
    case 'run_step':
    case 'run_here':
      return means.tryOut(command === 'run_step' ? 'only' : 'until', step);
    case 'duplicate': {
      const [copy] = tryTo([{ do: 'copy_steps', steps: [step], by: [24, 24] }]) ?? [];
      if (copy !== undefined) select(copy);
      return tree.focus(copy);
    }
    case 'move':
      return roomsFor(workflow, registry, step).length > 0 || isInRoom(workflow, step)
        ? ask({ is: 'move', step })
        : say(t('app.said.no_room'));
    default:
      tryTo([{ do: 'remove_steps', steps: [step] }]);
      return tree.focus();
  }
}

/** Every arrow of a way, taken away. */
function disconnected(row: OutlineRow): Edit[] {
  if (row.is !== 'way' || row.leads.how !== 'to') return [];
  return row.leads.steps.map(({ id }) => ({
    do: 'disconnect',
    arrow: { from: row.step, port: row.way.id, to: id },
  }));
}

/** A way's row leads that way; a step asks for the way first, unless it has only one. */
function wayToAsk(workflow: Workflow, row: OutlineRow, step: string): Asking {
  if (row.is === 'way') return { is: 'connect', step, port: row.way.id };
  const node = findStep(workflow, step)?.node;
  const ways = node ? stepFacts(registry, node).ways : [];
  const [only] = ways;
  return ways.length === 1 && only ? { is: 'connect', step, port: only.id } : { is: 'way', step };
}
