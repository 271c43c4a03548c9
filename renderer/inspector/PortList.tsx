/** The ports of a node and what they carry, as far as it is known before a run. */
import type { NodeDescriptor, PortDescriptor } from "../../core/node/descriptor.ts";
import { colourOf, shapeOf } from "../parts/kinds.ts";
import { typeFact } from "../parts/type-fact.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";

/** Inputs, then outputs. */
export function PortList({ id, descriptor }: { id: string; descriptor: NodeDescriptor }) {
  const { t } = useWords();
  return (
    <>
      <Ports title={t("inspector.inputs")} node={id} side="in" ports={descriptor.inputs} />
      <Ports title={t("inspector.outputs")} node={id} side="out" ports={descriptor.outputs} />
    </>
  );
}

function Ports({
  title,
  node,
  side,
  ports,
}: {
  title: string;
  node: string;
  side: "in" | "out";
  ports: readonly PortDescriptor[];
}) {
  if (ports.length === 0) return null;
  return (
    <ul className="ports" aria-label={title}>
      {ports.map((port) => (
        <PortLine key={port.name} node={node} side={side} port={port} />
      ))}
    </ul>
  );
}

function PortLine({ node, side, port }: { node: string; side: "in" | "out"; port: PortDescriptor }) {
  const { t, local } = useWords();
  const carries = useEditorState((state) => {
    if (side === "out") {
      const type = state.check?.nodes[node]?.outputs[port.name];
      return type ? typeFact(type, state.language) : "";
    }
    const wire = Object.entries(state.graph.wires).find(
      ([, { to }]) => to[0] === node && to[1] === port.name,
    );
    if (!wire) return undefined;
    const type = state.check?.wires[wire[0]];
    return type ? typeFact(type, state.language) : "";
  });
  const nothing = port.optional ? t("fact.optional") : t("fact.unconnected");
  return (
    <li className="port-line" title={local(port.help)} style={colourOf(port.type)}>
      <i className="mark" data-shape={shapeOf(port.type)} data-side={side} aria-hidden />
      <span>{local(port.title)}</span>
      <span className="clip">
        {carries === undefined ? nothing : carries === "" ? t(`kind.${port.type}`) : carries}
      </span>
    </li>
  );
}
