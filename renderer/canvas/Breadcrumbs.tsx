/** Where one is: the document, then the groups that were entered. Each but the last leads back there. */
import { ChevronRight } from "lucide-react";
import { Fragment } from "react";
import type { GroupRecord } from "../../core/graph/document.ts";
import { graphAt } from "../../core/graph/scope.ts";
import { goToScope } from "../store/groups.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import "./group.css";

/** Shown inside groups only. */
export function Breadcrumbs() {
  const editor = useEditor();
  const { t } = useWords();
  const scope = useEditorState((state) => state.scope);
  const document = useEditorState((state) => state.document);
  if (scope.length === 0) return null;
  const steps = scope.map((id, depth) => {
    const group = graphAt(document, scope.slice(0, depth + 1)) as GroupRecord | undefined;
    return { depth: depth + 1, title: group?.title || id };
  });
  return (
    <nav className="breadcrumbs" aria-label={t("canvas.breadcrumbs")} data-testid="breadcrumbs">
      {[{ depth: 0, title: document.title }, ...steps].map(({ depth, title }) => (
        <Fragment key={depth}>
          {depth > 0 ? <ChevronRight size={13} aria-hidden /> : null}
          {depth === scope.length ? (
            <span aria-current="location" className="clip">
              {title}
            </span>
          ) : (
            <button
              type="button"
              className="link clip"
              onClick={() => goToScope(editor, scope.slice(0, depth))}
            >
              {title}
            </button>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
