/**
 * The one card that draws every node, from its descriptor. Its size follows from the declaration alone: states,
 * progress and results come and go inside rooms that are always kept.
 */
import { type NodeProps, useUpdateNodeInternals } from "@xyflow/react";
import { memo, useEffect, useRef } from "react";
import { colourOf } from "../parts/kinds.ts";
import { hasThumbnail } from "../store/thumbnail.ts";
import { useWords } from "../store/use-editor.ts";
import { BlockCard } from "./BlockCard.tsx";
import "./card.css";
import { CardFoot } from "./CardFoot.tsx";
import { CardParams } from "./CardParams.tsx";
import { CardPicture } from "./CardPicture.tsx";
import { CardPorts } from "./CardPorts.tsx";
import { CardState, useStateWords } from "./CardState.tsx";
import { cardGeometry } from "./card-geometry.ts";
import { useDetail } from "./detail.ts";
import { sameCard } from "./same-card.ts";
import { useNodeView } from "./use-node-view.ts";

/** React Flow may have looked for the ports of a card while it was a box, and found none: its wires would have no ends. */
function useEndsOnceWhole(id: string, whole: boolean): void {
  const lookAgain = useUpdateNodeInternals();
  const wasBox = useRef(!whole);
  useEffect(() => {
    if (whole && wasBox.current) lookAgain(id);
    wasBox.current = !whole;
  }, [id, whole, lookAgain]);
}

/** Registered with React Flow as `card`. From afar less of it is mounted, in the same place and size. */
export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps) {
  const detail = useDetail();
  useEndsOnceWhole(id, detail !== "block");
  if (detail === "block") return <BlockCard id={id} selected={selected} />;
  return <Card id={id} selected={selected} whole={detail === "full"} />;
}, sameCard);

function Card({ id, selected, whole }: { id: string; selected: boolean; whole: boolean }) {
  const view = useNodeView(id);
  const { t, local } = useWords();
  const words = useStateWords(view);
  const { record, descriptor, state } = view;
  if (!record) return null;
  const title = record.title ?? (descriptor ? local(descriptor.title) : record.type);
  return (
    // biome-ignore lint/a11y/useSemanticElements: React Flow's node is the focusable element around this one.
    <div
      className="card"
      role="group"
      data-card={id}
      data-testid={`card-${id}`}
      data-state={state}
      data-selected={selected}
      style={{
        ...(descriptor ? colourOf(descriptor.makes) : {}),
        ...(whole ? {} : { height: cardGeometry(descriptor).height }),
      }}
      aria-label={t("card.label", { title, id, state: words })}
    >
      <header className="card-head">
        <span className="card-title clip" title={title}>
          {title}
        </span>
        <CardState id={id} view={view} />
      </header>
      {descriptor ? (
        <>
          <CardPorts id={id} descriptor={descriptor} />
          {whole ? (
            <>
              <CardParams id={id} record={record} descriptor={descriptor} />
              {hasThumbnail(descriptor) ? <CardPicture view={view} /> : null}
              <CardFoot id={id} view={view} />
            </>
          ) : null}
        </>
      ) : (
        <p className="card-unknown">{t("card.unknown", { type: record.type })}</p>
      )}
    </div>
  );
}
