// The canvas of design, run and playback: one picture, with editing handles only while drawing.
// V1 the document changes only through `onEdit`; a drag is one edit, made when it ends.
// V2 in `readOnly` or lit use nothing can be moved, connected or removed.

import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useConnection,
  useStore,
} from 'reactflow';
import {
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { TOP } from '../../engine/1-document/scopes.ts';
import { enterSide, useWayBack } from '../frame/side-focus.ts';
import { t, useSpoken } from '../words.ts';
import { ActsContext, AfarContext } from './acts.ts';
import { Arrows } from './arrows.tsx';
import { CanvasTools } from './canvas-tools.tsx';
import type { CanvasProps, FlowItem, Mode } from './flow-types.ts';
import { MiniMap } from './mini-map.tsx';
import { NoteNode } from './note.tsx';
import { ConnectReason, GuideLines } from './overlays.tsx';
import type { Picture } from './painter.ts';
import { PillNode } from './pill.tsx';
import { Room } from './room.tsx';
import { StepCard } from './step-card.tsx';
import { noNames } from './step-facts.ts';
import { useCanvasKeys, useReveal, useShow } from './use-canvas-keys.ts';
import { useFit } from './use-fit.ts';
import { useFlow } from './use-flow.ts';
import { useBoxSelect, useGestures, useGoing, type Going } from './use-gestures.ts';
import { useHandle } from './use-handle.ts';
import { useSteady } from './use-steady.ts';

const nodeTypes = { card: StepCard, pill: PillNode, room: Room, note: NoteNode };
const NO_EDGES: never[] = [];
const NONE: ReadonlySet<string> = new Set();
const NO_PROBLEMS: ReadonlyMap<string, number> = new Map();
const NONE_KEPT: NonNullable<CanvasProps['kept']> = new Map();
/** What is the same on every canvas: our own keys and layers, wheel pans, Ctrl+wheel zooms. */
const FIXED = {
  elementsSelectable: true,
  selectNodesOnDrag: false,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  disableKeyboardA11y: true,
  zIndexMode: 'manual',
  minZoom: 0.05,
  maxZoom: 1.5,
  panOnScroll: true,
  panActivationKeyCode: 'Space',
  selectionMode: SelectionMode.Full,
  zoomOnDoubleClick: false,
  connectionRadius: 24,
  proOptions: { hideAttribution: true },
} as const;
/** While drawing, dragging on the ground selects; Space, the middle button or the wheel pan. */
const MIDDLE_BUTTON = [1];
/** Above this many steps the map in the corner helps, and what is out of sight is not drawn. */
const MANY = 30;

export function Canvas(props: CanvasProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Stage {...props} />
    </ReactFlowProvider>
  );
}

/** Below these zooms cards show less; see canvas.css. */
const DISTANCES = [
  [0.3, ' far farther tiny afar'],
  [0.5, ' far farther tiny'],
  [0.62, ' far farther'],
  [0.75, ' far'],
] as const;
const nearness = (zoom: number): string => DISTANCES.find(([below]) => zoom < below)?.[1] ?? '';

const NO_FAULTS: ReadonlySet<string> = new Set();

/** What is drawn, with what a gesture shows on it while it lasts. */
function usePicture(props: CanvasProps, mode: Mode, going: Going): Picture {
  const { workflow, registry, lit, selected = NONE, inside = TOP } = props;
  const names = props.names ?? noNames;
  const problems = props.problems ?? NO_PROBLEMS;
  const kept = props.kept ?? NONE_KEPT;
  const { unfit, hot } = going;
  const dim = useMemo(() => (unfit.size > 0 ? new Set(unfit.keys()) : NO_FAULTS), [unfit]);
  return useMemo<Picture>(
    () => ({ workflow, registry, names, lit, selected, problems, kept, mode, inside, dim, hot }),
    [workflow, registry, names, lit, selected, problems, kept, mode, inside, dim, hot],
  );
}

/** Fitted once the frame has its size, and again for another drawing; never while it is edited. */
function useFitting(fit: () => void, key: string): void {
  const refit = useEffectEvent(() => fit());
  const hasSize = useStore((state) => state.width > 0);
  useEffect(() => {
    if (hasSize) refit();
  }, [hasSize, key]);
}

