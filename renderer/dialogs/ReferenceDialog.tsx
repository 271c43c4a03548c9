// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
/** A node's reference page in a dialog. Its example can be copied as a script, or put on the canvas beside what is there. */
import { Copy, Plus } from "lucide-react";
import { useState } from "react";
import { pieceFormat, writePiece } from "../../core/graph/piece.ts";
import { Button } from "../parts/Button.tsx";
import { type Descriptors, type Example, type Examples, layExample } from "../reference/example.ts";
import all from "../reference/examples.generated.json";
import { ReferencePage } from "../reference/ReferencePage.tsx";
import { pasteText } from "../store/clipboard.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";
import "../reference/page.css";

const examples = all as unknown as Examples;

/** Scrolls inside the dialog. */
export function ReferenceDialog({ type, close }: { type: string; close: () => void }) {
  const words = useWords();
  const known = useEditorState((state) => state.known);
  const descriptor = known.get(type);
  if (!descriptor) return null;
  const example = Object.hasOwn(examples, type) ? examples[type] : undefined;
  const title = words.local(descriptor.title);
  return (
    <DialogFrame title={title} close={close} wide>
      <section className="reference" tabIndex={0} aria-label={title} data-testid="reference">
        <ReferencePage descriptor={descriptor} descriptors={known} words={words} example={example}>
          {example ? <Use example={example} descriptors={known} close={close} /> : null}
        </ReferencePage>
      </section>
    </DialogFrame>
  );
}

function Use({
  example,
  descriptors,
  close,
}: {
  example: Example;
  descriptors: Descriptors;
  close: () => void;
}) {
  const editor = useEditor();
  const { t } = useWords();
  const readOnly = useEditorState((state) => state.file.readOnly);
  const [copied, setCopied] = useState(false);
  const put = () => {
    const { positions } = layExample(example, descriptors);
    const view = { positions, frames: {}, notes: {} };
    const piece = {
      format: pieceFormat,
      formatVersion: 1,
      groups: {},
      incoming: [],
      view,
      ...example.graph,
    } as const;
    close();
    pasteText(editor, writePiece(piece));
    // The canvas has to take the cards in before it can show them all.
    requestAnimationFrame(() => editor.canvas?.fit([...editor.store.getState().selection.nodes]));
  };
  return (
    <p className="example-use">
      <Button disabled={readOnly} onClick={put} data-testid="example-put">
        <Plus size={13} aria-hidden />
        {t("reference.put")}
      </Button>
      <Button onClick={() => void navigator.clipboard.writeText(example.script).then(() => setCopied(true))}>
        <Copy size={13} aria-hidden />
        {t(copied ? "script.copied" : "script.copy")}
      </Button>
    </p>
  );
}
