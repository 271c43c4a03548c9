/** One problem: what happened, where, what to do, and a button for each repair. */
import { CircleX, Info, TriangleAlert, Wrench } from "lucide-react";
import { useShallow } from "zustand/react/shallow";
import type { Diagnostic, Repair } from "../../core/base/diagnostic.ts";
import { hasNode } from "../../core/graph/closure.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import { graphAt, pathOf, splitPath } from "../../core/graph/scope.ts";
import { Button } from "../parts/Button.tsx";
import { applyRepair } from "../store/problems.ts";
import { goToNode, select } from "../store/select.ts";
import { titleAt, wordInTitles, wordRepairInTitles } from "../store/titles.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import "./problems.css";

const icons = { error: CircleX, warning: TriangleAlert, info: Info };

/** With `index` it carries the test ids of the problem list; `compact` is for the inspector, which needs no place. */
export function ProblemItem({
  problem,
  index,
  compact = false,
}: {
  problem: Diagnostic;
  index?: number;
  compact?: boolean;
}) {
  const editor = useEditor();
  const { t } = useWords();
  const { what, hint } = useEditorState(useShallow((state) => wordInTitles(state, problem)));
  const place = useEditorState((state) => {
    if (problem.node !== undefined && nodeAt(state.document, problem.node)) return problem.node;
    return problem.wire === undefined ? undefined : endOf(state.document, problem.wire);
  });
  const placeTitle = useEditorState((state) => (place === undefined ? undefined : titleAt(state, place)));
  const Icon = icons[problem.severity];

  function go(): void {
    if (place === undefined) return;
    goToNode(editor, place);
    if (problem.wire !== undefined && problem.node === undefined) select(editor, { wires: [problem.wire] });
  }

  return (
    <li
      className="problem"
      data-severity={problem.severity}
      data-testid={index === undefined ? undefined : `problem-${index}`}
      data-code={problem.code}
    >
      <Icon className="problem-icon" size={14} role="img" aria-label={t(`problems.${problem.severity}`)} />
      <div className="problem-text">
        {compact ? (
          <span className="problem-what">{what}</span>
        ) : (
          <button type="button" className="problem-what" onClick={go}>
            {what}
          </button>
        )}
        {hint ? <span className="problem-hint"> {hint}</span> : null}
        {problem.repairs && problem.repairs.length > 0 ? (
          <div className="problem-repairs">
            {problem.repairs.map((repair, number) => (
              <RepairButton
                key={`${repair.code}/${JSON.stringify(repair.values)}`}
                repair={repair}
                node={problem.node}
                testId={
                  index === undefined ? undefined : `repair-${index}${number === 0 ? "" : `-${number}`}`
                }
              />
            ))}
          </div>
        ) : null}
      </div>
      {compact ? null : (
        <span className="problem-place">{placeTitle ?? problem.wire ?? t("problems.file")}</span>
      )}
    </li>
  );
}

function RepairButton({
  repair,
  node,
  testId,
}: {
  repair: Repair;
  node: string | undefined;
  testId: string | undefined;
}) {
  const editor = useEditor();
  const readOnly = useEditorState((state) => state.file.readOnly);
  const label = useEditorState((state) => wordRepairInTitles(state, repair, node));
  return (
    <Button disabled={readOnly} data-testid={testId} onClick={() => applyRepair(editor, repair)}>
      <Wrench size={13} aria-hidden />
      {label}
    </Button>
  );
}

function nodeAt(document: GraphDocument, path: string): boolean {
  const { scope, id } = splitPath(path);
  const graph = graphAt(document, scope);
  return graph !== undefined && hasNode(graph, id);
}

/** The path of the node that a wire ends at. */
function endOf(document: GraphDocument, path: string): string | undefined {
  const { scope, id } = splitPath(path);
  const wire = graphAt(document, scope)?.wires[id];
  return wire && pathOf(scope, wire.to[0]);
}
