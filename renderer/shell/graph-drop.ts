/** Graphs that are dropped anywhere on the desktop's window are opened by the shell, which alone knows where they lie. */
import type { ShellVerbs } from "../../core/service/shell.ts";

const isGraph = ({ name }: File) => name.toLowerCase().endsWith(".espalier");

/** Takes graphs before anything else in the page does; other files are left to it. */
export function takeGraphDrops(shell: ShellVerbs): void {
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || !files.every(isGraph)) return;
    event.preventDefault();
    event.stopPropagation();
    for (const file of files) void shell.drop(file);
  };
  window.addEventListener("dragover", over, { capture: true });
  window.addEventListener("drop", drop, { capture: true });
}
