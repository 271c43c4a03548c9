/** The dotted ground: dots keep their size on the screen at every zoom, and thin out when they would crowd. */
import { useStore } from "@xyflow/react";
import "./ground.css";

/** A layer of its own that is only moved: a pattern that followed the view would be painted anew with every step. */
export function Ground() {
  const [x, y, zoom] = useStore((state) => state.transform);
  const step = 20 * 2 ** Math.max(0, Math.ceil(Math.log2(0.7 / zoom))) * zoom;
  const shift = (at: number) => `${((at % step) + step) % step}px`;
  return (
    <div className="ground" aria-hidden>
      <i
        style={{
          inset: -1.5 * step,
          backgroundSize: `${step}px ${step}px`,
          transform: `translate(${shift(x)}, ${shift(y)})`,
        }}
      />
    </div>
  );
}
