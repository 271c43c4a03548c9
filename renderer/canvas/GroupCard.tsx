/** A group on the canvas: its ports like a node's, how many nodes are in it, and the state of the worst of them. */
import type { NodeProps } from "@xyflow/react";
import { Layers } from "lucide-react";
import { memo } from "react";
import { colourOf } from "../parts/kinds.ts";
import { countInside, groupDone, groupState } from "../store/group-state.ts";
import { enterGroup } from "../store/groups.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { BlockCard } from "./BlockCard.tsx";
import { CardPorts } from "./CardPorts.tsx";
import { StateMark } from "./CardState.tsx";
import { useDetail } from "./detail.ts";
import { sameCard } from "./same-card.ts";
import "./group.css";

/** Registered with React Flow as `nest`: its own type `group` has a look and a meaning of its own. A double click enters it. */
export const GroupCard = memo(function GroupCard({ id, selected }: NodeProps) {
  return useDetail() === "block" ? (
    <BlockCard id={id} selected={selected} />
  ) : (
    <Card id={id} selected={selected} />
  );
}, sameCard);

function Card({ id, selected }: { id: string; selected: boolean }) {
  const editor = useEditor();
  const { t } = useWords();
  const record = useEditorState((state) => state.graph.nodes[id]);
  const descriptor = useEditorState((state) => state.descriptors.get(record?.type ?? ""));
  const state = useEditorState((now) => groupState(now, id));
  const done = useEditorState((now) => groupDone(now, id));
  const count = useEditorState((now) => countInside(now, id));
  if (!record || !descriptor) return null;
  const title = record.title || id;
  const words = t(state === "blocked" ? "state.blockedGroup" : `state.${state}`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: React Flow's node is the focusable element around this one.
    <div
      className="card group-card"
      role="group"
      data-card={id}
      data-testid={`card-${id}`}
      data-state={state}
      data-selected={selected}
      style={colourOf(descriptor.makes)}
      aria-label={t("card.groupLabel", { title, count, state: words })}
      onDoubleClick={() => enterGroup(editor, id)}
    >
      <header className="card-head">
        <Layers size={13} className="group-mark" aria-hidden />
        <span className="card-title clip" title={title}>
          {title}
        </span>
        <StateMark id={id} state={state} words={words} />
      </header>
      <CardPorts id={id} descriptor={descriptor} />
      <div className="group-inside">{t("card.groupCount", { count })}</div>
      <div className="card-progress" data-active={done !== undefined}>
        <i style={{ width: `${(done ?? 0) * 100}%` }} />
      </div>
      <footer className="card-foot">
        <button type="button" className="link nodrag" onClick={() => enterGroup(editor, id)}>
          {t("card.groupEnter")}
        </button>
      </footer>
    </div>
  );
}
