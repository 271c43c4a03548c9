/** The nodes of a tree as a table: for screen readers, and to take away. */
import type { TreeNodeLook } from "../../../core/service/look.ts";
import type { Sheet } from "../csv.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { brief, percent } from "../numbers.ts";
import { useViewWords } from "../words.ts";

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
        ...classes,
      ]}
      rows={nodes.map((node, index) => [
        String(index + 1),
        node.feature === undefined ? "–" : `${node.feature} ≤ ${brief(language, node.threshold ?? 0)}`,
        child(node.left),
        child(node.right),
        node.label ?? "–",
        percent(language, node.weight),
        ...classes.map((_, code) => percent(language, node.distribution[code] ?? 0)),
      ])}
    />
  );
}

/** The same with every digit. */
export function treeSheet(nodes: readonly TreeNodeLook[], classes: readonly string[]): Sheet {
  return {
    head: ["node", "feature", "threshold", "left", "right", "label", "weight", "rows", ...classes],
    rows: nodes.map(({ feature, threshold, left, right, label, weight, rows, distribution }, index) => [
      index,
      feature ?? null,
      threshold ?? null,
      left ?? null,
      right ?? null,
      label ?? null,
      weight,
      rows ?? null,
      ...classes.map((_, code) => distribution[code] ?? null),
    ]),
  };
}
