/** A note on the canvas: Markdown in the reader's language, edited by double-click. */
import { type NodeProps, NodeResizeControl } from "@xyflow/react";
import { memo, useEffect, useState } from "react";
import Markdown from "react-markdown";
import { lookup } from "../../core/graph/entries.ts";
import { edit } from "../store/edit.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { itemOf } from "./flow-nodes.ts";
import "./note.css";

const noPictures = ["img"];

/** Registered with React Flow as `note`. Pictures are left out: a graph from a stranger loads nothing. */
export const NoteNode = memo(function NoteNode({ id: flowId, selected }: NodeProps) {
  const { id } = itemOf(flowId);
  const { t, language, local } = useWords();
  const note = useEditorState((state) => lookup(state.graph.view.notes, id));
  const readOnly = useEditorState((state) => state.file.readOnly);
  const text = note ? local(note.text) : "";
  const [editing, setEditing] = useState(false);
  // A note that was just made is empty: it asks to be written.
  useEffect(() => {
    if (selected && note?.text.en === "" && note.text.zh === undefined) setEditing(true);
  }, [selected, note]);
  if (!note) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: React Flow's node is the focusable element around this one.
    <div
      className="note"
      data-color={note.color ?? "yellow"}
      data-selected={selected}
      data-testid={`note-${id}`}
      title={editing ? undefined : t("canvas.note")}
      style={{ minHeight: note.size[1] }}
      onDoubleClick={() => setEditing(!readOnly)}
      lang={note.text.zh !== undefined && language === "zh" ? "zh-CN" : "en"}
    >
      {selected && !readOnly ? (
        <NodeResizeControl className="note-resize" minWidth={120} minHeight={40} position="bottom-right" />
      ) : null}
      {editing ? (
        <NoteField id={id} text={text} end={() => setEditing(false)} />
      ) : (
        <Markdown disallowedElements={noPictures}>{text === "" ? t("canvas.noteNew") : text}</Markdown>
      )}
    </div>
  );
});

function NoteField({ id, text, end }: { id: string; text: string; end: () => void }) {
  const editor = useEditor();
  const { t, language } = useWords();
  const [draft, setDraft] = useState(text);

  function commit(): void {
    const note = lookup(editor.store.getState().graph.view.notes, id);
    end();
    if (!note || draft === text) return;
    const key =
      language === "zh" && note.text.zh !== undefined
        ? "zh"
        : language === "zh" && note.text.en !== ""
          ? "zh"
          : "en";
    edit(
      editor,
      { kind: "setNote", id, note: { ...note, text: { ...note.text, [key]: draft } } },
      { label: "step.note" },
    );
  }

  return (
    <textarea
      className="note-field nodrag nowheel"
      // biome-ignore lint/a11y/noAutofocus: the user has just asked to write here.
      autoFocus
      value={draft}
      placeholder={t("canvas.noteNew")}
      aria-label={t("action.note")}
      rows={Math.max(3, draft.split("\n").length + 1)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        commit();
      }}
    />
  );
}
