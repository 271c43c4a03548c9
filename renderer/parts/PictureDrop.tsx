/** A picture that was exported here, dropped anywhere in the window, brings back the graph that made it. */
import { Image } from "lucide-react";
import { useEffect, useState } from "react";
import { openPictureFile, pictureKinds } from "../store/picture-files.ts";
import { useEditor, useWords } from "../store/use-editor.ts";
import "./picture-drop.css";

/** Listens, and says while a picture is held over the window what letting go will do. */
export function PictureDrop() {
  const editor = useEditor();
  const { t } = useWords();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      const here = isPicture(event);
      setOver(here);
      if (!here) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (!file || !isPicture(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void openPictureFile(editor, file);
    };
    const capture = { capture: true };
    window.addEventListener("dragover", onDrag, capture);
    window.addEventListener("dragleave", onLeave, capture);
    window.addEventListener("drop", onDrop, capture);
    return () => {
      window.removeEventListener("dragover", onDrag, capture);
      window.removeEventListener("dragleave", onLeave, capture);
      window.removeEventListener("drop", onDrop, capture);
    };
  }, [editor]);
  if (!over) return null;
  return (
    <div className="picture-drop" data-testid="picture-drop">
      <Image size={18} aria-hidden />
      {t("picture.drop")}
    </div>
  );
}

/** One file that may carry a graph; anything else is somebody else's. */
function isPicture({ dataTransfer }: DragEvent): boolean {
  const items = [...(dataTransfer?.items ?? [])];
  return items.length === 1 && items[0]?.kind === "file" && pictureKinds.includes(items[0].type);
}
