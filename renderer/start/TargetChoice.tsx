/** What is to be predicted, why that was guessed, and as what. */
import type { Task } from "../../core/base/table-facts.ts";
import type { ProfileQuestion, TableProfile } from "../../core/base/table-profile.ts";
import { reasonSentence } from "./sentences.ts";
import { useStartWords } from "./words.ts";

/** One select for the column; a second one where numbers could be classes as well. */
export function TargetChoice({
  profile: { columns, target },
  waiting,
  ask,
}: {
  profile: TableProfile;
  waiting: boolean;
  ask: (question: ProfileQuestion) => void;
}) {
  const { s, language } = useStartWords();
  const possible = columns.filter(
    ({ kind, distinct }) => kind !== "datetime" && kind !== "text" && distinct > 1,
  );
  return (
    <div className="from-data-target">
      <label>
        <span>{s("data.predict")}</span>
        <select
          className="field"
          value={target?.column ?? ""}
          data-testid="target"
          onChange={(event) => ask({ target: event.target.value })}
        >
          {target ? null : <option value="">{s("data.noTarget")}</option>}
          {possible.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {target ? (
        <>
          {target.either ? (
            <label>
              <span>{s("data.as")}</span>
              <select
                className="field"
                value={target.task}
                data-testid="task"
                onChange={(event) => ask({ target: target.column, task: event.target.value as Task })}
              >
                <option value="classification">{s("task.classification")}</option>
                <option value="regression">{s("task.regression")}</option>
              </select>
            </label>
          ) : (
            <span className="pill" data-testid="task">
              {s(`task.${target.task}`)}
            </span>
          )}
          <p data-testid="target-reason">{waiting ? s("data.again") : reasonSentence(language, target)}</p>
        </>
      ) : null}
    </div>
  );
}
