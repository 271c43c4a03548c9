/** The canvas: cards, wires, notes and frames on dotted ground, and every gesture that joins, drops and moves. */
import { ReactFlow, ReactFlowProvider, SelectionMode } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { ConnectionHint } from "./ConnectionHint.tsx";
import { ConnectionLine } from "./ConnectionLine.tsx";
import "./canvas.css";
import { Breadcrumbs } from "./Breadcrumbs.tsx";
import { DetailContext } from "./detail.ts";
import { EmptyCanvas } from "./EmptyCanvas.tsx";
import { FrameNode } from "./FrameNode.tsx";
import type { FlowEdge } from "./flow-edges.ts";
import { Ground } from "./Ground.tsx";
import { GroupCard } from "./GroupCard.tsx";
import { KeyJoin } from "./KeyJoin.tsx";
import { LiveWires } from "./LiveWires.tsx";
import { MiniMap } from "./MiniMap.tsx";
import { NodeCard } from "./NodeCard.tsx";
import { NoteNode } from "./NoteNode.tsx";
import { Terminal } from "./Terminal.tsx";
import { useCanvasHandle } from "./use-canvas-handle.ts";
import { useConnecting } from "./use-connecting.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useFlow } from "./use-flow.ts";
import { WireEdge } from "./WireEdge.tsx";
import { WireSheet } from "./WireSheet.tsx";
import { ZoomBar } from "./ZoomBar.tsx";

// Identity-stable: React Flow mounts everything anew when these change.
const nodeTypes = { card: NodeCard, nest: GroupCard, terminal: Terminal, note: NoteNode, frame: FrameNode };
const edgeTypes = { wire: WireEdge };
const proOptions = { hideAttribution: true };
const addToSelection = ["Control", "Meta", "Shift"];
const leftAndMiddle = [0, 1];
const noEdges: FlowEdge[] = [];
/** So many cards stay in the page when seen from afar, as blocks: to mount those at the edge costs a pan more than to keep all. */
const mostBlocks = 1500;

/** The canvas with its own React Flow. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Flow />
    </ReactFlowProvider>
  );
}

function Flow() {
  const { t } = useWords();
  const theme = useEditorState((state) => state.theme);
  const connecting = useEditorState((state) => state.connecting !== undefined);
  const readOnly = useEditorState((state) => state.file.readOnly);
  const { flow, drag } = useFlow();
  const joins = useConnecting();
  const {
    holder,
    detail,
    onMove,
    onMoveStart,
    onMoveEnd,
    onDoubleClick,
    onPaneClick,
    onItemClick,
    onPointerDown,
  } = useCanvasHandle();
  const fileDrop = useFileDrop();
  const far = detail === "block";

  return (
    <DetailContext value={detail}>
      <section
        className="canvas"
        data-testid="canvas"
        ref={holder}
        tabIndex={-1}
        aria-label={t("canvas.label")}
        data-connecting={connecting}
        onDoubleClick={onDoubleClick}
        onPointerDown={onPointerDown}
        {...fileDrop}
      >
        <ReactFlow
          {...flow}
          {...joins}
          edges={far ? noEdges : flow.edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          connectionLineComponent={ConnectionLine}
          proOptions={proOptions}
          colorMode={theme}
          minZoom={0.05}
          maxZoom={2.5}
          nodesConnectable={!readOnly}
          nodesDraggable={!readOnly}
          deleteKeyCode={null}
          disableKeyboardA11y
          selectionKeyCode="Shift"
          multiSelectionKeyCode={addToSelection}
          selectionMode={SelectionMode.Partial}
          panActivationKeyCode="Space"
          panOnDrag={leftAndMiddle}
          zoomOnDoubleClick={false}
          connectionRadius={18}
          connectOnClick={false}
          onlyRenderVisibleElements={!(far && flow.nodes.length <= mostBlocks)}
          elevateNodesOnSelect={false}
          autoPanOnNodeFocus={false}
          onMove={onMove}
          onMoveStart={onMoveStart}
          onMoveEnd={onMoveEnd}
          onPaneClick={onPaneClick}
          onNodeClick={onItemClick}
          onEdgeClick={onItemClick}
        >
          <Ground />
          <MiniMap />
          <KeyJoin />
          <LiveWires drag={drag} />
          {far ? <WireSheet nodes={flow.nodes} /> : null}
        </ReactFlow>
        <Breadcrumbs />
        <ZoomBar />
        <ConnectionHint />
        <EmptyCanvas />
      </section>
    </DetailContext>
  );
}
