// What the commands of the outline do to the drawing, and what is being asked meanwhile.
// UE1 every command is one undo; what cannot be done says why and changes nothing.
// UE2 a new step is named at once; then the focus is on its row.

import { useRef, useState } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';
import type { Problem, Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import type { Addition } from '../design/add-step.ts';
import type { Designer } from '../design/use-designer.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { sayProblem } from '../problems/say-problem.ts';
import type { How } from '../try/use-trying.ts';
import { t } from '../words.ts';
import type { CommandId } from './commands.ts';
import type { OutlineRow } from './outline-rows.ts';
import { leadEdit, moveEdit, planAt } from './places.ts';
import { runCommand, type Asking } from './run-command.ts';
import { stepOf, type Tree } from './use-tree.ts';

type Options = {
  workflow: Workflow;
  open: OpenDocument;
  designer: Designer;
  problems: Problem[];
  tree: Tree;
  say: (text: string) => void;
  tryOut: (how: How, step: string) => void;
};

export type Edits = {
  asking: Asking | undefined;
  ask: (asking: Asking | undefined) => void;
  /** Asks nothing any more; the focus goes back to the row. */
  close: () => void;
  renaming: string | undefined;
  rename: (row: OutlineRow, name: string | undefined) => void;
  add: (addition: Addition) => void;
  lead: (step: string, port: string, to: string) => void;
  move: (step: string, room: string | undefined) => void;
  run: (command: CommandId, row: OutlineRow | undefined) => void;
};

/** Goes from problem to problem: which one is looked at, and what helps against it. */
function useProblems({ problems, designer, tree, say }: Options): {
  next: () => void;
  fix: () => void;
} {
  const at = useRef(-1);
  const found = problems.filter((problem) => problem.step !== undefined);
  const next = (): void => {
    if (found.length === 0) return say(t('app.said.no_problem'));
    at.current = (at.current + 1) % found.length;
    const problem = found[at.current] as Problem;
    const { text, fix } = sayProblem(problem);
    const name = tree.rows.find((row) => row.is === 'step' && row.id === problem.step);
    designer.select(new Set([problem.step as string]));
    tree.focus(problem.step);
    say(
      [
        t('app.said.problem', {
          n: at.current + 1,
          of: found.length,
          name: name?.is === 'step' ? name.node.name : '',
          text,
        }),
        fix ? t('app.said.problem.fix', { fix }) : t('app.said.problem.field'),
      ].join(' '),
    );
  };
  const fix = (): void => {
    const here = stepOf(tree.current ?? (tree.rows[0] as OutlineRow));
    const problem = [found[at.current], ...found].find((one) => one?.step === here) ?? found[0];
    if (!problem) return say(t('app.said.no_problem'));
    if (!problem.fix) return designer.go(problem);
    designer.fix(problem);
    say(t('app.said.fixed', { fix: sayProblem(problem).fix ?? '' }));
    tree.focus(problem.step);
  };
  return { next, fix };
}

export function useEdits(options: Options): Edits {
  const { workflow, open, designer, tree, say, tryOut } = options;
  const [asking, ask] = useState<Asking>();
  const [renaming, setRenaming] = useState<string>();
  const count = useRef(0);
  const problems = useProblems(options);
  const tryTo = (edits: Edit[], gesture?: string): string[] | undefined => {
    const applied = open.apply(edits, gesture);
    if (!applied.ok) say(t(`edit.${applied.fault}`)); // UE1
    return applied.ok ? applied.added : undefined;
  };
  const chosen = (edits: Edit[], key: string): void => {
    ask(undefined);
    tryTo(edits);
    tree.focus(key);
  };
  const run: Edits['run'] = (command, row) => {
    if (command === 'problem') return problems.next();
    if (command === 'fix') return problems.fix();
    if (!row) return undefined;
    const select = (step: string): void => designer.select(new Set([step]));
    const means = { workflow, tree, say, select, ask, rename: setRenaming, tryTo, tryOut };
    return runCommand(command, row, means);
  };
  return {
    asking,
    ask,
    close: () => {
      ask(undefined);
      tree.focus();
    },
    renaming,
    run,
    rename: (row, name) => {
      setRenaming(undefined);
      const next = name?.trim();
      if (row.is === 'step' && next && next !== row.node.name)
        tryTo([{ do: 'rename_step', step: row.id, name: next }]);
      tree.focus(row.key);
    },
    add: (addition) => {
      const spot = asking?.is === 'add' ? asking.spot : undefined;
      ask(undefined);
      if (!spot) return;
      const plan = planAt(workflow, registry, spot, addition);
      const gesture = `outline ${++count.current}`;
      const [id] = tryTo(plan.edits, gesture) ?? [];
      if (id === undefined) return;
      if (plan.connect) tryTo([{ do: 'connect', arrow: { ...plan.connect, to: id } }], gesture);
      designer.select(new Set([id]));
      tree.hold(id);
      setRenaming(id); // UE2
    },
    lead: (step, port, to) => {
      const key = `${step}:${port}`;
      chosen([leadEdit(workflow, step, port, to)], tree.current?.is === 'way' ? key : step);
    },
    move: (step, room) => chosen([moveEdit(workflow, registry, step, room)], step),
  };
}
