/** A trace as numbers: one row a round, every series a column. */
import { useCallback, useMemo } from "react";
import type { TraceLook } from "../../../core/service/look.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { styled, styleOf } from "../numbers.ts";
import { VirtualRows } from "../rows/VirtualRows.tsx";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { useIndexWords } from "./use-index-words.ts";

const width = 118;
const indexWidth = 64;

/** Fills its parent. */
export function TraceNumbers({ look, title, exporter }: ViewProps<TraceLook>) {
  const { language, named } = useViewWords();
  const { index } = useIndexWords(look.index);
  const columns = useMemo(
    () => Object.entries(look.series).map(([key, values]) => ({ key, name: named("series", key), values, style: styleOf(values) })),
    [look, named],
  );
  useTakeaway(exporter, {
    sheet: () => ({
      head: [look.index, ...columns.map(({ key }) => key)],
      rows: look.at.map((at, point) => [at, ...columns.map(({ values }) => values[point] ?? null)]),
    }),
  });
  const row = useCallback(
    (point: number) => (
      <div className="row" role="row" key={point} aria-rowindex={point + 2}>
        <div className="cell cell-id" role="rowheader" style={{ width: indexWidth }}>
          {look.at[point]}
        </div>
        {columns.map(({ key, values, style }) => {
          const value = values[point] ?? null;
          return (
            <div key={key} className="cell" role="cell" data-right style={{ width }} title={value === null ? undefined : String(value)}>
              {value === null ? "∅" : styled(language, value, style)}
            </div>
          );
        })}
      </div>
    ),
    [look, columns, language],
  );
  return (
    <VirtualRows
      label={title}
      rowCount={look.at.length}
      columnCount={columns.length + 1}
      width={indexWidth + columns.length * width}
      row={row}
      head={
        <div className="row" role="row" aria-rowindex={1}>
          <div className="cell cell-id cell-head" role="columnheader" style={{ width: indexWidth }}>
            {index}
          </div>
          {columns.map(({ key, name }) => (
            <div key={key} className="cell cell-head" role="columnheader" data-right style={{ width }} title={name}>
              <span className="clip">{name}</span>
            </div>
          ))}
        </div>
      }
    />
  );
}
