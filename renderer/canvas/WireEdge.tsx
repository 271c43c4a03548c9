/** A wire: coloured by what it carries, saying so when pointed at, hatched red where it leaks, flowing while in use. */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { familyOf } from "../../core/types/wire-type.ts";
import { typeFact } from "../parts/type-fact.ts";
import { useEditorState } from "../store/use-editor.ts";
import type { FlowEdge } from "./flow-edges.ts";
import { ReroutePoint, useReroutes } from "./Reroutes.tsx";
import "./wire.css";
import { wireMiddle, wirePath } from "./wire-geometry.ts";
import { wireView } from "./wire-view.ts";

/** Registered with React Flow as `wire`. */
export const WireEdge = memo(function WireEdge(props: EdgeProps<FlowEdge>) {
  const { id, source, target, selected, data } = props;
  const [hovered, setHovered] = useState(false);
  const { fault, flowing, aimed, alone, reroutes, canLead } = useEditorState(
    useShallow((state) => wireView(state, id, source, target)),
  );
  const { through, handlers } = useReroutes(id, reroutes);
  const points = [{ x: props.sourceX, y: props.sourceY }, ...through, { x: props.targetX, y: props.targetY }];
  const path = wirePath(points);
  const { x, y } = wireMiddle(points);
  const colour = fault ? "var(--danger)" : `var(--t-${familyOf[data?.kind ?? "figure"]})`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: React Flow's edge is the focusable element around this one.
    <g
      className="wire"
      data-testid={`wire-${id}`}
      data-fault={fault}
      data-aimed={aimed}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onDoubleClick={canLead ? (event) => handlers.add(event, points) : undefined}
    >
      {selected || aimed ? <path d={path} className="wire-halo" /> : null}
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={14}
        style={{ stroke: colour, strokeWidth: selected ? 2.6 : 2 }}
        className="wire-line"
      />
      {fault === "leak" ? <path d={path} className="wire-hatch" /> : null}
      {flowing ? <path d={path} className="wire-flow" /> : null}
      {hovered || selected
        ? through.map((point, index) => (
            <ReroutePoint
              // biome-ignore lint/suspicious/noArrayIndexKey: points have no name but their turn.
              key={index}
              point={point}
              colour={colour}
              index={index}
              handlers={handlers}
            />
          ))
        : null}
      {hovered || (selected && alone) ? <WireFact id={id} x={x} y={y} /> : null}
    </g>
  );
});

function WireFact({ id, x, y }: { id: string; x: number; y: number }) {
  const fact = useEditorState((state) => {
    const type = state.check?.wires[id];
    return type ? typeFact(type, state.language) : "";
  });
  if (fact === "") return null;
  return (
    <EdgeLabelRenderer>
      <div
        className="wire-fact"
        data-testid={`wire-fact-${id}`}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      >
        {fact}
      </div>
    </EdgeLabelRenderer>
  );
}
