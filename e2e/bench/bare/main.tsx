// The measure of the canvas: React Flow as it comes, with as many plain nodes and arrows in the
// same places as our drawing, and nothing else on the page. What it draws is handed in by the
// bench.

import { createRoot } from 'react-dom/client';
import { memo, type ReactNode } from 'react';
import {
  Background,
  Handle,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
  type Node,
  type NodeProps,
} from 'reactflow';
import 'reactflow/dist/style.css';
import type { Plain } from '../canvas-drawing.ts';

type Shown = Node<{ title: string; kind: string }>;
const looks = { border: '1px solid #889', borderRadius: 8, background: '#fff', padding: 8 };
const look = { ...looks, width: 240, height: 68, boxSizing: 'border-box', font: '12px sans-serif' };

const Card = memo(({ data }: NodeProps<Shown>): ReactNode => {
  return (
    <div style={look as never}>
      <Handle type="target" position={Position.Top} />
      <div style={{ fontWeight: 600 }}>{data.title}</div>
      <div style={{ color: '#667' }}>{data.kind}</div>
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});
const nodeTypes = { card: Card };

function App({ drawn }: { drawn: Plain }): ReactNode {
  const [nodes, , onNodes] = useNodesState<Shown>(
    drawn.steps.map(({ id, at, kind }) => ({
      id,
      type: 'card',
      position: { x: at[0] - 120, y: at[1] },
      data: { title: id, kind },
    })),
  );
  const [edges, , onEdges] = useEdgesState(
    drawn.arrows.map(({ from, to }, i) => ({ id: `e${i}`, source: from, target: to })),
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodes}
      onEdgesChange={onEdges}
      nodeTypes={nodeTypes}
      minZoom={0.02}
      panOnScroll
      proOptions={{ hideAttribution: true }}
      onInit={(flow) => Object.assign(globalThis, { flow })}
    >
      <Background />
    </ReactFlow>
  );
}

const { drawn } = globalThis as unknown as { drawn: Plain };
document.body.style.margin = '0';
const root = document.getElementById('root') as HTMLElement;
root.style.cssText = 'width: 100vw; height: 100vh';
createRoot(root).render(<App drawn={drawn} />);
