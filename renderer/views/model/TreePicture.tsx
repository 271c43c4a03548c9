/** A tree as boxes and branches: splits name their question, leaves their class with its shares. */
import { type RefObject, useMemo, useState } from "react";
import type { TreeNodeLook } from "../../../core/service/look.ts";
import type { Colours } from "../colours.ts";
import type { Size } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { boxHeight, TreeBox } from "./TreeBox.tsx";
import { moveInTree } from "./tree-keys.ts";
import { layTree, type PlacedNode } from "./tree-layout.ts";
import { around, drawnWhole, type Sight, seen, sightAt } from "./tree-sight.ts";
import type { TreeRows } from "./use-tree-rows.ts";

type TreeProps = {
  nodes: readonly TreeNodeLook[];
  classes: readonly string[];
  size: Size;
  /** What is drawn of a large tree; its middle where nothing is said. */
  sight: Sight | undefined;
  colours: Colours;
  svg: RefObject<SVGSVGElement | null>;
  title: string;
} & TreeRows;

const narrowestLeaf = 96;
const widestBox = 200;
/** Above the root, for the number of selected rows. */
const badgeRoom = 6;

/** As wide as its room or, for many leaves, wider: then it scrolls, and only what is near is drawn. */
export function TreePicture(props: TreeProps) {
  const { nodes, classes, size, sight, colours, svg, title, marked, choose } = props;
  const { v } = useViewWords();
  const { placed, leaves, depth } = useMemo(() => layTree(nodes), [nodes]);
  const [cursor, setCursor] = useState(0);
  const leafWidth = Math.max(narrowestLeaf, Math.min(260, size.width / Math.max(1, leaves)));
  const width = Math.max(size.width, leafWidth * leaves);
  const left = (width - leafWidth * leaves) / 2;
  const step = Math.max(boxHeight + 18, Math.min(96, (size.height - boxHeight - 6) / Math.max(1, depth)));
  const height = Math.max(size.height - 2, depth * step + boxHeight + 6 + badgeRoom);
  const top = Math.max(3 + badgeRoom, (height - depth * step - boxHeight) / 2);
  const place = ({ across, depth: level }: PlacedNode) => ({
    x: left + across * leafWidth,
    y: top + level * step,
  });
  const byIndex = useMemo(() => new Map(placed.map((node) => [node.index, node])), [placed]);
  const boxWidth = Math.min(widestBox, leafWidth - 10);
  const shown = sight ?? sightAt((width - size.width) / 2, size.width);
  const near = around(cursor, nodes, byIndex);
  const drawn = placed.filter((node) => {
    if (placed.length <= drawnWhole || near.has(node.index)) return true;
    // With the branch that leads to it.
    const ends = [node, byIndex.get(node.parent ?? -1) ?? node].map((end) => place(end).x);
    return seen(shown, Math.min(...ends) - widestBox / 2, Math.max(...ends) + widestBox / 2);
  });
  return (
    <svg
      ref={svg}
      className="tree"
      data-nodes={placed.length}
      width={width}
      height={height}
      role={choose ? "group" : undefined}
      aria-label={choose ? title : undefined}
      aria-hidden={choose ? undefined : true}
      onKeyDown={choose && ((event) => moveInTree(event, nodes, byIndex, setCursor))}
    >
      {drawn.map((node) => {
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
      {drawn.map((node) => {
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
            selected={marked?.[node.index]}
            {...(choose && {
              choose: (how) => choose(node.index, how),
              index: node.index,
              // The root takes the focus where the node of before is no more.
              stop: node.index === (byIndex.has(cursor) ? cursor : 0),
              go: () => setCursor(node.index),
            })}
          />
        );
      })}
    </svg>
  );
}
