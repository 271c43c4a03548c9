/**
 * Files of this computer that may be or carry a graph: chosen here, or dropped (`parts/PictureDrop.tsx`, canvas, start page). What
 * reads them is loaded with the first.
 */
import type { Editor } from "./editor.ts";

export const pictureKinds: readonly string[] = ["image/png", "image/svg+xml"];

export async function openPictureFile(editor: Editor, file: File): Promise<void> {
  const { openPicture } = await import("./pictures.ts");
  await openPicture(editor, file);
}

/** Whether a file calls itself an experiment. */
export function isExperiment({ name }: File): boolean {
  return name.toLowerCase().endsWith(".espalier");
}

/** One after the other, each in a tab of its own where there are tabs. */
export async function openExperimentFiles(editor: Editor, files: readonly File[]): Promise<void> {
  const { openExperiment } = await import("./pictures.ts");
  for (const file of files) await openExperiment(editor, file);
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