function Stage(props: CanvasProps): ReactNode {
  const { lit, selected = NONE, onSelect, onEdit, inside = TOP } = props;
  const mode = lit || props.readOnly || !onEdit ? 'look' : 'edit';
  const isEdit = mode === 'edit';
  const edit = isEdit ? onEdit : undefined;
  const going = useGoing();
  const picture = usePicture(props, mode, going[0]);
  const boxing = useBoxSelect(props);
  const flow = useFlow(picture, boxing.changed);
  const { nodes, arrows, scene } = flow;
  const near = useStore((s) => nearness(s.transform[2]));
  const isAfar = near.endsWith(' afar');
  const isConnecting = useConnection((connection) => connection.inProgress);
  const gestures = useGestures(flow, { ...props, onEdit: edit }, going);
  const fit = useFit(scene, props.clearTop);
  const show = useShow();
  const reveal = useReveal(show);
  const [writing, write] = useState<string>();
  const open = (id: string): void => {
    const item = scene.items.get(id);
    if (scene.notes.has(id)) write(id);
    else if (item?.node.scope) props.onEnter?.(id);
    else enterSide(root);
  };
  const root = useStore((s) => s.domNode);
  useWayBack(
    isEdit ? root : null,
    () => root?.querySelector<HTMLElement>('.react-flow__node.selected')?.focus(),
    'canvas',
  );
  const keys = useCanvasKeys({ selected, onSelect, isEdit, onOpen: open, fit }, show);
  useHandle({ handle: props.handle, workflow: props.workflow, inside, scene, fit, write });
  useFitting(fit, `${props.fitKey ?? ''} ${inside}`);
  useEffect(() => {
    if (!props.reveal) return undefined;
    return reveal(props.reveal);
  }, [reveal, props.reveal]);
  const acts = useMemo(
    () => ({ edit, writing, write, enter: props.onEnter }),
    [edit, writing, props.onEnter],
  );
  const menu = (event: MouseEvent | globalThis.MouseEvent, id?: string): void => {
    if (!props.onMenu || !isEdit) return;
    event.preventDefault();
    if (id !== undefined && !selected.has(id)) onSelect?.(new Set([id]));
    props.onMenu([event.clientX, event.clientY], id);
  };

  const on = useSteady({
    onNodesChange: flow.onNodesChange,
    onNodeDragStart: gestures.beginDrag,
    onNodeDragStop: gestures.endDrag,
    onSelectionDragStop: gestures.endDrag,
    onSelectionStart: boxing.begin,
    onSelectionEnd: boxing.end,
    onConnectStart: gestures.beginConnect,
    onConnect: gestures.connect,
    isValidConnection: gestures.isValid,
    onConnectEnd: gestures.endConnect,
    onNodeClick: (event: MouseEvent, node: FlowItem) => gestures.select(event, node.id),
    onNodeDoubleClick: (_event: MouseEvent, { id, type }: FlowItem) => {
      if (!isEdit) return;
      if (type === 'note' || scene.items.get(id)?.node.scope) open(id);
      else props.onRename?.(id);
    },
    onNodeContextMenu: (event: MouseEvent, node: FlowItem) => menu(event, node.id),
    onPaneClick: () => onSelect?.(NONE),
    onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => menu(event),
    onKeyDown: keys.onKeyDown,
    onFocus: keys.onFocus,
    onDragOver: gestures.dragOver,
    onDragLeave: gestures.dragLeave,
    onDrop: gestures.drop,
  });
  const aria = useSpoken(
    () => ({ 'node.a11yDescription.default': t(isEdit ? 'app.aria.step' : 'app.aria.step.look') }),
    [isEdit],
  );

  // One thing on a page is the main one: a picture in a page of other things is a part of it.
  const Frame = props.embedded === undefined ? 'main' : 'section';
  return (
    <Frame
      className={`canvas mode-${mode}${lit ? ' lit' : ''}${near}${isConnecting ? ' connecting' : ''}`}
      aria-label={props.embedded ?? t('app.canvas.label')}
    >
      <ActsContext value={acts}>
        <AfarContext value={isAfar}>
          <ReactFlow
            nodes={nodes}
            edges={NO_EDGES}
            nodeTypes={nodeTypes}
            {...on}
            nodesDraggable={isEdit}
            nodesConnectable={isEdit}
            selectionOnDrag={isEdit}
            panOnDrag={isEdit ? MIDDLE_BUTTON : true}
            ariaLabelConfig={aria}
            onlyRenderVisibleElements={nodes.length > 4 * MANY}
            {...FIXED}
            panOnScroll={props.embedded === undefined}
            preventScrolling={props.embedded === undefined}
          >
            {!near.includes(' tiny') && (
              <Background variant={BackgroundVariant.Dots} gap={16} size={1.5} color="var(--dot)" />
            )}
            {nodes.length > MANY && <MiniMap scene={scene} />}
            <Arrows arrows={arrows} isAfar={isAfar} onPick={gestures.selectArrow} onMenu={menu} />
            <GuideLines lines={flow.lines} />
            <ConnectReason unfit={going[0].unfit} />
            <CanvasTools fit={fit} onTidy={props.onTidy} />
          </ReactFlow>
        </AfarContext>
      </ActsContext>
      {props.children}
    </Frame>
  );
}
