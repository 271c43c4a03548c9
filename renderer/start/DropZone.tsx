/** "Start from your data": a place to drop a file, and a button for who would rather choose one. */
import { Table2 } from "lucide-react";
import { Button } from "../parts/Button.tsx";
import { useEditor } from "../store/use-editor.ts";
import { useStartWords } from "./words.ts";

/** `over`: a file is being dragged over the page. */
export function DropZone({ over }: { over: boolean }) {
  const editor = useEditor();
  const { s } = useStartWords();
  return (
    <section className="start-drop" data-over={over || undefined} data-testid="drop-zone">
      <Table2 size={40} strokeWidth={1.4} aria-hidden />
      <div>
        <h3>{s("drop.title")}</h3>
        <p>{over ? s("drop.over") : s("drop.text")}</p>
        <Button
          look="primary"
          data-testid="start-from-data"
          onClick={() => editor.store.setState({ dialog: { kind: "fromData" } })}
        >
          {s("drop.choose")}
        </Button>
      </div>
    </section>
  );
}
