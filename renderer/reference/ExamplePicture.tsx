/** The smallest use of a node as it would stand on the canvas: cards and wires as SVG, in the colours of the theme. */
import type { CSSProperties, ReactNode } from "react";
import type { NodeRecord, PortRef, Position } from "../../core/graph/document.ts";
import type { NodeDescriptor, ParamDescriptor } from "../../core/node/descriptor.ts";
import type { WireKind } from "../../core/types/wire-type.ts";
import {
  bodyHeight,
  cardWidth,
  headHeight,
  paramRow,
  portPlace,
  portRow,
  rowPlaces,
  wireEnd,
} from "../canvas/card-geometry.ts";
import { wirePath } from "../canvas/wire-geometry.ts";
import { colourOf, type Shape, shapeOf } from "../parts/kinds.ts";
import type { Point } from "../store/editor-state.ts";
import type { Wording } from "../words/words-in.ts";
import { clipText } from "./clip-text.ts";
import { type Descriptors, type Example, layExample } from "./example.ts";

const edge = 8;

/** `link` makes the title of another node's card a way to its page. */
export function ExamplePicture({
  example,
  descriptors,
  words,
  link,
}: {
  example: Example;
  descriptors: Descriptors;
  words: Wording;
  link?: (type: string) => string;
}) {
  const { positions, through, width, height } = layExample(example, descriptors);
  const { nodes, wires } = example.graph;
  const cards = Object.entries(nodes).flatMap(([id, record]) => {
    const descriptor = descriptors.get(record.type);
    return descriptor ? [{ id, record, descriptor, at: positions[id] ?? ([0, 0] as const) }] : [];
  });
  const portOf = ([node, name]: PortRef, side: "in" | "out"): End => {
    const descriptor = descriptors.get(nodes[node]?.type ?? "");
    const kind = descriptor?.outputs.find((port) => port.name === name)?.type;
    return { point: wireEnd(descriptor, name, side), kind };
  };
  const label = words.t("reference.picture", {
    titles: cards.map(({ descriptor }) => words.local(descriptor.title)).join(", "),
  });
  return (
    <div className="example-picture">
      <svg
        viewBox={`${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}`}
        width={width + 2 * edge}
        height={height + 2 * edge}
        style={{ "--natural": `${width + 2 * edge}px` } as CSSProperties}
        role="img"
        aria-label={label}
      >
        {Object.entries(wires).map(([id, { from, to }]) => (
          <Wire
            key={id}
            from={{ ...portOf(from, "out"), at: positions[from[0]] }}
            to={{ ...portOf(to, "in"), at: positions[to[0]] }}
            through={through[id] ?? []}
          />
        ))}
        {cards.map(({ id, record, descriptor, at }) => (
          <g key={id} transform={`translate(${at[0]} ${at[1]})`} data-node={id}>
            <Card
              record={record}
              descriptor={descriptor}
              words={words}
              own={id === example.node}
              href={id === example.node ? undefined : link?.(record.type)}
            />
          </g>
        ))}
      </svg>
    </div>
  );
}

type End = { point?: Point | undefined; kind?: WireKind | undefined; at?: Position | undefined };

function Wire({ from, to, through }: { from: End; to: End; through: readonly Position[] }) {
  if (!from.point || !to.point || !from.at || !to.at || !from.kind) return null;
  const points = [
    { x: from.at[0] + from.point.x, y: from.at[1] + from.point.y },
    ...through.map(([x, y]) => ({ x, y })),
    { x: to.at[0] + to.point.x, y: to.at[1] + to.point.y },
  ];
  return <path className="picture-wire" d={wirePath(points)} style={colourOf(from.kind)} />;
}

function Card({
  record,
  descriptor,
  words,
  own,
  href,
}: {
  record: NodeRecord;
  descriptor: NodeDescriptor;
  words: Wording;
  own: boolean;
  href: string | undefined;
}) {
  const places = rowPlaces(descriptor);
  const title = (
    <text className="picture-title" x={12} y={headHeight / 2 + 5}>
      {clipText(words.local(descriptor.title), cardWidth - 24, 13)}
    </text>
  );
  return (
    <g className="picture-card" data-own={own} style={colourOf(descriptor.makes)}>
      <rect className="picture-body" width={cardWidth} height={bodyHeight(descriptor) + 4} rx={8} />
      <rect className="picture-bar" y={9} width={3} height={headHeight - 16} rx={1} />
      <path className="picture-line" d={`M0,${headHeight + 0.5} H${cardWidth}`} />
      {href === undefined ? title : <a href={href}>{title}</a>}
      {descriptor.inputs.map((port, row) => (
        <text className="picture-port" key={port.name} x={12} y={places.ports + row * portRow + 14}>
          {clipText(words.local(port.title), cardWidth / 2 - 16, 11)}
        </text>
      ))}
      {descriptor.outputs.map((port, row) => (
        <text
          className="picture-port"
          key={port.name}
          x={cardWidth - 12}
          y={places.ports + row * portRow + 14}
          textAnchor="end"
        >
          {clipText(words.local(port.title), cardWidth / 2 - 16, 11)}
        </text>
      ))}
      <Ports descriptor={descriptor} />
      {descriptor.params
        .filter(({ spec }) => spec.key)
        .map((param, row) => (
          <Param
            key={param.name}
            param={param}
            value={valueWords(param, record.params[param.name], words)}
            y={places.params + row * paramRow + 15}
            words={words}
          />
        ))}
    </g>
  );
}

function Param({
  param,
  value,
  y,
  words,
}: {
  param: ParamDescriptor;
  value: string;
  y: number;
  words: Wording;
}) {
  return (
    <>
      <text className="picture-param" x={12} y={y}>
        {clipText(words.local(param.title), 96, 12)}
      </text>
      <text className="picture-value" x={cardWidth - 12} y={y} textAnchor="end">
        {clipText(value, 84, 12)}
      </text>
    </>
  );
}

function valueWords(
  { spec, choices }: ParamDescriptor,
  value: unknown,
  { local, number, t }: Wording,
): string {
  const choice = choices?.find((one) => one.value === value);
  if (choice) return local(choice.title);
  if (typeof value === "number") return spec.kind === "seed" ? String(value) : number(value);
  if (typeof value === "boolean") return t(value ? "inspector.on" : "inspector.off");
  return typeof value === "string" ? value : "";
}

function Ports({ descriptor }: { descriptor: NodeDescriptor }): ReactNode {
  const sides = [
    ["in", descriptor.inputs],
    ["out", descriptor.outputs],
  ] as const;
  return sides.flatMap(([side, ports]) =>
    ports.map(({ name, type }) => {
      const at = portPlace(descriptor, name, side);
      return at ? (
        <path
          className="picture-dot"
          key={`${side}/${name}`}
          d={outline[shapeOf(type)]}
          transform={`translate(${at.x} ${at.y})`}
          style={colourOf(type)}
        />
      ) : null;
    }),
  );
}

/** The shapes of ports around their middle, as wide as on the canvas. */
const outline: Readonly<Record<Shape, string>> = {
  circle: "M-5,0 a5,5 0 1,0 10,0 a5,5 0 1,0 -10,0 Z",
  square: "M-5,-5 H5 V5 H-5 Z",
  diamond: "M0,-6.5 L6.5,0 L0,6.5 L-6.5,0 Z",
  triangle: "M-5,-5.5 L5.5,0 L-5,5.5 Z",
};
