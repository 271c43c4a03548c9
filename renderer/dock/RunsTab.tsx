/** Runs: the newest as a timeline, and beside it what all runs of the session did, line by line. */
import { useEditorState, useWords } from "../store/use-editor.ts";
import { RunLog } from "./RunLog.tsx";
import { RunTimeline } from "./RunTimeline.tsx";
import "./runs.css";

/** Empty until something has run. */
export function RunsTab() {
  const { t } = useWords();
  const none = useEditorState(({ run }) => run.log.length === 0 && run.timeline === undefined);
  if (none) {
    return (
      <div className="empty">
        <b>{t("log.none")}</b>
        <span>{t("log.noneHint")}</span>
      </div>
    );
  }
  return (
    <div className="runs">
      <RunTimeline />
      <RunLog />
    </div>
  );
}
