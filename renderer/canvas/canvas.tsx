// The canvas of design, run and playback: one picture, with editing handles only while drawing.
// V1 the document changes only through `onEdit`; a drag is one edit, made when it ends.
// V2 in `readOnly` or lit use nothing can be moved, connected or removed.

import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  type Connection,
  type FinalConnectionState,
} from 'reactflow';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { Registry } from '../../engine/node.ts';
import { t } from '../words.ts';
import { CanvasTools } from './canvas-tools.tsx';
import type { FlowNode } from './flow-types.ts';
import type { Lit } from './lit.ts';
import { PillNode } from './pill.tsx';
import { Room } from './room.tsx';
import { StepCard } from './step-card.tsx';
import { noNames, type Names } from './step-facts.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useFit } from './use-fit.ts';
import { useFlow, type Picture } from './use-flow.ts';
import { WayArrow } from './way-arrow.tsx';

const nodeTypes = { card: StepCard, pill: PillNode, room: Room };
const edgeTypes = { way: WayArrow };
const NONE: ReadonlySet<string> = new Set();
const NO_PROBLEMS: ReadonlyMap<string, number> = new Map();
/** Above this many steps the map in the corner helps, and what is out of sight is not drawn. */
const MANY = 30;

/**
 * A connection that ended on a step; `port` 'quiet' = one of its default ways, still to be chosen.
 */
export type Wish = { from: string; port: string; to: string };

export type CanvasProps = {
  workflow: Workflow;
  registry: Registry;
  names?: Names;
  /** The light of a run; with it the canvas only shows. */
  lit?: Lit | undefined;
  /** Ids of selected steps and arrows. */
  selected?: ReadonlySet<string>;
  onSelect?: ((ids: ReadonlySet<string>) => void) | undefined;
  onEdit?: ((edit: Edit) => void) | undefined;
  onConnect?: ((wish: Wish) => void) | undefined;
  /** Whether an arrow may be drawn; steps that may not take it do not light up. */
  canConnect?: ((wish: Wish) => boolean) | undefined;
  /** Something was dropped from the palette: what, and where on the canvas. */
  onDrop?: ((what: string, at: [number, number], room: string | undefined) => void) | undefined;
  /** A step is to be put into the arrow that was just selected. */
  onInsert?: (() => void) | undefined;
  onOpen?: ((id: string) => void) | undefined;
  problems?: ReadonlyMap<string, number>;
  readOnly?: boolean;
  /** Changing it fits everything into view again. */
  fitKey?: string;
  /** A step to bring into view; a new object does it again. */
  reveal?: { id: string } | undefined;
  /** Pixels at the top that something else stands in. */
  clearTop?: number;
  children?: ReactNode;
};

export function Canvas(props: CanvasProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Stage {...props} />
    </ReactFlowProvider>
  );
}

