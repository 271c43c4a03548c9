/** Which two features span the plane. */
import type { TableLook } from "../../../core/service/look.ts";
import { useViewWords } from "../words.ts";

type Axes = { x: string; y: string };

/** Two lists, each with the platform's own keys and search by typing. */
export function AxisPicker(props: {
  look: TableLook;
  axes: readonly number[];
  chosen: Axes;
  choose: (axes: Axes) => void;
}) {
  const { look, axes, chosen, choose } = props;
  const { v } = useViewWords();
  return (["x", "y"] as const).map((axis) => (
    <select
      key={axis}
      className="axis-picker"
      aria-label={v(`scatter.${axis}`)}
      title={v(`scatter.${axis}`)}
      value={chosen[axis]}
      onChange={(event) => choose({ ...chosen, [axis]: event.target.value })}
    >
      {axes.map((index) => (
        <option key={index} value={look.columns[index]?.name}>
          {look.columns[index]?.name}
        </option>
      ))}
    </select>
  ));
}
