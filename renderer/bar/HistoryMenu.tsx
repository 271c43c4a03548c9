/**
 * The steps of history with a slider through them. Moving it takes steps back or does them again, many at once, while
 * canvas and results follow: what was computed at a point is found again by its signature, without a run.
 */
import { History as HistoryIcon } from "lucide-react";
import { Popover } from "radix-ui";
import { type CSSProperties, useEffect, useMemo, useRef } from "react";
import { type Step, stepsOf } from "../../core/graph/history.ts";
import { useKeys } from "../actions/use-keys.ts";
import { travelToStep } from "../store/edit.ts";
import { titleAt, titleOfRecord } from "../store/titles.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { localeOf } from "../words/locale.ts";
import { isWordKey } from "../words/words.ts";
import { stepSubject, type TitleOf } from "./step-subject.ts";
import "./history.css";

/** Does not cover the canvas, nor keep the focus. */
export function HistoryMenu() {
  const editor = useEditor();
  const { t } = useWords();
  const open = useEditorState((state) => state.showHistory);
  const keys = useKeys("history");
  const name = [t("action.history"), keys].filter(Boolean).join(" · ");
  return (
    <Popover.Root open={open} onOpenChange={(showHistory) => editor.store.setState({ showHistory })}>
      <Popover.Trigger
        className="button button-icon"
        aria-label={t("action.history")}
        title={name}
        data-testid="history"
      >
        <HistoryIcon size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover history"
          align="start"
          sideOffset={6}
          aria-label={t("action.history")}
          // Looking at the canvas in between must not close it.
          onInteractOutside={(event) => event.preventDefault()}
        >
          <Steps />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Steps() {
  const editor = useEditor();
  const { t, language } = useWords();
  const history = useEditorState((state) => state.history);
  const steps = useMemo(() => stepsOf(history), [history]);
  const at = history.done.length;
  const list = useRef<HTMLOListElement>(null);
  // Titles are read when the list is drawn, which a change of the graph or the language does.
  const titleOf: TitleOf = (path, record) => {
    const state = editor.store.getState();
    return (record?.type && titleOfRecord(state, { ...record, type: record.type })) || titleAt(state, path);
  };
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const time = useMemo(
    () => new Intl.DateTimeFormat(localeOf(language), { timeStyle: "medium", hour12: false }),
    [language],
  );
  if (steps.length === 0) return <p className="popover-none">{t("history.none")}</p>;
  const words = (step: Step | undefined) => {
    if (!step) return t("history.begin");
    const label = isWordKey(step.label) ? t(step.label) : step.label;
    return [label, stepSubject(step.diff, titleOf)].filter(Boolean).join(" · ");
  };
  return (
    <>
      <input
        type="range"
        className="slider"
        min={0}
        max={steps.length}
        value={at}
        style={{ "--fill": `${(at / steps.length) * 100}%` } as CSSProperties}
        aria-label={t("history.slider")}
        aria-valuetext={words(steps[at - 1])}
        data-testid="history-slider"
        onChange={(event) => travelToStep(editor, Number(event.target.value))}
      />
      <p className="history-at">{t("history.at", { at, count: steps.length })}</p>
      <ol className="history-steps" ref={list}>
        {[undefined, ...steps].map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in history.
          <li key={index}>
            <button
              type="button"
              className="popover-item"
              aria-current={index === at ? "step" : undefined}
              data-undone={index > at}
              data-testid={`history-${index}`}
              onClick={() => travelToStep(editor, index)}
            >
              <span className="clip">{words(step)}</span>
              <span className="dim num">{step ? time.format(step.at) : ""}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
