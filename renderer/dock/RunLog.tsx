/** What runs did, line by line, newest last. */
import { useEffect, useRef } from "react";
import { wordDiagnostic } from "../../core/words/word.ts";
import type { LogEntry } from "../store/editor-state.ts";
import { goToNode } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { localeOf } from "../words/language.ts";

const shownLines = 400;

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
  const tone =
    what.kind === "diagnostic"
      ? what.diagnostic.severity
      : what.kind === "node" && what.state === "failed"
        ? "error"
        : undefined;
  return (
    <li className="log-line" data-tone={tone}>
      <time>{time.format(entry.at)}</time>
      {node === undefined ? (
        <span className="log-node" />
      ) : (
        <button type="button" className="log-node clip" onClick={() => goToNode(editor, node)}>
          {node}
        </button>
      )}
      <span>{useEntryWords(entry)}</span>
    </li>
  );
}

function useEntryWords({ what }: LogEntry): string {
  const { t, language, duration, number } = useWords();
  switch (what.kind) {
    case "started":
      return t("log.started", { count: what.count });
    case "node": {
      const state = t(what.state === "blocked" ? "state.blocked" : `state.${what.state}`, { by: "…" });
      return what.ms === undefined ? state : `${state} · ${duration(what.ms)}`;
    }
    case "diagnostic": {
      const worded = wordDiagnostic(what.diagnostic, language);
      return `${worded.what} ${worded.hint}`;
    }
    case "finished": {
      const key = {
        done: "log.finishedDone",
        failed: "log.finishedFailed",
        cancelled: "log.finishedCancelled",
      } as const;
      const scores = Object.entries(what.scores).map(([name, value]) => `${name} ${number(value)}`);
      return [t(key[what.status], { time: duration(what.ms) }), ...scores.slice(0, 6)].join(" · ");
    }
  }
}