function Stage(props: CanvasProps): ReactNode {
  const { workflow, registry, lit, selected = NONE, onSelect, onEdit, onConnect, onDrop } = props;
  const mode = lit || props.readOnly || !onEdit ? 'look' : 'edit';
  const names = props.names ?? noNames;
  const problems = props.problems ?? NO_PROBLEMS;
  const picture = useMemo<Picture>(
    () => ({ workflow, registry, names, lit, selected, problems, mode }),
    [workflow, registry, names, lit, selected, problems, mode],
  );
  const { nodes, edges, scene, onNodesChange, live, settle } = useFlow(picture);
  const flow = useReactFlow<FlowNode>();
  const zoom = useStore((s) =>
    s.transform[2] < 0.5 ? ' tiny farther' : s.transform[2] < 0.62 ? ' farther' : '',
  );
  const frame = useRef<HTMLDivElement>(null);
  const isEdit = mode === 'edit';

  // Fitted once the frame has its size, and again for another drawing; never while it is edited.
  const fit = useFit(scene, props.clearTop);
  const fitNow = useRef(fit);
  fitNow.current = fit;
  const hasSize = useStore((state) => state.width > 0);
  useEffect(() => {
    if (hasSize) fitNow.current();
  }, [hasSize, props.fitKey]);

  const drop = useCallback(() => {
    const to: Record<string, [number, number]> = {};
    for (const [id, [x, y]] of live) {
      const item = scene.items.get(id);
      if (item) to[id] = [x - item.origin[0] + item.box.mid, y - item.origin[1]];
    }
    if (Object.keys(to).length > 0) onEdit?.({ do: 'move_steps', to });
    settle();
  }, [live, scene, onEdit, settle]);

  const connect = useCallback((c: Connection) => onConnect?.(wishOf(c)), [onConnect]);
  const connectEnd = useCallback(
    (_event: unknown, state: FinalConnectionState) => {
      // Dropped somewhere on a card, not exactly on its handle.
      const [from, port] = [state.fromNode?.id, state.fromHandle?.id];
      if (!state.isValid && from && port && state.toNode && state.toNode.id !== from)
        onConnect?.({ from, port, to: state.toNode.id });
    },
    [onConnect],
  );
  const keys = useCanvasKeys({
    scene,
    selected,
    onSelect,
    fit,
    onEdit: isEdit ? onEdit : undefined,
  });
  const { show } = keys;
  useEffect(() => {
    if (props.reveal) show(props.reveal.id);
  }, [show, props.reveal]);
  const select = (id: string, more: boolean): void => {
    const next = new Set(more ? selected : NONE);
    if (more && selected.has(id)) next.delete(id);
    else next.add(id);
    onSelect?.(next);
  };

  return (
    <main
      ref={frame}
      className={`canvas mode-${mode}${lit ? ' lit' : ''}${zoom}`}
      aria-label={t('app.canvas.label')}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onDragOver={(event) => onDrop && event.preventDefault()}
      onDrop={(event) => {
        const what = event.dataTransfer.getData('application/interlock-step');
        if (!what || !onDrop) return;
        event.preventDefault();
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        onDrop(what, [at.x, at.y], roomAt(scene, at));
      }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStop={drop}
        onSelectionDragStop={drop}
        onConnect={connect}
        isValidConnection={(c) => props.canConnect?.(wishOf(c)) ?? true}
        onConnectEnd={connectEnd}
        onNodeClick={(event, node) =>
          select(node.id, event.shiftKey || event.ctrlKey || event.metaKey)
        }
        onNodeDoubleClick={(_event, node) => props.onOpen?.(node.id)}
        onEdgeClick={(event, edge) => {
          if (!isEdit) return;
          select(edge.id, false);
          if ((event.target as Element).closest('.edge-plus')) props.onInsert?.();
        }}
        onPaneClick={() => onSelect?.(NONE)}
        nodesDraggable={isEdit}
        nodesConnectable={isEdit}
        elementsSelectable
        selectNodesOnDrag={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        zIndexMode="manual"
        onlyRenderVisibleElements={nodes.length > 4 * MANY}
        minZoom={0.15}
        maxZoom={1.5}
        panOnScroll
        zoomOnDoubleClick={false}
        connectionRadius={24}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'node.a11yDescription.default': t(isEdit ? 'app.aria.step' : 'app.aria.step.look'),
          'edge.a11yDescription.default': t('app.aria.arrow'),
        }}
      >
        {!zoom.startsWith(' tiny') && (
          <Background variant={BackgroundVariant.Dots} gap={16} size={1.5} color="var(--dot)" />
        )}
        {nodes.length > MANY && <MiniMap pannable zoomable ariaLabel={t('app.canvas.map')} />}
        <CanvasTools
          workflow={workflow}
          scene={scene}
          fit={fit}
          onEdit={isEdit ? onEdit : undefined}
        />
      </ReactFlow>
      {props.children}
    </main>
  );
}

const wishOf = (c: { source: string; sourceHandle?: string | null; target: string }): Wish => ({
  from: c.source,
  port: c.sourceHandle ?? '',
  to: c.target,
});

/** The innermost room under a point, if any. */
function roomAt(
  scene: ReturnType<typeof useFlow>['scene'],
  at: { x: number; y: number },
): string | undefined {
  let found: string | undefined;
  for (const item of scene.items.values()) {
    if (item.facts.shape !== 'room' || item.room !== found) continue;
    const { x, y, w, h } = item.box;
    if (at.x > x && at.x < x + w && at.y > y && at.y < y + h) found = item.node.id;
  }
  return found;
}
