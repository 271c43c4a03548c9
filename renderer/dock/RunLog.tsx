/** What runs did, line by line, newest last. */
import { useEffect, useRef } from "react";
import type { EditorState, LogEntry } from "../store/editor-state.ts";
import { goToNode } from "../store/select.ts";
import { titleAt, wordInTitles } from "../store/titles.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { headlineOf } from "../views/scores/metrics.ts";
import { sayName } from "../views/words.ts";
import { localeOf } from "../words/locale.ts";
import { number } from "../words/numbers.ts";

const shownLines = 400;
const shownScores = 4;

/** Follows the newest line. */
export function RunLog() {
  const { t } = useWords();
  const log = useEditorState((state) => state.run.log);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (log.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [log]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <ol className="log" ref={list} aria-label={t("runs.log")} tabIndex={0}>
      {log.slice(-shownLines).map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added.
        <LogLine key={index} entry={entry} />
      ))}
    </ol>
  );
}

function LogLine({ entry }: { entry: LogEntry }) {
  const editor = useEditor();
  const { language } = useWords();
  const time = new Intl.DateTimeFormat(localeOf(language), {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  const { what } = entry;
  const node =
    what.kind === "node" ? what.node : what.kind === "diagnostic" ? what.diagnostic.node : undefined;
  const title = useEditorState((state) => (node === undefined ? "" : titleAt(state, node)));
  const tone =
    what.kind === "diagnostic"
      ? what.diagnostic.severity
      : what.kind === "node" && what.state === "failed"
        ? "error"
        : undefined;
  return (
    <li className="log-line" data-tone={tone}>
      <time>{time.format(entry.at)}</time>
      <span>
        {node === undefined ? null : (
          <button type="button" className="log-node" onClick={() => goToNode(editor, node)}>
            {title}
          </button>
        )}
        {useEntryWords(entry)}
      </span>
    </li>
  );
}

function useEntryWords({ what }: LogEntry): string {
  const { t, duration } = useWords();
  const said = useEditorState((state) => {
    if (what.kind !== "diagnostic") return what.kind === "finished" ? scoreLine(state, what.scores) : "";
    const worded = wordInTitles(state, what.diagnostic);
    return `${worded.what} ${worded.hint}`;
  });
  switch (what.kind) {
    case "started":
      return t("log.started", { count: what.count });
    case "node": {
      const state = t(what.state === "blocked" ? "state.blocked" : `state.${what.state}`, { by: "…" });
      return what.ms === undefined ? state : `${state} · ${duration(what.ms)}`;
    }
    case "diagnostic":
      return said;
    case "finished": {
      const key = {
        done: "log.finishedDone",
        failed: "log.finishedFailed",
        cancelled: "log.finishedCancelled",
      } as const;
      return [t(key[what.status], { time: duration(what.ms) }), said].filter(Boolean).join(" · ");
    }
  }
}

/** The headline of each node that scores: `Classification accuracy 0.953`. */
function scoreLine(state: EditorState, scores: Readonly<Record<string, number>>): string {
  const byNode = new Map<string, Record<string, number>>();
  for (const [key, value] of Object.entries(scores)) {
    const dot = key.lastIndexOf(".");
    const node = key.slice(0, dot);
    byNode.set(node, { ...byNode.get(node), [key.slice(dot + 1)]: value });
  }
  const lines = [...byNode].map(([node, values]) => {
    const name = headlineOf({ values }) ?? "";
    return `${titleAt(state, node)} ${sayName(state.language, "metric", name)} ${number(state.language, values[name])}`;
  });
  return lines.slice(0, shownScores).join(" · ");
}
