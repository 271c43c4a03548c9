/** The first minute: one's own data, what was open last, and finished experiments to look into. */
import { ArrowLeft, Square } from "lucide-react";
import { type DragEvent, useEffect, useState } from "react";
import { Button } from "../parts/Button.tsx";
import { notify } from "../store/notices.ts";
import { isExperiment, openExperimentFiles, openPictureFile, pictureKinds } from "../store/picture-files.ts";
import { leaveStart, nothingIsOpen } from "../store/start-page.ts";
import { useDesk, useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DropZone } from "./DropZone.tsx";
import { ExampleCards } from "./ExampleCards.tsx";
import { RecentFiles } from "./RecentFiles.tsx";
import { useStartWords } from "./words.ts";
import "./start.css";

/** Stands in place of the panels. A file may be dropped anywhere on it. */
export function StartPage() {
  const editor = useEditor();
  const desk = useDesk();
  const { t } = useWords();
  const { s } = useStartWords();
  const title = useEditorState((state) => state.document.title);
  const [over, setOver] = useState(false);
  const empty = nothingIsOpen(desk);
  useEffect(() => {
    document.title = t("app.name");
  }, [t]);

  function onDrag(event: DragEvent): void {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    setOver(true);
  }
  function onDrop(event: DragEvent): void {
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    // A figure brings the graph back that it was made by, an experiment opens; what is left is a table to begin from.
    const graphs = files.filter(isExperiment);
    const pictures = files.filter(({ type }) => pictureKinds.includes(type));
    const [data, ...more] = files.filter((file) => !graphs.includes(file) && !pictures.includes(file));
    void openExperimentFiles(editor, graphs);
    for (const file of pictures) void openPictureFile(editor, file);
    if (data) editor.store.setState({ dialog: { kind: "fromData", file: data } });
    if (data && more.length > 0) notify(editor, "info", s("drop.one", { name: data.name }));
  }

  return (
    <main
      className="begin"
      data-testid="start-page"
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
      }}
      onDrop={onDrop}
    >
      <div className="start-page">
        <header className="start-head">
          <div>
            <h2>{t("app.name")}</h2>
            <p>{s("start.line")}</p>
          </div>
          <Button onClick={() => leaveStart(editor)} data-testid="blank-canvas">
            {empty ? <Square size={13} aria-hidden /> : <ArrowLeft size={13} aria-hidden />}
            {empty ? t("action.blank") : s("start.back", { title })}
          </Button>
        </header>
        <div className="start-top">
          <DropZone over={over} />
          <RecentFiles />
        </div>
        <ExampleCards />
      </div>
    </main>
  );
}
