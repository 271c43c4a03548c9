/**
 * Moves and enlarges a plane: the wheel about the pointer; a drag with the middle button or with Alt held, or any drag while
 * dragging means moving; two fingers; and keys. Whatever else the pointer does is left to what lies inside.
 */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { PlaneOf } from "../chart/Chart.tsx";
import { type Ends, enlarged, middleOf, moved, type Sight } from "./sight.ts";

type Place = { readonly x: number; readonly y: number };

type PlaneMotionProps = {
  label: string;
  /** What the keys do. */
  hint: string;
  plane: PlaneOf | undefined;
  /** The inside of the axes in pixels. */
  size: { readonly width: number; readonly height: number };
  sight: Sight;
  whole: Sight;
  /** Changes what is in sight, from what it is by then; `undefined`: all of it. */
  onSight: (change: (now: Sight) => Sight | undefined) => void;
  /** Whether a drag moves, in place of what it means inside. */
  moves: boolean;
  /** A press that moved nothing, in pixels. */
  onClick: (at: Place, event: PointerEvent) => void;
  /** Enter: what is in sight is meant. */
  onEnter: ((event: KeyboardEvent) => void) | undefined;
  children: ReactNode;
};

type Grip = { readonly at: Place; readonly apart: number };

const keySteps: Readonly<Record<string, readonly [across: number, upwards: number]>> = {
  ArrowLeft: [-0.1, 0],
  ArrowRight: [0.1, 0],
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
};
const keyZoom = 1.25;
/** Below this many pixels a press is a click. */
const least = 4;

/** Fills what is left of its parent. */
export function PlaneMotion(props: PlaneMotionProps) {
  const { label, hint, size, whole, onSight, moves, onClick, onEnter, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const fingers = useRef(new Map<number, Place>());
  const grip = useRef<Grip>(undefined);
  const start = useRef<Place>(undefined);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      const { plane, whole: all, onSight: tell } = latest.current;
      if (!plane || event.deltaY === 0) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 30;
      // Pinching on a touchpad comes as a wheel with Ctrl, in much smaller steps.
      const times = Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016));
      const at = { x: event.clientX - left, y: event.clientY - top };
      tell((now) => enlarged(now, times, placeIn(latest.current, at, now), all));
    };
    // React listens to wheels passively.
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, []);

  const gripOf = (): Grip => {
    const [a = { x: 0, y: 0 }, b = a] = [...fingers.current.values()];
    return { at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (!(event.button === 1 || (event.button === 0 && (moves || event.altKey)))) return;
    event.stopPropagation();
    // The middle button would scroll the page by itself.
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, pixelsOf(event));
    grip.current = gripOf();
    start.current = fingers.current.size === 1 ? grip.current.at : undefined;
    setHeld(true);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!fingers.current.has(event.pointerId)) return;
    event.stopPropagation();
    fingers.current.set(event.pointerId, pixelsOf(event));
    const before = grip.current;
    const after = gripOf();
    grip.current = after;
    if (!before || !latest.current.plane) return;
    // A hand is never quite still.
    if (start.current && Math.hypot(start.current.x - after.at.x, start.current.y - after.at.y) < least) {
      grip.current = before;
      return;
    }
    start.current = undefined;
    const [across, upwards] = [
      (before.at.x - after.at.x) / size.width,
      (after.at.y - before.at.y) / size.height,
    ];
    const times = before.apart > 0 ? after.apart / before.apart : 1;
    onSight((now) => {
      const shifted = moved(now, across, upwards, whole);
      return times === 1
        ? shifted
        : enlarged(shifted, times, placeIn(latest.current, after.at, shifted), whole);
    });
  };
  const up = (event: PointerEvent<HTMLDivElement>) => {
    if (!fingers.current.delete(event.pointerId)) return;
    event.stopPropagation();
    grip.current = fingers.current.size > 0 ? gripOf() : undefined;
    setHeld(fingers.current.size > 0);
    const at = start.current;
    start.current = undefined;
    if (at && event.type === "pointerup" && event.button === 0 && latest.current.plane?.contains(at))
      onClick(at, event);
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const changed = (now: Sight) => {
      const step = keySteps[event.key];
      if (step) return moved(now, ...step, whole);
      const times = event.key === "-" ? 1 / keyZoom : keyZoom;
      return enlarged(now, times, middleOf(now), whole);
    };
    const plain = !event.ctrlKey && !event.metaKey;
    if (plain && (event.key in keySteps || ["+", "=", "-"].includes(event.key))) onSight(changed);
    else if (plain && event.key === "0") onSight(() => undefined);
    else if (event.key === "Enter" && onEnter) onEnter(event);
    else return;
    // The same keys mean something on the canvas.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div
      ref={box}
      className="plane-motion"
      role="group"
      aria-label={label}
      aria-description={hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move the plane, as they scroll a list
      tabIndex={0}
      data-moves={moves}
      data-held={held}
      onPointerDownCapture={down}
      onPointerMoveCapture={move}
      onPointerUpCapture={up}
      onPointerCancelCapture={up}
      onKeyDown={press}
    >
      {children}
    </div>
  );
}

function pixelsOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): Place {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** A place in pixels, in a sight that may not be drawn yet: fingers tell of themselves several times between two pictures. */
function placeIn(
  { plane, sight: drawn }: Pick<PlaneMotionProps, "plane" | "sight">,
  at: Place,
  now: Sight,
): Place {
  const { x, y } = plane?.toAxes(at) ?? middleOf(drawn);
  return { x: inPlaceOf(x, drawn.x, now.x), y: inPlaceOf(y, drawn.y, now.y) };
}

/** The same share of the way from one end to the other. */
function inPlaceOf(value: number, [low, high]: Ends, [from, to]: Ends): number {
  return from + ((value - low) / (high - low)) * (to - from);
}
