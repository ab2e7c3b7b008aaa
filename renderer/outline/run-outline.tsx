// A run or its playback as an outline: every row lit by the journal at the position shown.
// RU1 nothing can be changed here; Enter looks at a step, and from a step that waits goes to the
//     decision.
// RU2 what happens while one looks is said once, in words (said.ts).

import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import type { Lit } from '../canvas/lit.ts';
import type { Names } from '../canvas/step-facts.ts';
import { t } from '../words.ts';
import { Frame } from './outline-frame.tsx';
import { OutlineTree } from './outline-tree.tsx';
import type { Around } from './row-words.ts';
import { litWords } from './said.ts';
import { useVoice } from './use-said.ts';
import { enterSide, useWayBack } from '../frame/side-focus.ts';
import { stepOf, useTree } from './use-tree.ts';

/** A key of a run: the last part of `app.outline.key.…`, the letter, and what it does. */
export type RunControl = { id: string; key: string; act: () => void };

type Props = {
  workflow: Workflow;
  names: Names;
  lit: Lit;
  /** The step looked at. */
  selected: string | undefined;
  onSelect: (step: string) => void;
  controls?: RunControl[];
  /** One more sentence for the voice, such as what a run waits for. */
  now: string;
};

const NO_PROBLEMS: Around['problems'] = new Map();

/** Says what happened since (RU2). */
function useHappened({ lit, workflow, now }: Props, say: (text: string) => void): void {
  const before = useRef(lit);
  const steps = useMemo(() => [...namesIn(workflow.scope)], [workflow.scope]);
  const tell = useEffectEvent((next: Lit) => {
    const words = litWords(before.current, next, steps);
    before.current = next;
    const text = [words, words && plain(now)].filter(Boolean).join(' ');
    if (text) say(text);
  });
  useEffect(() => tell(lit), [lit]);
}

const plain = (text: string): string => text.replaceAll('**', '');

function* namesIn(scope: Workflow['scope']): Generator<{ id: string; name: string }> {
  for (const node of scope.nodes) {
    yield { id: node.id, name: node.name };
    if (node.scope) yield* namesIn(node.scope);
  }
}

export function RunOutline(props: Props): ReactNode {
  const { workflow, names, lit, selected, onSelect, controls = [] } = props;
  const tree = useTree({ workflow, registry, selected });
  const { text, say } = useVoice();
  useHappened(props, say);
  useWayBack(tree.root, () => tree.focus());
  const wantsSide = useRef(false);
  useLayoutEffect(() => {
    if (!wantsSide.current) return;
    wantsSide.current = false;
    enterSide(tree.root);
  });
  const look = (step: string): void => {
    wantsSide.current = true; // RU1
    onSelect(step);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !tree.current) return;
    const control = controls.find(({ key }) => key === event.key.toLowerCase());
    if (event.key !== 'Enter' && event.key !== ' ' && !control) return;
    event.preventDefault();
    event.stopPropagation();
    if (control) return control.act();
    const { current } = tree;
    if (current.is === 'way' && current.leads.how === 'to')
      return tree.focus(current.leads.steps[0]?.id);
    return look(stepOf(current));
  };
  return (
    <Frame
      about={t('app.outline.about.run')}
      said={text}
      keys={[
        ['move', ['↑', '↓']],
        ['open', ['Enter']],
        ...controls.map(({ id, key }): [string, string[]] => [id, [key.toUpperCase()]]),
      ]}
    >
      <OutlineTree
        tree={tree}
        label={t('app.outline.label', { name: workflow.name })}
        around={{ names, problems: NO_PROBLEMS, lit }}
        selected={new Set(selected === undefined ? [] : [selected])}
        onHold={() => undefined}
        onPick={(row) => onSelect(stepOf(row))}
        onKey={onKey}
      />
    </Frame>
  );
}
