// The designer as an outline: the same document, selection and panel as the canvas, by keyboard.
// DO1 whatever changes the drawing, undo included, is said once, in words (said.ts).

import { Button, Kbd, Menu } from '@mantine/core';
import { Ellipsis, Plus } from 'lucide-react';
import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Problem, Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import type { Names } from '../canvas/step-facts.ts';
import { keyWord } from '../design/key-caps.tsx';
import type { Designer } from '../design/use-designer.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { t } from '../words.ts';
import { AskDialogs } from './ask-dialogs.tsx';
import type { How } from '../try/use-trying.ts';
import { commandFor, commandsFor } from './commands.ts';
import { Frame } from './outline-frame.tsx';
import { OutlineTree } from './outline-tree.tsx';
import type { Around } from './row-words.ts';
import { changeWords } from './said.ts';
import { useEdits, type Edits } from './use-edits.ts';
import { useVoice } from './use-said.ts';
import { useWayBack } from '../frame/side-focus.ts';
import { stepOf, useTree, type Tree } from './use-tree.ts';

type Props = {
  workflow: Workflow;
  open: OpenDocument;
  designer: Designer;
  names: Names;
  problems: Problem[];
  /** Changing it asks for a new step: somebody pressed N elsewhere. */
  addKey: number;
  tryOut: (how: How, step: string) => void;
};

const KEYS: [string, string[]][] = [
  ['move', ['↑', '↓']],

  ['settings', ['Enter']],
  ['add', ['N']],
  ['connect', ['C']],
  ['problem', ['P']],
];

function Actions({
  tree,
  edits,
  problems,
}: {
  tree: Tree;
  edits: Edits;
  problems: number;
}): ReactNode {
  const { current } = tree;
  const all = commandsFor(current, problems);
  const name = current?.is === 'step' ? current.node.name : '';
  if (all.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          leftSection={<Ellipsis size={14} aria-hidden />}
          aria-label={name ? t('app.outline.actions.for', { name }) : t('app.outline.actions')}
        >
          {t('app.outline.actions')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map(({ id, keys }) => (
          <Menu.Item
            key={id}
            rightSection={
              <span className="o-keys">
                {keys.map((key) => (
                  <Kbd key={key} size="xs">
                    {keyWord(key)}
                  </Kbd>
                ))}
              </span>
            }
            onClick={() => edits.run(id, current)}
          >
            {t(`app.outline.do.${id}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Says what changed, with what was done to it (DO1). */
function useChanges(
  workflow: Workflow,
  say: (text: string) => void,
): (by: 'undone' | 'redone') => void {
  const before = useRef(workflow);
  const by = useRef<'undone' | 'redone'>(undefined);
  const tell = useEffectEvent((next: Workflow) => {
    const text = changeWords(before.current, next, registry);
    before.current = next;
    const code = by.current;
    by.current = undefined;
    if (text) say(code ? t(`app.said.${code}`, { text }) : text);
  });
  useEffect(() => tell(workflow), [workflow]);
  return (how) => {
    by.current = how;
  };
}

export function DesignOutline(props: Props): ReactNode {
  const { workflow, open, designer, names, problems, addKey, tryOut } = props;
  const selected = [...designer.selected].map((id) => id.split(':')[0])[0];
  const tree = useTree({ workflow, registry, selected });
  const { text, say } = useVoice();
  const edits = useEdits({ workflow, open, designer, problems, tree, say, tryOut });
  const noteUndo = useChanges(workflow, say);
  const byStep = useMemo(
    () => Map.groupBy(problems, (problem) => problem.step ?? '') as Around['problems'],
    [problems],
  );
  useWayBack(tree.root, () => tree.focus());
  const add = (): void => {
    const { current } = tree;
    if (!current) return edits.ask({ is: 'add', spot: { at: 'alone' } });
    const [first] = commandsFor(current, 0).filter(({ keys }) => keys[0] === 'N');
    return edits.run(first?.id ?? 'before', current);
  };
  const fromElsewhere = useEffectEvent(() => add());
  useEffect(() => {
    if (addKey > 0) fromElsewhere();
  }, [addKey]);
  const onKey = (event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && /^[zy]$/i.test(event.key)) {
      noteUndo(event.shiftKey || /y/i.test(event.key) ? 'redone' : 'undone');
      return tree.focus();
    }
    const command = commandFor(event, tree.current, problems.length);
    if (!command && !(event.key.toLowerCase() === 'n' && !ctrl)) return undefined;
    event.preventDefault();
    event.stopPropagation();
    return command ? edits.run(command, tree.current) : add();
  };
  return (
    <Frame
      about={t('app.outline.about')}
      keys={KEYS}
      said={text}
      right={
        <>
          <Actions tree={tree} edits={edits} problems={problems.length} />
          <Button leftSection={<Plus size={14} aria-hidden />} onClick={add}>
            {t('app.outline.add')}
          </Button>
        </>
      }
    >
      {tree.rows.length === 0 ? (
        <p className="o-nothing">{t('app.outline.nothing')}</p>
      ) : (
        <OutlineTree
          tree={tree}
          label={t('app.outline.label', { name: workflow.name })}
          around={{ names, problems: byStep }}
          selected={designer.selected}
          onHold={(row) => designer.select(new Set([stepOf(row)]))}
          onPick={() => undefined}
          onKey={onKey}
          renaming={edits.renaming}
          onRename={edits.rename}
        />
      )}
      <AskDialogs workflow={workflow} tools={names.tools.values()} names={names} edits={edits} />
    </Frame>
  );
}
