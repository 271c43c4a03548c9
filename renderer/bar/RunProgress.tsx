/** How far the run has come, in the bar: nodes done, time left. Its room is kept free, so that nothing moves. */
import { useClock } from "../dock/use-clock.ts";
import { runProgress } from "../store/run-progress.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

const worthSaying = 1000;

/** A click shows the timeline. */
export function RunProgress() {
  const editor = useEditor();
  const { t, number, duration } = useWords();
  const running = useEditorState((state) => state.run.active !== undefined);
  useEditorState((state) => state.run.timeline?.bars);
  const now = useClock(running);
  const progress = runProgress(editor.store.getState(), now);
  if (!progress) return <span className="run-progress" />;
  const { settled, count, left, share } = progress;
  const words = [t("runs.settled", { settled: number(settled), count: number(count) })];
  if (left !== undefined && left >= worthSaying) words.push(t("card.left", { time: duration(left) }));
  return (
    <button
      type="button"
      className="run-progress"
      data-testid="run-progress"
      title={t("action.runs")}
      onClick={() => {
        editor.store.setState({ dock: "runs" });
        editor.panels?.show("dock");
      }}
    >
      <progress max={1} value={share} aria-label={t("runs.progress")} />
      <span className="num clip">{words.join(" · ")}</span>
    </button>
  );
}
