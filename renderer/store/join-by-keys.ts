/**
 * Joining by keyboard: first a port of the selected node is chosen, then one of the ports that fit it, nearest first. Each
 * step says what is chosen; nothing changes until Enter.
 */
import type { Editor } from "./editor.ts";
import type { Connecting, EditorState } from "./editor-state.ts";
import { connect } from "./graph-edits.ts";
import { descriptorOf, fits } from "./port-types.ts";
import { isConnected } from "./wire-index.ts";

export type Joining = {
  readonly ports: readonly Connecting[];
  readonly port: number;
  /** The ports that fit, once the first is chosen. */
  readonly targets?: readonly Connecting[];
  readonly target: number;
};

/** Begins with the first output that is not used yet, else the first port. */
export function startJoining(editor: Editor, node: string): void {
  const state = editor.store.getState();
  const descriptor = descriptorOf(state, node);
  if (!descriptor || state.file.readOnly) return;
  const ports: Connecting[] = [
    ...descriptor.outputs.map(({ name }): Connecting => ({ node, port: name, side: "out" })),
    ...descriptor.inputs.map(({ name }): Connecting => ({ node, port: name, side: "in" })),
  ];
  if (ports.length === 0) return;
  const free = ports.findIndex(
    ({ port, side }) => side === "out" && !isConnected(state.graph.wires, node, port, side),
  );
  show(editor, { ports, port: Math.max(0, free), target: 0 });
}

/** The next or the previous choice, around the end. */
export function stepJoining(editor: Editor, by: 1 | -1): void {
  const { joining } = editor.store.getState();
  if (!joining) return;
  const { ports, port, targets, target } = joining;
  const next = (index: number, count: number) => (index + by + count) % count;
  if (!targets) show(editor, { ...joining, port: next(port, ports.length) });
  else if (targets.length > 0) show(editor, { ...joining, target: next(target, targets.length) });
}

/** From the port to what fits it, or joins the two; answers whether a wire was made. */
export function acceptJoining(editor: Editor): boolean {
  const state = editor.store.getState();
  const { joining } = state;
  const end = joining?.ports[joining.port];
  if (!joining || !end) return false;
  if (!joining.targets) {
    show(editor, { ...joining, targets: targetsOf(state, end), target: 0 });
    return false;
  }
  const other = joining.targets[joining.target];
  stopJoining(editor);
  if (!other) return false;
  const [out, into] = end.side === "out" ? [end, other] : [other, end];
  return connect(editor, [out.node, out.port], [into.node, into.port]);
}

/** Back to the choice of the port, or out of it. */
export function backJoining(editor: Editor): void {
  const { joining } = editor.store.getState();
  if (!joining?.targets) stopJoining(editor);
  else show(editor, { ports: joining.ports, port: joining.port, target: 0 });
}

/** Ends without a wire. */
export function stopJoining(editor: Editor): void {
  const { joining: _joining, connecting: _connecting, ...rest } = editor.store.getState();
  editor.store.setState(rest, true);
}

/** The ports that a wire from `end` may go to: free before taken, then nearest first. */
export function targetsOf(state: EditorState, end: Connecting): Connecting[] {
  const { graph, descriptors } = state;
  const side = end.side === "out" ? "in" : "out";
  const [x, y] = graph.view.positions[end.node] ?? [0, 0];
  const far = (node: string) => {
    const [a, b] = graph.view.positions[node] ?? [0, 0];
    return Math.hypot(a - x, b - y);
  };
  const taken = ({ node, port }: Connecting) =>
    side === "in" && isConnected(graph.wires, node, port, "in") ? 1 : 0;
  return Object.entries(graph.nodes)
    .flatMap(([node, { type }]): Connecting[] => {
      const descriptor = descriptors.get(type);
      const ports = (side === "in" ? descriptor?.inputs : descriptor?.outputs) ?? [];
      return ports.map(({ name }) => ({ node, port: name, side }));
    })
    .filter((port) => fits(state, end, port).kind !== "no")
    .sort((a, b) => taken(a) - taken(b) || far(a.node) - far(b.node));
}

/** While one chooses, ports glow and dim as when a wire is dragged. */
function show(editor: Editor, joining: Joining): void {
  const connecting = joining.ports[joining.port];
  editor.store.setState({ joining, ...(connecting ? { connecting } : {}) });
}
