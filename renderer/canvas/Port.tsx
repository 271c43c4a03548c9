/** One port: coloured by family, shaped by kind, filled when connected; glows or dims while a wire is dragged. */
import { Handle, Position } from "@xyflow/react";
import type { PortDescriptor } from "../../core/node/descriptor.ts";
import { colourOf, shapeOf } from "../parts/kinds.ts";
import type { EditorState } from "../store/editor-state.ts";
import { fits } from "../store/port-types.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { isConnected } from "../store/wire-index.ts";

type PortProps = { node: string; port: PortDescriptor; side: "in" | "out" };

/** A handle of React Flow with its name. */
export function Port({ node, port, side }: PortProps) {
  const { t, local } = useWords();
  const connected = useEditorState((state) => isConnected(state.graph.wires, node, port.name, side));
  const fit = useEditorState((state) => fitWhileDragging(state, { node, port: port.name, side }));
  const name = local(port.title);
  const kind = t(`kind.${port.type}`);
  return (
    <>
      <Handle
        id={port.name}
        type={side === "in" ? "target" : "source"}
        position={side === "in" ? Position.Left : Position.Right}
        className="port"
        data-testid={`port-${node}-${side}-${port.name}`}
        data-shape={shapeOf(port.type)}
        data-connected={connected}
        data-fit={fit}
        style={colourOf(port.type)}
        aria-label={t(side === "in" ? "card.input" : "card.output", { name, node, kind })}
        role="img"
        title={`${name} · ${kind}. ${local(port.help)}`}
      />
      <span className={`port-name port-name-${side} clip`} data-fit={fit}>
        {name}
      </span>
    </>
  );
}

function fitWhileDragging(state: EditorState, here: { node: string; port: string; side: "in" | "out" }) {
  const end = state.connecting;
  if (!end) return undefined;
  if (end.node === here.node && end.port === here.port && end.side === here.side) return "source";
  return fits(state, end, here).kind === "no" ? "no" : "yes";
}
