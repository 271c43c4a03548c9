/** A selected wire: from where, to where, carrying what. */
import { lookup } from "../../core/graph/entries.ts";
import { typeFact } from "../parts/type-fact.ts";
import { goToNode } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

/** Both ends are links to their nodes. */
export function WireInspector({ id }: { id: string }) {
  const editor = useEditor();
  const { t } = useWords();
  const wire = useEditorState((state) => lookup(state.graph.wires, id));
  const fact = useEditorState((state) => {
    const type = state.check?.wires[id];
    return type ? typeFact(type, state.language) : "";
  });
  if (!wire) return null;
  return (
    <div className="inspector-body">
      <div className="inspector-head">
        <h2 className="inspector-title">{t("inspector.wire")}</h2>
        <span className="dim">{id}</span>
      </div>
      <p className="inspector-summary">
        {t("inspector.wireHint", {
          from: `${wire.from[0]}.${wire.from[1]}`,
          to: `${wire.to[0]}.${wire.to[1]}`,
        })}
      </p>
      {fact === "" ? null : (
        <p>
          {t("inspector.carries")} <span className="num">{fact}</span>
        </p>
      )}
      <p>
        {[wire.from[0], wire.to[0]].map((node) => (
          <button type="button" className="link wire-end" key={node} onClick={() => goToNode(editor, node)}>
            {node}
          </button>
        ))}
      </p>
    </div>
  );
}
