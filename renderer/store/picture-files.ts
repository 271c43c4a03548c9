/** Pictures that may carry a graph: chosen here, or dropped (`parts/PictureDrop.tsx`). What reads them is loaded with the first. */
import type { Editor } from "./editor.ts";

export const pictureKinds: readonly string[] = ["image/png", "image/svg+xml"];

export async function openPictureFile(editor: Editor, file: File): Promise<void> {
  const { openPicture } = await import("./pictures.ts");
  await openPicture(editor, file);
}

/** Asks for a picture and opens its graph. */
export function choosePicture(editor: Editor): void {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = pictureKinds.join(",");
  field.addEventListener("change", () => {
    const [file] = field.files ?? [];
    if (file) void openPictureFile(editor, file);
  });
  field.click();
}
