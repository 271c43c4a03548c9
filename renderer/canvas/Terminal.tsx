/** A port of the group that was entered, as it stands inside: what comes in at the left, what goes out at the right. */
import type { NodeProps } from "@xyflow/react";
import { Plus } from "lucide-react";
import { memo } from "react";
import { colourOf } from "../parts/kinds.ts";
import { newPort } from "../store/group-descriptor.ts";
import { terminalOf } from "../store/seen.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { Port } from "./Port.tsx";
import "./group.css";

/** Registered with React Flow as `terminal`. */
export const Terminal = memo(function Terminal({ id, selected }: NodeProps) {
  const { t } = useWords();
  const record = useEditorState((state) => state.graph.nodes[id]);
  const descriptor = useEditorState((state) => state.descriptors.get(record?.type ?? ""));
  const terminal = terminalOf(id);
  const isNew = terminal?.port === newPort;
  const [port] = [...(descriptor?.outputs ?? []), ...(descriptor?.inputs ?? [])];
  if (!record || !port || !terminal) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: React Flow's node is the focusable element around this one.
    <div
      className="terminal"
      role="group"
      data-card={id}
      data-testid={`card-${id}`}
      data-side={terminal.side}
      data-selected={selected}
      data-new={isNew}
      style={isNew ? undefined : colourOf(port.type)}
      title={isNew ? t("card.newPortHint") : undefined}
      aria-label={
        isNew
          ? t(terminal.side === "in" ? "card.newPortIn" : "card.newPortOut")
          : t(terminal.side === "in" ? "card.terminalIn" : "card.terminalOut", {
              name: record.title ?? terminal.port,
            })
      }
    >
      {isNew ? (
        <span className="terminal-new">
          <Plus size={12} aria-hidden />
          {t("card.newPort")}
        </span>
      ) : null}
      <Port node={id} port={port} side={terminal.side === "in" ? "out" : "in"} />
    </div>
  );
});
