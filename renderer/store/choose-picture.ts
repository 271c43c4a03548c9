/** Asks for a picture that carries a graph, and opens the graph. */
import type { Editor } from "./editor.ts";

export function choosePicture(editor: Editor): void {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = "image/png,image/svg+xml";
  field.addEventListener("change", () => {
    const [file] = field.files ?? [];
    if (file) void import("./pictures.ts").then(({ openPicture }) => openPicture(editor, file));
  });
  field.click();
}
