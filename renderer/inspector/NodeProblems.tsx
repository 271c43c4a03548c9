/** What is wrong with the selected node, where it is looked at, with its repairs. */
import { useMemo } from "react";
import { ProblemItem } from "../dock/ProblemItem.tsx";
import { allProblems } from "../store/problems.ts";
import { useEditorState } from "../store/use-editor.ts";

/** Problems of parameters stand at their fields; the rest stands here. */
export function NodeProblems({ id }: { id: string }) {
  const check = useEditorState((state) => state.check);
  const run = useEditorState((state) => state.run.problems);
  const repairs = useEditorState((state) => state.file.repairs);
  const problems = useMemo(
    () =>
      allProblems({ check, run, repairs }).filter(({ node, param }) => node === id && param === undefined),
    [check, run, repairs, id],
  );
  if (problems.length === 0) return null;
  return (
    <ul className="node-problems">
      {problems.map((problem) => (
        <ProblemItem
          key={`${problem.code}/${problem.port ?? ""}/${problem.wire ?? ""}`}
          problem={problem}
          compact
        />
      ))}
    </ul>
  );
}
