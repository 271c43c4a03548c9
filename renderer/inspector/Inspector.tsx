/** The right panel: everything about the one selected node, made from its descriptor. */

import { groupOfType } from "../store/group-descriptor.ts";
import { terminalOf } from "../store/seen.ts";
import { soleNode } from "../store/select.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import "./inspector.css";
import { GroupInspector } from "./GroupInspector.tsx";
import { NodeInspector } from "./NodeInspector.tsx";
import { SharedInspector } from "./SharedInspector.tsx";
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
        <OneNode key={node} id={node} />
      ) : count > 1 ? (
        <SharedInspector />
      ) : wire !== undefined && count === 0 ? (
        <WireInspector id={wire} />
      ) : (
        <div className="inspector-none">
          <b>{t("inspector.none")}</b>
          <p>{t("inspector.noneHint")}</p>
        </div>
      )}
    </aside>
  );
}

function OneNode({ id }: { id: string }) {
  const { t } = useWords();
  const isGroup = useEditorState((state) => groupOfType(state.graph.nodes[id]?.type ?? "") !== undefined);
  const terminal = terminalOf(id);
  if (isGroup) return <GroupInspector id={id} />;
  if (!terminal) return <NodeInspector id={id} />;
  return (
    <div className="inspector-none">
      <b>{t(terminal.side === "in" ? "card.terminalIn" : "card.terminalOut", { name: terminal.port })}</b>
    </div>
  );
}
