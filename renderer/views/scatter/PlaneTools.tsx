/** Buttons beside a plane that can be moved: what a drag means, nearer, farther, all of it. */
import { Hand, type LucideIcon, Minus, Plus, SquareDashedMousePointer, Undo2 } from "lucide-react";
import { useViewWords, type ViewKey } from "../words.ts";

type PlaneToolsProps = {
  moves: boolean;
  onMoves: (moves: boolean) => void;
  onZoom: (times: number) => void;
  /** Left out while all of it is in sight. */
  onWhole: (() => void) | undefined;
};

/** A row of small buttons. */
export function PlaneTools({ moves, onMoves, onZoom, onWhole }: PlaneToolsProps) {
  const { v } = useViewWords();
  const tool = (name: ViewKey, Icon: LucideIcon, act: (() => void) | undefined, pressed?: boolean) => (
    <button
      key={name}
      type="button"
      className="view-tool"
      aria-label={v(name)}
      title={v(name)}
      aria-pressed={pressed}
      disabled={act === undefined}
      data-testid={name.replace(".", "-")}
      onClick={act}
    >
      <Icon size={13} aria-hidden />
    </button>
  );
  return (
    <span className="plane-tools">
      {tool("scatter.selects", SquareDashedMousePointer, () => onMoves(false), !moves)}
      {tool("scatter.moves", Hand, () => onMoves(true), moves)}
      {tool("scatter.nearer", Plus, () => onZoom(1.5))}
      {tool("scatter.farther", Minus, () => onZoom(1 / 1.5))}
      {tool("scatter.whole", Undo2, onWhole)}
    </span>
  );
}
