/** A card from afar: a block in the colour of what it makes, dimmed or outlined by its state. Nothing else is mounted. */
import { colourOf } from "../parts/kinds.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { cardGeometry } from "./card-geometry.ts";

/** Shown below 20 % in place of cards and groups. */
export function BlockCard({ id, selected }: { id: string; selected: boolean }) {
  const { local } = useWords();
  const record = useEditorState((state) => state.graph.nodes[id]);
  const descriptor = useEditorState((state) => state.descriptors.get(record?.type ?? ""));
  if (!record) return null;
  const title = record.title ?? (descriptor ? local(descriptor.title) : record.type);
  return (
    // biome-ignore lint/a11y/useSemanticElements: React Flow's node is the focusable element around this one.
    <div
      className="card card-block"
      role="group"
      data-card={id}
      data-testid={`card-${id}`}
      data-state={record.state}
      data-selected={selected}
      style={{ ...(descriptor ? colourOf(descriptor.makes) : {}), height: cardGeometry(descriptor).height }}
      aria-label={title}
    />
  );
}
