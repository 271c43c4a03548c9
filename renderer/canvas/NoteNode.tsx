/** A note on the canvas: Markdown in the reader's language, edited by double-click. */
import { type NodeProps, NodeResizeControl } from "@xyflow/react";
import { memo, useCallback, useEffect, useRef, useState } from "react";
import Markdown, { type Components } from "react-markdown";
import type { NoteRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { edit } from "../store/edit.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import type { Language } from "../words/language.ts";
import { itemOf } from "./flow-nodes.ts";
import "./note.css";

const noPictures = ["img"];
/** Links lead out of the editor, never away from it; what is no address of the web has lost its `href` before it comes here. */
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  ),
};

const colours = { yellow: "note.yellow", green: "note.green", grey: "note.grey" } as const;

/** Registered with React Flow as `note`. Pictures are left out: a graph from a stranger loads nothing. */
export const NoteNode = memo(function NoteNode({ id: flowId, selected }: NodeProps) {
  const { id } = itemOf(flowId);
  const editor = useEditor();
  const { t, language, local } = useWords();
  const note = useEditorState((state) => lookup(state.graph.view.notes, id));
  const readOnly = useEditorState((state) => state.file.readOnly);
  const asked = useEditorState((state) => state.writing === flowId);
  const text = note ? local(note.text) : "";
  const [writing, setWriting] = useState<Language>();
  // A note that was just made is empty: it asks to be written.
  const isNew = selected && note?.text.en === "" && note.text.zh === undefined;
  useEffect(() => {
    if (!isNew && !asked) return;
    if (asked) editor.store.setState({ writing: undefined });
    setWriting(isNew ? "en" : language);
  }, [editor, isNew, asked, language]);
  if (!note) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: React Flow's node is the focusable element around this one.
    <div
      className="note"
      data-color={note.color ?? "yellow"}
      data-selected={selected}
      data-testid={`note-${id}`}
      title={writing ? undefined : t("canvas.note")}
      style={{ minHeight: note.size[1] }}
      onDoubleClick={() => setWriting(readOnly ? undefined : language)}
      lang={note.text.zh !== undefined && language === "zh" ? "zh-CN" : "en"}
    >
      {selected && !readOnly ? (
        <>
          <NodeResizeControl className="note-resize" minWidth={120} minHeight={40} position="bottom-right" />
          <NoteBar id={id} note={note} writing={writing} write={setWriting} />
        </>
      ) : null}
      {writing ? (
        <NoteField key={writing} id={id} language={writing} end={() => setWriting(undefined)} />
      ) : (
        <Markdown disallowedElements={noPictures} components={components}>
          {text === "" ? t("canvas.noteNew") : text}
        </Markdown>
      )}
    </div>
  );
});

/** Colours, and the language that is written. A press here leaves the field its focus. */
function NoteBar({
  id,
  note,
  writing,
  write,
}: {
  id: string;
  note: NoteRecord;
  writing: Language | undefined;
  write: (language: Language) => void;
}) {
  const editor = useEditor();
  const { t } = useWords();
  const paint = (color: keyof typeof colours) =>
    edit(editor, { kind: "setNote", id, note: { ...note, color } }, { label: "step.note" });
  return (
    <div
      className="note-bar nodrag"
      role="toolbar"
      aria-label={t("note.bar")}
      onPointerDown={(event) => event.preventDefault()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {(Object.keys(colours) as (keyof typeof colours)[]).map((color) => (
        <button
          type="button"
          key={color}
          className="note-colour"
          data-color={color}
          data-testid={`note-colour-${color}`}
          aria-pressed={(note.color ?? "yellow") === color}
          aria-label={t(colours[color])}
          title={t(colours[color])}
          onClick={() => paint(color)}
        />
      ))}
      {(["en", "zh"] as const).map((language) => (
        <button
          type="button"
          key={language}
          className="link note-language"
          lang={language === "zh" ? "zh-CN" : "en"}
          data-testid={`note-language-${language}`}
          aria-pressed={writing === language}
          onClick={() => write(language)}
        >
          {language === "zh" ? "中文" : "English"}
        </button>
      ))}
    </div>
  );
}

/** The words in one language; they are kept when the field is left, or by Escape. */
function NoteField({ id, language, end }: { id: string; language: Language; end: () => void }) {
  const editor = useEditor();
  const { t } = useWords();
  const text = () => lookup(editor.store.getState().graph.view.notes, id)?.text[language] ?? "";
  const [draft, setDraft] = useState(text);
  const kept = useRef(draft);
  kept.current = draft;

  const commit = useCallback(() => {
    const note = lookup(editor.store.getState().graph.view.notes, id);
    if (!note || kept.current === (note.text[language] ?? "")) return;
    const words = { ...note.text, [language]: kept.current };
    // Without words of its own, a language shows the other's.
    if (language === "zh" && kept.current === "") delete words.zh;
    edit(editor, { kind: "setNote", id, note: { ...note, text: words } }, { label: "step.note" });
  }, [editor, id, language]);
  // Whatever takes the field away, what was written stays: another language, another selection.
  useEffect(() => commit, [commit]);

  return (
    <textarea
      className="note-field nodrag nowheel"
      // biome-ignore lint/a11y/noAutofocus: the user has just asked to write here.
      autoFocus
      value={draft}
      lang={language === "zh" ? "zh-CN" : "en"}
      placeholder={t("canvas.noteNew")}
      aria-label={t(language === "zh" ? "note.writeZh" : "note.writeEn")}
      rows={Math.max(3, draft.split("\n").length + 1)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={end}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        end();
        editor.canvas?.takeKeys();
      }}
    />
  );
}
