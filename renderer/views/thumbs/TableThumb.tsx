/** A table small: its points where two features and enough rows make a picture, else its first rows. */
import type { TableLook } from "../../../core/service/look.ts";
import { classVariable } from "../colours.ts";
import { styleOf } from "../numbers.ts";
import { cellText } from "../table/columns.ts";
import { extentOf, isPlane, planeOf, pointsOf } from "../table/points.ts";
import { marks } from "../table/scatter-option.ts";
import { useViewWords } from "../words.ts";
import { thumbHeight, thumbWidth } from "./paths.ts";

const fewest = 40;
const most = 300;

/** The first rows as text, the target column last and marked. */
export function TableThumb({ look }: { look: TableLook }) {
  const { v, language } = useViewWords();
  if (isPlane(look) && look.rows.length >= fewest) return <PointsThumb look={look} />;
  if (look.columns.length === 0) return <span className="thumb-none">{v("nothing.table")}</span>;
  const target = look.columns.findIndex(({ role }) => role === "target");
  const features = look.columns.flatMap((_, index) => (index === target ? [] : [index]));
  const shown = [...features.slice(0, target < 0 ? 4 : 3), ...(target < 0 ? [] : [target])];
  const styles = shown.map((index) =>
    styleOf(look.rows.map((row) => (typeof row[index] === "number" ? row[index] : null))),
  );
  return (
    <table className="thumb-table">
      <thead>
        <tr>
          {shown.map((index) => (
            <th key={index} data-target={index === target}>
              {look.columns[index]?.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {look.rows.slice(0, 4).map((row, at) => (
          <tr key={look.rowIds[at] ?? at}>
            {shown.map((index, place) => {
              const cell = row[index] ?? null;
              const column = look.columns[index];
              const style = styles[place];
              return (
                <td key={index} data-right={column?.kind === "numeric"}>
                  {cell === null
                    ? "∅"
                    : column && style
                      ? cellText(cell, { kind: column.kind, style }, language)
                      : String(cell)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PointsThumb({ look }: { look: TableLook }) {
  const { v } = useViewWords();
  const plane = planeOf(look);
  const rows = look.rows.slice(0, most).map((cells, index) => ({ id: index, cells }));
  const points = pointsOf(rows, plane, plane.axes[0] ?? 0, plane.axes[1] ?? 1);
  const [left, right] = extentOf(points.map(({ x }) => x));
  const [low, high] = extentOf(points.map(({ y }) => y));
  return (
    <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={v("view.scatter")}>
      {points.map(({ x, y, group, id }) => (
        <path
          key={id}
          d={marks[Math.max(0, group) % marks.length]?.path}
          transform={`translate(${(((x - left) / (right - left)) * thumbWidth).toFixed(1)} ${(thumbHeight - ((y - low) / (high - low)) * thumbHeight).toFixed(1)}) scale(0.5)`}
          fill={group < 0 ? "var(--text-3)" : classVariable(group)}
          opacity={0.85}
        />
      ))}
    </svg>
  );
}
