/** The problems of the graph, worked out again only when one of their sources changes. */
import { useMemo } from "react";
import type { Diagnostic } from "../../core/base/diagnostic.ts";
import { allProblems } from "../store/problems.ts";
import { useEditorState } from "../store/use-editor.ts";

/** All problems, errors first. */
export function useProblems(): readonly Diagnostic[] {
  const check = useEditorState((state) => state.check);
  const run = useEditorState((state) => state.run.problems);
  const repairs = useEditorState((state) => state.file.repairs);
  return useMemo(() => allProblems({ check, run, repairs }), [check, run, repairs]);
}
