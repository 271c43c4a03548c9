/** One node of a tree: its question or its class, what arrives here, and the shares of the classes as a bar. */
import type { TreeNodeLook } from "../../../core/service/look.ts";
import { type How, howOf } from "../../store/row-selection.ts";
import { type Colours, classColour } from "../colours.ts";
import { brief, percent } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { answerOf, questionOf } from "./question.ts";

export const boxHeight = 36;
const air = 6;
const letter = { title: 6.2, small: 5.2 };

type TreeBoxProps = {
  node: TreeNodeLook;
  classes: readonly string[];
  colours: Colours;
  x: number;
  y: number;
  width: number;
  /** Selected rows that come here; left out while nothing is selected. */
  selected?: number | undefined;
  /** What makes it a button; left out where its rows are not known. */
  choose?: (how: How) => void;
  index?: number;
  /** The one stop of the Tab key in the tree. */
  stop?: boolean;
  go?: () => void;
};

/** A box at `x`, `y`; whatever does not fit stands in its title. */
export function TreeBox(props: TreeBoxProps) {
  const { node, classes, colours, x, y, width, selected = 0, choose, index, stop, go } = props;

  const { v, language, integer } = useViewWords();
  const question = questionOf(node, language);
  const split = question !== undefined;
  const code = Math.max(0, classes.indexOf(node.label ?? ""));
  const heading = question ?? answerOf(node, classes, language);
  const weight = v("tree.weight", { share: percent(language, node.weight) });
  const rows = node.rows === undefined ? weight : v("tree.rows", { count: node.rows });
  const both = node.rows === undefined ? weight : `${rows} · ${weight}`;
  const more = [
    ...(node.missing === undefined
      ? []
      : [v(node.missing === "left" ? "tree.missingLeft" : "tree.missingRight")]),
    ...(node.impurity === undefined ? [] : [v("tree.impurity", { value: brief(language, node.impurity) })]),
    ...classes.map((name, index) => `${name} ${percent(language, node.distribution[index] ?? 0)}`),
  ];
  return (
    <g
      transform={`translate(${x} ${y})`}
      data-selected={selected}
      {...(choose && {
        className: "tree-node",
        role: "button",
        "data-node": index,
        tabIndex: stop ? 0 : -1,
        "aria-pressed": selected > 0,
        "aria-label":
          selected > 0
            ? `${heading}, ${rows}, ${v("tree.selected", { count: integer(selected) })}`
            : `${heading}, ${rows}`,
        onFocus: go,
        onClick: (event) => choose(howOf(event)),
        onKeyDown: (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          event.stopPropagation();
          choose(event.key === " " ? "toggle" : howOf(event));
        },
      })}
    >
      <rect
        width={width}
        height={boxHeight}
        rx={5}
        fill={split ? colours.surface : colours.sunken}
        stroke={split ? colours.learner : classColour(colours, code)}
        strokeWidth={selected > 0 ? 2.5 : 1}
        strokeDasharray={selected > 0 && node.rows !== undefined && selected < node.rows ? "5 3" : undefined}
      />
      <text x={width / 2} y={15} textAnchor="middle" fontSize={11} fontWeight={600} fill={colours.text}>
        {shorten(heading, Math.floor((width - 2 * air) / letter.title))}
      </text>
      <text x={width / 2} y={27} textAnchor="middle" fontSize={10} fill={colours.text2}>
        {both.length * letter.small < width - air ? both : rows}
      </text>
      <Shares node={node} classes={classes} colours={colours} width={width - 2 * air} />
      {selected > 0 ? <Badge words={`✓ ${integer(selected)}`} width={width} colours={colours} /> : null}
      <title>{[heading, both, ...more].join("\n")}</title>
    </g>
  );
}

/** How many rows here are selected, on the upper right corner. */
function Badge({ words, width, colours }: { words: string; width: number; colours: Colours }) {
  const wide = words.length * 5.6 + 8;
  return (
    <g transform={`translate(${width - wide + 4} -7)`}>
      <rect width={wide} height={14} rx={4} fill={colours.accent} />
      <text x={wide / 2} y={10.5} textAnchor="middle" fontSize={9.5} fontWeight={600} fill={colours.onAccent}>
        {words}
      </text>
    </g>
  );
}

function Shares({
  node,
  classes,
  colours,
  width,
}: Pick<TreeBoxProps, "node" | "classes" | "colours" | "width">) {
  let start = air;
  return classes.map((name, index) => {
    const from = start;
    const length = Math.max(0, (node.distribution[index] ?? 0) * width);
    start += length;
    return (
      <rect
        key={name}
        x={from}
        y={boxHeight - 5}
        width={length}
        height={3}
        fill={classColour(colours, index)}
      />
    );
  });
}

/** Shortens the first word of a question or a leaf and keeps its number. */
function shorten(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const at = Math.max(text.lastIndexOf(" ≤ "), text.lastIndexOf(" · "));
  const tail = at < 0 ? "" : text.slice(at);
  return `${text.slice(0, Math.max(2, letters - tail.length - 1))}…${tail}`;
}
