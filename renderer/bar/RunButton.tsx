/** Run, with what there is to do, and the other ways to run behind an arrow. */
import { ChevronDown, LoaderCircle, Play } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useMemo } from "react";
import type { CheckReport } from "../../core/service/engine-service.ts";
import { actionOf, perform } from "../actions/registry.ts";
import { useKeys } from "../actions/use-keys.ts";
import { Button } from "../parts/Button.tsx";
import type { EditorState } from "../store/editor-state.ts";
import { graphForecast } from "../store/graph-forecast.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

const ways = ["run", "runStale", "runSelected"] as const;

/** Keeps its place and height while a run is under way. */
export function RunButton() {
  const editor = useEditor();
  const { t } = useWords();
  const action = actionOf("run");
  const keys = useKeys("run");
  const enabled = useEditorState((state) => action.enabled?.(state) ?? true);
  const running = useEditorState((state) => state.run.active !== undefined);
  const todo = useEditorState(todoOf);
  const [count, kind] = todo.split(" ");
  return (
    <span className="run">
      <Button
        look="primary"
        className="run-main"
        data-testid="run"
        disabled={!enabled}
        title={[t(action.words), keys].filter(Boolean).join(" · ")}
        onClick={() => perform(editor, action)}
      >
        {running ? (
          <LoaderCircle size={13} className="turning" aria-hidden />
        ) : (
          <Play size={12} fill="currentColor" aria-hidden />
        )}
        {t(running ? "bar.running" : "bar.run")}
        {!running && count !== "0" ? (
          <span className="run-todo">
            {t(kind === "stale" ? "bar.stale" : kind === "new" ? "bar.new" : "bar.todo", {
              count: Number(count),
            })}
          </span>
        ) : null}
      </Button>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger
          className="button button-primary run-more"
          aria-label={t("bar.runChoices")}
          title={t("bar.runChoices")}
        >
          <ChevronDown size={13} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
            {ways.map((id) => (
              <Way key={id} id={id} />
            ))}
            <Forecast />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </span>
  );
}

function Way({ id }: { id: string }) {
  const editor = useEditor();
  const { t } = useWords();
  const action = actionOf(id);
  const enabled = useEditorState((state) => action.enabled?.(state) ?? true);
  return (
    <DropdownMenu.Item className="menu-item" disabled={!enabled} onSelect={() => perform(editor, action)}>
      <span>{t(action.words)}</span>
      <span className="kbd">{useKeys(id)}</span>
    </DropdownMenu.Item>
  );
}

/** What running everything would take. */
function Forecast() {
  const { t, duration, size } = useWords();
  const document = useEditorState((state) => state.document);
  const check = useEditorState((state) => state.check);
  const threads = useEditorState((state) => state.engine?.threads ?? 1);
  const { nodes, unknown, ms, bytes } = useMemo(
    () => graphForecast(document, check, threads),
    [document, check, threads],
  );
  if (nodes === 0)
    return <DropdownMenu.Label className="menu-say">{t("forecast.nothing")}</DropdownMenu.Label>;
  return (
    <DropdownMenu.Label className="menu-say" data-testid="forecast">
      <b className="num">
        {unknown === nodes
          ? t("forecast.unknown")
          : t("card.forecast", { time: duration(ms), size: size(bytes) })}
      </b>
      <span>{t("forecast.nodes", { count: nodes })}</span>
      {unknown > 0 && unknown < nodes ? <span>{t("forecast.some", { count: unknown })}</span> : null}
    </DropdownMenu.Label>
  );
}

/** `"3 stale"`, `"5 new"`, `"4 todo"` for both, `"0 "` for neither. */
function todoOf({ check }: EditorState): string {
  if (!check) return "0 ";
  const known = todos.get(check);
  if (known !== undefined) return known;
  const todo = countTodo(check);
  todos.set(check, todo);
  return todo;
}

const todos = new WeakMap<CheckReport, string>();

function countTodo(check: CheckReport): string {
  let stale = 0;
  let fresh = 0;
  for (const report of Object.values(check.nodes)) {
    if (report.freshness === "stale") stale += 1;
    if (report.freshness === "new") fresh += 1;
  }
  const kind = stale > 0 && fresh > 0 ? "todo" : stale > 0 ? "stale" : fresh > 0 ? "new" : "";
  return `${stale + fresh} ${kind}`;
}
