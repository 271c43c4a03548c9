/** The right panel: everything about the one selected node, made from its descriptor. */

import { soleNode } from "../store/select.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import "./inspector.css";
import { NodeInspector } from "./NodeInspector.tsx";
import { WireInspector } from "./WireInspector.tsx";

/** Follows the selection. */
export function Inspector() {
  const { t } = useWords();
  const node = useEditorState(soleNode);
  const count = useEditorState((state) => state.selection.nodes.size);
  const wire = useEditorState(({ selection }) =>
    selection.wires.size === 1 ? [...selection.wires][0] : undefined,
  );
  return (
    <aside className="inspector" aria-label={t("inspector.label")}>
      {node !== undefined ? (
        <NodeInspector key={node} id={node} />
      ) : wire !== undefined && count === 0 ? (
        <WireInspector id={wire} />
      ) : (
        <div className="inspector-none">
          <b>{count > 1 ? t("inspector.many", { count }) : t("inspector.none")}</b>
          <p>{t(count > 1 ? "inspector.manyHint" : "inspector.noneHint")}</p>
        </div>
      )}
    </aside>
  );
}
