/** What the point under the pointer is: beside it, and a ring around it. */
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { placeTip } from "../chart/tip.ts";

type PointTipProps = {
  /** What the place is measured in. */
  box: RefObject<HTMLElement | null>;
  at: { readonly x: number; readonly y: number };
  heading: string;
  rows: readonly { readonly name: string; readonly value: string }[];
};

/** In the page's own layer: it may stand out of its panel. */
export function PointTip({ box, at, heading, rows }: PointTipProps) {
  const tip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number }>();
  useLayoutEffect(() => {
    const [inside, own] = [box.current, tip.current];
    if (!inside || !own) return;
    const { left, top } = inside.getBoundingClientRect();
    const [x, y] = placeTip(inside, [at.x, at.y], [own.offsetWidth, own.offsetHeight]);
    setPlace({ left: left + x, top: top + y });
  }, [box, at]);
  return (
    <>
      <span className="point-ring" style={{ left: at.x, top: at.y }} />
      {createPortal(
        <div ref={tip} className="plane-tip tip" style={place ?? { visibility: "hidden" }} aria-hidden>
          <div className="tip-head">{heading}</div>
          {rows.map(({ name, value }) => (
            <div key={name} className="tip-row">
              <span>{name}</span>
              <b>{value}</b>
            </div>
          ))}
        </div>,
        document.body,
      )}
    </>
  );
}
