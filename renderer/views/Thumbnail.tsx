/** A result small, on a card; what can be drawn is listed in `thumbs/thumbs.ts`. */
import { type ComponentType, memo } from "react";
import type { Look } from "../../core/service/look.ts";
import "./palette.css";
import "./thumbs/thumbs.css";
import { thumbs } from "./thumbs/thumbs.ts";

/** The look small: 190 × 84, SVG and text only. A live look draws itself anew as it grows. */
export const Thumbnail = memo(function Thumbnail({ look }: { look: Look }) {
  const Picture = thumbs[look.kind] as ComponentType<{ look: Look }>;
  return (
    <div className="thumb" data-kind={look.kind}>
      <Picture look={look} />
    </div>
  );
});
