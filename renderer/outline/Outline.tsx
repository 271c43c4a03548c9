/**
 * The graph as a tree of lines, the way in for keyboard and screen reader. One tab stop: arrows move, Enter selects and
 * shows on the canvas, the space bar adds to the selection, C connects, Delete removes. Only lines in sight are drawn.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { removeSelection } from "../store/remove.ts";
import { goToNode, select, soleNode } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { OutlineLine } from "./OutlineLine.tsx";
import "./outline.css";
import { outlineMove } from "./outline-keys.ts";
import { outlineRows } from "./outline-rows.ts";

const lineHeight = 40;
const lineId = (path: string) => `outline-${path}`;

/** Fills its parent. */
export function Outline() {
  const editor = useEditor();
  const { t } = useWords();
  const document = useEditorState((state) => state.document);
  const sole = useEditorState(soleNode);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | undefined>(sole);
  const rows = useMemo(() => outlineRows(document, closed), [document, closed]);
  const byPath = useMemo(() => new Map(rows.map((row) => [row.path, row])), [rows]);
  const found = rows.findIndex(({ path }) => path === active);
  const at = found >= 0 ? found : 0;
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.path ?? index,
  });

  // What is selected on the canvas is the active line here.
  useEffect(() => {
    if (sole !== undefined) setActive(sole);
  }, [sole]);
  useEffect(() => {
    if (rows.length > 0) lines.scrollToIndex(at, { align: "auto" });
  }, [at, rows.length, lines]);

  if (rows.length === 0) {
    return (
      <div className="empty">
        <b>{t("outline.none")}</b>
        <span>{t("outline.noneHint")}</span>
      </div>
    );
  }

  function toggle(path: string): void {
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = rows[at];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const move = outlineMove(rows, at, event.key);
    if (move) {
      if (move.toggle !== undefined) toggle(move.toggle);
      setActive(rows[move.to]?.path);
    } else if (event.key === "Enter" && !event.shiftKey) goToNode(editor, row.path);
    else if (event.key === " ") addToSelection(row.path);
    else if (event.key.toLowerCase() === "c") connectFrom(row.path);
    else if (event.key === "Delete" || event.key === "Backspace") remove(row.path, !event.shiftKey);
    else return;
    event.preventDefault();
  }

  function addToSelection(path: string): void {
    const { graph, selection } = editor.store.getState();
    if (!Object.hasOwn(graph.nodes, path)) return goToNode(editor, path);
    const nodes = new Set(selection.nodes);
    if (!nodes.delete(path)) nodes.add(path);
    select(editor, { nodes });
  }

  function connectFrom(path: string): void {
    goToNode(editor, path);
    editor.store.setState({ dialog: { kind: "wires", node: path } });
  }

  function remove(path: string, rejoin: boolean): void {
    if (!editor.store.getState().selection.nodes.has(path)) goToNode(editor, path);
    const next = rows[at + 1] ?? rows[at - 1];
    removeSelection(editor, rejoin);
    setActive(next?.path);
  }

  return (
    <div className="outline-scroller" ref={scroller}>
      <div
        className="outline"
        role="tree"
        tabIndex={0}
        aria-label={t("outline.label")}
        aria-multiselectable
        aria-activedescendant={rows[at] ? lineId(rows[at].path) : undefined}
        data-testid="outline"
        style={{ height: lines.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {lines.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return row ? (
            <OutlineLine
              key={key}
              id={lineId(row.path)}
              row={row}
              rows={byPath}
              active={index === at}
              top={start}
              height={lineHeight}
              choose={() => goToNode(editor, row.path)}
              toggle={() => toggle(row.path)}
            />
          ) : null;
        })}
      </div>
      <p className="visually-hidden">{t("outline.help")}</p>
    </div>
  );
}
