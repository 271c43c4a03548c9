/** The problem list of the whole graph. */
import { useWords } from "../store/use-editor.ts";
import { ProblemItem } from "./ProblemItem.tsx";
import { useProblems } from "./use-problems.ts";

/** Errors first; a click goes to the place. */
export function ProblemsTab() {
  const { t } = useWords();
  const problems = useProblems();
  if (problems.length === 0) {
    return (
      <div className="empty">
        <b>{t("problems.none")}</b>
        <span>{t("problems.noneHint")}</span>
      </div>
    );
  }
  return (
    <ul className="problems" aria-label={t("problems.count", { count: problems.length })}>
      {problems.map((problem, index) => (
        <ProblemItem
          key={[
            problem.code,
            problem.node,
            problem.port,
            problem.param,
            problem.wire,
            JSON.stringify(problem.values),
          ].join("|")}
          problem={problem}
          index={index}
        />
      ))}
    </ul>
  );
}
