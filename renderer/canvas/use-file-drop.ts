/**
 * Files of this computer held over the canvas and let go there. Pictures never come here: `parts/PictureDrop.tsx` takes them
 * first. Anywhere else in the window a file is refused: a browser would leave the page for it.
 */
import { type DragEvent, useEffect } from "react";
import { isExperiment, openExperimentFiles } from "../store/picture-files.ts";
import { useEditor } from "../store/use-editor.ts";

/** Handlers for the canvas. While files are held over it, it says so by `data-files`. */
export function useFileDrop() {
  const editor = useEditor();
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", refuse);
    window.addEventListener("drop", refuse);
    return () => {
      window.removeEventListener("dragover", refuse);
      window.removeEventListener("drop", refuse);
    };
  }, []);
  const mark = (event: DragEvent<HTMLElement>, over: boolean) =>
    event.currentTarget.toggleAttribute("data-files", over);
  return {
    onDragOver(event: DragEvent<HTMLElement>) {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      mark(event, true);
    },
    onDragLeave(event: DragEvent<HTMLElement>) {
      const { currentTarget, relatedTarget } = event;
      if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) mark(event, false);
    },
    onDrop(event: DragEvent<HTMLElement>) {
      mark(event, false);
      const files = [...event.dataTransfer.files];
      const at = editor.canvas?.toCanvas({ x: event.clientX, y: event.clientY });
      if (files.length === 0 || !at) return;
      event.preventDefault();
      // The pointer holds the card near its corner, as it does from the palette.
      const corner = { x: at.x - 20, y: at.y - 17 };
      const graphs = files.filter(isExperiment);
      const data = files.filter((file) => !isExperiment(file));
      if (data.length > 0)
        void import("../start/drop-data.ts").then(({ dropData }) => dropData(editor, data, corner));
      if (graphs.length > 0) void openExperimentFiles(editor, graphs);
    },
  };
}
