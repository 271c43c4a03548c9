/** Zoom in the canvas's corner: out, the percentage (click for 100 %), in, everything. */
import { useStore } from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import { ActionButton } from "../parts/Button.tsx";
import { useWords } from "../store/use-editor.ts";

/** Follows the zoom on its own, so that zooming renders nothing else. */
export function ZoomBar() {
  const { t } = useWords();
  const percent = `${useStore((state) => Math.round(state.transform[2] * 100))} %`;
  return (
    <div className="zoom-bar">
      <ActionButton action="zoomOut">
        <Minus size={14} aria-hidden />
      </ActionButton>
      <ActionButton action="zoomReset" look="plain" hint={t("canvas.zoom", { percent })}>
        <span className="zoom-percent">{percent}</span>
      </ActionButton>
      <ActionButton action="zoomIn">
        <Plus size={14} aria-hidden />
      </ActionButton>
      <ActionButton action="fit">
        <Maximize size={13} aria-hidden />
      </ActionButton>
    </div>
  );
}
