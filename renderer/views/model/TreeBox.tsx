/** One node of a tree: its question or its class, what arrives here, and the shares of the classes as a bar. */
import type { TreeNodeLook } from "../../../core/service/look.ts";
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
};

/** A box at `x`, `y`; whatever does not fit stands in its title. */
export function TreeBox({ node, classes, colours, x, y, width }: TreeBoxProps) {
  const { v, language } = useViewWords();
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
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={width}
        height={boxHeight}
        rx={5}
        fill={split ? colours.surface : colours.sunken}
        stroke={split ? colours.learner : classColour(colours, code)}
      />
      <text x={width / 2} y={15} textAnchor="middle" fontSize={11} fontWeight={600} fill={colours.text}>
        {shorten(heading, Math.floor((width - 2 * air) / letter.title))}
      </text>
      <text x={width / 2} y={27} textAnchor="middle" fontSize={10} fill={colours.text2}>
        {both.length * letter.small < width - air ? both : rows}
      </text>
      <Shares node={node} classes={classes} colours={colours} width={width - 2 * air} />
      <title>{[heading, both, ...more].join("\n")}</title>
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
