// The canvas of design, run and playback: one picture, with editing handles only while drawing.
// V1 the document changes only through `onEdit`; a drag is one edit, made when it ends.
// V2 in `readOnly` or lit use nothing can be moved, connected or removed.

import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useStore,
} from 'reactflow';
import { useEffect, useEffectEvent, useMemo, type ReactNode } from 'react';
import { t } from '../words.ts';
import { CanvasTools } from './canvas-tools.tsx';
import type { CanvasProps } from './flow-types.ts';
import type { Picture } from './painter.ts';
import { PillNode } from './pill.tsx';
import { Room } from './room.tsx';
import { StepCard } from './step-card.tsx';
import { noNames } from './step-facts.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useFit } from './use-fit.ts';
import { useFlow } from './use-flow.ts';
import { useGestures } from './use-gestures.ts';
import { WayArrow } from './way-arrow.tsx';

const nodeTypes = { card: StepCard, pill: PillNode, room: Room };
const edgeTypes = { way: WayArrow };
const NONE: ReadonlySet<string> = new Set();
const NO_PROBLEMS: ReadonlyMap<string, number> = new Map();
/** What is the same on every canvas: our own keys and layers, wheel pans, Ctrl+wheel zooms. */
const FIXED = {
  elementsSelectable: true,
  selectNodesOnDrag: false,
  edgesFocusable: false,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  disableKeyboardA11y: true,
  zIndexMode: 'manual',
  minZoom: 0.15,
  maxZoom: 1.5,
  panOnScroll: true,
  zoomOnDoubleClick: false,
  connectionRadius: 24,
  proOptions: { hideAttribution: true },
} as const;
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
const nearness = (zoom: number): string =>
  zoom < 0.5 ? ' tiny farther' : zoom < 0.62 ? ' farther' : '';

function Stage(props: CanvasProps): ReactNode {
  const { workflow, registry, lit, selected = NONE, onSelect, onEdit } = props;
  const mode = lit || props.readOnly || !onEdit ? 'look' : 'edit';
  const names = props.names ?? noNames;
  const problems = props.problems ?? NO_PROBLEMS;
  const picture = useMemo<Picture>(
    () => ({ workflow, registry, names, lit, selected, problems, mode }),
    [workflow, registry, names, lit, selected, problems, mode],
  );
  const flow = useFlow(picture);
  const { nodes, edges, scene } = flow;
  const near = useStore((s) => nearness(s.transform[2]));
  const isEdit = mode === 'edit';
  const edit = isEdit ? onEdit : undefined;
  const gestures = useGestures(flow, { ...props, onEdit: edit });
  const fit = useFit(scene, props.clearTop);
  const keys = useCanvasKeys({ scene, selected, onSelect, fit, onEdit: edit });

  // Fitted once the frame has its size, and again for another drawing; never while it is edited.
  const refit = useEffectEvent(() => fit());
  const hasSize = useStore((state) => state.width > 0);
  useEffect(() => {
    if (hasSize) refit();
  }, [hasSize, props.fitKey]);
  const { show } = keys;
  useEffect(() => {
    if (props.reveal) show(props.reveal.id);
  }, [show, props.reveal]);

  return (
    <main
      className={`canvas mode-${mode}${lit ? ' lit' : ''}${near}`}
      aria-label={t('app.canvas.label')}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={flow.onNodesChange}
        onNodeDragStop={gestures.endDrag}
        onSelectionDragStop={gestures.endDrag}
        onConnect={gestures.connect}
        isValidConnection={gestures.isValid}
        onConnectEnd={gestures.endConnect}
        onNodeClick={(event, node) => gestures.select(event, node.id)}
        onEdgeClick={gestures.selectArrow}
        onPaneClick={() => onSelect?.(NONE)}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onDragOver={gestures.dragOver}
        onDrop={gestures.drop}
        nodesDraggable={isEdit}
        nodesConnectable={isEdit}
        ariaLabelConfig={{
          'node.a11yDescription.default': t(isEdit ? 'app.aria.step' : 'app.aria.step.look'),
          'edge.a11yDescription.default': t('app.aria.arrow'),
        }}
        onlyRenderVisibleElements={nodes.length > 4 * MANY}
        {...FIXED}
      >
        {!near.startsWith(' tiny') && (
          <Background variant={BackgroundVariant.Dots} gap={16} size={1.5} color="var(--dot)" />
        )}
        {nodes.length > MANY && <MiniMap pannable zoomable ariaLabel={t('app.canvas.map')} />}
        <CanvasTools workflow={workflow} scene={scene} fit={fit} onEdit={edit} />
      </ReactFlow>
      {props.children}
    </main>
  );
}
