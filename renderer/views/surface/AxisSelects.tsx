/** Which two features span the plane; choosing the other axis's feature swaps the two. */
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import { useViewWords } from "../words.ts";

type AxisSelectsProps = { surface: SurfaceLook; choose: (axes: { x: string; y: string }) => void };

/** Two lists, each with the platform's own keys and search by typing. */
export function AxisSelects({ surface: { x, y, axes }, choose }: AxisSelectsProps) {
  const { v } = useViewWords();
  const chosen = { x: x.name, y: y.name };
  const pick = (axis: "x" | "y", name: string) => {
    const other = axis === "x" ? "y" : "x";
    choose(chosen[other] === name ? { x: chosen.y, y: chosen.x } : { ...chosen, [axis]: name });
  };
  return (["x", "y"] as const).map((axis) => (
    <select
      key={axis}
      className="axis-picker"
      aria-label={v(`scatter.${axis}`)}
      title={v(`scatter.${axis}`)}
      value={chosen[axis]}
      onChange={(event) => pick(axis, event.target.value)}
    >
      {axes.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  ));
}
