/** A model small: an ensemble by the says of its members, a single tree by its first splits. */
import type { ModelLook, TreeNodeLook } from "../../../core/service/look.ts";
import type { Language } from "../../words/language.ts";
import { classVariable } from "../colours.ts";
import { questionOf } from "../model/question.ts";
import { layTree } from "../model/tree-layout.ts";
import { brief } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { barPath, thumbHeight, thumbWidth } from "./paths.ts";

const deepest = 3;

/** The tree for one, the bars for many. */
export function ModelThumb({ look }: { look: ModelLook }) {
  const { v } = useViewWords();
  if (look.members && look.members.says.length > 1) {
    return (
      <svg
        viewBox={`0 0 ${thumbWidth} ${thumbHeight}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={v("trace.alpha")}
      >
        <path d={barPath(look.members.says)} fill="var(--t-learner)" />
      </svg>
    );
  }
  return look.tree ? <TreeThumb look={look} /> : <span className="thumb-none">{look.algorithm}</span>;
}

function TreeThumb({ look: { tree, classes } }: { look: ModelLook }) {
  const { v, language } = useViewWords();
  const nodes = tree?.nodes ?? [];
  const { placed, leaves, depth } = layTree(nodes);
  const shown = placed.filter((node) => node.depth <= deepest);
  const slot = (thumbWidth - 8) / Math.max(1, leaves);
  const step = (thumbHeight - 30) / Math.max(1, Math.min(depth, deepest));
  const at = new Map(
    shown.map((node) => [node.index, { x: 4 + node.across * slot, y: 7 + node.depth * step }]),
  );
  return (
    <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={v("view.tree")}>
      {shown.map(({ index, parent }) => {
        const [from, to] = [at.get(parent ?? -1), at.get(index)];
        return from && to ? (
          <path key={index} d={`M${from.x} ${from.y + 16}L${to.x} ${to.y}`} stroke="var(--line-strong)" />
        ) : null;
      })}
      {shown.map(({ index }) => {
        const [node, place] = [nodes[index], at.get(index)];
        if (!node || !place) return null;
        const split = node.feature !== undefined;
        const text = split
          ? shortQuestion(node, language, leaves > 2 ? 10 : 28)
          : (node.label ?? brief(language, node.distribution[0] ?? 0));
        const bare = leaves > 3 && index !== 0;
        const wide = bare
          ? Math.min(12, slot - 2)
          : split
            ? Math.min(thumbWidth - 8, Math.max(56, text.length * 5.3 + 12))
            : Math.min(74, slot - 6);
        const colour = classVariable(Math.max(0, classes.indexOf(node.label ?? "")));
        return (
          <g key={index} className="thumb-box">
            <rect
              x={place.x - wide / 2}
              y={place.y}
              width={Math.max(2, wide)}
              height={bare ? 9 : 17}
              rx={3}
              fill={split ? "var(--raised)" : `color-mix(in srgb, ${colour} 20%, var(--surface))`}
              stroke={split ? "var(--t-learner)" : colour}
            />
            {!bare && wide >= 30 ? (
              <text x={place.x} y={place.y + 11.8} textAnchor="middle">
                {text.length * 5.3 > wide
                  ? `${text.slice(0, Math.max(2, Math.floor(wide / 5.3) - 1))}…`
                  : text}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

function shortQuestion(node: TreeNodeLook, language: Language, letters: number): string {
  const question = questionOf(node, language) ?? "";
  const [feature = "", threshold] = question.split(" ≤ ");
  const room = Math.max(3, letters - (threshold?.length ?? 0));
  const short = feature.length > room ? `${feature.slice(0, room - 1)}…` : feature;
  return threshold === undefined ? short : `${short} ≤ ${threshold}`;
}
