/** The nodes of a tree as a table: for screen readers, and to take away. */
import type { TreeNodeLook } from "../../../core/service/look.ts";
import type { Sheet } from "../csv.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { brief, percent } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { questionOf } from "./question.ts";

/** Every node a row, not seen. */
export function TreeTable({
  nodes,
  classes,
  caption,
}: {
  nodes: readonly TreeNodeLook[];
  classes: readonly string[];
  caption: string;
}) {
  const { v, language } = useViewWords();
  const child = (node: number | undefined) => (node === undefined ? "–" : String(node + 1));
  return (
    <HiddenTable
      caption={caption}
      head={[
        v("tree.node"),
        v("tree.question"),
        v("tree.yes"),
        v("tree.no"),
        v("tree.label"),
        v("tree.share"),
        ...(classes.length > 0 ? classes : [v("tree.value")]),
      ]}
      of={nodes}
      rows={() =>
        nodes.map((node, index) => [
          String(index + 1),
          questionOf(node, language) ?? "–",
          child(node.left),
          child(node.right),
          node.label ?? "–",
          percent(language, node.weight),
          ...(classes.length > 0
            ? classes.map((_, code) => percent(language, node.distribution[code] ?? 0))
            : [brief(language, node.distribution[0] ?? 0)]),
        ])
      }
    />
  );
}

/** The same with every digit. */
export function treeSheet(nodes: readonly TreeNodeLook[], classes: readonly string[]): Sheet {
  return {
    head: [
      "node",
      "feature",
      "threshold",
      "left",
      "right",
      "label",
      "weight",
      "rows",
      "impurity",
      "missing",
      ...(classes.length > 0 ? classes : ["value"]),
    ],
    rows: nodes.map(
      ({ feature, threshold, left, right, label, weight, rows, impurity, missing, distribution }, index) => [
        index,
        feature ?? null,
        threshold ?? null,
        left ?? null,
        right ?? null,
        label ?? null,
        weight,
        rows ?? null,
        impurity ?? null,
        missing ?? null,
        ...distribution,
      ],
    ),
  };
}
