/** A tree as boxes and branches: splits name their question, leaves their class with its shares. */
import type { RefObject } from "react";
import type { TreeNodeLook } from "../../../core/service/look.ts";
import { type Colours, classColour } from "../colours.ts";
import { brief, percent } from "../numbers.ts";
import type { Size } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { layTree, type PlacedNode } from "./tree-layout.ts";

type TreeProps = {
  nodes: readonly TreeNodeLook[];
  classes: readonly string[];
  size: Size;
  colours: Colours;
  svg: RefObject<SVGSVGElement | null>;
};

const boxHeight = 36;
const narrowestLeaf = 96;
const widestBox = 200;

/** As wide as its room or, for many leaves, wider: then it scrolls. */
export function TreePicture({ nodes, classes, size, colours, svg }: TreeProps) {
  const { v } = useViewWords();
  const { placed, leaves, depth } = layTree(nodes);
  const leafWidth = Math.max(narrowestLeaf, Math.min(260, size.width / Math.max(1, leaves)));
  const width = Math.max(size.width, leafWidth * leaves);
  const left = (width - leafWidth * leaves) / 2;
  const step = Math.max(boxHeight + 18, Math.min(96, (size.height - boxHeight - 6) / Math.max(1, depth)));
  const height = Math.max(size.height - 2, depth * step + boxHeight + 6);
  const top = Math.max(3, (height - depth * step - boxHeight) / 2);
  const place = ({ across, depth: level }: PlacedNode) => ({
    x: left + across * leafWidth,
    y: top + level * step,
  });
  const byIndex = new Map(placed.map((node) => [node.index, node]));
  const boxWidth = Math.min(widestBox, leafWidth - 10);
  return (
    <svg ref={svg} className="tree" width={width} height={height} aria-hidden="true">
      {placed.map((node) => {
        const parent = byIndex.get(node.parent ?? -1);
        if (!parent) return null;
        const [from, to] = [place(parent), place(node)];
        const middle = { x: (from.x + to.x) / 2, y: (from.y + boxHeight + to.y) / 2 };
        const left = node.side === "left";
        return (
          <g key={node.index}>
            <path
              d={`M${from.x} ${from.y + boxHeight}L${to.x} ${to.y}`}
              stroke={colours.lineStrong}
              fill="none"
            />
            <text
              x={middle.x + (left ? -8 : 8)}
              y={middle.y + 3}
              textAnchor={left ? "end" : "start"}
              fontSize={10}
              fill={colours.text3}
            >
              {v(left ? "tree.yes" : "tree.no")}
            </text>
          </g>
        );
      })}
      {placed.map((node) => {
        const data = nodes[node.index];
        if (!data) return null;
        const at = place(node);
        const wide =
          data.feature === undefined ? boxWidth : Math.min(widestBox, Math.max(boxWidth, size.width - 8));
        return (
          <TreeBox
            key={node.index}
            node={data}
            classes={classes}
            colours={colours}
            x={at.x - wide / 2}
            y={at.y}
            width={wide}
          />
        );
      })}
    </svg>
  );
}

type BoxProps = {
  node: TreeNodeLook;
  classes: readonly string[];
  colours: Colours;
  x: number;
  y: number;
  width: number;
};

function TreeBox({ node, classes, colours, x, y, width }: BoxProps) {
  const { v, language } = useViewWords();
  const split = node.feature !== undefined && node.threshold !== undefined;
  const code = Math.max(0, classes.indexOf(node.label ?? ""));
  const letters = Math.floor((width - 16) / 6.2);
  const question = split
    ? `${node.feature} ≤ ${brief(language, node.threshold ?? 0)}`
    : (node.label ?? brief(language, node.distribution[0] ?? 0));
  const share = node.distribution[code];
  const weight = percent(language, node.weight);
  const facts = [
    ...(split || share === undefined || classes.length === 0 ? [] : [percent(language, share)]),
    node.rows === undefined
      ? v("tree.weight", { share: weight })
      : `${v("tree.rows", { count: node.rows })} · ${weight}`,
  ].join(" · ");
  let filled = 0;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={width}
        height={boxHeight}
        rx={5}
        fill={split ? colours.surface : colours.sunken}
        stroke={split ? colours.learner : classColour(colours, code)}
      />
      <text x={width / 2} y={15} textAnchor="middle" fontSize={11} fontWeight={600} fill={colours.text}>
        {question.length > letters ? shortQuestion(question, letters) : question}
      </text>
      <text x={width / 2} y={27} textAnchor="middle" fontSize={10} fill={colours.text2}>
        {facts}
      </text>
      {classes.length === 0
        ? null
        : node.distribution.map((part, index) => {
            const start = filled;
            filled += part * (width - 12);
            return (
              <rect
                key={classes[index]}
                x={6 + start}
                y={boxHeight - 5}
                width={Math.max(0, part * (width - 12))}
                height={3}
                fill={classColour(colours, index)}
              />
            );
          })}
      <title>
        {[
          question,
          facts,
          v("tree.weight", { share: weight }),
          ...node.distribution.map((part, index) => `${classes[index] ?? ""} ${percent(language, part)}`),
        ].join("\n")}
      </title>
    </g>
  );
}

/** Shortens the feature's name and keeps the threshold. */
function shortQuestion(question: string, letters: number): string {
  const at = question.lastIndexOf(" ≤ ");
  const tail = at < 0 ? "" : question.slice(at);
  return `${question.slice(0, Math.max(3, letters - tail.length - 1))}…${tail}`;
}
