/**
 * Moves and enlarges a plane: the wheel about the pointer; a drag with the middle button or with Alt held, or any drag while
 * dragging means moving; two fingers; and keys. Whatever else the pointer does is left to what lies inside.
 */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { PlaneOf } from "../chart/Chart.tsx";
import { enlarged, middleOf, moved, type Sight } from "./sight.ts";

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
  /** `undefined`: all of it. */
  onSight: (sight: Sight | undefined) => void;
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
  const { label, hint, size, sight, whole, onSight, moves, onClick, onEnter, children } = props;
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
      const { plane, sight: now, whole: all, onSight: tell } = latest.current;
      if (!plane || event.deltaY === 0) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 30;
      // Pinching on a touchpad comes as a wheel with Ctrl, in much smaller steps.
      const times = Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016));
      tell(enlarged(now, times, plane.toAxes({ x: event.clientX - left, y: event.clientY - top }), all));
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
    fingers.current.set(event.pointerId, placeIn(event));
    grip.current = gripOf();
    start.current = fingers.current.size === 1 ? grip.current.at : undefined;
    setHeld(true);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!fingers.current.has(event.pointerId)) return;
    event.stopPropagation();
    fingers.current.set(event.pointerId, placeIn(event));
    const before = grip.current;
    const now = gripOf();
    grip.current = now;
    const { plane } = latest.current;
    if (!before || !plane) return;
    // A hand is never quite still.
    if (start.current && Math.hypot(start.current.x - now.at.x, start.current.y - now.at.y) < least) {
      grip.current = before;
      return;
    }
    start.current = undefined;
    const [across, upwards] = [(before.at.x - now.at.x) / size.width, (now.at.y - before.at.y) / size.height];
    const shifted = moved(sight, across, upwards, whole);
    const times = before.apart > 0 ? now.apart / before.apart : 1;
    onSight(times === 1 ? shifted : enlarged(shifted, times, plane.toAxes(now.at), whole));
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
    const changed = () => {
      const step = keySteps[event.key];
      if (step) return moved(sight, ...step, whole);
      if (event.key === "+" || event.key === "=") return enlarged(sight, keyZoom, middleOf(sight), whole);
      if (event.key === "-") return enlarged(sight, 1 / keyZoom, middleOf(sight), whole);
      return undefined;
    };
    const next = event.ctrlKey || event.metaKey ? undefined : changed();
    if (next) onSight(next);
    else if (event.key === "0" && !event.ctrlKey && !event.metaKey) onSight(undefined);
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

function placeIn({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): Place {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
